"""Checks that a method hands back what it is asked."""

from __future__ import annotations

from haltcheck.model.abstract.scene import tables_of
from haltcheck.model.assumption import NotOverridden
from haltcheck.model.certificate import HandedBack
from haltcheck.model.reference.reflected import HandsBack, hands_back
from haltcheck.model.subject import RecursionSubject
from haltcheck.proof.problem import Problem
from haltcheck.proof.ruling import Granted, Rejected, Ruling


def check_handed(problem: Problem, certificate: HandedBack) -> Ruling:
    """Looks again for the line that asks what was asked, and for what leads there."""
    subject = problem.subject
    if not isinstance(subject, RecursionSubject) or len(subject.qualnames) != 1:
        return Rejected("only one method is asked again")
    if problem.program.entry:
        return Rejected("nobody asks it here")
    found = hands_back(tables_of(problem.program).resolver, subject.qualnames[0])
    if found != HandsBack(certificate.line, certificate.needed):
        return Rejected("it hands nothing back, or under another condition")
    return Granted((NotOverridden(subject.qualnames[0]),), certificate.needed)
