"""Checks that ``__getattr__`` asks itself for ever on an object that is not initialised."""

from __future__ import annotations

from haltcheck.model.abstract.scene import tables_of
from haltcheck.model.abstract.unborn import FIRST, Born, unborn
from haltcheck.model.assumption import DefinesNone
from haltcheck.model.certificate import Uninitialised
from haltcheck.model.subject import RecursionSubject
from haltcheck.proof.problem import Problem
from haltcheck.proof.ruling import Granted, Rejected, Ruling


def check_unborn(problem: Problem, certificate: Uninitialised) -> Ruling:
    """Follows each name through ``__getattr__`` again: none of the ways misses out on the next."""
    subject = problem.subject
    if not isinstance(subject, RecursionSubject) or len(subject.qualnames) != 1:
        return Rejected("only one __getattr__ asks itself")
    if problem.program.entry:
        return Rejected("nobody copies objects here")
    found = unborn(tables_of(problem.program).resolver, subject.qualnames[0])
    if isinstance(found, Born):
        return Rejected(found.why)
    if found.names != certificate.names:
        return Rejected("it reads other attributes")
    binder, name = found.binders[0], found.names[0]
    read = ", ".join((FIRST, *found.names))
    supposed = tuple([DefinesNone(base, read) for base in found.unseen])
    return Granted(
        supposed, f"copy or pickle makes the object without {binder}, which binds {name}"
    )
