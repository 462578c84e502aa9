"""Small builders of Python's syntax."""

from __future__ import annotations

import ast

_OPERATORS: dict[str, type[ast.operator]] = {
    "+": ast.Add,
    "-": ast.Sub,
    "*": ast.Mult,
    "//": ast.FloorDiv,
    "%": ast.Mod,
    "&": ast.BitAnd,
    "|": ast.BitOr,
    "^": ast.BitXor,
    "<<": ast.LShift,
    ">>": ast.RShift,
}
_COMPARISONS: dict[str, type[ast.cmpop]] = {
    "<": ast.Lt,
    "<=": ast.LtE,
    ">": ast.Gt,
    ">=": ast.GtE,
    "==": ast.Eq,
    "!=": ast.NotEq,
}
_OPPOSITE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.GtE,
    ast.LtE: ast.Gt,
    ast.Gt: ast.LtE,
    ast.GtE: ast.Lt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
}


def name(text: str) -> ast.expr:
    """A name that is read."""
    return ast.Name(text, ast.Load())


def number(value: int) -> ast.expr:
    """An integer."""
    return ast.Constant(value) if value >= 0 else ast.UnaryOp(ast.USub(), ast.Constant(-value))


def binary(operator: str, left: ast.expr, right: ast.expr) -> ast.expr:
    """Arithmetic of Python."""
    return ast.BinOp(left, _OPERATORS[operator](), right)


def negative(value: ast.expr) -> ast.expr:
    """``-value``."""
    return ast.UnaryOp(ast.USub(), value)


def comparison(operator: str, left: ast.expr, right: ast.expr) -> ast.expr:
    """A comparison of two values."""
    return ast.Compare(left, [_COMPARISONS[operator]()], [right])


def between(low: int, value: ast.expr, high: int) -> ast.expr:
    """``low <= value <= high``."""
    return ast.Compare(number(low), [ast.LtE(), ast.LtE()], [value, number(high)])


def both(left: ast.expr, right: ast.expr, *, either: bool = False) -> ast.expr:
    """``left and right``, or with ``either`` ``left or right``."""
    return ast.BoolOp(ast.Or() if either else ast.And(), [left, right])


def opposite(condition: ast.expr) -> ast.expr:
    """The condition turned round."""
    match condition:
        case ast.Compare(left=left, ops=[operator], comparators=[right]):
            return ast.Compare(left, [_OPPOSITE[type(operator)]()], [right])
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return operand
        case ast.Constant(value=bool() as value):
            return ast.Constant(not value)
        case _:
            return ast.UnaryOp(ast.Not(), condition)


def either(condition: ast.expr, then: ast.expr, other: ast.expr) -> ast.expr:
    """``then if condition else other``."""
    return ast.IfExp(condition, then, other)


def item(array: ast.expr, index: ast.expr) -> ast.expr:
    """``array[index]``."""
    return ast.Subscript(array, index, ast.Load())


def call(function: str, *arguments: ast.expr) -> ast.expr:
    """A call by name."""
    return ast.Call(name(function), list(arguments), [])


def stored(target: ast.expr) -> ast.expr:
    """A name or an item as something that is written."""
    if isinstance(target, ast.Name):
        return ast.Name(target.id, ast.Store())
    assert isinstance(target, ast.Subscript)
    return ast.Subscript(target.value, target.slice, ast.Store())


def assign(target: ast.expr, value: ast.expr) -> ast.stmt:
    """``target = value``."""
    return ast.Assign([stored(target)], value)


def update(target: ast.expr, operator: str, value: ast.expr) -> ast.stmt:
    """``target operator= value``."""
    place = stored(target)
    assert isinstance(place, ast.Name | ast.Subscript)
    return ast.AugAssign(place, _OPERATORS[operator](), value)


def when(
    condition: ast.expr, then: list[ast.stmt], other: list[ast.stmt] | None = None
) -> list[ast.stmt]:
    """An ``if``; nothing where neither way does anything."""
    if not then and not other:
        return []
    if not then:
        return [ast.If(opposite(condition), other or [], [])]
    return [ast.If(condition, then, other or [])]


def loop(condition: ast.expr, body: list[ast.stmt]) -> ast.stmt:
    """A ``while`` loop."""
    return ast.While(condition, body or [ast.Pass()], [])


def leave() -> ast.stmt:
    """The end of the whole program."""
    return ast.Raise(name("SystemExit"), None)


def text(module: ast.Module) -> str:
    """The module as text."""
    return ast.unparse(ast.fix_missing_locations(module)) + "\n"
