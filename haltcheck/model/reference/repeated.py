"""Functions that call themselves with what they were handed.

A method that asks the class of its object for the one above is asked itself where that object is
of a class below; what tells of an object tells of it again where it spells the object itself.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import partial

from haltcheck.model import instruction as i
from haltcheck.model.binding import Bindings
from haltcheck.model.calls import Resolved, Resolver, owner_of
from haltcheck.model.program import Function, Jump, Test
from haltcheck.model.reference.asked_again import Answers, HandsBack, first_reached
from haltcheck.model.reference.nowhere import Anything, may_change
from haltcheck.model.reference.spelled import spelled_out

_QUIET = frozenset({"classmethod", "functools.wraps", "property", "staticmethod", "wraps"})
_TELLS = frozenset({"__ascii__", "__format__", "__repr__", "__str__"})
_SAME = frozenset({"is", "is not", "=="})
_DIFFERS = frozenset({"input", "open", "print"})
"""Built-in functions that are different from time to time, or tell people something."""


def repeated(resolver: Resolver, qualname: str) -> HandsBack | Answers:
    """Whether a function calls itself with the arguments that it was called with."""
    function = resolver.program.functions.get(qualname)
    entry = resolver.program.contents.functions.get(qualname)
    if function is None or entry is None or not function.parameters:
        return Answers("it was not read, or is handed nothing")
    if not _QUIET.issuperset(entry.decorators) or f"{qualname}#2" in resolver.program.functions:
        return Answers("something else may run in its place")
    if function.is_generator or function.is_async:
        return Answers("it does not run at once")
    return (
        _above(resolver, function)
        or _told(resolver, function)
        or _called(resolver, function)
        or Answers("it does not call itself with what it was handed")
    )


class _Whatever(Anything):
    """Nothing on the way counts."""

    def changes(self, one: i.Instruction) -> bool:
        """What is bound on the way does not matter."""
        del one
        return False


def _above(resolver: Resolver, function: Function) -> HandsBack | None:
    """``super(self.__class__, self).m()`` in ``m``: above a class below stands this one."""
    if function.in_class is None:
        return None
    bindings, own = resolver.bindings(function), function.parameters[0].name

    def asks(one: i.Instruction) -> bool:
        if not isinstance(one, i.CallMethod) or one.name != function.name:
            return False
        made = bindings.origin(one.object)
        match made:
            case i.Call(text="super", items=(cls, held)) if bindings.root(held.value) == own:
                return _is_class_of(bindings, cls.value, own)
            case _:
                return False

    line = first_reached(function, asks, _Whatever())
    cls = function.in_class.rpartition(".")[2]
    needed = f"{own} is of a class below {cls} that has no {function.name} of its own"
    return None if line is None else HandsBack(line, needed)


def _is_class_of(bindings: Bindings, operand: i.Operand, own: str) -> bool:
    match bindings.origin(operand):
        case i.GetAttribute(object=whole, name="__class__"):
            return bindings.root(whole) == own
        case i.Call(text="type", items=(item,)):
            return bindings.root(item.value) == own
        case _:
            return False


def _told(resolver: Resolver, function: Function) -> HandsBack | None:
    """``str(self)`` in ``__repr__``, where the class leaves ``__str__`` to that."""
    if function.name not in _TELLS or function.in_class is None:
        return None
    bindings, own = resolver.bindings(function), function.parameters[0].name
    if bindings.counts.get(own) != 1:
        return None

    def tells(hows: Collection[str], one: i.Instruction) -> bool:
        # What an f-string is made of is in the call graph; ``str(self)`` is not.
        return any(
            bindings.root(operand) == own
            and how in hows
            and (how == function.name or getattr(one, "operator", "") != "format")
            and getattr(resolver.special(function, operand, how), "qualnames", ()) == told
            for operand, how in spelled_out(bindings, one)
        )

    told = (function.qualname,)
    for hows in ((function.name,), _TELLS):
        asks = partial(tells, hows)
        line = first_reached(function, asks, _Whatever())
        if line is not None and hows == _TELLS:
            # Only this class leaves the other method out; one below may have it.
            if _all_have_their_own(resolver, function):
                return None
            return HandsBack(line, f"{own} is told of by its {function.name} alone")
        if line is not None:
            certain = _is_certain(function, asks)
            return HandsBack(line, "" if certain else f"line {line} is reached")
    return None


def _all_have_their_own(resolver: Resolver, function: Function) -> bool:
    """Whether all classes of the file below one that others derive from tell of their objects in
    another way as well.
    """
    hierarchy, classes = resolver.members.hierarchy, resolver.program.contents.classes
    below = hierarchy.below(function.in_class or "")
    return bool(below) and all(
        any(classes[x].methods & (_TELLS - {function.name}) for x in hierarchy.order(one)[0])
        for one in below
    )


def _is_certain(function: Function, wanted: Callable[[i.Instruction], bool]) -> bool:
    """Whether every run comes to it: nothing is tested or caught before."""
    number = 0
    for _ in function.blocks:
        block = function.blocks[number]
        if any(map(wanted, block.instructions)):
            return True
        if not isinstance(block.terminator, Jump) or block.handler is not None:
            return False
        number = block.terminator.to
    return False


class _Unchanged(Anything):
    """Only code that is known is passed, and nothing is bound that a test looks at."""

    def __init__(self, bindings: Bindings, function: Function) -> None:
        self.bindings = bindings
        self.given = {one.name for one in function.parameters if bindings.counts[one.name] == 1}
        self.looked_at = frozenset(_looked_at(bindings, function))

    def fact(self, condition: i.Operand) -> tuple[str, bool] | None:
        """``limit is None``, ``name == "x"`` or the truth of an argument."""
        made = self.bindings.origin(condition)
        match made:
            case i.Operate(operator="not" | "truth" as how, operands=(inner,)):
                found = self.fact(inner)
                return found if found is None or how == "truth" else (found[0], not found[1])
            case i.Operate(operator=how, operands=(inner, i.Const(value=value))) if (
                how in _SAME and self.bindings.root(inner) in self.given
            ):
                return f"{self.bindings.root(inner)} {how[:2]} {value!r}", how == how[:2]
            case _:
                root = self.bindings.root(condition)
                return (root, True) if root in self.given else None

    def changes(self, one: i.Instruction) -> bool:
        """An attribute that no test looks at may be bound."""
        if isinstance(one, i.SetAttribute):
            return one.name in self.looked_at
        return super().changes(one)

    def raises(self, one: i.Instruction) -> bool:
        """What nobody knows may answer in another way the next time."""
        if isinstance(one, i.Call) and one.text in _DIFFERS:
            return True
        return isinstance(one, i.GetIterator | i.EnterContext) or may_change(one)

    def catches(self, block: object) -> bool:
        """Nobody knows what fails, and for how long."""
        del block
        return False


def _looked_at(bindings: Bindings, function: Function) -> Iterator[str]:
    """The attributes that the tests of a function are made of."""
    pending: list[i.Operand] = []
    for block in function.blocks:
        if isinstance(block.terminator, Test):
            pending.append(block.terminator.condition)
    seen: set[str] = set()
    while pending:
        operand = pending.pop()
        if not isinstance(operand, i.Local) or operand.name in seen:
            continue
        seen.add(operand.name)
        made = bindings.origin(operand)
        if isinstance(made, i.GetAttribute):
            yield made.name
        parts = [getattr(made, part, None) for part in ("object", "key", "value")]
        pending += [part for part in parts if isinstance(part, i.Local)]
        pending += [item.value for item in getattr(made, "items", ())]
        pending += getattr(made, "operands", ())


def _called(resolver: Resolver, function: Function) -> HandsBack | None:
    """``add(task, **more)`` in ``add``, with what that was handed."""
    bindings = resolver.bindings(function)
    if any(bindings.counts.get(one.name) != 1 for one in function.parameters):
        return None

    def again(one: i.Instruction) -> bool:
        if not isinstance(one, i.Call | i.CallMethod):
            return False
        return _runs(resolver, function, one) and _is_handed_on(bindings, function, one)

    line = first_reached(function, again, _Unchanged(bindings, function))
    if line is None or _is_certain(function, again):
        return None
    return HandsBack(line, f"line {line} is reached")


def _runs(resolver: Resolver, function: Function, call: i.Call | i.CallMethod) -> bool:
    """Whether a call runs the function itself."""
    run = resolver.resolve(function, call)
    if isinstance(run, Resolved):
        return run.qualnames == (function.qualname,) and not run.constructs
    if not isinstance(call, i.Call) or call.text != function.name:
        return False
    made = resolver.bindings(function).origin(call.function)
    if not isinstance(made, i.LoadFree):
        return False
    owner = owner_of(resolver.program, function, made.name)
    if owner is None or f"{owner.qualname}.{function.name}" != function.qualname:
        return False
    return resolver.bindings(owner).counts.get(function.name) == 1


def _is_handed_on(bindings: Bindings, function: Function, call: i.Call | i.CallMethod) -> bool:
    """Whether each parameter gets what it was given."""
    kinds = {"*": "*", "**": "**"}
    parameters = list(function.parameters)
    if isinstance(call, i.CallMethod) and function.in_class is not None:
        # The receiver is no argument, unless the class is asked.
        if bindings.root(call.object) == parameters[0].name:
            parameters = parameters[1:]
        elif not call.items or bindings.root(call.items[0].value) != parameters[0].name:
            return False
    left = {one.name: kinds.get(one.kind, "") for one in parameters}
    names = [one.name for one in parameters if one.kind in ("normal", "positional")]
    for place, item in enumerate(call.items):
        name = item.name if item.kind == "keyword" else bindings.root(item.value)
        kind = item.kind if item.kind in kinds else ""
        if name is None or left.pop(name, None) != kind or bindings.root(item.value) != name:
            return False
        if item.kind == "positional" and (place >= len(names) or names[place] != name):
            return False
    return not left
