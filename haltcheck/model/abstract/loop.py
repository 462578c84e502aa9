"""The transition system of a loop: its heads as locations, paths between them as transitions."""

from __future__ import annotations

from haltcheck.basis.budget import Budget
from haltcheck.basis.record import record
from haltcheck.model.abstract.assemble import Path, assemble
from haltcheck.model.abstract.body import explorer
from haltcheck.model.abstract.explore import RAISED, RETURNED, Walk
from haltcheck.model.abstract.flow import reaching
from haltcheck.model.abstract.recall import called
from haltcheck.model.abstract.result import Recall
from haltcheck.model.abstract.scene import Frame, Scene, frame_of, tables_of
from haltcheck.model.abstract.splice import spliced
from haltcheck.model.abstract.start import line_of, start_state
from haltcheck.model.abstract.trust import Trust
from haltcheck.model.program import Function, Loop, Program, successors
from haltcheck.model.subject import LoopSubject
from haltcheck.model.system import ENTRY, EXIT, System, Unsuited


@record
class _Map:
    """Where paths may go: inside the loop, on the way to it, and where they stop."""

    inside: frozenset[int]
    useful: frozenset[int]
    stops: frozenset[int]
    outside: frozenset[int]


def build_loop(
    program: Program, subject: LoopSubject, trust: Trust, budget: Budget
) -> System | Unsuited:
    """The system of a loop."""
    written = program.functions.get(subject.qualname)
    if written is None:
        return Unsuited(f"{subject.qualname} was not read")
    function = spliced(program, tables_of(program).resolver, written)
    loop = next((loop for loop in function.loops if loop.id == subject.loop), None)
    if loop is None:
        return Unsuited(f"{subject.qualname} has no loop {subject.loop}")
    frame = frame_of(program, function)
    if loop.head not in frame.flow.order:
        return Unsuited("nothing leads to the loop")
    scene = Scene(program, frame, trust, budget)
    scene.inline = called
    layout = _layout(frame, loop)
    paths: list[Path] = []
    for location in sorted(layout.inside):
        paths += _from(scene, frame, location, layout, loop)
    for location in sorted(layout.outside):
        paths += _from(scene, frame, location, layout, loop)
    paths += _from(scene, frame, ENTRY, layout, loop)
    return assemble(scene, subject, layout.inside, paths, Recall(explorer(scene)))


def _layout(frame: Frame, loop: Loop) -> _Map:
    flow = frame.flow
    useful = reaching(flow, (loop.head,)) | loop.blocks
    inside = frozenset(cut for cut in flow.cuts if cut in loop.blocks) | {loop.head}
    outside = {cut for cut in flow.cuts if cut in useful and cut not in loop.blocks}
    for index in loop.blocks:
        for target in _targets(frame.function, index):
            if target not in loop.blocks and target in useful:
                outside.add(target)
    return _Map(inside, useful, inside | outside, frozenset(outside))


def _targets(function: Function, index: int) -> tuple[int, ...]:
    return successors(function.blocks[index])


def _from(scene: Scene, frame: Frame, location: int, layout: _Map, loop: Loop) -> list[Path]:
    """The paths from one location, each with where it leads."""
    block = 0 if location == ENTRY else location
    is_inside = location in layout.inside
    state = start_state(scene, frame, location)
    if location == ENTRY and 0 in layout.stops:
        return [Path(ENTRY, 0, state, frame.function.span.line)]
    allowed = loop.blocks if is_inside else layout.useful
    walk = Walk(scene, frame, layout.stops, allowed, width=max(2, scene.budget.paths // 8))
    found: list[Path] = []
    line = line_of(frame.function, block)
    for arrival in walk.run(block, state):
        target = arrival.target
        if target in (RETURNED, RAISED) or target not in layout.useful:
            if not is_inside:
                continue
            target = EXIT
        found.append(Path(location, target, arrival.state, line))
    return found
