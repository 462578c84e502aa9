"""Checks certificates about what the environment or Python's own protocols do."""

from __future__ import annotations

from haltcheck.model.abstract.scene import tables_of
from haltcheck.model.aftermath.candidate import starts
from haltcheck.model.aftermath.context import contradicts
from haltcheck.model.aftermath.walk import Stays, rounds
from haltcheck.model.certificate import EndlessSequence, SelfLookup, Stuck
from haltcheck.model.subject import LoopSubject
from haltcheck.proof.problem import Problem
from haltcheck.proof.ruling import Granted, Rejected, Ruling, Witness


def check_outside(problem: Problem, certificate: Stuck | SelfLookup | EndlessSequence) -> Ruling:
    """Follows the protocol or the event through the program."""
    if isinstance(certificate, Stuck):
        return _check_stuck(problem, certificate)
    return Rejected(f"{type(certificate).__name__} does not hold here")


def _check_stuck(problem: Problem, certificate: Stuck) -> Ruling:
    """Walks the rounds again: every way that the facts leave open comes back to the head."""
    program, subject = problem.program, problem.subject
    if not isinstance(subject, LoopSubject):
        return Rejected("only a loop has rounds")
    function = program.functions.get(subject.qualname)
    loops = [one for one in function.loops if one.id == subject.loop] if function else []
    if function is None or not loops or loops[0].kind != "while":
        return Rejected("there is no such while loop")
    supposed = dict(certificate.supposed)
    if not _is_consistent(certificate):
        return Rejected("the facts contradict each other")
    resolver = tables_of(program).resolver
    possible = starts(program, resolver, function, loops[0])
    events = [one for one, values in possible if values == certificate.values]
    for event in (event for event in events if event.value == certificate.event):
        values = dict(certificate.values)
        found = rounds(program, resolver, function, loops[0], event, supposed, values)
        if isinstance(found, Stays):
            return Granted(found.assumptions, "", Witness(events=(certificate.event,)))
        return Rejected("a way out is open after the event")
    return Rejected("the environment cannot bring it about")


def _is_consistent(certificate: Stuck) -> bool:
    supposed: dict[str, bool] = {}
    for fact, answer in certificate.supposed:
        if fact in supposed or contradicts(supposed, fact, answer):
            return False
        supposed[fact] = answer
    return True
