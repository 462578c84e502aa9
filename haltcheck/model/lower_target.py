"""Assignment targets: names, attributes, items, unpacking; augmented assignment; ``del``."""

from __future__ import annotations

from haltcheck.frontend import expression as e
from haltcheck.frontend import statement as s
from haltcheck.model.instruction import (
    DeleteAttribute,
    DeleteItem,
    GetAttribute,
    GetItem,
    Hole,
    Local,
    Operand,
    Operate,
    SetAttribute,
    SetItem,
    Unpack,
)
from haltcheck.model.lower_expression import hole
from haltcheck.model.lower_function import Form, Lowering


def _to_name(low: Lowering, target: e.Name, value: Operand) -> None:
    low.store(target.span, target.id, value)


def _to_attribute(low: Lowering, target: e.Attribute, value: Operand) -> None:
    owner = low.value(target.value)
    low.emit(SetAttribute(target.span, owner, low.mangled(target.attribute), value))


def _to_item(low: Lowering, target: e.Subscript, value: Operand) -> None:
    owner, key = low.many((target.value, target.index))
    low.emit(SetItem(target.span, owner, key, value))


def _to_display(low: Lowering, target: e.Display, value: Operand) -> None:
    """Unpacks into names at once, into anything else by way of temporaries, left to right."""
    star = -1
    parts: list[e.Expression] = []
    for index, item in enumerate(target.items):
        if type(item) is e.Starred:
            star = index
            item = item.value
        parts.append(item)
    names = [low.place_of(part.id) if type(part) is e.Name else None for part in parts]
    direct = [name for name in names if name is not None]
    if len(direct) == len(parts) and len(set(direct)) == len(parts):
        low.emit(Unpack(target.span, tuple(direct), value, star))
        for name in direct:
            low.bound(name)
        return
    temporaries = [low.fresh() for _ in parts]
    low.emit(Unpack(target.span, tuple(temporaries), value, star))
    for part, temporary in zip(parts, temporaries, strict=True):
        low.assign(part, low.local(temporary))


def _to_starred(low: Lowering, target: e.Starred, value: Operand) -> None:
    low.assign(target.value, value)


def _to_unmodelled(low: Lowering, target: e.Unmodelled, _: Operand) -> None:
    hole(low, target.span, target.gap, tuple(sorted(low.owned)))


TARGETS: dict[type, Form] = {
    e.Name: _to_name,
    e.Attribute: _to_attribute,
    e.Subscript: _to_item,
    e.Display: _to_display,
    e.Starred: _to_starred,
    e.Unmodelled: _to_unmodelled,
}


def _assign(low: Lowering, statement: s.Assign) -> None:
    if len(statement.targets) == 1:
        target = statement.targets[0]
        if type(target) is e.Name:
            _bind(low, target, statement.value)
            return
        if type(target) is e.Display and _parallel(low, target, statement.value):
            return
    operand = low.value(statement.value)
    if any(type(target) is not e.Name for target in statement.targets):
        operand = low.held(statement.span, operand)
    if len(statement.targets) > 1:
        operand = low.copied(statement.span, operand)
    for target in statement.targets:
        low.assign(target, operand)


def _bind(low: Lowering, target: e.Name, value: e.Expression) -> None:
    own = low.place_of(target.id)
    if own is None:
        low.store(target.span, target.id, low.value(value))
    else:
        low.into(value, own)
        low.bound(own)


def _parallel(low: Lowering, target: e.Display, value: e.Expression) -> bool:
    """``a, b = b, a``: as many values as targets go over one by one, without a tuple."""
    if type(value) is not e.Display or len(value.items) != len(target.items):
        return False
    if value.kind == "set" or e.Starred in map(type, (*target.items, *value.items)):
        return False
    operands = low.many(value.items)
    is_plain = all(type(item) is e.Name for item in target.items)
    written: set[str] = set()
    for index, item in enumerate(target.items):
        operand = operands[index]
        if type(operand) is Local and (not is_plain or operand.name in written):
            operands[index] = low.copied(value.span, operand)
        written.add((low.place_of(item.id) or "") if type(item) is e.Name else "")
    for item, operand in zip(target.items, operands, strict=True):
        low.assign(item, operand)
    return True


def _augment(low: Lowering, statement: s.Augment) -> None:
    """The place is evaluated once, read, and written after the operation."""
    target, operator = statement.target, statement.operator + "="
    match target:
        case e.Name(span, name):
            old, value = low.many((target, statement.value))
            own = low.place_of(name)
            result = own or low.fresh()
            low.emit(Operate(statement.span, result, operator, (old, value)))
            if own is None:
                low.store(span, name, low.local(result))
            else:
                low.bound(own)
        case e.Attribute(span, value_of, attribute):
            owner = low.held(span, low.value(value_of))
            name = low.mangled(attribute)
            read = low.fresh()
            low.emit(GetAttribute(span, read, owner, name))
            result = _operated(low, statement, low.local(read))
            low.emit(SetAttribute(span, owner, name, low.local(result)))
        case e.Subscript(span, value_of, index):
            owner, key = low.many((value_of, index))
            owner, key = low.held(span, owner), low.held(span, key)
            read = low.fresh()
            low.emit(GetItem(span, read, owner, key))
            result = _operated(low, statement, low.local(read))
            low.emit(SetItem(span, owner, key, low.local(result)))
        case _:
            gap = e.Gap(statement.span, "augmented assignment", "its target is not modelled")
            low.emit(Hole(statement.span, low.fresh(), gap, tuple(sorted(low.owned))))


def _operated(low: Lowering, statement: s.Augment, old: Operand) -> str:
    value = low.value(statement.value)
    result = low.fresh()
    low.emit(Operate(statement.span, result, statement.operator + "=", (old, value)))
    return result


def _delete(low: Lowering, statement: s.Delete) -> None:
    work = list(reversed(statement.targets))
    while work:
        target = work.pop()
        match target:
            case e.Name(span, name):
                low.unbind(span, name)
            case e.Attribute(span, value, attribute):
                low.emit(DeleteAttribute(span, low.value(value), low.mangled(attribute)))
            case e.Subscript(span, value, index):
                owner, key = low.many((value, index))
                low.emit(DeleteItem(span, owner, key))
            case e.Display(_, _, items):
                work += reversed(items)
            case _:
                gap = e.Gap(statement.span, "del", "its target is not modelled")
                hole(low, statement.span, gap, tuple(sorted(low.owned)))


FORMS: dict[type, Form] = {s.Assign: _assign, s.Augment: _augment, s.Delete: _delete}
