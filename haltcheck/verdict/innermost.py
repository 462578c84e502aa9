"""Where a finding stands: at the innermost subject only."""

from __future__ import annotations

from collections.abc import Sequence

from haltcheck.basis.answer import Answer
from haltcheck.model.certificate import Recurrent, Replay, Trapped
from haltcheck.model.subject import IterationSubject, LoopSubject, RecursionSubject, Subject
from haltcheck.verdict.compose import Composition
from haltcheck.verdict.evidence import Evidence, Settled


def innermost(composition: Composition, subject: Subject, evidence: Evidence) -> bool:
    """Whether a finding may stand here: no subject inside it explains the divergence.

    What a structure shows (no exit, no base case, an event) is about the subject's own rounds;
    what a run or a set of states shows may be the doing of something inside.
    """
    if not isinstance(evidence, Settled):
        return False
    if not isinstance(evidence.certificate, Replay | Recurrent | Trapped):
        return True
    return not any(
        composition.own[one].answer is Answer.NON_HALT for one in _inside(composition, subject)
    )


def _inside(composition: Composition, subject: Subject) -> list[Subject]:
    """The loops and recursions that stand in the subject or are called from it."""
    own: list[Subject] = []
    match subject:
        case LoopSubject(qualname=qualname, loop=number):
            function = composition.program.functions[qualname]
            blocks = next(loop.blocks for loop in function.loops if loop.id == number)
            sites = composition.surveyed.sites.get(qualname, ())
            names = [site.callee for site in sites if site.block in blocks]
            own += [
                LoopSubject(qualname, loop.id) for loop in function.loops if loop.blocks < blocks
            ]
        case RecursionSubject(qualnames=qualnames):
            names = list(qualnames)
        case IterationSubject():
            return []
    called = _called_from(composition, names)
    return [
        one
        for one in composition.own
        if one != subject
        and not isinstance(one, IterationSubject)
        and (one in own or not called.isdisjoint(_functions(one)))
    ]


def _called_from(composition: Composition, names: Sequence[str]) -> set[str]:
    seen = set(names)
    work = list(names)
    while work:
        for site in composition.surveyed.sites.get(work.pop(), ()):
            if site.callee not in seen:
                seen.add(site.callee)
                work.append(site.callee)
    return seen


def _functions(subject: Subject) -> tuple[str, ...]:
    return (subject.qualname,) if isinstance(subject, LoopSubject) else subject.qualnames
