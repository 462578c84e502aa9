"""An inquiry that searches nothing: the evidence is what the kernel accepts of given claims."""

from __future__ import annotations

from collections.abc import Iterable, Set
from itertools import product

from haltcheck.basis.budget import Budget
from haltcheck.basis.record import record
from haltcheck.inquiry import Inquiry
from haltcheck.model.abstract import Trust
from haltcheck.model.certificate import Claim, Ended
from haltcheck.model.program import Program
from haltcheck.model.subject import Subject
from haltcheck.options import Options
from haltcheck.proof.kernel import Proof, check, divided
from haltcheck.proof.problem import Problem
from haltcheck.proof.ruling import Rejected
from haltcheck.reread import Restated
from haltcheck.stopwatch import Stopwatch
from haltcheck.verdict.evidence import Open, Settled, from_proof
from haltcheck.verdict.survey import survey

_NOTHING = Open(("no certificate speaks of it",))
_BUDGET = Budget(solver_effort=2_000_000, queries=4_000)
"""More than a search hands out: what the search had refuted before is refuted here anew."""


@record
class Holds:
    """The kernel accepts the claim, with the condition and no more than what it supposes."""

    claim: Claim
    settled: Settled


@record
class Fails:
    """The claim is not borne out, and why."""

    claim: Claim
    why: str


Checked = Holds | Fails


class Recheck(Inquiry):
    """The inquiry of one file, or of a view of it, whose claims are known.

    ``checked`` says what became of each claim that is about this view.
    """

    def __init__(
        self,
        claims: Iterable[Restated],
        program: Program,
        subjects: int,
        options: Options,
        watch: Stopwatch,
    ) -> None:
        super().__init__(program, subjects, options, watch)
        mine = [one for one in claims if one.within == program.entry]
        components = survey(program).components
        known = {subject for component in components for subject in component.subjects}
        self.checked = tuple(checked(program, known, one) for one in mine)

    def evidence(self, subject: Subject) -> Settled | Open:
        """The first accepted claim about the subject."""
        for one in self.checked:
            if isinstance(one, Holds) and one.claim.subject == subject:
                return one.settled
        return _NOTHING

    def only_run(self, name: str) -> Settled | Open:
        """The accepted run of the function, where one is among the claims."""
        for one in self.checked:
            certificate = one.claim.certificate
            is_run = isinstance(certificate, Ended) and certificate.qualname == name
            if isinstance(one, Holds) and is_run:
                return one.settled
        return _NOTHING


def checked(program: Program, known: Set[Subject], restated: Restated) -> Checked:
    """What the kernel says of the claim, given either degree of trust in unseen callees."""
    claim = restated.claim
    if claim.subject not in known:
        return Fails(claim, "the source has no such loop or recursion")
    trusts = (Trust.CALLEES, Trust.NOTHING)
    problems = [Problem(program, claim.subject, trust, _BUDGET) for trust in trusts]
    partitioned = problems if restated.partition is not None else problems[:1]
    reasons: list[str] = []
    for one, other in product(problems, partitioned):
        found = _settled(one, other, restated)
        if isinstance(found, Settled):
            return Holds(claim, found)
        reasons.append(found.reason)
    return Fails(claim, reasons[0])


def _settled(problem: Problem, other: Problem, restated: Restated) -> Settled | Rejected:
    """What is claimed, condition and assumptions included, as far as the kernel proves it.

    The partition is checked in a problem of its own, which may trust more or less.
    """
    claim = restated.claim
    proof = check(problem, claim)
    if isinstance(proof, Proof) and restated.partition is not None:
        proof = divided(other, proof, restated.partition)
    if isinstance(proof, Rejected):
        return proof
    if not set(proof.assumptions) <= set(claim.assumptions):
        return Rejected("it rests on more than the report supposes")
    settled = from_proof("", proof)
    if settled.condition != claim.condition:
        told = claim.condition or "every input"
        return Rejected(f"it holds for {settled.condition or 'every input'}, not for {told}")
    return settled
