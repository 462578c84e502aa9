"""What a ``for`` loop or a comprehension iterates: finite, endless, or grown by its own body."""

from __future__ import annotations

from abc import ABC, abstractmethod
from functools import cached_property
from typing import assert_never

from haltcheck.basis.budget import LARGEST
from haltcheck.model import instruction as i
from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.access import bound
from haltcheck.model.abstract.feeding import feeds
from haltcheck.model.abstract.growth import grows
from haltcheck.model.abstract.instance import endless_instance, steps_by_itself
from haltcheck.model.abstract.iterability import (
    Asked,
    Delegated,
    Endless,
    Finite,
    Grows,
    Iterability,
    Unclear,
)
from haltcheck.model.abstract.scene import Frame, frame_of, tables_of
from haltcheck.model.abstract.sentinel import reads_to_the_end
from haltcheck.model.abstract.unending import MAKERS
from haltcheck.model.abstract.unfit import Unfit
from haltcheck.model.abstract.yielding import delegates, never_ends
from haltcheck.model.assumption import NotOverridden, Specific, YieldsFinitely
from haltcheck.model.binding import Unknown
from haltcheck.model.calls import Dotted, Resolved
from haltcheck.model.fact import Unlisted
from haltcheck.model.known import function_fact
from haltcheck.model.program import Function, Loop, Next, Program
from haltcheck.model.subject import LoopSubject

__all__ = ["Asked", "Delegated", "Endless", "Finite", "Grows", "Iterability", "Unclear", "classify"]

_WRAPPERS = frozenset({"enumerate", "reversed", "sorted", "list", "tuple", "set", "frozenset"})
_LAZY = frozenset({"enumerate", "map", "filter", "zip", "iter"})
_TOOLS = frozenset(
    {"itertools.islice", "itertools.takewhile", "itertools.dropwhile", "itertools.accumulate"}
    | {"itertools.filterfalse", "itertools.starmap", "itertools.pairwise", "itertools.batched"}
    | {"itertools.compress", "itertools.groupby", "itertools.chain", "itertools.zip_longest"}
)
_FINITE_TOOLS = frozenset(
    {"itertools.product", "itertools.permutations", "itertools.combinations"}
    | {"itertools.combinations_with_replacement"}
)
_VIEWS = frozenset({"items", "keys", "values"})
_DEPTH = 8


_LAST: list[tuple[Program, LoopSubject, Iterability]] = []


def classify(program: Program, subject: LoopSubject) -> Iterability:
    """What the loop iterates, traced back from its head to where it comes from.

    The last answer is kept: whoever claims something of it is asked about it at once.
    """
    for known, asked, found in _LAST:
        if known is program and asked == subject:
            return found
    found = _classified(program, subject)
    _LAST[:] = [(program, subject, found)]
    return found


def _classified(program: Program, subject: LoopSubject) -> Iterability:
    function = program.functions.get(subject.qualname)
    if function is None:
        return Unclear(f"{subject.qualname} was not read")
    if len(function.blocks) > LARGEST:
        return Unclear("the function is too large to be abstracted")
    loop = next((one for one in function.loops if one.id == subject.loop), None)
    if loop is None:
        return Unclear("there is no such loop")
    head = function.blocks[loop.head].terminator
    if not isinstance(head, Next):
        return Unclear("the loop does not iterate")
    if head.is_async:
        return Unclear("an asynchronous iterator")
    return _Tracer(program, function, loop).iterator(head.iterator)


def handed_on(program: Program, function: Function, asked: Asked) -> Iterability:
    """What straight code asks for all of its items."""
    nowhere = Loop(-1, "iteration", function.span, 0, frozenset(), None)
    return _Tracer(program, function, nowhere, asked.by).iterable(asked.operand, 0)


class _Origin(ABC):
    """Where one iterator of one loop comes from."""

    def __init__(
        self, program: Program, function: Function, loop: Loop, by: i.Operand | None = None
    ) -> None:
        self.program = program
        self.by = by
        self.function = function
        self.loop = loop
        self.tables = tables_of(program)
        self.bindings = self.tables.resolver.bindings(function)

    def iterator(self, operand: i.Operand) -> Iterability:
        """The iterator that the head asks."""
        if not isinstance(operand, i.Local):
            return Unclear("a constant is no iterator")
        origin = self.bindings.origin(operand)
        if not isinstance(origin, i.GetIterator):
            return Unclear("the iterator is made elsewhere")
        if self._bound_inside(operand.name):
            return Unclear("the iterator is made anew inside the loop")
        if self._may_be_unending(origin.object) and operand.name in self.frame.unending:
            return Endless("the iterator never ends")
        return self.iterable(origin.object, 0)

    @cached_property
    def frame(self) -> Frame:
        """The frame of the function, which costs more than most iterables need."""
        return frame_of(self.program, self.function)

    def _may_be_unending(self, operand: i.Operand) -> bool:
        """Iterators that never end are made by calls, and by few of them."""
        call = self.bindings.origin(operand)
        if not isinstance(call, i.Call | i.CallMethod):
            return False
        found = self.tables.resolver.resolve(self.function, call)
        return isinstance(found, Dotted) and found.name.removeprefix("builtins.") in MAKERS

    def _bound_inside(self, name: str) -> bool:
        blocks = self.function.blocks
        return any(
            name in bound(one) for index in self.loop.blocks for one in blocks[index].instructions
        )

    def outside(self, operand: i.Operand) -> Iterability:
        """An attribute, a global or an item: finite by the domain, unless the body adds to it."""
        return self.container(operand, "any", "it comes from outside")

    def variable(self, operand: i.Operand) -> Iterability:
        """A parameter, or a local with several definitions."""
        assert isinstance(operand, i.Local)
        name = self.bindings.root(operand)
        counts = self.bindings.counts.get(name, 0)
        parameters = {parameter.name for parameter in self.function.parameters}
        mask = self._mask(name)
        if name in parameters and counts <= 1:
            return self.container(i.Local(name), "any", f"the argument {name} is finite")
        if mask and not mask & ~(k.SIZED | k.RANGE):
            return self.container(i.Local(name), "any", f"{name} has a length")
        return Unclear(f"{name} may be any iterator")

    def _mask(self, name: str) -> int:
        found = 0
        for masks in self.frame.kinds.at:
            found |= masks.get(name, 0)
        return found & ~k.UNBOUND

    def container(self, operand: i.Operand, kind: str, why: str) -> Iterability:
        """A container is finite; a list that the body adds to may grow as fast as it is read."""
        if kind in ("set", "dict", "tuple"):
            # Iterating a dict or set that changes its size raises; a tuple cannot grow.
            return Finite(why)
        growth = grows(self.program, self.function, self.loop, operand)
        if growth.surely:
            return Grows(growth.why, growth.every_round)
        if growth.why:
            return Unclear(growth.why, may_grow=True)
        return Finite(why, growth.assumptions)

    def unresolved(self, operand: i.Operand, call: i.Call | i.CallMethod) -> Iterability:
        """What nobody sees is supposed to end."""
        supposed = YieldsFinitely(call.text or "?", call.span.line)
        return self.made(operand, Finite(f"what {call.text or 'a call'} returns", (supposed,)))

    def made(self, operand: i.Operand, found: Finite) -> Iterability:
        """Something finite that is new: a name that it goes by may be used to add to it."""
        if _is_unnamed(operand):
            return found
        held = self.container(operand, "any", found.why)
        if not isinstance(held, Finite):
            return held
        return Finite(found.why, (*found.assumptions, *held.assumptions))

    def generator(
        self,
        operand: i.Operand,
        callee: Function,
        call: i.Call | i.CallMethod,
        supposed: tuple[Specific, ...] = (),
    ) -> Iterability:
        """A generator of this file: without any way out it never ends."""
        if not callee.is_generator or callee.is_async:
            return self.unresolved(operand, call)
        if not supposed and never_ends(self.program, callee):
            return Endless(f"{callee.qualname} yields for ever")
        if not delegates(self.program, self.tables.resolver, callee):
            return Unclear(f"{callee.qualname} delegates to others")
        fed = feeds(self.program, self.function, self.loop, callee, call)
        if fed.why:
            return Unclear(fed.why, may_grow=True)
        supposed = (*supposed, *fed.assumptions)
        return Delegated(f"{callee.qualname} is a generator", callee.qualname, supposed)

    def awaiting(self, call: i.Call) -> Iterability:
        """``iter(read, end)``."""
        resolver = self.tables.resolver
        if reads_to_the_end(self.function, resolver, call):
            return Finite("a file that is read to its end")
        waits = Unfit(resolver, self.function, call).found(self.loop, self.by)
        if waits is not None:
            return Endless(waits.why, waits.assumptions, slip=True)
        return Unclear("iter with a sentinel ends when the sentinel comes")

    @abstractmethod
    def iterable(self, operand: i.Operand, depth: int) -> Iterability:
        """What an operand gives when it is iterated."""


class _Tracer(_Origin):
    """Follows an iterable through the calls that make it."""

    def iterable(self, operand: i.Operand, depth: int) -> Iterability:
        """What an operand gives when it is iterated."""
        if depth > _DEPTH:
            return Unclear("made of too many parts")
        if isinstance(operand, i.Const):
            return Finite("a constant")
        origin = self.bindings.origin(operand)
        receiver = self.tables.resolver.receiver(self.function, operand)
        if receiver is not None:
            resolver = self.tables.resolver
            if (endless := endless_instance(resolver, receiver)) is not None:
                return endless
            if steps_by_itself(resolver, receiver):
                return Unclear(f"{receiver.cls} says itself when its items end")
        match origin:
            case i.Build(kind=kind) if kind != "slice":
                return self.container(operand, kind, f"a {kind} that is built here")
            case i.Call():
                return self.call(operand, origin, depth)
            case i.CallMethod():
                return self.method(operand, origin, depth)
            case i.GetItem(key=key) if isinstance(self.bindings.origin(key), i.Build):
                return self.made(operand, Finite("a slice is a copy"))
            case i.GetAttribute() | i.LoadGlobal() | i.LoadFree() | i.GetItem():
                return self.outside(operand)
            case i.Operate():
                return self.container(operand, "result", "the result of an operator")
            case i.Suspend() | i.EnterContext() | i.Hole() | i.ExitContext():
                return Unclear("it comes from code that is not seen")
            case Unknown():
                return self.variable(operand)
            case _:
                return Unclear("it is not traced")

    def call(self, operand: i.Operand, call: i.Call, depth: int) -> Iterability:
        """The result of a call."""
        resolver = self.tables.resolver
        match resolver.resolve(self.function, call):
            case Dotted(name=name):
                return self.known(operand, name, call, depth)
            case Resolved(qualnames=(name,)) if name in self.program.functions:
                return self.generator(operand, self.program.functions[name], call)
            case _:
                return self.unresolved(operand, call)

    def known(self, operand: i.Operand, name: str, call: i.Call, depth: int) -> Iterability:
        """A built-in or library function."""
        values = [item.value for item in call.items if item.kind == "positional"]
        plain = len(values) == len(call.items)
        name = name.removeprefix("builtins.")
        if name == "range":
            return Finite("a range")
        if name in ("itertools.count", "itertools.cycle"):
            if name == "itertools.cycle":
                # The cycle of an empty iterable ends at once.
                return Unclear("a cycle ends only where there is nothing to repeat")
            return Endless("itertools.count never ends")
        if name == "itertools.repeat":
            if len(call.items) == 1 and plain:
                return Endless("itertools.repeat without a number of times never ends")
            return Finite("repeated a number of times")
        if name == "itertools.islice" and len(values) >= 2 and values[-1] != i.Const(None):
            return Finite("a slice of an iterator")
        if name == "iter" and len(values) == 2:
            return self.awaiting(call) if plain else Unclear("its arguments are spread")
        if name == "zip" and plain:
            return self.shortest(values, depth)
        if name in ("map", "filter") or name in ("itertools.takewhile", "itertools.starmap"):
            rest = values[1:]
            found = self.shortest(rest, depth) if plain and rest else Unclear("nothing to map")
            may_end = name in ("itertools.takewhile", "itertools.starmap")
            is_open = may_end and isinstance(found, Endless)
            return Unclear(f"{name} ends where its function says so") if is_open else found
        if name in ("reversed", "itertools.compress") and plain and values:
            found = self.longest(values, depth, name)
            return Unclear(f"{name} ends or raises") if isinstance(found, Endless) else found
        if name in _WRAPPERS | _LAZY | _TOOLS | _FINITE_TOOLS and plain and values:
            found = self.longest(values if name in _TOOLS else values[:1], depth, name)
            if name in ("sorted", "list") and isinstance(found, Finite):
                return self.made(operand, found)
            return found
        return self.by_fact(operand, name, call)

    def by_fact(self, operand: i.Operand, name: str, call: i.Call) -> Iterability:
        """A library function that returns a container, or something to be iterated."""
        fact = function_fact(name)
        if isinstance(fact, Unlisted):
            return self.unresolved(operand, call)
        if fact.endless:
            return Endless(f"{name} never ends")
        mask = k.fact_mask(fact.returns)
        if mask and not mask & ~(k.SIZED | k.RANGE):
            return self.made(operand, Finite(f"what {name} returns has a length"))
        return self.unresolved(operand, call)

    def shortest(self, values: list[i.Operand], depth: int) -> Iterability:
        """As long as the shortest: one finite argument is enough."""
        found = [self.iterable(value, depth + 1) for value in values]
        for one in found:
            if isinstance(one, Finite) and not one.assumptions:
                return one
        for wanted in (Finite, Delegated, Unclear, Grows, Endless):
            for one in found:
                if isinstance(one, wanted):
                    return one
        return Finite("nothing is zipped")

    def longest(self, values: list[i.Operand], depth: int, name: str) -> Iterability:
        """As long as all together: every argument must be finite."""
        found = [self.iterable(value, depth + 1) for value in values]
        copied = name in ("sorted", "list", "tuple", "set", "frozenset", "reversed")
        for one in found:
            match one:
                case Endless() | Unclear() | Delegated():
                    return one
                case Grows():
                    if not copied:
                        return one
                case Finite():
                    pass
                case _:
                    assert_never(one)
        supposed = tuple(s for one in found if isinstance(one, Finite) for s in one.assumptions)
        why = next((one.why for one in found if isinstance(one, Finite)), "a copy")
        return Finite("a copy" if copied else why, supposed)

    def method(self, operand: i.Operand, call: i.CallMethod, depth: int) -> Iterability:
        """The result of a method."""
        del depth
        resolved = self.tables.resolver.resolve(self.function, call)
        if not isinstance(resolved, Resolved) and call.name in _VIEWS and not call.items:
            return Finite("a view of a dictionary, which may not change its size")
        measured = ("split", "rsplit", "splitlines", "copy", "partition", "readlines")
        if not isinstance(resolved, Resolved) and call.name in measured:
            return self.made(operand, Finite(f"what {call.name} returns has a length"))
        match resolved:
            case Resolved(qualnames=(name,), open_method=over) if name in self.program.functions:
                supposed = (NotOverridden(over),) if over else ()
                return self.generator(operand, self.program.functions[name], call, supposed)
            case Dotted(name=name):
                as_call = i.Call(call.span, call.target, call.object, call.items, call.text)
                return self.known(operand, name, as_call, 0)
            case _:
                return self.unresolved(operand, call)


def _is_unnamed(operand: i.Operand) -> bool:
    """A temporary that is new and has no name: nobody else can add to it."""
    return isinstance(operand, i.Local) and operand.name.startswith("$")
