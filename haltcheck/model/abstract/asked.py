"""Calls of callable arguments: the outside world answers, each time anew.

That such a call may raise matters only where something catches it; it may write any object, and
never an integer that a local of the function holds. That it leaves globals of the file alone is
supposed where callees are trusted, and told.
"""

from __future__ import annotations

from haltcheck.basis.once import once
from haltcheck.model import instruction as i
from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.havoc import suppose, writes_anything
from haltcheck.model.abstract.promise import callables
from haltcheck.model.abstract.scene import Scene
from haltcheck.model.abstract.state import State
from haltcheck.model.abstract.trust import Trust
from haltcheck.model.abstract.value import Flag, Number, Thing, Value
from haltcheck.model.answer import answer_of
from haltcheck.model.program import Program
from haltcheck.model.term import ZERO, Compare


def ask(scene: Scene, state: State, asking: i.Call, kind: int, handed: list[Value]) -> Value:
    """The answer: the world's free choice if the callable came in as an argument of all."""
    called = scene.read(state, asking.function)
    if scene.trust is Trust.CALLEES and not handed and _keeps_globals(scene.program):
        suppose(state, asking.text, asking.span.line)
    else:
        writes_anything(scene, state, handed)
    if scene.catching:
        scene.may_raise(state)
    root = scene.root.function
    is_public = "." not in root.qualname and not root.qualname.startswith("_")
    if is_public and isinstance(called, Thing) and called.key in callables(root):
        answer = scene.choice(state, world=True, of=answer_of(called.key))
    else:
        answer = scene.choice(state)
    return Flag(Compare("!=", answer, ZERO)) if kind == k.BOOL else Number(answer)


def _writes_globals(program: Program) -> bool:
    return any(
        isinstance(one, i.StoreGlobal)
        for function in program.functions.values()
        if function.qualname != "<module>"
        for block in function.blocks
        for one in block.instructions
    )


_keeps_globals = once(_writes_globals)
