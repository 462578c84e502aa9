"""Calls of callable arguments: the outside world answers, each time anew.

That such a call may raise matters only where something catches it; it may write any object, and
never an integer that a local of the function holds. That it leaves globals of the file alone is
supposed where callees are trusted, and told.
"""

from __future__ import annotations

from collections.abc import Iterator

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
from haltcheck.model.calls import Resolver
from haltcheck.model.program import Function, Program
from haltcheck.model.recursion import Edge, edges, recurring
from haltcheck.model.term import ZERO, Compare


def ask(scene: Scene, state: State, asking: i.Call, kind: int, handed: list[Value]) -> Value:
    """The answer: the world's free choice if the callable came in as an argument of all."""
    called = scene.read(state, asking.function)
    if scene.trust is Trust.CALLEES and not handed and _some_global_is_written(scene.program):
        suppose(state, asking.text, asking.span.line)
    else:
        writes_anything(scene, state, handed)
    if scene.catching:
        scene.may_raise(state)
    if isinstance(called, Thing) and _is_free(scene, called.key):
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


_some_global_is_written = once(_writes_globals)

_PLAIN = ("positional", "keyword")


def _is_free(scene: Scene, name: str) -> bool:
    """Whether only code outside gives the function this callable, in calls of itself too.

    In a view, the entry may hand on its own under the same name.
    """
    root, program, resolver = scene.root.function, scene.program, scene.tables.resolver
    handers = {root.qualname, program.entry} - {""}
    promised = {callables(program.functions[one]).get(name, 0) for one in handers}
    is_public = not any("." in one or one.startswith("_") for one in handers)
    if not is_public or 0 in promised or len(promised) > 1:
        return False
    if program.entry in ("", root.qualname) and root.qualname not in recurring(resolver):
        return True
    place = [one.name for one in root.parameters].index(name)
    return all(
        caller in handers and _hands_on(program.functions[caller], edge, name, place)
        for caller, edge in _calls_of(resolver, root.qualname)
    )


def _calls_of(resolver: Resolver, qualname: str) -> Iterator[tuple[str, Edge]]:
    """The calls of a function that come from the file, as far as they count.

    In a view those of the entry do; elsewhere only those that the function itself may lead to.
    """
    program = resolver.program
    for name in program.functions if program.entry else recurring(resolver):
        function = program.functions.get(name)
        for edge in edges(resolver, function) if function is not None else ():
            if qualname in edge.resolved.qualnames:
                yield name, edge


def _hands_on(function: Function, edge: Edge, name: str, place: int) -> bool:
    """Whether the call passes the callable on under its own name."""
    instructions = function.blocks[edge.block].instructions
    call = instructions[edge.index] if edge.index < len(instructions) else None
    if not isinstance(call, i.Call) or any(item.kind not in _PLAIN for item in call.items):
        return False
    named = [item.value for item in call.items if item.name == name]
    positional = [item.value for item in call.items if item.name is None]
    given = (*named, *positional[place : place + 1])
    return given == (i.Local(name),)
