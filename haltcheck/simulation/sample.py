"""Short texts that a regular expression matches, and characters that it leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from haltcheck.frontend.quiet import quietly

_PARSER: Any = re._parser  # type: ignore[attr-defined]
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_CATEGORIES = {
    "CATEGORY_DIGIT": "1",
    "CATEGORY_WORD": "a",
    "CATEGORY_SPACE": " ",
    "CATEGORY_NOT_DIGIT": "a",
    "CATEGORY_NOT_WORD": "%",
    "CATEGORY_NOT_SPACE": "a",
}
_PLAIN = "a1 %"
_MOST = 12
_LONGEST = 60


@lru_cache(maxsize=256)
def samples(pattern: str | bytes) -> tuple[str, ...]:
    """Texts that it matches, one for each alternative, the shortest and a longer one."""
    parsed = _parsed(pattern)
    if parsed is None:
        return ()
    found: dict[str, None] = {}
    for extra in (0, 1):
        for text in _texts(parsed, extra):
            if len(text) <= _LONGEST:
                found.setdefault(text)
    return tuple(found)[:_MOST]


@lru_cache(maxsize=256)
def odd_characters(pattern: str | bytes) -> tuple[str, ...]:
    """The characters that its sets name one by one."""
    parsed = _parsed(pattern)
    return () if parsed is None else tuple(dict.fromkeys(_named(parsed)))[:_MOST]


def _parsed(pattern: str | bytes) -> Any:
    if len(pattern) > 1_000:
        return None
    try:
        with quietly():
            return _PARSER.parse(pattern)
    except (re.error, OverflowError, RecursionError, ValueError):
        return None


def _texts(parts: Any, extra: int) -> list[str]:
    """The parts one after the other: alternatives vary one at a time."""
    rows = [_of(str(operation), argument, extra) for operation, argument in parts]
    base = "".join(row[0] for row in rows)
    found = [base]
    for place, row in enumerate(rows):
        before = "".join(one[0] for one in rows[:place])
        behind = "".join(one[0] for one in rows[place + 1 :])
        found += [f"{before}{other}{behind}" for other in row[1:]]
        if len(found) > _MOST:
            break
    return found[: _MOST + 1]


def _of(operation: str, argument: Any, extra: int) -> list[str]:
    """Texts for one part, never none."""
    if operation == "LITERAL":
        return [chr(argument)]
    if operation == "NOT_LITERAL":
        return [next(char for char in _PLAIN if ord(char) != argument)]
    if operation == "ANY":
        return ["a"]
    if operation == "IN":
        return [_member(argument)]
    if operation == "BRANCH":
        return [text for part in argument[1] for text in _texts(part, extra)][: _MOST + 1] or [""]
    if operation == "SUBPATTERN":
        return _texts(argument[3], extra)
    if operation in _REPEATS:
        least, most, parts = argument
        count = min(int(least) + extra, int(most))
        return [text * count for text in _texts(parts, extra)] if count else [""]
    if operation == "ATOMIC_GROUP":
        return _texts(argument, extra)
    return [""]


def _member(members: Any) -> str:
    """A character of a set."""
    negated = bool(members) and str(members[0][0]) == "NEGATE"
    if negated:
        text = "".join(_named([("IN", members)]))
        spaces = any(str(value) == "CATEGORY_SPACE" for _, value in members)
        return next((c for c in _PLAIN if c not in text and not (spaces and c == " ")), "~")
    operation, value = members[0]
    if str(operation) == "RANGE":
        return chr(value[0])
    if str(operation) == "CATEGORY":
        return _CATEGORIES.get(str(value), "a")
    return chr(value)


def _named(parts: Any) -> Iterator[str]:
    for operation, argument in parts:
        kind = str(operation)
        if kind == "IN":
            for inner, value in argument:
                if str(inner) == "LITERAL":
                    yield chr(value)
        elif kind == "BRANCH":
            for part in argument[1]:
                yield from _named(part)
        elif kind == "SUBPATTERN":
            yield from _named(argument[3])
        elif kind in _REPEATS:
            yield from _named(argument[2])
