"""Follows accepted proofs on the exact machine: a run that contradicts one is a fault of ours.

Halting: random small entries end, come to no state twice, and the measure falls round by round.
Looping: the run from the named inputs makes 10,000 rounds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from haltcheck.basis.answer import Answer
from haltcheck.basis.record import record
from haltcheck.frontend.expression import Parameter
from haltcheck.model.certificate import Ranking, Recurrent, Replay, Trapped
from haltcheck.model.program import Function, Loop, Program, successors
from haltcheck.model.step.event import AtHead, Event, Failed, Finished
from haltcheck.model.step.iterate import Cursor, HashCursor
from haltcheck.model.step.machine import Machine
from haltcheck.model.step.replay import begin
from haltcheck.model.step.snapshot import Snapshot, UnsnapshotableError, snapshot
from haltcheck.model.step.state import Frame
from haltcheck.model.subject import LoopSubject, Subject
from haltcheck.model.term import evaluate, variables
from haltcheck.verdict.case import loop_of
from haltcheck.verdict.evidence import Settled

ENTRIES = 100
ROUNDS = 10_000
_STEPS = 60_000
_ALL_STEPS = 600_000


@record
class Consistent:
    """No run that was followed contradicts the proof; ``runs`` were exact to their end."""

    runs: int


@record
class Contradicted:
    """A run shows that the proof is wrong."""

    why: str


Following = Consistent | Contradicted


def follow(program: Program, subject: Subject, settled: Settled) -> Following:
    """Runs the program where the proof says what must happen."""
    if settled.answer is Answer.HALT:
        return _follow_halting(program, subject, settled)
    return _follow_looping(program, subject, settled)


# Halting


def _follow_halting(program: Program, subject: Subject, settled: Settled) -> Following:
    name = subject.qualname if isinstance(subject, LoopSubject) else subject.qualnames[0]
    function = program.functions[name]
    random = Random(name)
    left, exact = _ALL_STEPS, 0
    for _ in range(ENTRIES):
        inputs = {one.name: _value(random, one) for one in _fillable(function)}
        machine = begin(program, name, inputs)
        if isinstance(machine, str) or left <= 0:
            break
        watch = _Watch(program, subject, settled)
        found = watch.run(machine, min(_STEPS, left))
        left -= machine.steps
        if isinstance(found, Contradicted):
            shown = ", ".join(f"{key}={value!r}" for key, value in inputs.items())
            return Contradicted(f"{found.why} from {name}({shown})")
        exact += found.runs
    return Consistent(exact)


def _fillable(function: Function) -> list[Parameter]:
    named = [one for one in function.parameters if one.kind not in ("*", "**")]
    return named[1:] if function.in_class is not None else named


def _value(random: Random, parameter: Parameter) -> object:
    text = (parameter.annotation or "").strip("'\"")
    small = random.randint(-8, 16)
    numbers = [random.randint(-3, 6) for _ in range(random.randint(0, 5))]
    made: dict[str, object] = {
        "int": small,
        "bool": small > 4,
        "float": small / 2,
        "str": "abca"[: abs(small) % 5],
        "bytes": b"abca"[: abs(small) % 5],
        "list": numbers,
    }
    plain = text.partition("[")[0]
    if plain in made:
        return made[plain]
    return made["list"] if random.random() < 0.3 else small


@dataclass(slots=True)
class _Watch:
    """Looks at one run each time that control is at the head of the subject's loop."""

    program: Program
    subject: Subject
    settled: Settled
    rounds: int = 0
    kept: Snapshot | None = None
    measure: tuple[int, ...] = ()
    frame: Frame | None = None

    def run(self, machine: Machine, steps: int) -> Following:
        """The run to its end or to the end of the budget."""
        heads, leaving = self._stops()
        while machine.steps < steps and self.rounds < ROUNDS:
            event = machine.run(steps - machine.steps, heads | leaving)
            if not isinstance(event, AtHead):
                return Consistent(int(isinstance(event, Finished | Failed)))
            if (event.qualname, event.block) in leaving:
                self.frame, self.kept, self.rounds = None, None, 0
                continue
            found = self._look(machine)
            if isinstance(found, Contradicted):
                return found
        return Consistent(0)

    def _stops(self) -> tuple[frozenset[tuple[str, int]], frozenset[tuple[str, int]]]:
        if not isinstance(self.subject, LoopSubject):
            return frozenset((name, 0) for name in self.subject.qualnames), frozenset()
        name, loop = self.subject.qualname, loop_of(self.program, self.subject)
        return frozenset(((name, loop.head),)), _leaving(self.program.functions[name], loop)

    def _look(self, machine: Machine) -> Following:
        self.rounds += 1
        before, frame = self.measure, self.frame
        top = machine.stack[-1]
        self.frame = top if isinstance(top, Frame) else None
        self.measure = self._measure(self.frame)
        if frame is not None and frame is self.frame and before and self.measure >= before:
            return Contradicted(f"the measure does not fall in round {self.rounds}")
        if self.rounds & (self.rounds - 1) == 0 or self.rounds % 64 == 1:
            return self._compare(machine)
        return Consistent(0)

    def _compare(self, machine: Machine) -> Following:
        """Brent's cycle search: the state is kept at powers of two, and compared in between."""
        if machine.arbitrary or machine.imagined or not isinstance(self.subject, LoopSubject):
            return Consistent(0)
        try:
            now = snapshot(machine)
        except UnsnapshotableError:
            return Consistent(0)
        if self.kept is not None and now == self.kept:
            return Contradicted(f"the state comes back in round {self.rounds}")
        if self.rounds & (self.rounds - 1) == 0:
            self.kept = now
        return Consistent(0)

    def _measure(self, frame: Frame | None) -> tuple[int, ...]:
        """The lexicographic measure at the head; empty where the state does not show it."""
        certificate = self.settled.certificate
        if not isinstance(certificate, Ranking) or not isinstance(self.subject, LoopSubject):
            return ()
        head = loop_of(self.program, self.subject).head
        terms = [dict(part).get(head) for part in certificate.measures]
        state = {} if frame is None else frame.env
        found = []
        for term in terms:
            if term is None:
                return ()
            names = {name: _number(name, state) for name in variables(term)}
            known = {name: value for name, value in names.items() if value is not None}
            if len(known) < len(names):
                return ()
            found.append(evaluate(term, known))
        return tuple(found)


def _number(name: str, state: Mapping[str, object]) -> int | None:
    """The value of a variable of the abstraction in a state; None where it does not show."""
    outer, bracket, inner = name.partition("(")
    value = state.get(inner[:-1] if bracket else name)
    if not bracket:
        return int(value) if isinstance(value, int) else None
    if outer == "len" and isinstance(value, list | str | bytes | tuple | dict | set):
        return len(value)
    return _left(value) if outer == "left" else None


def _left(iterator: object) -> int | None:
    if isinstance(iterator, HashCursor):
        return len(iterator.keys) - iterator.index
    if not isinstance(iterator, Cursor) or iterator.sequence is None:
        return None
    return iterator.index + 1 if iterator.backwards else len(iterator.sequence) - iterator.index


def _leaving(function: Function, loop: Loop) -> frozenset[tuple[str, int]]:
    """The blocks just outside of the loop: behind them a new activation of it begins."""
    return frozenset(
        (function.qualname, to)
        for number in loop.blocks
        for to in successors(function.blocks[number])
        if to not in loop.blocks
    )


# Looping


def _follow_looping(program: Program, subject: Subject, settled: Settled) -> Following:
    """Only runs whose every input the certificate names can contradict it."""
    certificate = settled.certificate
    match certificate:
        case Replay(qualname=name, inputs=given):
            inputs = dict(given)
        case Recurrent(entry=entry, picks=picks) if not any(picks) and not any(entry.choices):
            name, inputs = _owner(subject), dict(entry.inputs)
        case Trapped(entry=entry) if not any(entry.choices):
            name, inputs = _owner(subject), dict(entry.inputs)
        case _:
            return Consistent(0)
    function = program.functions[name]
    wanted = {one.name for one in function.parameters}
    if settled.assumptions or not wanted <= inputs.keys() or function.in_class is not None:
        return Consistent(0)
    machine = begin(program, name, {key: inputs[key] for key in wanted})
    if isinstance(machine, str):
        return Consistent(0)
    event: Event = machine.run(ROUNDS * 20)
    if isinstance(event, Finished | Failed):
        shown = ", ".join(f"{key}={value!r}" for key, value in inputs.items())
        return Contradicted(f"the run ends from {name}({shown})")
    return Consistent(1)


def _owner(subject: Subject) -> str:
    return subject.qualname if isinstance(subject, LoopSubject) else subject.qualnames[0]
