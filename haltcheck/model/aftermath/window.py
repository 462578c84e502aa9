"""Windows over what stands still: where they end, and how two places compare.

``end = min(start + size, total)`` and ``start = end - overlap``: once the end is the total, it is
so in all rounds, for ``total - overlap`` is before the total, and ``overlap`` less than ``size``.
What two sums have in common says nothing of which is less, so that facts speak of the rest alone.
"""

from __future__ import annotations

import ast
from functools import lru_cache

from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.outcome import Event
from haltcheck.model.aftermath.value import Known, Symbol, Value

_LONGEST = 200
_CONSTANT = ""

Terms = dict[str, int]
"""How often each term stands in a sum; the constant under no name."""


def extreme(context: Context, name: str, values: list[Value]) -> Value | None:
    """The less or the greater of two places, as is supposed of them; None for other calls."""
    if context.event is not Event.IDLE or name not in ("min", "max") or len(values) != 2:
        return None
    left, right = values
    if not isinstance(left, Symbol) and not isinstance(right, Symbol):
        return None
    # First that the window reaches the end: the second is less.
    fact = lesser(context, "<", right, left) or _plain(right, left)
    answer = context.decide(fact) if fact is not None else None
    if not isinstance(answer, bool):
        return None
    return right if answer is (name == "min") else left


def lesser(context: Context, operator: str, left: Value, right: Value) -> Value | None:
    """How two sums compare that have something in common; None for all others."""
    if context.event is not Event.IDLE or operator not in ("<", "=="):
        return None
    first, second = _terms_of(left), _terms_of(right)
    if first is None or second is None or not (first.keys() & second.keys()) - {_CONSTANT}:
        return None
    rest = dict(first)
    for name, many in second.items():
        rest[name] = rest.get(name, 0) - many
    above = [name for name, many in rest.items() if name and many == 1]
    below = [name for name, many in rest.items() if name and many == -1]
    if len(above) > 1 or len(below) > 1 or any(abs(many) > 1 for n, many in rest.items() if n):
        return None
    constant = rest.get(_CONSTANT, 0)
    if not above and not below:
        return Known(constant < 0 if operator == "<" else constant == 0)
    return Symbol(f"{_side(above, constant)} {operator} {_side(below, -constant)}")


def _side(names: list[str], constant: int) -> str:
    parts = [*names, *([str(constant)] if constant > 0 else [])]
    return " + ".join(parts) or "0"


def _plain(left: Value, right: Value) -> Value | None:
    texts = [one.text if isinstance(one, Symbol) else _number(one) for one in (left, right)]
    return Symbol(" < ".join(texts)) if all(texts) else None


def _number(value: Value) -> str:
    return str(value.value) if isinstance(value, Known) and type(value.value) is int else ""


def _terms_of(value: Value) -> Terms | None:
    match value:
        case Known(value=int() as number) if type(number) is int:
            return {_CONSTANT: number}
        case Symbol(text=text, negated=False) if len(text) <= _LONGEST:
            return _read(text)
        case _:
            return None


@lru_cache(maxsize=512)
def _read(text: str) -> Terms | None:
    """The terms of a sum as it is spelled; None of what is none."""
    try:
        tree = ast.parse(text, mode="eval").body
    except SyntaxError:
        return None
    found: Terms = {}
    pending = [(tree, 1)]
    while pending:
        node, sign = pending.pop()
        match node:
            case ast.BinOp(left=left, op=ast.Add() | ast.Sub(), right=right):
                turned = -sign if isinstance(node.op, ast.Sub) else sign
                pending += [(left, sign), (right, turned)]
            case ast.Constant(value=int() as number):
                found[_CONSTANT] = found.get(_CONSTANT, 0) + sign * number
            case ast.Name() | ast.Attribute() | ast.Call():
                name = ast.unparse(node)
                found[name] = found.get(name, 0) + sign
            case _:
                return None
    return {name: many for name, many in found.items() if many}
