"""Work lists: what takes its items from a container that it fills itself."""

from __future__ import annotations

from collections.abc import Iterator

from haltcheck.model import instruction as i
from haltcheck.model.binding import bound
from haltcheck.model.calls import Resolver
from haltcheck.model.program import Function, Loop, Test, successors
from haltcheck.model.reference.store import place_of

_PUSHES = frozenset(
    {"append", "appendleft", "add", "insert", "push", "put", "extend", "extendleft", "update"}
)
_POPS = frozenset({"pop", "popleft", "get", "get_nowait"})


def methods(function: Function, loop: Loop) -> Iterator[tuple[int, int, i.CallMethod]]:
    """The calls of methods in the loop, with their block and index."""
    for number in sorted(loop.blocks):
        for index, one in enumerate(function.blocks[number].instructions):
            if isinstance(one, i.CallMethod):
                yield number, index, one


def takes(resolver: Resolver, function: Function, one: i.CallMethod, name: str) -> bool:
    """Whether the call takes an item from the list of this name."""
    return one.name in _POPS and place_of(resolver, function, one.object) == name


def worklists(resolver: Resolver, function: Function, loop: Loop) -> set[str]:
    """Lists and queues that items are taken from in the loop, and that are no callee's."""
    return {
        place
        for _, _, one in methods(function, loop)
        if one.name in _POPS
        and (place := place_of(resolver, function, one.object))
        and _is_worklist(resolver, function, loop, one, place)
        and len(one.items) <= 1
        and not _is_begun(resolver, function, loop, place)
    }


def _is_worklist(
    resolver: Resolver, function: Function, loop: Loop, one: i.CallMethod, place: str
) -> bool:
    asks = one.name.startswith("get")
    if asks and any(not isinstance(item.value, i.Const) for item in one.items):
        return False
    if place in function.locals and not asks:
        return True
    # A worker that waits at a queue until it is told to stop is meant to.
    own = place in function.locals or place.removeprefix("self.").isidentifier()
    return own and any(
        _ends_empty(resolver, function, loop, number, place) for number in loop.blocks
    )


def _ends_empty(
    resolver: Resolver, function: Function, loop: Loop, number: int, place: str
) -> bool:
    """Whether a block leaves the loop where nothing is left: ``while not queue.empty()``."""
    block = function.blocks[number]
    if not isinstance(block.terminator, Test) or loop.blocks.issuperset(successors(block)):
        return False
    asked = block.terminator.condition
    for _ in range(3):
        match resolver.bindings(function).origin(asked):
            case i.Operate(operands=(inner, *_)) | i.CallMethod(object=inner):
                asked = inner
            case i.Call(text="len", items=(item,)):
                asked = item.value
            case _:
                break
    return place_of(resolver, function, asked) == place


def _is_begun(resolver: Resolver, function: Function, loop: Loop, name: str) -> bool:
    """Whether each round of the loop begins with a list of its own."""
    own = name.removeprefix("self.")
    return any(
        (name in bound(one) or (isinstance(one, i.SetAttribute) and one.name == own != name))
        and not any(
            place_of(resolver, function, operand) == name
            for operand in (getattr(one, "value", None), *getattr(one, "operands", ()))
            if operand is not None
        )
        and not _is_sum(resolver, function, one, name)
        for number in loop.blocks
        for one in function.blocks[number].instructions
    )


def _is_sum(resolver: Resolver, function: Function, one: i.Instruction, name: str) -> bool:
    """``name = more + name``, by way of a temporary."""
    made = resolver.bindings(function).origin(getattr(one, "value", i.Const(None)))
    return isinstance(made, i.Operate) and any(
        place_of(resolver, function, operand) == name for operand in made.operands
    )


def pushes(
    resolver: Resolver, function: Function, loop: Loop, name: str
) -> Iterator[tuple[int, int, list[i.Operand]]]:
    """Where something is put into the list, with what it is."""
    for number in sorted(loop.blocks):
        for index, one in enumerate(function.blocks[number].instructions):
            match one:
                case i.CallMethod(object=whole, name=method, items=items) if method in _PUSHES:
                    if place_of(resolver, function, whole) == name:
                        yield number, index, [item.value for item in items]
                case i.Operate(operator="+" | "+=" | "|" | "|=", operands=operands):
                    places = [place_of(resolver, function, operand) for operand in operands]
                    if name in places:
                        yield (
                            number,
                            index,
                            [
                                operand
                                for operand, place in zip(operands, places, strict=True)
                                if place != name
                            ],
                        )
