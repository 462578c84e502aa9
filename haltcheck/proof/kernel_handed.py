"""Checks that a function hands back what it is asked."""

from __future__ import annotations

from haltcheck.model.abstract.scene import tables_of
from haltcheck.model.assumption import NotOverridden
from haltcheck.model.certificate import HandedBack
from haltcheck.model.reference.asked_again import HandsBack
from haltcheck.model.reference.handed_back import handed_back
from haltcheck.model.subject import RecursionSubject
from haltcheck.proof.problem import Problem
from haltcheck.proof.ruling import Granted, Rejected, Ruling


def check_handed(problem: Problem, certificate: HandedBack) -> Ruling:
    """Looks again for the line that asks what was asked, and for what leads there."""
    subject = problem.subject
    if not isinstance(subject, RecursionSubject):
        return Rejected("only a recursion is asked again")
    if problem.program.entry:
        return Rejected("nobody asks it here")
    found = handed_back(tables_of(problem.program).resolver, subject.qualnames)
    if found != HandsBack(certificate.line, certificate.needed, certificate.contrived):
        return Rejected("it hands nothing back, or under another condition")
    functions = problem.program.functions
    methods = [name for name in subject.qualnames if functions[name].in_class is not None]
    return Granted(tuple(map(NotOverridden, methods)), certificate.needed)
