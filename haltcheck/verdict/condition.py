"""Whether a callee's condition can be met from a call: evaluated, or renamed to the caller."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping
from typing import assert_never

from haltcheck.basis.record import record
from haltcheck.frontend.expression import Literal


@record
class Known:
    """The argument is this literal."""

    value: Literal


@record
class Renamed:
    """The argument is the caller's own parameter ``name``, unchanged since entry."""

    name: str


@record
class Obscure:
    """The argument is something that is not followed."""


Argument = Known | Renamed | Obscure


@record
class Met:
    """The condition holds at every such call."""


@record
class Unmet:
    """The condition fails at every such call."""


@record
class MetWhere:
    """The condition holds where ``text`` does, over the caller's parameters."""

    text: str


@record
class Unclear:
    """Nobody knows; ``why`` is part of a sentence."""

    why: str


Outcome = Met | Unmet | MetWhere | Unclear


class _NotFollowedError(Exception):
    """The condition says something that this small evaluator does not know."""


def at_call(condition: str, arguments: Mapping[str, Argument]) -> Outcome:
    """What the callee's condition becomes at a call with these arguments by parameter name."""
    try:
        tree = ast.parse(condition, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return Unclear("its condition is no expression")
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} - set(_FUNCTIONS)
    bound = {name: arguments.get(name, Obscure()) for name in names}
    if any(isinstance(argument, Obscure) for argument in bound.values()):
        return Unclear("an argument is not followed")
    values = {name: given.value for name, given in bound.items() if isinstance(given, Known)}
    if len(values) == len(bound):
        return _evaluated(tree, values)
    return _renamed(tree, bound)


def _evaluated(tree: ast.expr, values: Mapping[str, Literal]) -> Outcome:
    try:
        return Met() if _value(tree, values) else Unmet()
    except (_NotFollowedError, ArithmeticError, TypeError, ValueError, RecursionError):
        return Unclear("its condition cannot be worked out")


def _renamed(tree: ast.expr, bound: Mapping[str, Argument]) -> Outcome:
    """Two parameters that get the same argument, or a literal, may contradict the condition.

    So only a renaming of distinct names is followed, with literals beside them left obscure.
    """
    new: dict[str, str] = {}
    for name, argument in bound.items():
        match argument:
            case Renamed(name=other):
                new[name] = other
            case Known() | Obscure():
                return Unclear("its condition mixes literals and parameters")
            case _:
                assert_never(argument)
    if len(set(new.values())) != len(new):
        return Unclear("two of its parameters get the same argument")
    if any(isinstance(node, ast.Call | ast.Attribute | ast.Subscript) for node in ast.walk(tree)):
        return Unclear("its condition is about an object that may have changed by then")
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in new:
            node.id = new[node.id]
    return MetWhere(ast.unparse(tree))


_BINARY: dict[type[ast.operator], Callable[..., Literal]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
}
_COMPARE: dict[type[ast.cmpop], Callable[..., bool]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Is: operator.is_,
    ast.IsNot: operator.is_not,
}
_FUNCTIONS: dict[str, Callable[..., Literal]] = {
    "len": len,
    "abs": abs,
    "min": min,
    "max": max,
    "bool": bool,
}


def _value(node: ast.expr, at: Mapping[str, Literal]) -> Literal:
    match node:
        case ast.Constant(value=value) if value is not ...:
            return value
        case ast.Name(id=name) if name in at:
            return at[name]
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return not _value(operand, at)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_number(_value(operand, at))
        case ast.BinOp(op=op, left=left, right=right) if type(op) in _BINARY:
            first, second = _number(_value(left, at)), _number(_value(right, at))
            return _BINARY[type(op)](first, second)
        case ast.BoolOp(op=ast.And(), values=parts):
            return all(_value(part, at) for part in parts)
        case ast.BoolOp(values=parts):
            return any(_value(part, at) for part in parts)
        case ast.Compare(left=left, ops=ops, comparators=rest):
            return _chain(_value(left, at), ops, rest, at)
        case ast.Call(func=ast.Name(id=name), args=given, keywords=[]) if name in _FUNCTIONS:
            return _FUNCTIONS[name](*(_value(one, at) for one in given))
        case ast.IfExp(test=test, body=body, orelse=orelse):
            return _value(body if _value(test, at) else orelse, at)
        case _:
            raise _NotFollowedError


def _number(value: Literal) -> int | float:
    if isinstance(value, int | float) and abs(value) < 1e300:
        return value
    raise _NotFollowedError


def _chain(
    first: Literal, ops: list[ast.cmpop], rest: list[ast.expr], at: Mapping[str, Literal]
) -> bool:
    for op, node in zip(ops, rest, strict=True):
        if type(op) not in _COMPARE:
            raise _NotFollowedError
        second = _value(node, at)
        if not _COMPARE[type(op)](first, second):
            return False
        first = second
    return True
