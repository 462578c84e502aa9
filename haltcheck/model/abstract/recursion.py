"""The transition system of a recursion: functions as locations, calls as transitions.

Loops on the way to a call are not unrolled: what they may write is anything behind them. What
surrounds a closed function leads into it: the stem has a location for each head of a loop there.
"""

from __future__ import annotations

from contextlib import suppress

from haltcheck.basis.budget import Budget
from haltcheck.model.abstract.assemble import Path, assemble
from haltcheck.model.abstract.body import Body, explorer
from haltcheck.model.abstract.calm import may_be_calm
from haltcheck.model.abstract.result import Finish, Recall
from haltcheck.model.abstract.scene import Scene, frame_of, tables_of
from haltcheck.model.abstract.state import State
from haltcheck.model.abstract.surrounding import surrounding
from haltcheck.model.abstract.trust import Trust
from haltcheck.model.program import Program
from haltcheck.model.subject import RecursionSubject
from haltcheck.model.system import ENTRY, System, Unsuited

_STRIDE = 10_000
"""Locations of the stem: this many times the function's number, and the block."""


def build_recursion(
    program: Program, subject: RecursionSubject, trust: Trust, budget: Budget
) -> System | Unsuited:
    """The system of a recursion.

    It is built as if no call inside raised. Where that bears itself out, so that no way out of
    any function is an exception, it is so: the innermost call that raised would be such a way.
    """
    missing = [name for name in subject.qualnames if name not in program.functions]
    if missing or not subject.qualnames:
        return Unsuited(f"{', '.join(missing)} was not read")
    if may_be_calm(tables_of(program).resolver, subject.qualnames):
        with suppress(_NotCalmError):
            return _Building(program, subject, trust, budget, calm=subject.qualnames).system()
    return _Building(program, subject, trust, budget).system()


class _NotCalmError(Exception):
    """Some call inside may raise after all."""


class _Building:
    """One attempt at a system: with calls inside that raise nothing, or with any."""

    def __init__(
        self,
        program: Program,
        subject: RecursionSubject,
        trust: Trust,
        budget: Budget,
        calm: tuple[str, ...] = (),
    ) -> None:
        self.program = program
        self.subject = subject
        self.calm = calm
        first = frame_of(program, program.functions[subject.qualnames[0]])
        self.scene = Scene(program, first, trust, budget)
        self.around = surrounding(self.scene.tables.resolver, subject.qualnames)
        self.targets = {name: index for index, name in enumerate(subject.qualnames)}
        self.targets |= {name: _STRIDE * rank for rank, name in enumerate(self.around.stems, 1)}

    def system(self) -> System | Unsuited:
        """The system; raises _NotCalmError where calls were to be calm and are not."""
        scene, subject, around = self.scene, self.subject, self.around
        paths: list[Path] = []
        results: list[Finish] = []
        for index, qualname in enumerate(subject.qualnames):
            frame = frame_of(self.program, self.program.functions[qualname])
            scene.frame = scene.root = frame
            body = Body(scene, self.targets, frame, index, self.calm)
            paths += body.paths()
            results += body.results
            if body.refusal:
                return Unsuited(body.refusal)
            if self.calm and (body.raises or body.misfits):
                raise _NotCalmError
            if qualname in around.open | around.lost:
                state = State()
                state.exact = qualname in around.open
                paths.append(Path(ENTRY, index, state, frame.function.span.line, frame))
        paths += self._stems()
        inside = frozenset(range(len(subject.qualnames)))
        places = {name: index for index, name in enumerate(subject.qualnames)}
        return assemble(scene, subject, inside, paths, Recall(explorer(scene), places, results))

    def _stems(self) -> list[Path]:
        """The ways from the entries of the functions around the recursion to their calls of it."""
        scene, around = self.scene, self.around
        found: list[Path] = []
        for rank, qualname in enumerate((*around.stems, *around.roots), 1):
            frame = frame_of(scene.program, scene.program.functions[qualname])
            scene.frame = scene.root = frame
            start = ENTRY if qualname in around.roots else self.targets[qualname]
            body = Body(scene, self.targets, frame, start, self.calm)
            found += body.stem(_STRIDE * rank)
            if self.calm and body.misfits:
                raise _NotCalmError
        return found
