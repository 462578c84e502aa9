"""Recursions into the members of containers that may hold themselves.

The way through the function is followed for a container that holds itself by way of another one:
types and attributes are known, keys are free, and what may differ from round to round decides
nothing. Where the function comes to be called with a member, and with all else that counts as
before, it never ends.

Data of one shape do not come to hold themselves: that is contrived. It is none for what takes
lists and dictionaries alike, whatever anybody hands over, for texts, whose characters are texts
again, and for special methods, which tell of objects and compare them however they are linked.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from haltcheck.basis.once import once
from haltcheck.basis.record import record
from haltcheck.model import instruction as i
from haltcheck.model.calls import Resolver
from haltcheck.model.program import Function, code_of
from haltcheck.model.recursion import recurring
from haltcheck.model.reference.asked_again import Answers, HandsBack
from haltcheck.model.reference.container import STABLE, Known, Node, Stable, Value
from haltcheck.model.reference.descent import Reached, TooLongError
from haltcheck.model.reference.descent_call import descend
from haltcheck.model.reference.given import from_outside, may_hold

_MOST = 30
_CIRCLES = (
    ("list", "list"),
    ("dict", "dict"),
    ("dict", "list"),
    ("list", "dict"),
    ("text", "text"),
)
_OBJECTS = ("object", "object")
_TOLD = {
    "list": "a list that holds itself",
    "dict": "a dictionary that holds itself",
    "text": "a text",
}
_QUIET = frozenset({"classmethod", "property", "staticmethod"})


@record
class _State:
    """A function, and what its parameters and the variables around it hold."""

    qualname: str
    given: tuple[tuple[str, Value], ...]


@once
def _known(resolver: Resolver) -> dict[str, HandsBack | Answers]:
    """What was found for the functions that were asked for, filled by and by."""
    del resolver
    return {}


def nested(resolver: Resolver, qualname: str) -> HandsBack | Answers:
    """Whether a function never comes back from a container that holds itself."""
    known = _known(resolver)
    if qualname not in known:
        try:
            known[qualname] = _nested(resolver, qualname)
        except (TooLongError, RecursionError):
            known[qualname] = Answers("too many ways lead through it, or too long ones")
    return known[qualname]


def _may_recur(resolver: Resolver, function: Function) -> bool:
    """Whether it calls itself, or hands itself on by its name."""
    if function.qualname in recurring(resolver):
        return True
    inside = [
        other
        for name, other in resolver.program.functions.items()
        if name.startswith(f"{function.qualname}.<")
    ]
    return any(
        (isinstance(one, i.LoadGlobal) and one.name == function.qualname)
        or (isinstance(one, i.CallMethod) and _is_like(resolver, part, one, function))
        for part in (function, *inside)
        for one in code_of(part)
    )


def _is_like(resolver: Resolver, part: Function, call: i.CallMethod, function: Function) -> bool:
    """Whether a call in a part may run the method on another object.

    What makes objects asks the classes above for the rest, and ``super()`` is another method.
    """
    if function.in_class is None or call.name != function.name or function.name == "__init__":
        return False
    made = resolver.bindings(part).origin(call.object)
    return not (isinstance(made, i.Call) and made.text == "super")


def _nested(resolver: Resolver, qualname: str) -> HandsBack | Answers:
    function = resolver.program.functions.get(qualname)
    entry = resolver.program.contents.functions.get(qualname)
    if function is None or entry is None or "<" in qualname:
        return Answers("it was not read")
    if not _may_recur(resolver, function):
        return Answers("it does not call itself")
    if not _QUIET.issuperset(entry.decorators) or f"{qualname}#2" in resolver.program.functions:
        return Answers("something else may run in its place")
    own = function.parameters[0].name if function.in_class and function.parameters else ""
    for place, parameter in enumerate(function.parameters):
        is_own = place == 0 and bool(own) and "staticmethod" not in entry.decorators
        lines: dict[str, int] = {}
        for kinds in (*_CIRCLES, _OBJECTS) if is_own else _CIRCLES:
            start = _start(resolver, function, parameter.name, kinds, is_own=is_own)
            line = _again(resolver, start) if start is not None else None
            if line is not None:
                lines.setdefault(kinds[0], line)
        if lines:
            kind = "text" if "text" in lines else next(iter(lines))
            told = "an object that holds itself" if is_own else _TOLD[kind]
            contrived = not _is_meant(function, lines)
            return HandsBack(lines[kind], f"{parameter.name} is {told}", contrived)
    return Answers("it does not come to a member of what it is handed")


def _is_meant(function: Function, kinds: Collection[str]) -> bool:
    """Whether the function may well be handed such containers closed."""
    takes_any = "text" in kinds or {"list", "dict"}.issubset(kinds)
    return takes_any or function.name.startswith("__")


def _start(
    resolver: Resolver, function: Function, name: str, kinds: tuple[str, ...], *, is_own: bool
) -> _State | None:
    """The first call, where somebody may make it."""
    cls = ""
    if is_own:
        cls = function.in_class or ""
        if kinds[0] != kinds[1] or not may_hold(resolver, cls, kinds[0]):
            return None
    elif not from_outside(resolver, function, name, kinds[0]):
        return None
    given: dict[str, Value] = {one.name: Stable(one.name) for one in function.parameters}
    given[name] = Node(kinds, 0, cls)
    return _State(function.qualname, tuple(given.items()))


def _again(resolver: Resolver, start: _State) -> int | None:
    """The line that leads from a state of this function back to it, if any."""
    first: dict[_State, int] = {}
    after: dict[_State, list[_State]] = {}
    pending = [start]
    while pending:
        state = pending.pop()
        if state in after or len(after) > _MOST:
            continue
        after[state] = []
        function = resolver.program.functions.get(state.qualname)
        if function is None:
            continue
        for reached in descend(resolver, function, dict(state.given)):
            called = resolver.program.functions.get(reached.qualname)
            following = _state(called, reached) if called is not None else None
            if following is not None:
                after[state].append(following)
                pending.append(following)
                if state.qualname == start.qualname:
                    first.setdefault(state, reached.line)
    circular = [state for state in first if _leads(after, state)]
    if not any(_places(one).isdisjoint(_places(other)) for one in circular for other in circular):
        # What comes back is what it was handed, and no member of that.
        return None
    return first[circular[0]]


def _places(state: _State) -> frozenset[int]:
    """Where in the circle the containers stand that a function is handed."""
    return frozenset(value.at for _, value in state.given if isinstance(value, Node))


def _leads(after: Mapping[_State, list[_State]], state: _State) -> bool:
    """Whether a state leads back to itself."""
    seen: set[_State] = set()
    pending = list(after.get(state, ()))
    while pending:
        one = pending.pop()
        if one == state:
            return True
        if one not in seen:
            seen.add(one)
            pending.extend(after.get(one, ()))
    return False


def _state(function: Function, reached: Reached) -> _State | None:
    """The state that a call leads to: what it is not handed has its default."""
    given: dict[str, Value] = dict(reached.given)
    for one in function.parameters:
        if one.name not in given:
            default = getattr(one.default, "value", STABLE) if one.default is not None else STABLE
            given[one.name] = STABLE if default is STABLE else Known(default)
    return _State(function.qualname, tuple(sorted(given.items(), key=lambda one: one[0])))
