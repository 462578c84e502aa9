"""Facts about what methods of a text give: ``buf.find(mark) == -1``, ``line[:3] == code``."""

from __future__ import annotations

import ast
from collections.abc import Callable

_LOWEST = {"find": -1, "rfind": -1, "index": 0, "rindex": 0, "count": 0, "len": 0}
"""The least number that each of them gives."""

_TRUTHS = frozenset({"startswith", "endswith"})
_TEXTS = frozenset(
    {"strip", "lstrip", "rstrip", "lower", "upper", "casefold", "decode", "encode"}
    | {"removeprefix", "removesuffix"}
)
METHODS = _TRUTHS | _TEXTS | (_LOWEST.keys() - {"len"})
"""What texts may be asked for."""

_COMPARES: dict[type[ast.cmpop], Callable[[int, int], bool]] = {
    ast.Lt: int.__lt__,
    ast.Eq: int.__eq__,
}


def asked(fact: str, answer: bool) -> tuple[str, ...] | None:
    """The places of which a fact asks; None where no number makes it what is supposed."""
    tree = read_fact(fact)
    match tree:
        case ast.Call(func=ast.Attribute(attr=name)) if name in _TRUTHS:
            return places_in(tree)
        case ast.Compare(left=left, ops=[operator], comparators=[right]):
            found = places_in(tree)
            asks = bool(found) and _asks(tree) and not _is_same(left, right)
            return found if asks and _may_be(left, operator, right, answer) else None
        case _:
            return None


def read_fact(fact: str) -> ast.expr | None:
    """The fact as an expression; None where it speaks of the data, or is none."""
    if "said(" in fact or "::" in fact:
        return None
    try:
        return ast.parse(fact, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def places_in(node: ast.expr | None) -> tuple[str, ...] | None:
    """The places in a fact that only asks a text; None for any other."""
    match node:
        case ast.Compare(left=left, ops=[_], comparators=[right]):
            found = _all(left, right)
        case _:
            found = _places(node)
    return None if found is None else tuple(dict.fromkeys(found))


def is_split(call: ast.Call) -> bool:
    """Whether a text is split at a constant."""
    return (
        isinstance(call.func, ast.Attribute)
        and call.func.attr == "split"
        and len(call.args) == 1
        and isinstance(call.args[0], ast.Constant)
    )


def _asks(tree: ast.expr) -> bool:
    """Whether a method is called, or something is cut, so that it is a text."""
    return any(
        isinstance(one, ast.Subscript)
        or (isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute))
        for one in ast.walk(tree)
    )


def _is_same(left: ast.expr, right: ast.expr) -> bool:
    return ast.dump(left) == ast.dump(right)


def _places(node: ast.expr | None) -> tuple[str, ...] | None:
    """The places in an expression that only asks a text; None for any other."""
    match node:
        case None | ast.Constant() | ast.UnaryOp(op=ast.USub(), operand=ast.Constant()):
            return ()
        case ast.Name() | ast.Attribute():
            return (ast.unparse(node),) if _is_place(node) else None
        case ast.BinOp(left=left, op=ast.Add(), right=ast.Constant(value=int())):
            return _places(left)
        case ast.Subscript(value=base, slice=ast.Call(func=ast.Name(id="slice"), args=parts)):
            return _all(base, *parts)
        case ast.Subscript(value=ast.Call() as base, slice=ast.Constant(value=0)) if is_split(base):
            return _places(base.func.value)  # type: ignore[attr-defined]
        case ast.Call(func=ast.Name(id="len"), args=[base]):
            return _places(base)
        case ast.Call(func=ast.Attribute(value=base, attr=name), args=parts, keywords=[]) if (
            name in METHODS
        ):
            return _all(base, *parts)
        case _:
            return None


def _is_place(node: ast.expr) -> bool:
    while isinstance(node, ast.Attribute):
        node = node.value
    return isinstance(node, ast.Name)


def _all(*nodes: ast.expr) -> tuple[str, ...] | None:
    found = [_places(one) for one in nodes]
    known = [one for one in found if one is not None]
    return sum(known, ()) if len(known) == len(found) else None


def _may_be(left: ast.expr, operator: ast.cmpop, right: ast.expr, answer: bool) -> bool:
    """Whether a number that the method may give compares so with the constant, where it is one."""
    compares = _COMPARES.get(type(operator))
    if compares is None:
        return True
    for one, other, is_left in ((left, right, True), (right, left, False)):
        lowest, number = _lowest(one), _number(other)
        if lowest is None or number is None:
            continue
        tried = {lowest, *(n for n in (number - 1, number, number + 1) if n >= lowest)}
        return any(compares(*((n, number) if is_left else (number, n))) is answer for n in tried)
    return True


def _lowest(node: ast.expr) -> int | None:
    match node:
        case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name)):
            return _LOWEST.get(name)
        case ast.BinOp(left=left, op=ast.Add(), right=ast.Constant(value=int(number))):
            lowest = _lowest(left)
            return None if lowest is None else lowest + number
        case _:
            return None


def _number(node: ast.expr) -> int | None:
    try:
        value = ast.literal_eval(node)
    except ValueError:
        return None
    return value if type(value) is int else None
