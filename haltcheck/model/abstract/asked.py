"""Calls of callable arguments: the outside world answers, each time anew.

That such a call may raise matters only where something catches it; it may write any object, and
never an integer that a local of the function holds.
"""

from __future__ import annotations

from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.havoc import writes_anything
from haltcheck.model.abstract.promise import callables
from haltcheck.model.abstract.scene import Scene
from haltcheck.model.abstract.state import State
from haltcheck.model.abstract.value import Flag, Number, Thing, Value
from haltcheck.model.answer import answer_of
from haltcheck.model.term import ZERO, Compare


def ask(scene: Scene, state: State, called: Value, kind: int, handed: list[Value]) -> Value:
    """The answer: the world's free choice if the callable came in as an argument of all."""
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
