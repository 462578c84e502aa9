"""Sums of numbers that stand still: ``pos + 8 + n``, and what makes two of them equal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from haltcheck.basis.record import record
from haltcheck.model.aftermath.value import LONGEST, Known, Symbol, Value

_TIMES = re.compile(r"(-?\d+) \* (.+)")


@record
class Sum:
    """Terms with their coefficients, none of them 0, and a constant."""

    terms: tuple[tuple[str, int], ...]
    constant: int

    def plus(self, other: Sum, sign: int = 1) -> Sum:
        """This sum and ``sign`` times the other."""
        found = dict(self.terms)
        for text, factor in other.terms:
            found[text] = found.get(text, 0) + sign * factor
        left = tuple((text, factor) for text, factor in found.items() if factor)
        return Sum(left, self.constant + sign * other.constant)

    def times(self, factor: int) -> Sum:
        """The sum so many times."""
        found = tuple((text, factor * many) for text, many in self.terms) if factor else ()
        return Sum(found, factor * self.constant)


def sum_of(value: Value) -> Sum | None:
    """The value as a sum; None where it is no number, or moves."""
    match value:
        case Known(value=bool()):
            return None
        case Known(value=int() as number):
            return Sum((), number)
        case Symbol(text=text, negated=False):
            return read_sum(text)
        case _:
            return None


def value_of(found: Sum) -> Value | None:
    """The sum as a value; None where it is too long to be followed."""
    parts = [text if many == 1 else f"{many} * {text}" for text, many in found.terms]
    if not parts:
        return Known(found.constant)
    if found.constant:
        parts.append(str(found.constant))
    text = " + ".join(parts)
    return Symbol(text) if len(text) <= LONGEST else None


def read_sum(text: str) -> Sum:
    """The sum that a text of ``value_of`` spells; any other text is a term by itself."""
    terms: dict[str, int] = {}
    constant = 0
    for part in _parts(text):
        if part.lstrip("-").isdecimal():
            constant += int(part)
            continue
        match = _TIMES.fullmatch(part)
        name, many = (match[2], int(match[1])) if match else (part, 1)
        terms[name] = terms.get(name, 0) + many
    return Sum(tuple((name, many) for name, many in terms.items() if many), constant)


def is_compound(text: str) -> bool:
    """Whether an operator stands in it outside of all brackets and quotes."""
    return any(text[at] == " " for at in _outermost(text))


def _parts(text: str) -> list[str]:
    """The text at its outermost plus signs."""
    if " + " not in text:
        return [text]
    parts, start = [], 0
    for at in _outermost(text):
        if text[at - 1 : at + 2] == " + ":
            parts.append(text[start : at - 1])
            start = at + 2
    return [*parts, text[start:]]


def _outermost(text: str) -> Iterator[int]:
    """Where the characters stand that are in no brackets and no quotes."""
    depth, quote = 0, ""
    for at, char in enumerate(text):
        if quote:
            quote = "" if char == quote else quote
        elif char in "'\"":
            quote = char
        elif char in "([{":
            depth += 1
        elif char in ")]}":
            depth -= 1
        elif not depth:
            yield at


def solution(before: Value, after: Value, chosen: Mapping[str, object]) -> dict[str, Value]:
    """What the numbers in the data must be so that both values are equal; empty where none helps.

    One of them makes up for the rest, all others are 0.
    """
    first, second = sum_of(before), sum_of(after)
    if first is None or second is None:
        return {}
    gap = second.plus(first, -1)
    free = [one for one in gap.terms if is_said(one[0]) and one[0] not in chosen]
    for text, many in reversed(free):
        if abs(many) == 1:
            rest = Sum(tuple(one for one in gap.terms if one not in free), gap.constant)
            value = value_of(rest.times(-many))
            others: dict[str, Value] = {one: Known(0) for one, _ in free if one != text}
            return {} if value is None else {**others, text: value}
    return {}


_SAID = "said("


def said(text: str) -> str:
    """The name of what the data says at a place: the outside world chooses it."""
    return text if is_said(text) else f"{_SAID}{text})"


def is_said(text: str) -> bool:
    """Whether it is the name of one number, text or record that the data says."""
    if not text.startswith(_SAID):
        return False
    depth = 0
    for at, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if not depth and char == ")":
            return at == len(text) - 1
    return False
