"""Pursues one run of a program whose subject is said to halt: it must do what its proof says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from haltcheck.basis.record import record
from haltcheck.model.abstract.flow import flow_of
from haltcheck.model.certificate import Bounded, Certificate, Ranking
from haltcheck.model.program import Function, Loop, Program, successors
from haltcheck.model.step.event import AtHead, Entered, Failed, Finished
from haltcheck.model.step.iterate import Cursor, HashCursor
from haltcheck.model.step.machine import Machine
from haltcheck.model.step.snapshot import Snapshot, UnsnapshotableError, snapshot
from haltcheck.model.step.state import Frame
from haltcheck.model.step.value import Instance
from haltcheck.model.subject import LoopSubject, Subject
from haltcheck.model.term import Term, evaluate, variables
from haltcheck.verdict.case import loop_of

ROUNDS = 10_000

Values = tuple[int | None, ...]
"""The components of a measure; None where the state does not show one."""


@record
class Consistent:
    """No run that was followed contradicts the proof; ``runs`` were exact to their end."""

    runs: int


@record
class Contradicted:
    """A run shows that the proof is wrong."""

    why: str


Following = Consistent | Contradicted


@dataclass(slots=True)
class Pursuit:
    """Looks at a run each time that control is at a head inside the loop, or in a call anew."""

    program: Program
    subject: Subject
    certificate: Certificate
    rounds: int = 0
    passed: int = 0
    kept: Snapshot | None = None
    measures: list[Values] = field(default_factory=list)
    frame: Frame | None = None
    entered: dict[int, tuple[Frame, Values]] = field(default_factory=dict)

    def run(self, machine: Machine, steps: int) -> Following:
        """The run to its end or to the end of the budget."""
        heads, leaving = self._stops()
        names = () if isinstance(self.subject, LoopSubject) else self.subject.qualnames
        self._call(machine)
        while machine.steps < steps and self.rounds < ROUNDS:
            event = machine.run(steps - machine.steps, heads | leaving, frozenset(names))
            found: Following = Consistent(0)
            if isinstance(event, Entered):
                found = self._call(machine)
            elif not isinstance(event, AtHead):
                return Consistent(int(isinstance(event, Finished | Failed)))
            elif (event.qualname, event.block) in leaving:
                self.frame, self.kept, self.rounds, self.passed = None, None, 0, 0
                self.measures.clear()
            else:
                found = self._look(machine, event.block)
            if isinstance(found, Contradicted):
                return found
        return Consistent(0)

    def _stops(self) -> tuple[frozenset[tuple[str, int]], frozenset[tuple[str, int]]]:
        if not isinstance(self.subject, LoopSubject):
            return frozenset(), frozenset()
        name, loop = self.subject.qualname, loop_of(self.program, self.subject)
        function = self.program.functions[name]
        heads = {(name, one.head) for one in function.loops if one.head in loop.blocks}
        return frozenset({(name, loop.head), *heads}), _leaving(function, loop)

    # Loops

    def _look(self, machine: Machine, block: int) -> Following:
        assert isinstance(self.subject, LoopSubject)
        frame, top = self.frame, machine.stack[-1]
        self.frame = top if isinstance(top, Frame) else None
        if frame is not self.frame:
            self.measures.clear()
        self.measures.append(self._measure(self.frame, block))
        before = self.measures.pop(0) if len(self.measures) > self._stride() else ()
        self.passed += 1
        if isinstance(self.certificate, Bounded) and self.passed > self.certificate.rounds:
            return Contradicted(f"it makes more than {self.certificate.rounds} rounds")
        if self.frame is not None and not may_fall(before, self.measures[-1]):
            return Contradicted(f"the measure does not fall in round {self.rounds}")
        if block != loop_of(self.program, self.subject).head:
            return Consistent(0)
        self.rounds += 1
        if self.rounds & (self.rounds - 1) == 0 or self.rounds % 64 == 1:
            return self._compare(machine)
        return Consistent(0)

    def _compare(self, machine: Machine) -> Following:
        """Brent's cycle search: the state is kept at powers of two, and compared in between."""
        if machine.arbitrary or machine.imagined:
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

    # Recursions

    def _call(self, machine: Machine) -> Following:
        """A call of a function of the recursion, within the nearest such call or the first."""
        top = machine.stack[-1] if machine.stack else None
        if isinstance(self.subject, LoopSubject) or not isinstance(top, Frame):
            return Consistent(0)
        names = self.subject.qualnames
        if top.function.qualname not in names:
            return Consistent(0)
        now = self._measure(top, names.index(top.function.qualname))
        around = [one for one in machine.stack[:-1] if id(one) in self.entered]
        self.entered = {id(one): self.entered[id(one)] for one in around}
        stride = self._stride()
        before = self.entered[id(around[-stride])][1] if len(around) >= stride else ()
        self.entered[id(top)] = (top, now)
        self.rounds += 1
        if not may_fall(before, now):
            return Contradicted(f"the measure does not fall in call {self.rounds}")
        return Consistent(0)

    def _stride(self) -> int:
        """How many transitions lie between two measures that are compared."""
        return self.certificate.stride if isinstance(self.certificate, Ranking) else 1

    def _measure(self, frame: Frame | None, location: int) -> Values:
        """The lexicographic measure at the location; a location without a term counts as 0."""
        if not isinstance(self.certificate, Ranking) or frame is None or frame.function.rebound:
            return ()
        known: Mapping[str, object] = frame.env
        if isinstance(self.subject, LoopSubject):
            live = flow_of(frame.function).live[location]
            known = {name: value for name, value in known.items() if name in live}
        terms = [dict(part).get(location) for part in self.certificate.measures]
        return tuple(0 if term is None else _value(term, known) for term in terms)


def may_fall(before: Sequence[int | None], now: Sequence[int | None]) -> bool:
    """Whether the measure may have fallen lexicographically, where it was not negative."""
    if not before or len(before) != len(now):
        return True
    for one, other in zip(before, now, strict=True):
        if one is None or other is None or (other < one and one >= 0):
            return True
        if other > one:
            return False
    return False


def _value(term: Term, state: Mapping[str, object]) -> int | None:
    """The term's value in a state; None where it does not show."""
    names = {name: _number(name, state) for name in variables(term)}
    known = {name: value for name, value in names.items() if value is not None}
    if len(known) < len(names):
        return None
    try:
        return evaluate(term, known)
    except ZeroDivisionError:
        return None


def _number(name: str, state: Mapping[str, object]) -> int | None:
    """The value of a variable of the abstraction in a state; None where it does not show."""
    outer, bracket, inner = name.partition("(")
    value = _place(inner[:-1] if bracket else name, state)
    if not bracket:
        return int(value) if isinstance(value, int) else None
    if outer == "len" and isinstance(value, list | str | bytes | tuple | dict | set):
        return len(value)
    return _left(value) if outer == "left" else None


def _place(name: str, state: Mapping[str, object]) -> object:
    """What a place holds: a local, or an attribute of what it holds."""
    first, *rest = name.split(".")
    value = state.get(first)
    for attribute in rest:
        value = value.attributes.get(attribute) if isinstance(value, Instance) else None
    return value


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
