"""The values of constant expressions."""

from __future__ import annotations

from collections.abc import Callable

from corpora.importers.c.kind import BOOL, Kind, within
from corpora.importers.c.tree import Binary, Choice, Convert, Expression, Logic, Number, Read, Unary


def truncated(left: int, right: int) -> int:
    """C's quotient, which is cut towards zero (C11 6.5.5)."""
    quotient = abs(left) // abs(right)
    return quotient if (left < 0) == (right < 0) else -quotient


_ARITHMETIC: dict[str, Callable[[int, int], int]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": truncated,
    "%": lambda a, b: a - b * truncated(a, b),
    "&": lambda a, b: a & b,
    "|": lambda a, b: a | b,
    "^": lambda a, b: a ^ b,
    "<<": lambda a, b: a << b,
    ">>": lambda a, b: a >> b,
    "<": lambda a, b: int(a < b),
    "<=": lambda a, b: int(a <= b),
    ">": lambda a, b: int(a > b),
    ">=": lambda a, b: int(a >= b),
    "==": lambda a, b: int(a == b),
    "!=": lambda a, b: int(a != b),
}
_WIDEST = 64


def constant(node: Expression) -> int | None:
    """The value, where it is the same in every run and fits its type."""
    value = _constant(node)
    if value is None or not isinstance(node.kind, Kind) or not within((value, value), node.kind):
        return None
    return value


def _constant(node: Expression) -> int | None:
    match node:
        case Number(value=value):
            return value
        case Read(variable=variable):
            return variable.fixed
        case Unary(operator=operator, operand=operand):
            inner = constant(operand)
            if inner is None:
                return None
            return {"-": -inner, "~": ~inner, "!": int(inner == 0), "abs": abs(inner)}[operator]
        case Convert(operand=operand, kind=kind):
            inner = constant(operand)
            return inner if inner is None or kind != BOOL else int(inner != 0)
        case Binary(operator=operator, left=left, right=right):
            return _binary(operator, constant(left), constant(right))
        case Logic(operator=operator, left=left, right=right):
            first, second = constant(left), constant(right)
            if first is not None and bool(first) == (operator == "||"):
                return int(operator == "||")
            return None if first is None or second is None else int(second != 0)
        case Choice(condition=condition, then=then, other=other):
            chosen = constant(condition)
            return None if chosen is None else constant(then if chosen else other)
        case _:
            return None


def _binary(operator: str, left: int | None, right: int | None) -> int | None:
    if left is None or right is None:
        return None
    if operator in ("/", "%") and right == 0:
        return None
    if operator in ("<<", ">>") and not 0 <= right < _WIDEST:
        return None
    return _ARITHMETIC[operator](left, right)
