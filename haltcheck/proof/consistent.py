"""Whether facts that a walk supposed can hold together, as far as they speak of numbers."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Mapping

import z3

_EFFORT = 200_000


def are_consistent(facts: Iterable[tuple[str, bool]]) -> bool:
    """Whether some integers meet all facts that compare, add and take remainders.

    A place is one number, its truth says that it is not zero, a length is never negative. What is
    of another shape says nothing here; where the solver does not know, the facts may hold.
    """
    solver = z3.Solver()
    solver.set("rlimit", _EFFORT)
    names: dict[str, z3.ArithRef] = {}
    for text, answer in facts:
        try:
            tree = ast.parse(text, mode="eval").body
        except (SyntaxError, ValueError, RecursionError):
            continue
        found = _fact(tree, names)
        if found is not None:
            solver.add(found if answer else z3.Not(found))
    for text, name in names.items():
        if text.startswith("len("):
            solver.add(name >= 0)
    return bool(solver.check() != z3.unsat)


def _fact(tree: ast.expr, names: dict[str, z3.ArithRef]) -> z3.BoolRef | None:
    match tree:
        case ast.Compare(left=left, ops=[sign], comparators=[right]) if type(sign) in _COMPARES:
            first, second = _number(left, names), _number(right, names)
            if first is None or second is None:
                return None
            return _COMPARES[type(sign)](first, second)
        case ast.Name() | ast.Attribute():
            number = _number(tree, names)
            return None if number is None else number != 0
        case _:
            return None


_COMPARES: Mapping[type, Callable[[z3.ArithRef, z3.ArithRef], z3.BoolRef]] = {
    ast.Lt: lambda left, right: left < right,
    ast.LtE: lambda left, right: left <= right,
    ast.Gt: lambda left, right: left > right,
    ast.GtE: lambda left, right: left >= right,
    ast.Eq: lambda left, right: left == right,
    ast.NotEq: lambda left, right: left != right,
}


def _number(tree: ast.expr, names: dict[str, z3.ArithRef]) -> z3.ArithRef | None:
    match tree:
        case ast.Constant(value=int(value)):
            return z3.IntVal(int(value))
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int(value))):
            return z3.IntVal(-value)
        case ast.Constant():
            return None
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub() as sign, right=right):
            first, second = _number(left, names), _number(right, names)
            if first is None or second is None:
                return None
            return first + second if isinstance(sign, ast.Add) else first - second
        case ast.Name() | ast.Attribute() | ast.Call() | ast.Subscript():
            text = ast.unparse(tree)
            return names.setdefault(text, z3.Int(text))
        case _:
            return None
