"""Tables that a look-up asks for what is theirs: own keys, and what the function noted itself."""

from __future__ import annotations

from haltcheck.basis.once import once
from haltcheck.model import instruction as i
from haltcheck.model.binding import Bindings, bound
from haltcheck.model.calls import Resolver
from haltcheck.model.program import Function, Next, Test, reached
from haltcheck.model.reference.store import place_of
from haltcheck.model.slice import reads

_SAME_KEYS = frozenset({"list", "tuple", "sorted", "reversed", "set", "iter"})


def is_own_key(resolver: Resolver, function: Function, one: i.GetItem) -> bool:
    """Whether the key was taken from the table itself: ``for key in table: table[key]``.

    Then what stands there is a part of the table.
    """
    key = resolver.bindings(function).root(one.key)
    place = place_of(resolver, function, one.object)
    asking = [
        (len(loop.blocks), end.iterator)
        for loop in function.loops
        if isinstance(end := function.blocks[loop.head].terminator, Next) and end.target == key
        if any(
            one is part for number in loop.blocks for part in function.blocks[number].instructions
        )
    ]
    if not asking or not place:
        return False
    made = resolver.bindings(function).origin(min(asking, key=lambda found: found[0])[1])
    whole = made.object if isinstance(made, i.GetIterator) else i.Const(None)
    for _ in range(3):
        match resolver.bindings(function).origin(whole):
            case i.CallMethod(object=table, name="keys" | "copy", items=()):
                whole = table
            case i.Call(text=text, items=(table, *_)) if text in _SAME_KEYS:
                whole = table.value
            case _:
                break
    return place_of(resolver, function, whole) == place


def noted(resolver: Resolver, function: Function, look: i.Instruction) -> list[i.Operand]:
    """What the function itself puts where it looks up, under the same key, if not found there.

    A table of this kind is a memo: it gives back what was put. None where something is put there
    that was found there, as in a table that refers to itself.
    """
    match look:
        case i.GetItem(object=whole, key=key):
            pass
        case i.CallMethod(object=whole, items=(item, *_)):
            key = item.value
        case _:
            return []
    place = place_of(resolver, function, whole)
    under = resolver.bindings(function).root(key)
    puts = [
        (block.id, index, one)
        for block in function.blocks
        for index, one in enumerate(block.instructions)
        if isinstance(one, i.SetItem) and place_of(resolver, function, one.object) == place
    ]
    if not place or not under or not puts:
        return []
    hit = _where_found(resolver, function, look, place)
    for number, index, put in puts:
        if resolver.bindings(function).root(put.key) != under or number in hit:
            return []
        if look in _sources(function, number, index, put.value):
            return []
    return [put.value for _, _, put in puts]


def _where_found(
    resolver: Resolver, function: Function, look: i.Instruction, place: str
) -> set[int]:
    """The blocks that control comes to where the table already has what is looked up."""
    missed: set[tuple[int, int]] = set()
    for block in function.blocks:
        end = block.terminator
        misses = (
            _misses(resolver, function, end.condition, look, place)
            if isinstance(end, Test)
            else None
        )
        if isinstance(end, Test) and misses is not None:
            missed.add((block.id, end.then if misses else end.orelse))
        if block.handler is not None and look in block.instructions:
            missed.add((block.id, block.handler))
    return reached(function, missed)


def _misses(
    resolver: Resolver, function: Function, asked: i.Operand, look: i.Instruction, place: str
) -> bool | None:
    """Whether a test holds where the table has nothing; None where it asks for something else."""
    bindings = resolver.bindings(function)
    match bindings.origin(asked):
        case i.Operate(operator="not" | "truth" as how, operands=(inner,)):
            misses = _misses(resolver, function, inner, look, place)
            return None if misses is None else misses != (how == "not")
        case i.Operate(operator="in" | "not in" as how, operands=(_, whole)):
            return how == "not in" if place_of(resolver, function, whole) == place else None
        case i.Operate(operator="is" | "is not" as how, operands=(inner, i.Const(value=None))):
            return how == "is" if bindings.root(inner) == _target(bindings, look) else None
        case _:
            return False if bindings.root(asked) == _target(bindings, look) else None


def _target(bindings: Bindings, look: i.Instruction) -> str:
    return next(iter(bound(look)), "")


def _sources(function: Function, number: int, index: int, value: i.Operand) -> list[i.Instruction]:
    """The instructions that a value may come of; what is bound just before hides what was."""
    found: list[i.Instruction] = []
    seen: set[str] = set()
    before = function.blocks[number].instructions[:index]
    pending = [value.name] if isinstance(value, i.Local) else []
    while pending:
        name = pending.pop()
        if name in seen:
            continue
        seen.add(name)
        near = [one for one in before if name in bound(one)][-1:]
        makers = near or [
            one for block in function.blocks for one in block.instructions if name in bound(one)
        ]
        found += makers
        pending += [source for one in makers for source in reads(one)]
        pending += [
            end.iterator.name
            for block in function.blocks
            if isinstance(end := block.terminator, Next) and end.target == name
            if isinstance(end.iterator, i.Local)
        ]
    return found


def holds_classes(resolver: Resolver, function: Function, table: i.Operand) -> bool:
    """Whether what a table gives is asked what it derives from, here or in the same class.

    Classes tell how to go on for each kind, and are no items of the data. What is made of a class
    of another module in brackets is a type as well: ``typing.Literal[names]``.
    """
    place = place_of(resolver, function, table)
    if place.rpartition(".")[2][:1].isupper() and resolver.dotted(function, table):
        return True
    return bool(place) and (_scope(function, place), place) in _tables_of_classes(resolver)


def _scope(function: Function, place: str) -> str:
    return (function.in_class or "") if place.startswith("self.") else function.qualname


@once
def _tables_of_classes(resolver: Resolver) -> frozenset[tuple[str, str]]:
    """The tables, each by the class or function that it belongs to, and its place there."""
    found: set[tuple[str, str]] = set()
    for function in resolver.program.functions.values():
        origin = resolver.bindings(function).origin
        for block in function.blocks:
            for one in block.instructions:
                if isinstance(one, i.Call) and one.text == "issubclass" and one.items:
                    made = origin(one.items[0].value)
                    if isinstance(made, i.GetItem):
                        place = place_of(resolver, function, made.object)
                        found.add((_scope(function, place), place))
    return frozenset(found)
