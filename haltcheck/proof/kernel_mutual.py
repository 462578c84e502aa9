"""Checks that two objects that refer to each other tell of each other for ever."""

from __future__ import annotations

from haltcheck.model.abstract.scene import tables_of
from haltcheck.model.assumption import NotOverridden
from haltcheck.model.certificate import ToldInTurn
from haltcheck.model.reference.mutual import Alone, Mutual, mutual
from haltcheck.model.subject import RecursionSubject
from haltcheck.proof.problem import Problem
from haltcheck.proof.ruling import Granted, Rejected, Ruling


def check_mutual(problem: Problem, certificate: ToldInTurn) -> Ruling:
    """Looks again for what the method spells out, and for who binds it."""
    subject = problem.subject
    if not isinstance(subject, RecursionSubject) or len(subject.qualnames) != 1:
        return Rejected("only one method tells of an object")
    if problem.program.entry:
        return Rejected("nobody tells of objects here")
    found = mutual(tables_of(problem.program).resolver, subject.qualnames[0])
    if isinstance(found, Alone):
        return Rejected(found.why)
    if found != Mutual(certificate.there, certificate.back, certificate.binder):
        return Rejected("other attributes refer to each other")
    needed = f"two objects refer to each other, as {found.binder} binds them"
    return Granted((NotOverridden(subject.qualnames[0]),), needed)
