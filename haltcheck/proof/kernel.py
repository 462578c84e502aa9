"""Checks claims and alone makes proofs: the one file that has to be believed.

It accepts ``unsat`` only, builds the system itself and computes the assumptions itself: whatever
a technique says of them is ignored.
"""

from __future__ import annotations

from dataclasses import field, replace
from enum import Enum
from typing import assert_never

from haltcheck.basis.answer import Answer
from haltcheck.basis.budget import BudgetSpentError
from haltcheck.basis.record import record
from haltcheck.model.abstract.trust import Trust
from haltcheck.model.assumption import Specific
from haltcheck.model.certificate import (
    Acyclic,
    Bounded,
    Certificate,
    Claim,
    Ended,
    EndlessIteration,
    FiniteIteration,
    HandedBack,
    NoBaseCase,
    NoExit,
    NoWayBack,
    Ranking,
    Recurrent,
    Replay,
    SameArgument,
    Stuck,
    ToldInTurn,
    Trapped,
    Uninitialised,
    Unvisited,
)
from haltcheck.model.program import reached
from haltcheck.model.subject import LoopSubject, RecursionSubject, Subject
from haltcheck.model.system import System
from haltcheck.proof.encode import Prover
from haltcheck.proof.kernel_finite import check_acyclic
from haltcheck.proof.kernel_halting import check_bounded, check_ranking
from haltcheck.proof.kernel_iterator import check_counted, check_iterated
from haltcheck.proof.kernel_looping import check_absence, check_recurrent, check_trapped
from haltcheck.proof.kernel_program import check_program
from haltcheck.proof.kernel_region import check_partition
from haltcheck.proof.problem import Problem
from haltcheck.proof.realizable import realizable
from haltcheck.proof.region import Partition
from haltcheck.proof.ruling import Rejected, Ruling, Witness

_EFFORT = 4
_QUERIES = 400


class _Seal(Enum):
    """Only the kernel holds it."""

    KERNEL = "checked"


@record
class Proof:
    """A claim that the kernel checked; nobody else can make one.

    ``exact`` where the condition is true of all inputs that diverge: the others halt, checked too.
    ``partition`` is what the condition was checked by, where it is not the certificate alone. The
    runs are ``begun`` in this function of a recursion, in any where none is told.
    """

    subject: Subject
    answer: Answer
    certificate: Certificate
    condition: str
    assumptions: tuple[Specific, ...]
    witness: Witness
    seal: _Seal = field(repr=False)
    exact: bool = False
    partition: Partition | None = None
    begun: str = ""

    def __post_init__(self) -> None:
        if self.seal is not _Seal.KERNEL:
            raise TypeError("only the kernel makes proofs")


def check(problem: Problem, claim: Claim) -> Proof | Rejected:
    """The claim as a proof, or why it is none."""
    if claim.subject != problem.subject:
        return Rejected("the claim is about another subject")
    if claim.answer is not answer_of(claim.certificate):
        return Rejected("the certificate shows another answer")
    try:
        ruling = _rule(problem, claim.certificate)
    except BudgetSpentError:
        return Rejected("the check costs too much")
    if isinstance(ruling, Rejected):
        return ruling
    if isinstance(claim.certificate, Ranking | Bounded | Acyclic) and _is_handler_only(problem):
        return Rejected("what callees are supposed not to raise leads to the loop")
    return Proof(
        claim.subject,
        claim.answer,
        claim.certificate,
        ruling.condition,
        ruling.assumptions,
        ruling.witness,
        _Seal.KERNEL,
        begun=_begun(problem, claim.certificate),
    )


def _is_handler_only(problem: Problem) -> bool:
    """Whether callees are supposed to return, and only what one raises leads to the loop.

    No path is left then, and that nothing comes to the loop proves nothing of it.
    """
    subject = problem.subject
    if problem.trust is not Trust.CALLEES or not isinstance(subject, LoopSubject):
        return False
    function = problem.program.functions[subject.qualname]
    head = next((one.head for one in function.loops if one.id == subject.loop), None)
    raised = {(one.id, one.handler) for one in function.blocks if one.handler is not None}
    return head not in reached(function, raised)


def _begun(problem: Problem, certificate: Certificate) -> str:
    """The one of several functions that the first call of the runs enters."""
    subject = problem.subject
    names = subject.qualnames if isinstance(subject, RecursionSubject) else ()
    match certificate:
        case Replay(qualname=name) if name in names:
            return name
        case Recurrent(entry=entry) | Trapped(entry=entry) if isinstance(problem.system, System):
            first = problem.system.transitions[entry.stem[0]].target
            return names[first] if first in range(len(names)) else ""
        case _:
            return ""


def divided(problem: Problem, proof: Proof, partition: Partition) -> Proof | Rejected:
    """The proof with the condition of the partition, which is checked, or why not."""
    system = problem.system
    if proof.subject != problem.subject or not isinstance(system, System):
        return Rejected("the partition is of another subject")
    if proof.answer is not Answer.NON_HALT:
        return Rejected("only a divergence has a condition")
    budget = problem.budget
    prover = problem.prover.afresh(_EFFORT * budget.solver_effort, _QUERIES)
    try:
        ruling = check_partition(system, prover, partition)
    except BudgetSpentError:
        return Rejected("the check costs too much")
    if isinstance(ruling, Rejected):
        return ruling
    if not set(ruling.assumptions) <= set(proof.assumptions):
        return Rejected("the partition supposes more than the proof does")
    exact = bool(partition.rest) or not ruling.condition
    return replace(proof, condition=ruling.condition, exact=exact, partition=partition)


def answer_of(certificate: Certificate) -> Answer:
    """What a certificate of this kind can show."""
    match certificate:
        case Ranking() | Bounded() | Acyclic() | FiniteIteration() | NoWayBack() | Ended():
            return Answer.HALT
        case Recurrent() | Trapped() | NoExit() | EndlessIteration() | NoBaseCase() | Replay():
            return Answer.NON_HALT
        case Stuck() | SameArgument() | Uninitialised() | Unvisited() | ToldInTurn():
            return Answer.NON_HALT
        case HandedBack():
            return Answer.NON_HALT
        case _:
            assert_never(certificate)


def _rule(problem: Problem, certificate: Certificate) -> Ruling:
    match certificate:
        case Ranking() | Bounded() | Acyclic() | Recurrent() | Trapped() | NoExit() | NoBaseCase():
            if not isinstance(problem.system, System):
                return Rejected(problem.system.reason)
            budget = problem.budget
            queries = max(_QUERIES, budget.queries)
            prover = problem.prover.afresh(_EFFORT * budget.solver_effort, queries)
            ruling = _rule_system(problem.system, prover, certificate)
            return _founded(problem, certificate, ruling)
        case NoWayBack() | FiniteIteration() | EndlessIteration() | Ended() | Replay():
            return check_program(problem, certificate)
        case Stuck() | SameArgument() | Unvisited():
            from haltcheck.proof.kernel_outside import check_outside

            return check_outside(problem, certificate)
        case Uninitialised():
            from haltcheck.proof.kernel_unborn import check_unborn

            return check_unborn(problem, certificate)
        case ToldInTurn():
            from haltcheck.proof.kernel_mutual import check_mutual

            return check_mutual(problem, certificate)
        case HandedBack():
            from haltcheck.proof.kernel_handed import check_handed

            return check_handed(problem, certificate)
        case _:
            assert_never(certificate)


def _founded(problem: Problem, certificate: Certificate, ruling: Ruling) -> Ruling:
    """The ruling, if its inputs can be and what its measures count is finite."""
    if isinstance(ruling, Rejected):
        return ruling
    if isinstance(certificate, Recurrent | Trapped | NoExit | NoBaseCase):
        inputs = getattr(certificate, "entry", ruling.witness).inputs
        return ruling if realizable(inputs) else Rejected("the inputs contradict each other")
    if isinstance(certificate, Bounded | Acyclic):
        return check_iterated(problem.program, problem.subject, ruling)
    if not isinstance(certificate, Ranking):
        return ruling
    counted = check_counted(problem.program, problem.subject, certificate)
    if isinstance(counted, Rejected):
        return counted
    both = dict.fromkeys((*ruling.assumptions, *counted.assumptions))
    whole = replace(ruling, assumptions=tuple(both))
    return check_iterated(problem.program, problem.subject, whole)


def _rule_system(
    system: System,
    prover: Prover,
    certificate: Ranking | Bounded | Acyclic | Recurrent | Trapped | NoExit | NoBaseCase,
) -> Ruling:
    match certificate:
        case Ranking():
            return check_ranking(system, prover, certificate)
        case Bounded():
            return check_bounded(system, prover, certificate)
        case Acyclic():
            return check_acyclic(system, prover, certificate)
        case Recurrent():
            return check_recurrent(system, prover, certificate)
        case Trapped():
            return check_trapped(system, prover, certificate)
        case NoExit() | NoBaseCase():
            return check_absence(system, prover, certificate)
        case _:
            assert_never(certificate)
