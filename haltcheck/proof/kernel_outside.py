"""Checks certificates about what the environment or Python's own protocols do."""

from __future__ import annotations

from haltcheck.model.abstract.scene import tables_of
from haltcheck.model.aftermath.context import contradicts
from haltcheck.model.aftermath.outcome import Event
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
    loop = (
        next((one for one in function.loops if one.id == subject.loop), None) if function else None
    )
    if function is None or loop is None:
        return Rejected("there is no such loop")
    events = [event for event in Event if event.value == certificate.event]
    if len(events) != 1:
        return Rejected(f"the environment does not know {certificate.event!r}")
    supposed: dict[str, bool] = {}
    for fact, answer in certificate.supposed:
        if contradicts(supposed, fact, answer) or fact in supposed:
            return Rejected("the facts contradict each other")
        supposed[fact] = answer
    resolver = tables_of(program).resolver
    values = dict(certificate.values)
    found = rounds(program, resolver, function, loop, events[0], supposed, values)
    if not isinstance(found, Stays):
        return Rejected("a way out is open after the event")
    return Granted(found.assumptions, "", Witness(events=(certificate.event,)))
