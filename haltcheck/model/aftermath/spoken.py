"""Facts about what the data says, and about sums: which places of the program they speak of."""

from __future__ import annotations

import re

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
