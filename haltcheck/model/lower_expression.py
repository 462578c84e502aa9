"""Expressions become instructions in Python's order of evaluation."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from haltcheck.basis.span import Span
from haltcheck.frontend import expression as e
from haltcheck.model.instruction import (
    Build,
    Call,
    CallMethod,
    Const,
    GetAttribute,
    GetItem,
    Hole,
    Item,
    Operand,
    Operate,
    Suspend,
)
from haltcheck.model.lower_function import Lowering, ValueForm

# To a grammar they are names like any other, and no program can rebind them.
SINGLETONS: dict[str, bool | None] = {"None": None, "True": True, "False": False}
_UNARY = {"-": "neg", "+": "pos", "~": "invert", "not": "not"}


def dotted(expression: e.Expression) -> str:
    """``a.b.c`` where the expression is one, else nothing."""
    parts: list[str] = []
    while type(expression) is e.Attribute:
        parts.append(expression.attribute)
        expression = expression.value
    if type(expression) is not e.Name:
        return ""
    parts.append(expression.id)
    return ".".join(reversed(parts))


def _constant(_: Lowering, x: e.Constant, __: str | None) -> Operand:
    return Const(x.value)


def _name(low: Lowering, x: e.Name, _: str | None) -> Operand:
    if x.id in SINGLETONS:
        return Const(SINGLETONS[x.id])
    return low.load(x.span, x.id)


def _attribute(low: Lowering, x: e.Attribute, target: str | None) -> Operand:
    value = low.value(x.value)
    target = target or low.fresh()
    low.emit(GetAttribute(x.span, target, value, low.mangled(x.attribute)))
    return low.local(target)


def _subscript(low: Lowering, x: e.Subscript, target: str | None) -> Operand:
    value, key = low.many((x.value, x.index))
    target = target or low.fresh()
    low.emit(GetItem(x.span, target, value, key))
    return low.local(target)


def _slice(low: Lowering, x: e.Slice, target: str | None) -> Operand:
    nothing = e.Constant(x.span, None)
    parts = low.many((x.lower or nothing, x.upper or nothing, x.step or nothing))
    target = target or low.fresh()
    low.emit(Build(x.span, target, "slice", tuple([Item("positional", part) for part in parts])))
    return low.local(target)


def _unary(low: Lowering, x: e.Unary, target: str | None) -> Operand:
    operand = low.value(x.operand)
    if x.operator == "-" and type(operand) is Const and type(operand.value) in (int, float):
        return Const(-operand.value)  # type: ignore[operator]
    target = target or low.fresh()
    low.emit(Operate(x.span, target, _UNARY[x.operator], (operand,)))
    return low.local(target)


def _binary(low: Lowering, x: e.Binary, target: str | None) -> Operand:
    operands = low.many((x.left, x.right))
    target = target or low.fresh()
    low.emit(Operate(x.span, target, x.operator, tuple(operands)))
    return low.local(target)


def _comparison(low: Lowering, x: e.Comparison, target: str | None) -> Operand:
    if len(x.rest) == 1:
        operator, right = x.rest[0]
        operands = low.many((x.left, right))
        target = target or low.fresh()
        low.emit(Operate(x.span, target, operator, tuple(operands)))
        return low.local(target)
    result, done = low.fresh(), low.label()

    def go_on(last: bool) -> None:
        if last:
            low.jump(done)
            return
        after = low.label()
        low.test(x.span, low.local(result), after, done)
        low.place(after)

    chain(low, x, lambda _: result, go_on)
    low.place(done)
    return low.local(result)


def chain(
    low: Lowering,
    x: e.Comparison,
    target: Callable[[bool], str],
    go_on: Callable[[bool], None],
) -> None:
    """``a < b < c``, each operand evaluated once; ``go_on`` leaves after each comparison."""
    left = low.value(x.left)
    for index, (operator, right) in enumerate(x.rest):
        is_last = index == len(x.rest) - 1
        if type(right) is not e.Constant:
            left = low.held(x.span, left)
        after = low.value(right)
        if not is_last:
            after = low.held(right.span, after)
        result = target(is_last)
        low.emit(Operate(x.span, result, operator, (left, after)))
        go_on(is_last)
        left = after


def _logical(low: Lowering, x: e.Logical, _: str | None) -> Operand:
    result, done = low.fresh(), low.label()
    for value in x.values[:-1]:
        low.into(value, result)
        after = low.label()
        ends = (after, done) if x.operator == "and" else (done, after)
        low.test(x.span, low.local(result), *ends)
        low.place(after)
    low.into(x.values[-1], result)
    low.jump(done)
    low.place(done)
    return low.local(result)


def _conditional(low: Lowering, x: e.Conditional, target: str | None) -> Operand:
    target = target or low.fresh()
    body, orelse, done = low.label(), low.label(), low.label()
    low.branch(x.test, body, orelse)
    low.place(body)
    low.into(x.body, target)
    low.jump(done)
    low.place(orelse)
    low.into(x.orelse, target)
    low.jump(done)
    low.place(done)
    return low.local(target)


def _call(low: Lowering, x: e.Call, target: str | None) -> Operand:
    # Positional and starred arguments are evaluated before keywords, wherever they stand.
    ordered = sorted(x.arguments, key=lambda argument: argument.kind in ("keyword", "**"))
    function = x.function
    if type(function) is e.Attribute:
        owner, items = _arguments(low, function.value, ordered)
        target = target or low.fresh()
        name = low.mangled(function.attribute)
        low.emit(CallMethod(x.span, target, owner, name, items, dotted(function)))
    else:
        called, items = _arguments(low, function, ordered)
        target = target or low.fresh()
        low.emit(Call(x.span, target, called, items, dotted(function)))
    return low.local(target)


def _arguments(
    low: Lowering, first: e.Expression, arguments: Sequence[e.Argument]
) -> tuple[Operand, tuple[Item, ...]]:
    if any(argument.kind in ("*", "**") for argument in arguments[:-1]):
        owner = low.held(first.span, low.value(first))
        return owner, starred_items(low, [(a.kind, a.name, a.value) for a in arguments])
    operands = low.many([first, *[argument.value for argument in arguments]])
    items = [
        Item(argument.kind, operand, argument.name)
        for argument, operand in zip(arguments, operands[1:], strict=True)
    ]
    return operands[0], tuple(items)


def starred_items(
    low: Lowering, parts: Sequence[tuple[str, str | None, e.Expression]]
) -> tuple[Item, ...]:
    """Items where ``*value`` stands before others: it is iterated before they are evaluated."""
    items: list[Item] = []
    for index, (kind, name, value) in enumerate(parts):
        operand = low.value(value)
        rest = [part[2] for part in parts[index + 1 :]]
        if any(type(part) not in (e.Name, e.Constant) for part in rest):
            if kind in ("*", "**"):
                operand = _spread(low, value.span, kind, operand)
            else:
                operand = low.held(value.span, operand)
        items.append(Item(kind, operand, name))
    return tuple(items)


def _spread(low: Lowering, span: Span, kind: str, operand: Operand) -> Operand:
    copy = low.fresh()
    low.emit(Build(span, copy, "list" if kind == "*" else "dict", (Item(kind, operand),)))
    return low.local(copy)


def _display(low: Lowering, x: e.Display, target: str | None) -> Operand:
    if any(type(item) is e.Starred for item in x.items):
        parts: list[tuple[str, str | None, e.Expression]] = [
            ("*", None, item.value) if type(item) is e.Starred else ("positional", None, item)
            for item in x.items
        ]
        items = starred_items(low, parts)
    else:
        items = tuple([Item("positional", operand) for operand in low.many(x.items)])
    target = target or low.fresh()
    low.emit(Build(x.span, target, x.kind, items))
    return low.local(target)


def _mapping(low: Lowering, x: e.Mapping, target: str | None) -> Operand:
    items: list[Item] = []
    if any(key is None for key, _ in x.items[:-1]):
        flat = [
            ("**" if key is None else "positional", None, part)
            for key, value in x.items
            for part in (key, value)
            if part is not None
        ]
        operands = iter([item.value for item in starred_items(low, flat)])
    else:
        operands = iter(low.many([part for item in x.items for part in item if part is not None]))
    for key, _ in x.items:
        if key is None:
            items.append(Item("**", next(operands)))
        else:
            key_operand = next(operands)
            items.append(Item("positional", next(operands), None, key_operand))
    target = target or low.fresh()
    low.emit(Build(x.span, target, "dict", tuple(items)))
    return low.local(target)


def _formatted(low: Lowering, x: e.FormattedValue, target: str | None) -> Operand:
    spec = x.spec or e.Constant(x.span, "")
    value, width = low.many((x.value, spec))
    target = target or low.fresh()
    low.emit(Operate(x.span, target, "format", (value, Const(x.conversion), width)))
    return low.local(target)


def _text(low: Lowering, x: e.Text, target: str | None) -> Operand:
    operands = low.many(x.parts)
    target = target or low.fresh()
    low.emit(Operate(x.span, target, "join", tuple(operands)))
    return low.local(target)


def _walrus(low: Lowering, x: e.Walrus, _: str | None) -> Operand:
    own = low.place_of(x.name)
    if own is not None:
        low.into(x.value, own)
        low.disturb(own)
        return low.local(own)
    value = low.value(x.value)
    low.store(x.span, x.name, value)
    return value


def _suspend(low: Lowering, span: Span, kind: str, value: Operand, target: str | None) -> Operand:
    target = target or low.fresh()
    low.emit(Suspend(span, target, kind, value))
    return low.local(target)


def _await(low: Lowering, x: e.Await, target: str | None) -> Operand:
    return _suspend(low, x.span, "await", low.value(x.value), target)


def _yield(low: Lowering, x: e.Yield, target: str | None) -> Operand:
    value = Const(None) if x.value is None else low.value(x.value)
    return _suspend(low, x.span, "yield", value, target)


def _yield_from(low: Lowering, x: e.YieldFrom, target: str | None) -> Operand:
    return _suspend(low, x.span, "yield from", low.value(x.value), target)


def _starred(low: Lowering, x: e.Starred, target: str | None) -> Operand:
    # Only as a subscript, ``a[*b]``: a tuple of its items.
    value = low.value(x.value)
    target = target or low.fresh()
    low.emit(Build(x.span, target, "tuple", (Item("*", value),)))
    return low.local(target)


def _unmodelled(low: Lowering, x: e.Unmodelled, target: str | None) -> Operand:
    return hole(low, x.span, x.gap, tuple(sorted(low.owned)), target)


def hole(
    low: Lowering, span: Span, gap: e.Gap, writes: tuple[str, ...], target: str | None = None
) -> Operand:
    """A gap: of any value, and it may write the locals in ``writes``."""
    target = target or low.fresh()
    for name in writes:
        low.disturb(name)
    low.emit(Hole(span, target, gap, writes))
    return low.local(target)


FORMS: dict[type, ValueForm] = {
    e.Constant: _constant,
    e.Name: _name,
    e.Attribute: _attribute,
    e.Subscript: _subscript,
    e.Slice: _slice,
    e.Unary: _unary,
    e.Binary: _binary,
    e.Comparison: _comparison,
    e.Logical: _logical,
    e.Conditional: _conditional,
    e.Call: _call,
    e.Display: _display,
    e.Mapping: _mapping,
    e.FormattedValue: _formatted,
    e.Text: _text,
    e.Walrus: _walrus,
    e.Await: _await,
    e.Yield: _yield,
    e.YieldFrom: _yield_from,
    e.Starred: _starred,
    e.Unmodelled: _unmodelled,
}
