"""One run: steps the machine, fills its holes, and says how it ended."""

from __future__ import annotations

import builtins
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from haltcheck.model.instruction import Operate, Suspend, Unpack
from haltcheck.model.program import Next, Program, Test
from haltcheck.model.step.event import AtHead, Entered, Failed, Finished, Stopped
from haltcheck.model.step.machine import Machine
from haltcheck.model.step.start import adopt
from haltcheck.model.step.state import Frame
from haltcheck.model.step.value import Error, Opaque
from haltcheck.model.subject import LoopSubject
from haltcheck.simulation.forecast import Ending, Rollout
from haltcheck.simulation.imagination import (
    Given,
    Imagined,
    Over,
    Raises,
    Site,
    Unfilled,
    Unknown,
    Wanted,
    WorldModel,
)
from haltcheck.simulation.watch import Repetition, Watch, loop_at, subjects_of

_TRUTHS = frozenset(("<", "<=", ">", ">=", "==", "!=", "is", "is not", "in", "not in", "not"))
_TESTS = frozenset(("truth", "catches", "is sequence", "is mapping", "has keys"))


@dataclass(slots=True)
class Run:
    """A rollout under way; ``seed`` decides every draw of the model.

    ``accept`` is asked whether an exact repetition of a cone is one.
    """

    program: Program
    inputs: dict[str, object]
    machine: Machine
    heads: frozenset[tuple[str, int]]
    entries: frozenset[str]
    accept: Callable[[Run, Repetition], bool]
    model: WorldModel | None = None
    seed: str = ""
    watch: Watch = field(default_factory=Watch)
    histories: dict[Site, tuple[Imagined, ...]] = field(default_factory=dict)
    reached: set[LoopSubject] = field(default_factory=set)
    filled: int = 0
    repetition: Repetition | None = None

    def go(self, steps: int, rounds: int) -> Rollout:
        """Goes on until it ends or has made so many steps; ``rounds`` bound imagined runs."""
        machine = self.machine
        while machine.steps < steps:
            event = machine.run(steps - machine.steps, self.heads, self.entries)
            match event:
                case AtHead(qualname=qualname, block=block):
                    self._reach(qualname, block)
                    self.repetition = self._accepted(self.watch.at_head(machine))
                    if self.repetition is not None:
                        return self._ended(self._kind(self.repetition))
                    if self.filled and self._rounds() > rounds:
                        return self._ended(Ending.BUDGET, "rounds")
                case Entered():
                    self.repetition = self.watch.at_call(machine)
                    if self.repetition is not None:
                        return self._ended(Ending.REVISIT)
                case Finished():
                    return self._ended(Ending.EXIT)
                case Failed(error=error):
                    return self._ended(Ending.RAISE, error.native().__name__)
                case Stopped(reason=reason):
                    if not self._fill(reason):
                        return self._ended(Ending.STUCK, reason)
                case _:
                    return self._ended(Ending.BUDGET)
        return self._ended(Ending.BUDGET)

    def _accepted(self, found: Repetition | None) -> Repetition | None:
        """A cone's repetition counts only if it is borne out: another loop may be what repeats."""
        if found is None or not found.kept or self.machine.imagined or self.accept(self, found):
            return found
        self.watch.distrust(self.machine)
        return None

    def _kind(self, found: Repetition) -> Ending:
        return Ending.CONE_REVISIT if found.kept else Ending.REVISIT

    def _reach(self, qualname: str, block: int) -> None:
        loop = loop_at(self.program.functions[qualname], block)
        if loop is not None:
            self.reached.add(LoopSubject(qualname, loop.id))

    def _rounds(self) -> int:
        return max((trace.visits for trace in self.watch.traces.values()), default=0)

    def _ended(self, ending: Ending, reason: str = "") -> Rollout:
        machine = self.machine
        if ending is Ending.BUDGET and machine.stack:
            top = machine.stack[-1]
            if type(top) is Frame and self.watch.is_growing(top, len(machine.stack)):
                ending = Ending.GROWING
        inside = subjects_of(machine)
        return Rollout(
            tuple(self.inputs.items()),
            ending,
            machine.steps,
            self.filled,
            frozenset(self.reached) | inside,
            inside,
            reason,
        )

    def _fill(self, reason: str) -> bool:
        """Lets the model answer the hole; whether it did."""
        machine = self.machine
        if self.model is None or not machine.resumable:
            return False
        site = site_of(machine, reason)
        if site is None:
            return False
        history = self.histories.get(site, ())
        answer = self.model.imagine(site, history, Random(f"{self.seed}:{site}"))
        self.histories[site] = (*history, answer)[-256:]
        self.filled += 1
        return apply(machine, site, answer)


def site_of(machine: Machine, reason: str) -> Site | None:
    """What the machine waits for; None where nothing can be given."""
    top = machine.stack[-1]
    if type(top) is not Frame:
        return None
    span = machine.site()
    wanted, count = Wanted.VALUE, 0
    instructions = top.block.instructions
    if top.index < len(instructions):
        instruction = instructions[top.index]
        if isinstance(instruction, Suspend):
            return None
        if isinstance(instruction, Unpack):
            wanted, count = Wanted.ITEMS, len(instruction.targets)
        elif isinstance(instruction, Operate) and instruction.operator in _TRUTHS | _TESTS:
            wanted = Wanted.TRUTH
        elif not hasattr(instruction, "target"):
            wanted = Wanted.NOTHING
    elif isinstance(top.block.terminator, Test):
        wanted = Wanted.TRUTH
    elif isinstance(top.block.terminator, Next):
        wanted = Wanted.ITEM
    else:
        return None
    return Site(top.function.qualname, span.line, span.column, reason, wanted, count)


def apply(machine: Machine, site: Site, answer: Imagined) -> bool:
    """Answers the hole; False where the answer does not fit what is wanted."""
    match answer:
        case Unfilled():
            return False
        case Over():
            if site.wanted is not Wanted.ITEM:
                return False
            machine.end_iteration()
        case Raises(exception=name):
            kind = getattr(builtins, name, RuntimeError)
            machine.throw(Error(kind, None))
        case Given(value=value):
            if site.wanted is Wanted.TRUTH and not isinstance(value, bool):
                return False
            if site.wanted is Wanted.ITEMS and not isinstance(value, list):
                return False
            machine.resume(_made(value, site))
    return True


def _made(value: object, site: Site) -> object:
    if isinstance(value, Unknown):
        return Opaque(site.text)
    if isinstance(value, list):
        return [_made(part, site) for part in value]
    return adopt(value)
