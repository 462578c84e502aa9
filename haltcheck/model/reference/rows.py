"""Tables that are gone through row by row: what is found there by an item, or put in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from haltcheck.basis.once import once
from haltcheck.basis.record import record
from haltcheck.model import instruction as i
from haltcheck.model.binding import bound
from haltcheck.model.calls import Resolver
from haltcheck.model.program import Function, Loop, Next, Return, Test, successors
from haltcheck.model.reference.store import Store, store_of
from haltcheck.model.slice import reads

_VIEWS = frozenset({"items", "values", "keys"})
_ORDERED = frozenset({"sorted", "reversed", "list", "tuple", "enumerate"})
_STARTS = frozenset({"startswith", "endswith", "match", "fullmatch", "search"})
_PUTS = frozenset({"replace", "sub"})

Near = Callable[[i.Operand], bool]
"""Whether an operand has to do with the item at hand."""


@record
class Row:
    """The ``names`` of a function that hold a row of a table that was given, or a part of one."""

    names: frozenset[str]
    loop: Loop


def rows_of(resolver: Resolver, function: Function) -> tuple[Row, ...]:
    """The rows of the tables that a function goes through, found once."""
    known = _known_rows(resolver)
    held = known.get(id(function))
    if held is None:
        held = known[id(function)] = function, tuple(_rows(resolver, function))
    return held[1]


@once
def _known_rows(resolver: Resolver) -> dict[int, tuple[Function, tuple[Row, ...]]]:
    """The rows of the functions that were asked for, filled by and by."""
    del resolver
    return {}


def _rows(resolver: Resolver, function: Function) -> Iterator[Row]:
    for loop in function.loops:
        asking = function.blocks[loop.head].terminator
        if not isinstance(asking, Next):
            continue
        made = resolver.bindings(function).origin(asking.iterator)
        if isinstance(made, i.GetIterator) and _is_given(resolver, function, made.object, 0):
            yield Row(_derived(function, loop, asking.target), loop)


def _is_given(resolver: Resolver, function: Function, operand: i.Operand, depth: int) -> bool:
    """Whether what is iterated is a table of the caller, or one of an object."""
    made = resolver.bindings(function).origin(operand)
    match made:
        case i.CallMethod(object=whole, name=name) if name in _VIEWS and depth < _DEEP:
            return _is_given(resolver, function, whole, depth + 1)
        case i.Call(text=text, items=(first, *_)) if text in _ORDERED and depth < _DEEP:
            return _is_given(resolver, function, first.value, depth + 1)
        case i.GetAttribute():
            return store_of(resolver, function, operand) is not Store.BUILT
        case _:
            root = resolver.bindings(function).root(operand)
            return any(one.name == root for one in function.parameters[bool(function.in_class) :])


_DEEP = 3


def _derived(function: Function, loop: Loop, target: str) -> frozenset[str]:
    found = {target}
    changed = True
    while changed:
        changed = False
        for number in loop.blocks:
            for one in function.blocks[number].instructions:
                takes = isinstance(one, i.Copy | i.Unpack | i.GetAttribute | i.GetItem)
                if takes and not found.isdisjoint(reads(one)) and not found.issuperset(bound(one)):
                    found.update(bound(one))
                    changed = True
    return frozenset(found)


def selected(function: Function, row: Row, near: Near) -> i.Instruction | None:
    """The comparison by which the first row that fits the item is taken; None without one."""
    for number in sorted(row.loop.blocks):
        block = function.blocks[number]
        if not isinstance(block.terminator, Test):
            continue
        for one in block.instructions:
            if _fits(row, one, near) and _is_taken(function, row, block.terminator, one):
                return one
    return None


def _fits(row: Row, one: i.Instruction, near: Near) -> bool:
    operands: list[i.Operand] = []
    match one:
        case i.Operate(operator="==" | "!=", operands=both):
            operands = list(both)
        case i.CallMethod(name=name, object=whole, items=items) if name in _STARTS:
            operands = [whole, *(item.value for item in items)]
    of_row = [operand for operand in operands if _is_of(row, operand)]
    return bool(of_row) and any(near(x) for x in operands if x not in of_row)


def _is_of(row: Row, operand: i.Operand) -> bool:
    return isinstance(operand, i.Local) and operand.name in row.names


def _is_taken(function: Function, row: Row, end: Test, one: i.Instruction) -> bool:
    """Whether only a row that fits is given back, or ends the search."""
    differs = isinstance(one, i.Operate) and one.operator == "!="
    fits, other = (end.orelse, end.then) if differs else (end.then, end.orelse)
    inside = _inside(function, row.loop, fits) - _inside(function, row.loop, other)
    return fits not in row.loop.blocks or any(
        isinstance(function.blocks[number].terminator, Return)
        or any(_goes_on(row, part) for part in function.blocks[number].instructions)
        or any(after not in row.loop.blocks for after in successors(function.blocks[number]))
        for number in inside
    )


def _goes_on(row: Row, one: i.Instruction) -> bool:
    """Whether the row that fits is kept, or what it holds gone through."""
    match one:
        case i.Extend():
            return True
        case i.GetIterator(object=whole):
            return _is_of(row, whole)
        case i.Call(items=items) | i.CallMethod(items=items):
            return any(_is_of(row, item.value) for item in items)
        case _:
            return False


def _inside(function: Function, loop: Loop, start: int) -> set[int]:
    """The blocks that follow in the same round, and what leaves the loop at once."""
    seen: set[int] = set()
    pending = [start]
    while pending:
        number = pending.pop()
        if number in seen or number == loop.head:
            continue
        seen.add(number)
        if number in loop.blocks:
            pending.extend(successors(function.blocks[number]))
    return seen


def is_put(rows: tuple[Row, ...], one: i.Call | i.CallMethod, near: Near) -> bool:
    """``text.replace(key, value)``, where the table says what is put into the text."""
    name = one.name if isinstance(one, i.CallMethod) else one.text.rpartition(".")[2]
    if name not in _PUTS or len(one.items) < 2:
        return False
    puts = [item.value for item in one.items[:2]]
    texts = [item.value for item in one.items if item.value not in puts]
    texts += [one.object] if isinstance(one, i.CallMethod) else []
    texts += puts[1:] if name == "sub" else []
    said = any(_is_of(row, operand) for row in rows for operand in puts)
    return said and any(near(text) for text in texts)
