"""How certainty and suppositions are worded; nowhere else is either put into words."""

from __future__ import annotations

from typing import assert_never

from haltcheck.basis.answer import Answer, Basis
from haltcheck.model.assumption import (
    Consumes,
    DefinesNone,
    DoesNotWrite,
    NotOverridden,
    ReturnsNormally,
    SetElsewhere,
    Specific,
    YieldsFinitely,
)
from haltcheck.verdict.verdict import Verdict


def certainty(verdict: Verdict) -> str:
    """How sure the answer is; a guess never sounds like a proof."""
    if verdict.answer is Answer.UNKNOWN:
        return "unknown"
    match verdict.basis:
        case Basis.PROOF:
            return "proved"
        case Basis.REPLAY:
            return "replayed"
        case Basis.ASSUMED:
            supposed = "; ".join(assumption(item) for item in verdict.assumptions)
            return f"proved, assuming that {supposed}" if supposed else "proved under assumptions"
        case Basis.FORECAST:
            return f"likely, {verdict.confidence or 0:.2f} by forecast"
        case Basis.NONE:
            return "unknown"
        case never:
            assert_never(never)


def assumption(item: Specific) -> str:
    """A specific assumption as a clause that may follow "assuming that"."""
    match item:
        case DoesNotWrite(callee, place, line):
            return f"{callee}, called in line {line}, does not write {place}"
        case ReturnsNormally(callee, line):
            return f"{callee}, called in line {line}, returns without raising"
        case NotOverridden(method):
            return f"no subclass overrides {method}"
        case SetElsewhere(place, line):
            return f"line {line} sets {place} while this waits"
        case Consumes(callee, line):
            return f"{callee}, called in line {line}, consumes something"
        case YieldsFinitely(callee, line):
            return f"what {callee} returns in line {line} comes to an end"
        case DefinesNone(base, names):
            return f"{base} defines none of {names}"
        case never:
            assert_never(never)


def printable(text: str) -> str:
    """Text that no terminal can take for a command: control characters become visible."""
    return "".join(char if _harmless(char) else _visible(char) for char in text)


def encodable(text: str) -> str:
    """Text that every encoding of Unicode can carry: lone surrogates become visible."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def plural(count: int, noun: str) -> str:
    """``1 file``, ``2 files``."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _harmless(char: str) -> bool:
    return char.isprintable() or char == "\t"


def _visible(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")
