"""Facts that nothing was found: a pattern, or an end, in a text that is free or still empty."""

from __future__ import annotations

import ast
import re

from haltcheck.model.aftermath.pattern import matches_nothing
from haltcheck.model.aftermath.start import Site

_PLACE = r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*"
_TEXT = r"[brBR]?'(?:[^'\\]|\\.)*'|[brBR]?\"(?:[^\"\\]|\\.)*\""
_HOW = r"(?:search|match|fullmatch)"
_BY_MODULE = re.compile(
    rf"re\.{_HOW}\((?:(?P<c>{_TEXT})|(?P<q>{_PLACE})), (?P<p>{_PLACE})(?:, [^()]*)?\)"
    r"(?P<none> is None)?"
)
_BY_PATTERN = re.compile(
    rf"(?:::(?P<name>\w+)|(?P<q>{_PLACE}))\.{_HOW}\((?P<p>{_PLACE})\)(?P<none> is None)?"
)
_IN_EMPTY = re.compile(
    rf"(?:{_TEXT}|{_PLACE}) in (?P<p>{_PLACE})|(?P<r>{_PLACE})\.(?:ends|starts)with\(.+\)"
)


def sought_in(site: Site, fact: str, answer: bool) -> tuple[str, ...] | None:
    """The places that a search which finds nothing speaks of; None for any other fact.

    The pattern must be one that does not find the empty text.
    """
    found = _BY_MODULE.fullmatch(fact) or _BY_PATTERN.fullmatch(fact)
    if found is None or answer is not (found["none"] is not None):
        return None
    parts = found.groupdict()
    if parts.get("q"):
        return found["q"], found["p"]
    text = (
        ast.literal_eval(found["c"]) if parts.get("c") else site.program.patterns.get(found["name"])
    )
    return None if text is None or matches_nothing(text) else (found["p"],)


def is_of_empty(fact: str, answer: bool, place: str) -> bool:
    """Whether the fact says of the place no more than what holds where it is empty."""
    found = _IN_EMPTY.fullmatch(fact)
    return found is not None and not answer and place in (found["p"], found["r"])
