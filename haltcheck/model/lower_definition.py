"""``def`` and ``class``: decorators, defaults, the closure or class made, and the name bound."""

from __future__ import annotations

from haltcheck.basis.span import Span
from haltcheck.frontend import expression as e
from haltcheck.frontend import statement as s
from haltcheck.model.instruction import (
    Call,
    Copy,
    Item,
    Local,
    MakeClass,
    MakeFunction,
    Operand,
)
from haltcheck.model.lower_comprehension import visible
from haltcheck.model.lower_expression import dotted, hole
from haltcheck.model.lower_function import Form, Lowering, lower_function


def _define(low: Lowering, statement: s.Define) -> None:
    low.store(statement.span, statement.function.name, _function(low, statement))


def _function(low: Lowering, statement: s.Define) -> Operand:
    function = statement.function
    order = sorted(function.parameters, key=lambda p: p.kind in ("keyword only", "**"))
    named = [(p.name, p.default) for p in order if p.default is not None]
    operands = low.many([*statement.decorators, *[default for _, default in named]])
    count = len(statement.decorators)
    defaults = zip([name for name, _ in named], operands[count:], strict=True)
    outer = visible(low, function.scope)
    if outer or low.function.qualname != "<module>" or function.qualname not in low.unit.functions:
        lower_function(low.unit, function, outer)
    made = low.fresh()
    low.emit(MakeFunction(statement.span, made, function.qualname, tuple(defaults)))
    return _decorated(low, statement, operands[:count], low.local(made))


def _decorated(
    low: Lowering,
    statement: s.Define | s.DefineClass,
    decorators: list[Operand],
    value: Operand,
) -> Operand:
    pairs = zip(reversed(statement.decorators), reversed(decorators), strict=True)
    for expression, decorator in pairs:
        result = low.fresh()
        text = dotted(expression)
        items = (Item("positional", value),)
        low.emit(Call(expression.span, result, decorator, items, text))
        value = low.local(result)
    return value


def _class(low: Lowering, statement: s.DefineClass) -> None:
    low.store(statement.span, statement.name, _made_class(low, statement))


def _made_class(low: Lowering, statement: s.DefineClass) -> Operand:
    ordered = sorted(statement.bases, key=lambda base: base.kind in ("keyword", "**"))
    count = len(statement.decorators)
    operands = low.many([*statement.decorators, *[base.value for base in ordered]])
    bases = tuple(
        [
            Item(base.kind, operand, base.name)
            for base, operand in zip(ordered, operands[count:], strict=True)
        ]
    )
    outer_members, outer_private = low.members, low.private
    own = statement.name.lstrip("_")
    low.members, low.private = {}, f"_{own}" if own else ""
    members: dict[str, Operand] = {}
    odd = [part for part in statement.body if not _member(low, part, members)]
    low.members, low.private = outer_members, outer_private
    target = low.fresh()
    if odd:
        gap = e.Gap(odd[0].span, "class body", "a class body that computes is not modelled")
        low.unit.gaps.append(gap)
        made = hole(low, statement.span, gap, (), target)
    else:
        pairs = tuple(members.items())
        low.emit(MakeClass(statement.span, target, statement.qualname, bases, pairs))
        made = low.local(target)
    return _decorated(low, statement, operands[:count], made)


def _member(low: Lowering, statement: s.Statement, members: dict[str, Operand]) -> bool:
    """Lowers a statement of a class body; False where it does more than bind members."""
    match statement:
        case s.Define(span, function, _):
            _bind(low, span, members, function.name, _function(low, statement))
        case s.DefineClass(span, name):
            _bind(low, span, members, name, _made_class(low, statement))
        case s.Assign(span, targets, value) if all(type(target) is e.Name for target in targets):
            operand = low.copied(span, low.value(value))
            for target in targets:
                if type(target) is e.Name:
                    _bind(low, span, members, target.id, operand)
        case s.Evaluate(_, e.Constant()):
            pass
        case _:
            return False
    return True


def _bind(
    low: Lowering, span: Span, members: dict[str, Operand], name: str, value: Operand
) -> None:
    """Binds a member; later statements of the class body see it by its name."""
    if type(value) is not Local:
        slot = low.fresh()
        low.emit(Copy(span, slot, value))
        value = low.local(slot)
    low.members[name] = value.name
    members[low.mangled(name)] = value


FORMS: dict[type, Form] = {s.Define: _define, s.DefineClass: _class}
