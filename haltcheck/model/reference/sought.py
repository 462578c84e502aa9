"""Streams that are read where an item says: what is read there is what the item refers to."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from haltcheck.model import instruction as i
from haltcheck.model.calls import Resolved, Resolver
from haltcheck.model.program import Function
from haltcheck.model.reference.store import place_of
from haltcheck.model.reference.told import TELLS, is_led

_BEGINNING = ("os.SEEK_SET", "io.SEEK_SET", "SEEK_SET")
_DEEPEST = 2


def seeks(
    resolver: Resolver,
    function: Function,
    is_item: Callable[[i.Operand], bool],
    near: Callable[[i.Operand], bool],
) -> Iterator[tuple[str, i.CallMethod]]:
    """The streams, by their places, that are sought at the item, counted from the start, and what
    else is told to go there.

    A step from where the stream is leads on, and not to what was read before.
    """
    bindings = resolver.bindings(function)

    def is_place(operand: i.Operand) -> bool:
        match bindings.origin(operand):
            case i.Operate(operator="+" | "-", operands=operands):
                return any(map(is_item, operands))
            case i.Call(text="int" | "cast" | "typing.cast", items=items):
                return any(is_item(item.value) for item in items)
            case _:
                return is_item(operand)

    for block in function.blocks:
        for one in block.instructions:
            if not isinstance(one, i.CallMethod) or not one.items:
                continue
            if one.name in TELLS and is_led(resolver, function, one, near):
                place = place_of(resolver, function, one.object)
                if place:
                    yield place, one
            if one.name != "seek":
                continue
            where, *rest = (item.value for item in one.items)
            place = place_of(resolver, function, one.object)
            if place and is_place(where) and all(_is_start(resolver, function, x) for x in rest):
                yield place, one


def _is_start(resolver: Resolver, function: Function, whence: i.Operand) -> bool:
    if isinstance(whence, i.Const):
        return whence.value == 0
    return place_of(resolver, function, whence) in _BEGINNING


def reads_there(
    resolver: Resolver, function: Function, call: i.Call | i.CallMethod, places: set[str]
) -> bool:
    """Whether a method of the same object is called that reads one of the sought streams."""
    names = {place.removeprefix("self.") for place in places if place.startswith("self.")}
    run = resolver.resolve(function, call) if names else None
    if (
        not isinstance(run, Resolved)
        or len(run.qualnames) != 1
        or not isinstance(call, i.CallMethod)
    ):
        return False
    if place_of(resolver, function, call.object) != "self":
        return False
    return _mentions(resolver, run.qualnames[0], names, 0)


def _mentions(resolver: Resolver, qualname: str, names: set[str], depth: int) -> bool:
    callee = resolver.program.functions.get(qualname)
    if callee is None or depth > _DEEPEST:
        return False
    for block in callee.blocks:
        for one in block.instructions:
            if isinstance(one, i.GetAttribute) and one.name in names:
                return True
            if isinstance(one, i.CallMethod) and place_of(resolver, callee, one.object) == "self":
                run = resolver.resolve(callee, one)
                inner = run.qualnames if isinstance(run, Resolved) else ()
                if any(_mentions(resolver, name, names, depth + 1) for name in inner):
                    return True
    return False
