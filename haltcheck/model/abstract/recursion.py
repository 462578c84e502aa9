"""The transition system of a recursion: functions as locations, calls as transitions.

Loops on the way to a call are not unrolled: what they may write is anything behind them. What
surrounds a closed function leads into it: the stem has a location for each head of a loop there.
"""

from __future__ import annotations

from haltcheck.basis.budget import Budget
from haltcheck.model.abstract.assemble import Path, assemble
from haltcheck.model.abstract.body import Body, explorer
from haltcheck.model.abstract.result import Finish, Recall
from haltcheck.model.abstract.scene import Scene, frame_of
from haltcheck.model.abstract.state import State
from haltcheck.model.abstract.surrounding import Surrounding, surrounding
from haltcheck.model.abstract.trust import Trust
from haltcheck.model.program import Program
from haltcheck.model.subject import RecursionSubject
from haltcheck.model.system import ENTRY, System, Unsuited

_STRIDE = 10_000
"""Locations of the stem: this many times the function's number, and the block."""


def build_recursion(
    program: Program, subject: RecursionSubject, trust: Trust, budget: Budget
) -> System | Unsuited:
    """The system of a recursion."""
    missing = [name for name in subject.qualnames if name not in program.functions]
    if missing or not subject.qualnames:
        return Unsuited(f"{', '.join(missing)} was not read")
    first = frame_of(program, program.functions[subject.qualnames[0]])
    scene = Scene(program, first, trust, budget)
    around = surrounding(scene.tables.resolver, subject.qualnames)
    targets = {name: index for index, name in enumerate(subject.qualnames)}
    targets |= {name: _STRIDE * rank for rank, name in enumerate(around.stems, 1)}
    paths: list[Path] = []
    results: list[Finish] = []
    for index, qualname in enumerate(subject.qualnames):
        frame = frame_of(program, program.functions[qualname])
        scene.frame = scene.root = frame
        body = Body(scene, targets, frame, index)
        paths += body.paths()
        results += body.results
        if body.refusal:
            return Unsuited(body.refusal)
        if qualname in around.open | around.lost:
            state = State()
            state.exact = qualname in around.open
            paths.append(Path(ENTRY, index, state, frame.function.span.line, frame))
    paths += _stems(scene, subject, targets, around)
    inside = frozenset(range(len(subject.qualnames)))
    places = {name: index for index, name in enumerate(subject.qualnames)}
    return assemble(scene, subject, inside, paths, Recall(explorer(scene), places, results))


def _stems(
    scene: Scene, subject: RecursionSubject, targets: dict[str, int], around: Surrounding
) -> list[Path]:
    """The ways from the entries of the functions around the recursion to their calls of it."""
    found: list[Path] = []
    for rank, qualname in enumerate((*around.stems, *around.roots), 1):
        frame = frame_of(scene.program, scene.program.functions[qualname])
        scene.frame = scene.root = frame
        start = ENTRY if qualname in around.roots else targets[qualname]
        body = Body(scene, targets, frame, start)
        found += body.stem(_STRIDE * rank)
    return found
