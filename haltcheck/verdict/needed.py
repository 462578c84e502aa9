"""What the arguments must be like for a divergence, by its condition and by what it supposes."""

from __future__ import annotations

from haltcheck.model.aftermath.failure import refused
from haltcheck.model.certificate import Stuck
from haltcheck.verdict.rule import Case

_IS_NONE = " is None"


def needed(case: Case) -> str:
    """The condition, and the calls that must be refused for what they are handed."""
    parts = [case.verdict.condition or ""]
    if isinstance(case.certificate, Stuck):
        parts.append(refused(case.certificate.supposed))
    return " and ".join(filter(None, parts))


def unlimited(case: Case) -> str:
    """The limits that a caller must take away: numbers, unless somebody says ``None``."""
    supposed = case.certificate.supposed if isinstance(case.certificate, Stuck) else ()
    return " and ".join(
        fact
        for fact, answer in supposed
        if answer and fact.endswith(_IS_NONE) and fact.removesuffix(_IS_NONE) in case.numbered
    )
