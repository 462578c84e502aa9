"""Terms and formulas as text in prefix notation, and back exactly: ``(<= 0 (+ n (* -1 i)))``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, assert_never

from haltcheck.basis.error import MalformedError
from haltcheck.model.notation_value import integer_data, read_integer
from haltcheck.model.term import (
    Add,
    And,
    Choose,
    Compare,
    FloorDivide,
    Formula,
    Integer,
    Modulo,
    Multiply,
    Or,
    Term,
    Truth,
    Variable,
)

_NAME = re.compile(r"[A-Za-z_$][\w$.]*\Z", re.ASCII)
_TOKEN = re.compile(r"\s*([()]|\|(?:[^|]|\|\|)*\||[^\s()|]+)")
_NUMBER = re.compile(r"-?[0-9]{1,20}\Z")
_DEPTH = 200
_TRUTHS = {"true": True, "false": False}
_COMPARISONS = ("<", "<=", "==", "!=")
_TERMS = (Integer, Variable, Add, Multiply, FloorDivide, Modulo, Choose)


def term_text(term: Term | Formula) -> str:
    """The term: names that are no plain words stand between bars."""
    match term:
        case Integer(value=value):
            return str(integer_data(value))
        case Variable(name=name):
            plain = _NAME.match(name) and name not in _TRUTHS
            return name if plain else f"|{_escaped(name)}|"
        case Truth(value=value):
            return "true" if value else "false"
        case Add(terms=parts):
            return _list("+", parts)
        case Multiply(factors=parts):
            return _list("*", parts)
        case FloorDivide(left=left, right=right):
            return _list("//", (left, right))
        case Modulo(left=left, right=right):
            return _list("%", (left, right))
        case Choose(test=test, then=then, orelse=orelse):
            return _list("if", (test, then, orelse))
        case Compare(operator=operator, left=left, right=right):
            return _list(operator, (left, right))
        case And(parts=parts):
            return _list("and", parts)
        case Or(parts=parts):
            return _list("or", parts)
        case _:
            assert_never(term)


def read_term(text: Any) -> Term:
    """The term that the text stands for."""
    found = _read(text)
    if not isinstance(found, _TERMS):
        raise MalformedError(f"{text!r:.60} is a formula and not a term")
    return found


def read_formula(text: Any) -> Formula:
    """The formula that the text stands for."""
    found = _read(text)
    if isinstance(found, _TERMS):
        raise MalformedError(f"{text!r:.60} is a term and not a formula")
    return found


def _list(head: str, parts: tuple[Term | Formula, ...]) -> str:
    return f"({' '.join((head, *map(term_text, parts)))})"


def _escaped(name: str) -> str:
    """Bars are doubled; lone surrogates, which no encoding carries, and backslashes escaped."""
    doubled = name.replace("\\", "\\\\").replace("|", "||")
    return "".join(
        f"\\u{ord(char):04x}" if "\ud800" <= char <= "\udfff" else char for char in doubled
    )


def _unescaped(text: str) -> str:
    def plain(found: re.Match[str]) -> str:
        return "\\" if found[1] is None else chr(int(found[1], 16))

    return re.sub(r"\\(?:\\|u([0-9a-f]{4}))", plain, text.replace("||", "|"))


def _read(text: Any) -> Term | Formula:
    if not isinstance(text, str):
        raise MalformedError(f"{text!r:.60} is no term")
    tokens = _tokens(text)
    found = _one(next(tokens), tokens, _DEPTH)
    if next(tokens):
        raise MalformedError(f"{text!r:.60} goes on behind its end")
    return found


def _tokens(text: str) -> Iterator[str]:
    """The tokens, then empty ones for ever."""
    at, end = 0, len(text.rstrip())
    while at < end:
        found = _TOKEN.match(text, at)
        if found is None:
            raise MalformedError(f"{text!r:.60} is no term")
        at = found.end()
        yield found[1]
    while True:
        yield ""


def _one(token: str, tokens: Iterator[str], depth: int) -> Term | Formula:
    if token == "(":
        return _node(tokens, depth)
    if token.startswith("|"):
        return Variable(_unescaped(token[1:-1]))
    if token in _TRUTHS:
        return Truth(_TRUTHS[token])
    if _NAME.match(token):
        return Variable(token)
    return Integer(read_integer(int(token) if _NUMBER.match(token) else token))


def _node(tokens: Iterator[str], depth: int) -> Term | Formula:
    if depth <= 0:
        raise MalformedError("a term is nested too deeply")
    head = next(tokens)
    make = _MAKERS.get(head)
    if make is None:
        raise MalformedError(f"a term of the unknown kind {head!r}")
    parts: list[Any] = []
    while (token := next(tokens)) != ")":
        parts.append(_one(token, tokens, depth - 1))
    kinds, more = _ARGUMENTS.get(head, ((_TERMS, _TERMS), head in ("+", "*")))
    wanted = kinds if not more else kinds[:1] * len(parts)
    if not parts or len(parts) != len(wanted) or not all(map(isinstance, parts, wanted)):
        raise MalformedError(f"{head!r} does not go with such parts")
    return make(parts)


_FORMULAS = (Truth, Compare, And, Or)
_ARGUMENTS: Mapping[str, tuple[tuple[tuple[type, ...], ...], bool]] = {
    "if": ((_FORMULAS, _TERMS, _TERMS), False),
    "and": ((_FORMULAS,), True),
    "or": ((_FORMULAS,), True),
}


def _comparison(operator: str) -> Callable[[list[Any]], Compare]:
    return lambda parts: Compare(operator, parts[0], parts[1])


_MAKERS: Mapping[str, Callable[[list[Any]], Term | Formula]] = {
    "+": lambda parts: Add(tuple(parts)),
    "*": lambda parts: Multiply(tuple(parts)),
    "//": lambda parts: FloorDivide(parts[0], parts[1]),
    "%": lambda parts: Modulo(parts[0], parts[1]),
    "if": lambda parts: Choose(parts[0], parts[1], parts[2]),
    "and": lambda parts: And(tuple(parts)),
    "or": lambda parts: Or(tuple(parts)),
    **{operator: _comparison(operator) for operator in _COMPARISONS},
}
