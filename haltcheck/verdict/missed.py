"""Divergences that some runs of their function pass by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from haltcheck.basis.answer import Answer
from haltcheck.model.program import Function, Loop
from haltcheck.model.subject import IterationSubject, LoopSubject, Subject
from haltcheck.verdict.contribution import Callees, Returns
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


def always_comes_to(callees: Callees, function: Function, subject: IterationSubject) -> bool:
    """Whether every run of the function comes to the iteration, whatever other code does."""
    if subject.block < 0:
        return False
    instructions = function.blocks[subject.block].instructions
    call = instructions[subject.index] if subject.index < len(instructions) else None
    return reach(function, subject.block, call, Returns(callees, function).of) == Certain()


def _is_endless(own: Verdict) -> bool:
    return own.answer is Answer.NON_HALT and not own.condition
