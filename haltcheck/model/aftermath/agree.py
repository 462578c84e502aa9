"""Whether one text is all that is supposed of it, where constants alone are asked of it."""

from __future__ import annotations

import ast
import operator as o
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from haltcheck.model.aftermath.asked import METHODS, asked, is_split, places_in, read_fact

_COMPARES: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Lt: o.lt,
    ast.Eq: o.eq,
    ast.In: lambda one, other: one in other,
    ast.Is: o.is_,
}
_LONGEST = 1_000
_MOST = 24

_PREDICATES = frozenset(name for name in dir(bytes) if name.startswith("is"))

Facts = list[tuple[ast.expr, bool]]


def agree(supposed: Mapping[str, bool]) -> bool:
    """Whether for each place of which methods were asked some text is what the facts say."""
    asked_of = {one[0] for fact in supposed if len(one := asked(fact, True) or ()) == 1}
    asked_of |= {one[0] for fact in supposed if len(one := asked(fact, False) or ()) == 1}
    told: dict[str, Facts] = {place: [] for place in asked_of}
    for fact, answer in supposed.items() if asked_of else ():
        tree = read_fact(fact)
        found = set(places_in(tree) or ()) if tree is not None else set()
        if tree is not None and len(found) == 1 and (place := found.pop()) in told:
            told[place].append((tree, answer))
    return all(_is_text(place, facts) for place, facts in told.items())


def some_value(supposed: Mapping[str, bool], place: str) -> bool:
    """Whether some constant is all that is supposed of a place by facts that speak of it alone."""
    facts: Facts = []
    for fact, answer in supposed.items():
        tree = read_fact(fact)
        if tree is not None and _only(tree, place):
            facts.append((tree, answer))
    plain: list[object] = [None, 0, 1, -1, True, False]
    plain += [
        value
        for tree, _ in facts
        for one in ast.walk(tree)
        if isinstance(one, ast.Constant) and isinstance(one.value, int)
        for value in (one.value - 1, one.value, one.value + 1)
    ]
    return any(
        all(_answer(tree, place, value) is answer for tree, answer in facts)
        for value in (*_texts(facts), *plain)
    )


def speaks_of(fact: str, place: str) -> bool:
    """Whether a fact speaks of the place alone."""
    tree = read_fact(fact)
    return tree is not None and _only(tree, place)


def _only(tree: ast.expr, place: str) -> bool:
    """Whether the expression speaks of the place, and of nothing else."""
    if ast.unparse(tree) == place:
        return True
    parts = [one for one in ast.iter_child_nodes(tree) if isinstance(one, ast.expr)]
    if isinstance(tree, ast.Name | ast.Attribute):
        return False
    if isinstance(tree, ast.Call):
        parts = [*tree.args, *([tree.func.value] if isinstance(tree.func, ast.Attribute) else [])]
    return all(_only(one, place) for one in parts) and (bool(parts) or _is_constant(tree))


def _is_constant(tree: ast.expr) -> bool:
    return isinstance(tree, ast.Constant)


def _is_text(place: str, facts: Facts) -> bool:
    return any(
        all(_answer(tree, place, text) is answer for tree, answer in facts)
        for text in _texts(facts)
    )


def _texts(facts: Facts) -> Iterator[str | bytes]:
    """Texts that are made of the constants in the facts."""
    constants = [
        one.value
        for tree, _ in facts
        for one in ast.walk(tree)
        if isinstance(one, ast.Constant) and not isinstance(one.value, bool)
    ]
    as_bytes = any(isinstance(one, bytes) for one in constants)
    plain: list[Any] = [b"", b"~"] if as_bytes else ["", "~", "0"]
    held = [*plain, *(one for one in constants if isinstance(one, type(plain[0])))]
    numbers = [one for one in constants if isinstance(one, int) and 0 <= one <= _LONGEST]
    held += [one * (number + 1) for one in held for number in numbers]
    yield from held
    for one in held[:_MOST]:
        for other in held[:_MOST]:
            yield one + other
            yield one + other + one


def _answer(tree: ast.expr, place: str, text: object) -> bool | None:
    try:
        return bool(_value(tree, place, text))
    except (TypeError, ValueError, AttributeError, LookupError):
        return None


def _value(node: ast.expr, place: str, text: object) -> Any:
    """What an expression that only asks a text gives for this one."""

    def value(inner: ast.expr) -> Any:
        return _value(inner, place, text)

    match node:
        case ast.Constant(value=constant):
            return constant
        case _ if ast.unparse(node) == place:
            return text
        case ast.Tuple(elts=parts):
            return tuple(map(value, parts))
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            return -value(inner)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return value(left) + value(right)
        case ast.Compare(left=left, ops=[operator], comparators=[right]):
            return _COMPARES[type(operator)](value(left), value(right))
        case ast.Subscript(value=base, slice=ast.Call(args=parts)):
            return value(base)[slice(*map(value, parts))]
        case ast.Subscript(value=ast.Call() as base, slice=ast.Constant(value=0)) if is_split(base):
            whole = value(base.func.value)  # type: ignore[attr-defined]
            return whole.split(value(base.args[0]))[0]
        case ast.Call(func=ast.Name(id="len"), args=[inner]):
            return len(value(inner))
        case ast.Call(func=ast.Attribute(value=base, attr=name), args=parts) if (
            name in METHODS or name in _PREDICATES
        ):
            return getattr(value(base), name)(*map(value, parts))
        case _:
            raise ValueError(node)
