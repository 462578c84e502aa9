"""Straight code that asks an iterator without an end for all of its items."""

from __future__ import annotations

from collections.abc import Iterator

from haltcheck.basis.record import record
from haltcheck.model import instruction as i
from haltcheck.model.calls import Dotted, Resolved, Resolver
from haltcheck.model.fact import Fact
from haltcheck.model.known import function_fact
from haltcheck.model.program import Function

_MAKERS = frozenset({"itertools.count", "itertools.cycle", "itertools.repeat"})
_LAZY = frozenset(
    {"iter", "map", "filter", "enumerate", "itertools.chain", "itertools.accumulate"}
    | {"itertools.dropwhile", "itertools.filterfalse", "itertools.starmap", "itertools.pairwise"}
    | {"itertools.takewhile", "itertools.groupby", "itertools.chain.from_iterable"}
)
_SEARCHING = frozenset(
    {"filter", "itertools.dropwhile", "itertools.filterfalse", "itertools.chain.from_iterable"}
)
_TAKING_METHODS = frozenset(
    {"difference", "difference_update", "extend", "extendleft", "fromkeys", "intersection"}
    | {"isdisjoint", "issubset", "issuperset", "join", "symmetric_difference", "union", "update"}
    | {"writelines", "writerows", "intersection_update", "symmetric_difference_update"}
)
_TAKING = frozenset(
    {"all", "any", "dict", "frozenset", "list", "max", "min", "set", "sorted", "sum", "tuple"}
    | {"bytes", "bytearray", "functools.reduce", "collections.Counter", "collections.deque"}
    | {"itertools.product", "itertools.permutations", "itertools.combinations"}
)
_TAKERS = frozenset({i.Unpack, i.Operate, i.SetItem, i.Build, i.Call, i.CallMethod})


@record
class Taken:
    """In ``block``, line ``line``, all items of something without a known end are asked for."""

    block: int
    line: int


def taken(resolver: Resolver, function: Function) -> Iterator[Taken]:
    """Every place where an iterator that may never end is run to its end."""
    sight = Sight(resolver, function)
    for block in function.blocks:
        for one in block.instructions:
            if type(one) in _TAKERS and sight.takes(one):
                yield Taken(block.id, one.span.line)


class Sight:
    """What is endless, as far as single bindings tell."""

    def __init__(self, resolver: Resolver, function: Function) -> None:
        self.resolver = resolver
        self.function = function
        self.bindings = resolver.bindings(function)

    def takes(self, one: i.Instruction) -> bool:
        """Whether the instruction runs an endless iterator to its end, or may search for ever."""
        match one:
            case i.Unpack(value=value):
                return self.is_endless(value)
            case i.Operate(operator="in" | "not in", operands=(_, right)):
                return self.is_endless(right)
            case i.Operate(operator=operator, operands=(_, right)) if operator in ("+=", "|="):
                return self.is_endless(right)
            case i.SetItem(key=key, value=value):
                return self._is_slice(key) and self.is_endless(value)
            case i.Build(items=items):
                return any(item.kind == "*" and self.is_endless(item.value) for item in items)
            case i.Call() | i.CallMethod():
                return self._call(one)
            case _:
                return False

    def _is_slice(self, key: i.Operand) -> bool:
        made = self.bindings.origin(key)
        return isinstance(made, i.Build) and made.kind == "slice"

    def _call(self, call: i.Call | i.CallMethod) -> bool:
        endless = [item for item in call.items if self.is_endless(item.value)]
        if not endless:
            return False
        if any(item.kind == "*" for item in endless):
            return True
        if isinstance(call, i.CallMethod) and call.name in _TAKING_METHODS:
            return True
        resolved = self.resolver.resolve(self.function, call)
        name = resolved.name if isinstance(resolved, Dotted) else ""
        if isinstance(call, i.Call) and call.text in _TAKING:
            name = name or call.text
        if name in ("next", "itertools.islice", "zip"):
            return any(self._searches(item.value) for item in endless)
        return name in _TAKING

    def _searches(self, operand: i.Operand) -> bool:
        """Whether the next item may be looked for in vain, for ever."""
        made = self.bindings.origin(operand)
        if not isinstance(made, i.Call | i.CallMethod):
            return False
        return self._name(made) in _SEARCHING or any(
            self._searches(item.value) for item in made.items
        )

    def is_endless(self, operand: i.Operand) -> bool:
        """Whether iterating the value may never end."""
        made = self.bindings.origin(operand)
        if isinstance(made, i.GetIterator):
            return self.is_endless(made.object)
        if not isinstance(made, i.Call | i.CallMethod):
            return False
        resolved = self.resolver.resolve(self.function, made)
        if isinstance(resolved, Resolved):
            return bool(resolved.constructs) and self._iterates(resolved.constructs)
        name = self._name(made)
        items = made.items
        if name in _MAKERS:
            return name != "itertools.repeat" or len(items) < 2
        if name == "iter" and len(items) == 2:
            return True
        if name == "zip":
            return bool(items) and all(self.is_endless(item.value) for item in items)
        if name in _LAZY:
            return any(self.is_endless(item.value) for item in items)
        fact = function_fact(name)
        return isinstance(fact, Fact) and fact.endless

    def _iterates(self, cls: str) -> bool:
        """Whether a class of this file says itself when its iteration ends."""
        entries = self.resolver.program.contents.classes
        lines = [entries[name] for name in self._line(cls) if name in entries]
        methods = frozenset().union(*(entry.methods for entry in lines))
        if "__next__" in methods:
            return True
        return "__iter__" not in methods and "__getitem__" in methods

    def _line(self, cls: str) -> set[str]:
        entries = self.resolver.program.contents.classes
        found: set[str] = set()
        work = [cls]
        while work:
            name = work.pop()
            if name in entries and name not in found:
                found.add(name)
                work.extend(entries[name].bases)
        return found

    def _name(self, call: i.Call | i.CallMethod) -> str:
        resolved = self.resolver.resolve(self.function, call)
        return resolved.name if isinstance(resolved, Dotted) else ""
