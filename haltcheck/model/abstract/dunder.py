"""Special methods and properties of this file's classes that an instruction runs unseen."""

from __future__ import annotations

from haltcheck.model import instruction as i
from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.access import bound, operands
from haltcheck.model.abstract.havoc import applies, writes_anything
from haltcheck.model.abstract.scene import Scene
from haltcheck.model.abstract.state import State
from haltcheck.model.abstract.value import Flag

_TRUTHS = frozenset({"truth", "not", "in", "not in"})


def run_hidden(
    scene: Scene, state: State, instruction: i.Instruction, names: tuple[str, ...]
) -> list[State]:
    """The special methods may write what they write, raise, and give anything."""
    handed = [scene.read(state, operand) for operand in operands(instruction)]
    for name in names:
        applies(scene, state, scene.tables.summaries.of(name), handed)
    scene.may_raise(state)
    if isinstance(instruction, i.SetAttribute):
        writes_anything(scene, state, handed)
    is_truth = isinstance(instruction, i.Operate) and instruction.operator in _TRUTHS
    for target in bound(instruction):
        state.locals[target] = Flag(scene.coin(state)) if is_truth else scene.thing(k.ANY)
    return [state]
