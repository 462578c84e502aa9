"""Divergences that some runs of their function pass by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from haltcheck.basis.answer import Answer, Basis
from haltcheck.model.program import Function, Loop
from haltcheck.model.subject import IterationSubject, LoopSubject, Subject
from haltcheck.verdict.contribution import Callees, Returns
from haltcheck.verdict.precision import confidence
from haltcheck.verdict.reach import Certain, reach
from haltcheck.verdict.verdict import Verdict

Verdicts = Mapping[Subject, Verdict]


def as_called(
    callees: Callees,
    function: Function,
    loop: Loop,
    own: Verdicts,
    whole: Verdicts,
    *,
    recurs: bool,
) -> Verdict:
    """What a loop means for a call of its function.

    Without a condition it is endless for each run that comes to it, and some may not. With one, the
    calls that a recursion makes in turn may meet it where the first does not.
    """
    verdict = whole[LoopSubject(function.qualname, loop.id)]
    if recurs:
        verdict = replace(verdict, exact=False)
    if verdict.answer is not Answer.NON_HALT or verdict.condition:
        return verdict
    returns = Returns(callees, function)
    surely = any(
        _is_endless(own[LoopSubject(function.qualname, one.id)])
        and reach(function, one.head, None, returns.of) == Certain()
        for one in function.loops
        if one.blocks <= loop.blocks
    )
    return replace(verdict, missed=not surely)


def iterations(
    callees: Callees, function: Function, found: Mapping[Subject, Verdict]
) -> list[Verdict]:
    """What the iterations without a loop mean for their function, where every run comes to them."""
    return [
        reached
        for subject, verdict in found.items()
        if isinstance(subject, IterationSubject) and subject.qualname == function.qualname
        if (reached := _as_reached(callees, function, subject, verdict)) is not None
    ]


def _as_reached(
    callees: Callees, function: Function, subject: IterationSubject, verdict: Verdict
) -> Verdict | None:
    if subject.block < 0 or verdict.answer is not Answer.NON_HALT or verdict.condition:
        return None
    instructions = function.blocks[subject.block].instructions
    call = instructions[subject.index] if subject.index < len(instructions) else None
    reached = reach(function, subject.block, call, Returns(callees, function).of)
    if not isinstance(reached, Certain):
        return None
    if not reached.assumptions:
        return verdict
    supposed = tuple(dict.fromkeys((*verdict.assumptions, *reached.assumptions)))
    kind = verdict.certificate.kind if verdict.certificate else ""
    sure = confidence(verdict.answer, kind, "", supposed)
    return replace(
        verdict, basis=Basis.ASSUMED, confidence=sure, p_halt=1.0 - sure, assumptions=supposed
    )


def _is_endless(own: Verdict) -> bool:
    return own.answer is Answer.NON_HALT and not own.condition
