"""Loops over a generator of the file rest on what was shown of its body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from haltcheck.basis.answer import Answer
from haltcheck.model.certificate import FiniteIteration
from haltcheck.verdict.evidence import Evidence, Open, Settled
from haltcheck.verdict.verdict import Verdict


def rested(
    evidence: Evidence, functions: Mapping[str, Verdict], inside: frozenset[str]
) -> Evidence:
    """The evidence with what the generator's own answer supposes, or open where that is no halt.

    A generator of the same recursion (``inside``) is made by the call that stands in the loop's
    function: an endless run of it is an endless chain of calls, and the recursion answers for it.
    """
    if not isinstance(evidence, Settled) or not isinstance(evidence.certificate, FiniteIteration):
        return evidence
    name = evidence.certificate.generator
    if not name or name in inside:
        return evidence
    body = functions.get(name)
    if body is None or body.answer is not Answer.HALT:
        return Open((f"nobody showed that the generator {name} comes to its end",))
    supposed = dict.fromkeys((*evidence.assumptions, *body.assumptions))
    return replace(evidence, assumptions=tuple(supposed))
