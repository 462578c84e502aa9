"""What the arguments must be like for a divergence, by its condition and by what it supposes."""

from __future__ import annotations

from haltcheck.model.aftermath.failure import refused
from haltcheck.model.certificate import Stuck
from haltcheck.verdict.rule import Case


def needed(case: Case) -> str:
    """The condition, and the calls that must be refused for what they are handed."""
    parts = [case.verdict.condition or ""]
    if isinstance(case.certificate, Stuck):
        parts.append(refused(case.certificate.supposed))
    return " and ".join(filter(None, parts))
