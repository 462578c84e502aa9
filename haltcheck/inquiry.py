"""Asks about one subject: prove it, run it, and have the kernel confirm what the runs suggest."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from haltcheck.basis.budget import Budget
from haltcheck.basis.discover import load, names
from haltcheck.basis.error import HaltcheckError
from haltcheck.model.program import Program
from haltcheck.model.subject import LoopSubject, Subject
from haltcheck.options import Options
from haltcheck.stopwatch import Stopwatch
from haltcheck.verdict.evidence import Evidence, Open, Settled, from_proof
from haltcheck.verdict.features import UNSEEN, Features

if TYPE_CHECKING:
    from haltcheck.model.certificate import Claim
    from haltcheck.proof.kernel import Proof
    from haltcheck.simulation.forecast import Forecast
    from haltcheck.simulation.imagination import WorldModel

NO_MODEL = "none"
_FILE_QUERIES = 1_200
_LEAST_QUERIES = 45
_TALKATIVE = 0.25
BACKENDS = "haltcheck.simulation.backends"


class Inquiry:
    """The two witnesses of one file, proof and simulation, each loaded when first needed."""

    def __init__(self, program: Program, subjects: int, options: Options, watch: Stopwatch) -> None:
        self.program = program
        self.options = options
        self.watch = watch
        self.budget = shared_budget(subjects)
        self.forecasts: dict[str, Forecast] = {}
        self.hunted: dict[str, tuple[Claim, ...]] = {}

    def evidence(self, subject: Subject) -> Evidence:
        """What is known of the subject in the end."""
        found = self._prove(subject)
        name = subject.qualname if isinstance(subject, LoopSubject) else subject.qualnames[0]
        if isinstance(found, Settled) or self.watch.expired() or not self._may_run(name):
            return found
        forecast = self._simulate(name)
        for claim in (*forecast.candidates, *forecast.ended):
            if claim.subject == subject:
                confirmed = self._confirm(claim)
                if isinstance(confirmed, Settled):
                    return confirmed
        for claim in self._hunt(name, subject):
            if claim.subject == subject:
                confirmed = self._confirm(claim)
                if isinstance(confirmed, Settled):
                    return confirmed
        return Open(found.reasons, _features(forecast, subject))

    def _hunt(self, name: str, subject: Subject) -> tuple[Claim, ...]:
        """Endless runs of telling inputs, looked for once per function."""
        from haltcheck.simulation.hunt import hunt, wants

        if self.options.world_model == NO_MODEL or self.program.entry or self.watch.expired():
            return ()
        if not wants(self.program, subject):
            return ()
        if name not in self.hunted:
            with self.watch.stage("simulate"):
                self.hunted[name] = hunt(self.program, name)
        return self.hunted[name]

    def only_run(self, name: str) -> Settled | Open:
        """Whether the only possible run of a function without parameters ends."""
        function = self.program.functions[name]
        if function.parameters or not function.loops or self.watch.expired():
            return Open(("it has more than one run",))
        for claim in self._simulate(name).ended:
            confirmed = self._confirm(claim)
            if isinstance(confirmed, Settled):
                return confirmed
        return Open(("its only run was not followed to its end",))

    def _may_run(self, name: str) -> bool:
        """Without a world model only runs that leave nothing to choose are followed."""
        return self.options.world_model != NO_MODEL or not self.program.functions[name].parameters

    def _prove(self, subject: Subject) -> Settled | Open:
        from haltcheck.proof.prove import Accepted, prove

        with self.watch.stage("prove"):
            attempts = prove(self.program, subject, budget=self.budget)
        reasons = []
        for attempt in attempts:
            if isinstance(attempt, Accepted):
                return from_proof(attempt.technique, self._conditioned(attempt.proof))
            reasons.append(attempt.reason)
        return Open(tuple(reasons))

    def _simulate(self, name: str) -> Forecast:
        """One forecast serves all the subjects of a function."""
        from haltcheck.proof.inputs import SolverOracle
        from haltcheck.simulation.simulate import simulate

        if name not in self.forecasts:
            with self.watch.stage("simulate"):
                wanted = self.options.world_model
                model = None if wanted == NO_MODEL else world_model(wanted)
                oracle = SolverOracle(self.program, self.budget)
                self.forecasts[name] = simulate(
                    self.program, name, backend=model, budget=self.budget, oracle=oracle
                )
        return self.forecasts[name]

    def _confirm(self, claim: Claim) -> Settled | Open:
        """The kernel steps the run again before anything is believed."""
        from haltcheck.model.abstract import Trust
        from haltcheck.proof.kernel import Proof, check
        from haltcheck.proof.problem import Problem

        with self.watch.stage("confirm"):
            problem = Problem(self.program, claim.subject, Trust.NOTHING, self.budget)
            proof = check(problem, claim)
        if isinstance(proof, Proof):
            return from_proof("run", self._conditioned(proof))
        return Open((proof.reason,))

    def _conditioned(self, proof: Proof) -> Proof:
        """A divergence with all inputs that it can be shown for, where some are chosen.

        The answer stands already, so that a file which took long gets it with fewer words.
        """
        if not proof.condition or self.watch.elapsed() > self.options.timeout * _TALKATIVE:
            return proof
        from haltcheck.proof.divide import conditioned

        with self.watch.stage("divide"):
            return conditioned(self.program, proof, self.budget)


def shared_budget(subjects: int) -> Budget:
    """The budget of each of so many subjects: large files share what small ones spend on few."""
    whole = Budget()
    queries = max(_LEAST_QUERIES, min(whole.queries, _FILE_QUERIES // max(1, subjects)))
    return replace(whole, queries=queries)


def world_model(name: str) -> WorldModel:
    """The backend of that name."""
    from haltcheck.simulation.imagination import WorldModel

    return load(BACKENDS, known_model(name), WorldModel)()


def known_model(name: str) -> str:
    """The name itself; one that no backend has is the user's mistake."""
    known = (NO_MODEL, *names(BACKENDS))
    if name not in known:
        listed = ", ".join(known)
        raise HaltcheckError(f"there is no world model {name!r}; known are {listed}")
    return name


def _features(forecast: Forecast, subject: Subject) -> Features:
    """How the rollouts of the subject's function ended, as far as they came to it."""
    if not isinstance(subject, LoopSubject):
        return UNSEEN
    endings = forecast.endings(subject)
    return Features(tuple(sorted(endings.items())), forecast.imagined(subject))
