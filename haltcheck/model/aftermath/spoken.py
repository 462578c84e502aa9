"""Facts about what the data says, and about sums: which places of the program they speak of."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator, Mapping

from haltcheck.model.aftermath.linear import is_said, read_sum

_PLACE = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*")
_LENGTH = re.compile(r"len\(([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)\)")
_CONSTANT = r"-?\d+|[bB]?'(?:[^'\\]|\\.)*'|[bB]?\"(?:[^\"\\]|\\.)*\"|None|True|False"
_DATA = "§"
_FREE = re.compile(
    rf"{_DATA}(?:\.(?:decode|strip|lstrip|rstrip|lower|upper|startswith|endswith|is[a-z]+)"
    rf"\((?:(?:{_CONSTANT})(?:, )?)*\)|\[[^\[\]{_DATA}]*\])*"
)
_SIDE = rf"(?:{_FREE.pattern}|len\({_FREE.pattern}\)|{_CONSTANT}|::[\w.]+)"
_ALONE = re.compile(rf"{_SIDE}(?: (?:<|==|is|in) {_SIDE})?|isinstance\({_FREE.pattern}, ::[\w.]+\)")


def places(fact: str) -> tuple[str, ...] | None:
    """The places of the program that the fact speaks of besides the data; None for other facts.

    The data is free: that a fact speaks of it alone makes it possible.
    """
    text = _hidden(fact)
    if _DATA in text and _ALONE.fullmatch(text):
        return ()
    for operator in (" < ", " == "):
        left, found, right = text.partition(operator)
        if found:
            sides = [_terms(left), _terms(right)]
            known = [one for one in sides if one is not None]
            return tuple(dict.fromkeys(sum(known, ()))) if len(known) == len(sides) else None
    return None


def speaks_of_data(fact: str) -> bool:
    """Whether anything that the data says is a part of the fact."""
    return "said(" in fact


_ASKED = re.compile(r"(said\(.+\))\.(is[a-z]+)\(\)")
_COMPARED = re.compile(rf"(said\(.+\)) (==|in) ({_CONSTANT})")


def may_be_texts(supposed: Mapping[str, bool]) -> bool:
    """Whether each character that the data says may be what is supposed of it, all at once."""
    asked: dict[str, list[tuple[str, str, bool]]] = {}
    for fact, answer in supposed.items():
        match = _ASKED.fullmatch(fact)
        if match is not None:
            asked.setdefault(match[1], []).append((match[2], "", answer))
            continue
        match = _COMPARED.fullmatch(fact)
        if match is not None:
            asked.setdefault(match[1], []).append((match[2], match[3], answer))
    return all(
        any(all(_is_so(char, one) for one in facts) for char in _characters(facts))
        for facts in asked.values()
        if any(name in _PREDICATES for name, _, _ in facts)
    )


_PREDICATES = frozenset(name for name in dir(str) if name.startswith("is"))


def _characters(facts: list[tuple[str, str, bool]]) -> Iterator[str]:
    yield from string.printable
    for _, constant, _ in facts:
        value = ast.literal_eval(constant) if constant else ""
        yield from value if isinstance(value, str) else ()


def _is_so(char: str, fact: tuple[str, str, bool]) -> bool:
    name, constant, answer = fact
    if name in _PREDICATES:
        return bool(getattr(char, name)()) is answer
    value = ast.literal_eval(constant)
    if not isinstance(value, str):
        return not answer
    return (char == value if name == "==" else char in value) is answer


def _terms(side: str) -> tuple[str, ...] | None:
    """The places in a sum; None where a term is anything else."""
    found: list[str] = []
    for text, _ in read_sum(side).terms:
        length = _LENGTH.fullmatch(text)
        if length is not None:
            found.append(length[1])
        elif _PLACE.fullmatch(text):
            found.append(text)
        elif text != _DATA:
            return None
    return tuple(found)


def _hidden(fact: str) -> str:
    """The fact with a sign for each thing that the data says."""
    at = fact.find("said(")
    while at >= 0:
        end = at + 5
        while end <= len(fact) and not is_said(fact[at:end]):
            end += 1
        fact = fact[:at] + _DATA + fact[end:]
        at = fact.find("said(")
    return fact
