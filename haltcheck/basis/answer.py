"""The three answers, what stands behind one, and how answers join."""

from enum import Enum


class Answer(Enum):
    """What is said of a subject: it halts, it need not halt, or nobody knows."""

    HALT = "halt"
    NON_HALT = "non-halt"
    UNKNOWN = "unknown"


class Basis(Enum):
    """What stands behind an answer, strongest first."""

    PROOF = "proof"
    REPLAY = "replay"
    ASSUMED = "assumed"
    FORECAST = "forecast"
    NONE = "none"


class Severity(Enum):
    """How loudly a finding speaks: only errors fail a run that is not strict."""

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"


_WEAKNESS = {basis: rank for rank, basis in enumerate(Basis)}


def weaker(first: Basis, second: Basis) -> Basis:
    """The weaker of two bases: what a conjunction of two halting claims rests on."""
    return first if _WEAKNESS[first] >= _WEAKNESS[second] else second
