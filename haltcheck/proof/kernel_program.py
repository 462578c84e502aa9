"""Checks certificates against the lowered program itself: its graph and its exact runs."""

from __future__ import annotations

from typing import assert_never

from haltcheck.model.certificate import (
    Ended,
    EndlessIteration,
    FiniteIteration,
    NoWayBack,
    Replay,
)
from haltcheck.model.program import successors
from haltcheck.model.subject import LoopSubject
from haltcheck.proof.problem import Problem
from haltcheck.proof.ruling import Granted, Rejected, Ruling


def check_program(
    problem: Problem,
    certificate: NoWayBack | FiniteIteration | EndlessIteration | Ended | Replay,
) -> Ruling:
    """Looks at the graph, classifies the iterable again, or steps the exact machine again."""
    match certificate:
        case NoWayBack():
            return _check_no_way_back(problem)
        case FiniteIteration() | EndlessIteration():
            return Rejected("the iterable is not classified")
        case Ended() | Replay():
            return Rejected("the run cannot be stepped again")
        case _:
            assert_never(certificate)


def _check_no_way_back(problem: Problem) -> Ruling:
    """No path inside the loop leads from its head back to it."""
    subject = problem.subject
    if not isinstance(subject, LoopSubject):
        return Rejected("only a loop has a head")
    function = problem.program.functions.get(subject.qualname)
    loops = [loop for loop in function.loops if loop.id == subject.loop] if function else []
    if function is None or not loops:
        return Rejected("there is no such loop")
    loop = loops[0]
    seen: set[int] = set()
    pending = list(successors(function.blocks[loop.head]))
    while pending:
        block = pending.pop()
        if block == loop.head:
            return Rejected("the body leads back to the head")
        if block not in seen and block in loop.blocks:
            seen.add(block)
            pending.extend(successors(function.blocks[block]))
    return Granted()
