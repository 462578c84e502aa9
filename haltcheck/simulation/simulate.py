"""Runs a function on many inputs and gathers a forecast."""

from __future__ import annotations

from collections.abc import Iterable

from haltcheck.basis.answer import Answer
from haltcheck.basis.budget import Budget
from haltcheck.model.certificate import Claim, Ended, Replay
from haltcheck.model.oracle import Oracle
from haltcheck.model.program import Program
from haltcheck.model.step.replay import begin, confirms, only_run
from haltcheck.model.subject import LoopSubject, Subject
from haltcheck.simulation.bear import condition_of, subject_of
from haltcheck.simulation.forecast import Ending, Forecast, Rollout
from haltcheck.simulation.imagination import WorldModel
from haltcheck.simulation.inputs import Inputs, search
from haltcheck.simulation.origin import origins
from haltcheck.simulation.rollout import Run
from haltcheck.simulation.watch import Repetition

# A first pass is cheap; only few of the runs that it leaves open go on.
FIRST = 2_000
EXTENDED = 200
PATIENCE = 6
LONG_RUNS = 3
ALLOWANCE = 60_000
# So many imagined runs that all end alike speak for the rest.
AGREEING = 4


def simulate(
    program: Program,
    qualname: str,
    *,
    backend: WorldModel | None = None,
    budget: Budget | None = None,
    oracle: Oracle | None = None,
) -> Forecast:
    """What runs of the function show; the same program and model give the same forecast."""
    if qualname not in program.functions:
        return Forecast(qualname, (), (), ())
    simulation = _Simulation(program, qualname, backend, budget or Budget())
    for origin in origins(program, qualname):
        simulation.explore(origin, oracle)
    return simulation.forecast()


class _Simulation:
    """The rollouts of one function, from every origin that reaches it."""

    def __init__(
        self, program: Program, qualname: str, backend: WorldModel | None, budget: Budget
    ) -> None:
        self.program = program
        self.qualname = qualname
        self.backend = backend
        self.budget = budget
        self.heads = frozenset(
            (function.qualname, loop.head)
            for function in program.functions.values()
            for loop in function.loops
        )
        self.rollouts: list[Rollout] = []
        self.claims: dict[Subject, Claim] = {}
        self.ended: list[Claim] = []

    def forecast(self) -> Forecast:
        claims = tuple(self.claims.values())
        return Forecast(self.qualname, tuple(self.rollouts), claims, tuple(self.ended))

    def explore(self, origin: str, oracle: Oracle | None) -> None:
        """Exact runs first; where they are stuck, imagined ones."""
        inputs = search(self.program, origin, EXTENDED, oracle)
        few, rest = inputs[: self.budget.rollouts], inputs[self.budget.rollouts :]
        exact, open_runs = self._exact(origin, few)
        stuck = [one for one in exact if one.ending is Ending.STUCK]
        raising = {one.ending for one in exact} == {Ending.RAISE} and not open_runs
        if not stuck and not (raising and self.budget.crowded):
            more, _ = self._exact(origin, rest) if not self.claims else ([], [])
            exact += more
        for run in open_runs[:LONG_RUNS]:
            if self.claims:
                break
            exact.append(self._go(origin, run, self.budget.steps))
        if stuck and self.backend is not None:
            exact = [one for one in exact if one.ending is not Ending.STUCK]
            exact += self._imagined(origin, few)
        self.rollouts += exact

    def _run(self, origin: str, inputs: Inputs) -> Run | None:
        machine = begin(self.program, origin, inputs)
        if isinstance(machine, str):
            return None
        entries = frozenset(self.program.functions)

        def accept(run: Run, found: Repetition) -> bool:
            return self._claim(origin, run.inputs, found)

        return Run(self.program, inputs, machine, self.heads, entries, accept)

    def _exact(self, origin: str, inputs: Iterable[Inputs]) -> tuple[list[Rollout], list[Run]]:
        """The ended rollouts, and the runs that are still open after the first pass."""
        found: list[Rollout] = []
        open_runs: list[Run] = []
        spent = 0
        for one in inputs:
            run = self._run(origin, one)
            if run is None:
                break
            rollout = self._go(origin, run, FIRST)
            if rollout.ending is Ending.BUDGET and len(open_runs) < LONG_RUNS:
                open_runs.append(run)
            else:
                found.append(rollout)
            stuck = [one for one in found if one.ending is Ending.STUCK]
            if len(stuck) == len(found) >= PATIENCE or (self.claims and len(found) >= 8):
                break
            spent += rollout.steps
            if spent > ALLOWANCE:
                break
        return found, open_runs

    def _go(self, origin: str, run: Run, steps: int) -> Rollout:
        rollout = run.go(steps, self.budget.rounds)
        is_exact = not run.machine.imagined and not run.machine.arbitrary
        if run.repetition is not None and is_exact and not run.repetition.kept:
            self._claim(origin, run.inputs, run.repetition)
        if rollout.ending is Ending.EXIT and is_exact and only_run(self.program, origin):
            self._end(origin, rollout.steps)
        return rollout

    def _imagined(self, origin: str, inputs: list[Inputs]) -> list[Rollout]:
        """Runs whose holes the model fills, each with draws of its own."""
        found: list[Rollout] = []
        for number in range(self.budget.rollouts):
            run = self._run(origin, inputs[number % len(inputs)]) if inputs else None
            if run is None:
                break
            run.model = self.backend
            run.seed = f"{self.program.contents.end_line}:{origin}:{number}"
            found.append(run.go(FIRST, self.budget.rounds))
            if found[-1].ending is Ending.STUCK and not found[-1].imagined:
                break
            if len(found) == AGREEING and len({one.ending for one in found}) == 1:
                break
        return found

    def _claim(self, origin: str, inputs: Inputs, found: Repetition) -> bool:
        """Claims the loop or recursion that the repetition stays in, if it is borne out."""
        given = tuple(inputs.items())
        replay = Replay(origin, given, found.stem, found.cycle, found.kept, found.deeper)
        subject = subject_of(self.program, replay)
        if subject in self.claims:
            return True
        if subject is None or not confirms(self.program, subject, replay):
            return False
        self.claims[subject] = Claim(subject, Answer.NON_HALT, replay, condition_of(given))
        return True

    def _end(self, origin: str, steps: int) -> None:
        if self.ended:
            return
        for loop in self.program.functions[origin].loops:
            subject = LoopSubject(origin, loop.id)
            self.ended.append(Claim(subject, Answer.HALT, Ended(origin, steps)))
