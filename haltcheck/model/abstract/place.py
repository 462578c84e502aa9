"""Attributes, globals and names of enclosing functions, read and written."""

from __future__ import annotations

from haltcheck.model import instruction as i
from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.access import reads
from haltcheck.model.abstract.havoc import lose, suppose, unknown_code
from haltcheck.model.abstract.infer import rebound_globally
from haltcheck.model.abstract.probe import Refusal
from haltcheck.model.abstract.rigid import refuses
from haltcheck.model.abstract.scene import Scene, raise_surely
from haltcheck.model.abstract.state import State
from haltcheck.model.abstract.trust import Trust
from haltcheck.model.abstract.value import Closure, Items, Name, Thing, Value, constant
from haltcheck.model.library_member import lacks
from haltcheck.model.program import Function
from haltcheck.model.special import BUILTIN_NAMES

_OF_MODULES = frozenset(
    {"__name__", "__file__", "__doc__", "__spec__", "__loader__", "__package__", "__builtins__"}
    | {"__path__", "__annotations__", "__dict__", "__cached__"}
)
"""What the import system binds in a module."""


def _load(scene: Scene, state: State, place: str, target: str) -> Value:
    found = state.places.get(place)
    if found is None:
        mask = scene.frame.kinds.demands.mask(target)
        if state.stale_places or place.rpartition(".")[2] in state.lost:
            found = scene.unknown(state, mask)
        else:
            found = scene.start(place, mask)
            scene.masks[place] = scene.masks.get(place, 0) | mask
        state.places[place] = found
    return found


def load_global(scene: Scene, state: State, instruction: i.Instruction) -> list[State]:
    """A global name: a constant, a function of this file, a built-in, or a variable."""
    assert isinstance(instruction, i.LoadGlobal)
    name, program = instruction.name, scene.program
    value: Value
    if name in program.constants:
        value = constant(program.constants[name])
    elif name in program.rows:
        value = Items(tuple(constant(member) for member in program.rows[name]))
    elif name in program.functions and program.contents.global_writes.get(name, 1) <= 1:
        value = Closure(name)
    elif not rebound_globally(program, name):
        if name not in BUILTIN_NAMES and name not in _OF_MODULES:
            # Nothing binds it here: it comes from elsewhere, or is a NameError.
            if scene.trust is Trust.CALLEES:
                suppose(state, name, instruction.span.line)
            else:
                scene.may_raise(state, ("NameError",))
        value = Name(name)
    elif name in program.contents.imports:
        value = Name(program.contents.imports[name])
    elif name in program.contents.classes or name in program.contents.functions:
        value = Name(f".{name}")
    else:
        place = scene.global_place(name)
        if place not in state.places and not scene.is_bound(name):
            scene.may_raise(state, ("NameError",))
        value = _load(scene, state, place, instruction.target)
    state.locals[instruction.target] = value
    return [state]


def store_global(scene: Scene, state: State, instruction: i.Instruction) -> list[State]:
    """``name = value`` of a global."""
    assert isinstance(instruction, i.StoreGlobal)
    state.places[scene.global_place(instruction.name)] = scene.read(state, instruction.value)
    return [state]


def load_free(scene: Scene, state: State, instruction: i.Instruction) -> list[State]:
    """A name of an enclosing function."""
    assert isinstance(instruction, i.LoadFree)
    value = _load(scene, state, instruction.name, instruction.target)
    if not _is_handed(scene, instruction.name):
        scene.may_raise(state, ("NameError",))
    state.locals[instruction.target] = value
    return [state]


def _is_handed(scene: Scene, name: str) -> bool:
    """Whether a free name surely is bound: nobody unbinds it, and it is a parameter of the
    function around, or the running function itself.
    """
    functions = scene.program.functions
    running = owner = scene.frame.function.qualname
    while "." in owner:
        owner = owner.rpartition(".")[0]
        around = functions.get(owner)
        if around is None or name not in around.locals:
            continue
        made = scene.tables.resolver.bindings(around).origin(i.Local(name))
        itself = isinstance(made, i.MakeFunction) and made.qualname == running
        given = any(parameter.name == name for parameter in around.parameters)
        ready = isinstance(made, i.MakeFunction) and _is_made_first(around, made)
        return (itself or given or ready) and not _unbinds(scene, owner)
    return False


def _is_made_first(owner: Function, made: i.MakeFunction) -> bool:
    """Whether the owner makes and names it before it does anything with its nested functions."""
    names: set[str] = set()
    for one in owner.blocks[0].instructions:
        used = set(reads(one)) & names
        if used and not isinstance(one, i.Copy):
            return False
        if isinstance(one, i.MakeFunction | i.Copy) and (used or isinstance(one, i.MakeFunction)):
            names.add(one.target)
        if isinstance(one, i.Copy) and one.value == i.Local(made.target):
            return True
    return False


def _unbinds(scene: Scene, owner: str) -> bool:
    """Whether a function or one inside of it may unbind a name."""
    return any(
        isinstance(one, i.Unbind | i.Hole)
        for name, function in scene.program.functions.items()
        if name == owner or name.startswith(f"{owner}.")
        for block in function.blocks
        for one in block.instructions
    )


def store_free(scene: Scene, state: State, instruction: i.Instruction) -> list[State]:
    """``name = value`` of a name of an enclosing function."""
    assert isinstance(instruction, i.StoreFree)
    state.places[instruction.name] = scene.read(state, instruction.value)
    return [state]


def get_attribute(scene: Scene, state: State, instruction: i.Instruction) -> list[State]:
    """``object.name`` of an object that the subject knows by a place; else anything."""
    assert isinstance(instruction, i.GetAttribute)
    base = scene.read(state, instruction.object)
    if isinstance(base, Name):
        if lacks(base.dotted, instruction.name):
            return raise_surely(scene, state)
        state.locals[instruction.target] = Name(f"{base.dotted}.{instruction.name}")
        return [state]
    if instruction.name in scene.frame.properties:
        unknown_code(scene, state, instruction.name, instruction.span.line, (base,))
        value: Value = scene.thing(k.ANY)
    elif isinstance(base, Thing) and base.key and scene.is_fixed(base.key):
        value = _load(scene, state, f"{base.key}.{instruction.name}", instruction.target)
    else:
        scene.may_raise(state, ("AttributeError",))
        value = scene.unknown(state, scene.frame.kinds.demands.mask(instruction.target))
    state.locals[instruction.target] = value
    return [state]


def set_attribute(scene: Scene, state: State, instruction: i.Instruction) -> list[State]:
    """``object.name = value``: other objects with that attribute may be the same one."""
    assert isinstance(instruction, i.SetAttribute)
    base = scene.read(state, instruction.object)
    refusal = refuses(scene, base, instruction)
    if refusal is Refusal.ALWAYS:
        return raise_surely(scene, state)
    if refusal is Refusal.PERHAPS:
        scene.may_raise(state)
    fixed = isinstance(base, Thing) and bool(base.key) and scene.is_fixed(base.key)
    own = f"{base.key}.{instruction.name}" if fixed and isinstance(base, Thing) else ""
    if not own or any(
        place != own and place.endswith(f".{instruction.name}") for place in scene.root.attributes
    ):
        lose(state, frozenset((instruction.name,)))
    if own:
        state.places[own] = scene.read(state, instruction.value)
    if instruction.name in scene.frame.properties:
        unknown_code(scene, state, instruction.name, instruction.span.line, (base,))
    return [state]


def delete_attribute(scene: Scene, state: State, instruction: i.Instruction) -> list[State]:
    """``del object.name``."""
    assert isinstance(instruction, i.DeleteAttribute)
    lose(state, frozenset((instruction.name,)))
    unknown_code(scene, state, "__delattr__", instruction.span.line, ())
    return [state]
