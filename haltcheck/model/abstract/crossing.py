"""What goes over from one function to the next where a call leads from one into the other."""

from __future__ import annotations

from haltcheck.basis.once import once
from haltcheck.model import instruction as i
from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.scene import Scene
from haltcheck.model.abstract.state import State
from haltcheck.model.abstract.value import Thing
from haltcheck.model.program import Function, Program


def carry(scene: Scene, here: Function, state: State, function: Function) -> None:
    """Names that are locals on one side of a call and places on the other."""
    own = state.outer[0] if state.outer else state.locals
    inside = function.qualname.startswith(f"{here.qualname}.")
    for name in sorted((here.locals - function.locals) & _ambient(scene.program)):
        # A nested function sees what its owner has bound by now.
        known = own.get(name) if inside and name in function.free else None
        state.places[name] = known or Thing(f"?{scene.site}.{name}", k.ANY)
    for name in sorted((function.locals | function.free) - (here.locals | here.free)):
        state.places.setdefault(f"globals.{name}", Thing(f"?{scene.site}.{name}", k.ANY))


@once
def _ambient(program: Program) -> frozenset[str]:
    """Names that some function takes from around it, so that they may be places."""
    return frozenset(
        one.name
        for function in program.functions.values()
        for block in function.blocks
        for one in block.instructions
        if isinstance(one, i.LoadFree | i.StoreFree | i.LoadGlobal | i.StoreGlobal | i.Unbind)
    )
