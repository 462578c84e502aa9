"""Expressions of the syntax to expressions of the tree."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from typing import Any

from corpora.importers.c.call import call
from corpora.importers.c.declare import (
    External,
    Scope,
    converted,
    integer,
    line_of,
    type_of,
)
from corpora.importers.c.kind import BOOL, INT, common, literal, promoted
from corpora.importers.c.tree import (
    Array,
    Assign,
    Binary,
    Choice,
    Comma,
    Convert,
    Expression,
    Function,
    Item,
    Logic,
    Number,
    Read,
    Unary,
    Variable,
)
from corpora.refusal import RefusedError

_COMPARISONS = ("<", "<=", ">", ">=", "==", "!=")
_SHIFTS = ("<<", ">>")


def express(node: Any, scope: Scope) -> Expression:
    """The expression with names and types settled. Raises RefusedError."""
    what = type(node).__name__
    found = _WAYS.get(what)
    if found is None:
        words = {
            "StructRef": "a struct",
            "CompoundLiteral": "a compound literal",
            "InitList": "a list of values as a value",
            "Typename": "a type as a value",
        }
        raise RefusedError(words.get(what, f"an expression of the kind {what}"), line_of(node))
    return found(node, scope)


def valued(node: Any, scope: Scope) -> Expression:
    """An expression that must have an integer as its value."""
    value = express(node, scope)
    integer(value.kind, value.line)
    return value


def _truth(node: Any, scope: Scope) -> Expression:
    """A value that is asked whether it is zero; a text never is."""
    if type(node).__name__ == "Constant" and node.type == "string":
        return Number(line_of(node), INT, 1)
    return valued(node, scope)


def _constant(node: Any, scope: Scope) -> Expression:
    line = line_of(node)
    if node.type == "char":
        return Number(line, INT, _character(node.value, line))
    if node.type == "string":
        raise RefusedError("a text as a value", line)
    found = literal(node.value)
    if found is None:
        floating = node.type in ("float", "double", "long double")
        reason = "a floating-point number" if floating else f"the constant {node.value}"
        raise RefusedError(reason, line)
    value, kind = found
    return Number(line, kind, value)


def _character(text: str, line: int) -> int:
    code = re.fullmatch(r"'\\(?:x([0-9a-fA-F]{1,2})|([0-7]{1,3})|(e))'", text)
    if code:
        value = 27 if code[3] else int(code[1], 16) if code[1] else int(code[2], 8)
        return value - 256 if value > 127 else value
    try:
        told = ast.literal_eval(text.replace("'\\?'", "'?'"))
    except (ValueError, SyntaxError) as error:
        raise RefusedError(f"the character {text}", line) from error
    if not isinstance(told, str) or len(told) != 1 or ord(told) > 255:
        raise RefusedError(f"the character {text}", line)
    return ord(told) - 256 if ord(told) > 127 else ord(told)


def _name(node: Any, scope: Scope) -> Expression:
    line = line_of(node)
    meant = scope.find(node.name)
    match meant:
        case Number(value=value, kind=kind):
            return Number(line, kind, value)
        case Variable():
            return Read(line, meant.kind, meant)
        case Function() | External():
            raise RefusedError(f"the function {node.name} as a value", line)
        case _:
            raise RefusedError(f"nothing is named {node.name}", line)


def _unary(node: Any, scope: Scope) -> Expression:
    line = line_of(node)
    operator = node.op
    if operator in ("++", "--", "p++", "p--"):
        target = _target(node.expr, scope)
        kind = integer(target.kind, line)
        if kind == BOOL:
            raise RefusedError("a truth value counted up or down", line)
        inner = common(kind, INT)
        one = Number(line, inner, 1)
        return Assign(line, kind, target, one, operator[-1], inner, operator.startswith("p"))
    if operator in ("sizeof", "_Alignof"):
        raise RefusedError("a size in memory", line)
    if operator in ("&", "*"):
        raise RefusedError("an address" if operator == "&" else "a pointer", line)
    if operator == "!":
        return Unary(line, INT, "!", _truth(node.expr, scope))
    value = valued(node.expr, scope)
    value = converted(value, promoted(integer(value.kind, line)))
    return value if operator == "+" else Unary(line, value.kind, operator, value)


def _binary(node: Any, scope: Scope) -> Expression:
    line = line_of(node)
    if node.op in ("&&", "||"):
        left, right = _truth(node.left, scope), _truth(node.right, scope)
        return Logic(line, INT, node.op, left, right)
    left, right = valued(node.left, scope), valued(node.right, scope)
    first, second = integer(left.kind, line), integer(right.kind, line)
    if node.op in _SHIFTS:
        kind = promoted(first)
        return Binary(
            line, kind, node.op, converted(left, kind), converted(right, promoted(second))
        )
    kind = common(first, second)
    result = INT if node.op in _COMPARISONS else kind
    return Binary(line, result, node.op, converted(left, kind), converted(right, kind))


def _assignment(node: Any, scope: Scope) -> Expression:
    line = line_of(node)
    target = _target(node.lvalue, scope)
    kind = integer(target.kind, line)
    value = valued(node.rvalue, scope)
    operator = node.op[:-1]
    if not operator:
        return Assign(line, kind, target, converted(value, kind))
    was = integer(value.kind, line)
    if operator in _SHIFTS:
        return Assign(line, kind, target, converted(value, promoted(was)), operator, promoted(kind))
    inner = common(kind, was)
    return Assign(line, kind, target, converted(value, inner), operator, inner)


def _target(node: Any, scope: Scope) -> Read | Item:
    target = express(node, scope)
    if not isinstance(target, Read | Item):
        raise RefusedError("something is written that is no variable", line_of(node))
    return target


def _choice(node: Any, scope: Scope) -> Expression:
    line = line_of(node)
    condition = valued(node.cond, scope)
    then, other = express(node.iftrue, scope), express(node.iffalse, scope)
    if then.kind is None or other.kind is None:
        return Choice(line, None, condition, then, other)
    kind = common(integer(then.kind, line), integer(other.kind, line))
    return Choice(line, kind, condition, converted(then, kind), converted(other, kind))


def _cast(node: Any, scope: Scope) -> Expression:
    line = line_of(node)
    kind = type_of(node.to_type, scope)
    if kind is None and getattr(node.expr, "op", "") == "sizeof":
        return Convert(line, None, Number(line, INT, 0))
    value = express(node.expr, scope)
    if kind is None:
        return Convert(line, None, value)
    return converted(value, integer(kind, line))


def _list(node: Any, scope: Scope) -> Expression:
    found = [express(one, scope) for one in node.exprs]
    whole = found[0]
    for one in found[1:]:
        whole = Comma(one.line, one.kind, whole, one)
    return whole


def _item(node: Any, scope: Scope) -> Expression:
    line = line_of(node)
    array = express(node.name, scope)
    if not isinstance(array.kind, Array):
        raise RefusedError("an index of what is no array", line)
    return Item(line, array.kind.element, array, valued(node.subscript, scope))


def _call(node: Any, scope: Scope) -> Expression:
    return call(node, scope)


_WAYS: dict[str, Callable[[Any, Scope], Expression]] = {
    "Constant": _constant,
    "ID": _name,
    "UnaryOp": _unary,
    "BinaryOp": _binary,
    "Assignment": _assignment,
    "TernaryOp": _choice,
    "Cast": _cast,
    "ExprList": _list,
    "ArrayRef": _item,
    "FuncCall": _call,
}
