"""Objects that do not take every attribute: setting one raises."""

from __future__ import annotations

import builtins

from haltcheck.basis.once import once
from haltcheck.model import instruction as i
from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.probe import Refusal, is_certain
from haltcheck.model.abstract.scene import Scene
from haltcheck.model.abstract.value import Closure, Name, Value, mask_of
from haltcheck.model.program import Program
from haltcheck.model.special import BUILTIN_NAMES

_FIXED = frozenset({"frozen=", "slots=", "metaclass="})
_BASES = frozenset(
    {"Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "NamedTuple", "tuple", "namedtuple", "?"}
)
_MAKERS = frozenset({"frozenset", "namedtuple", "object", "NamedTuple", "Enum"})
_CHANGEABLE = k.OBJECT | k.FUNCTION | k.MODULE | k.STREAM | k.ITERATOR


def refuses(scene: Scene, base: Value, instruction: i.SetAttribute) -> Refusal:
    """Whether ``base.name = value`` raises: numbers, texts and built-in containers take none."""
    if not mask_of(base) & _CHANGEABLE:
        return Refusal.ALWAYS if is_certain(base) else Refusal.PERHAPS
    if isinstance(base, Name) and base.dotted in BUILTIN_NAMES:
        return Refusal.ALWAYS
    if instruction.name.startswith("__") and instruction.name.endswith("__"):
        return Refusal.PERHAPS
    if isinstance(base, Closure):
        return Refusal.NEVER
    if scene.tables.resolver.dotted(scene.frame.function, instruction.object) in BUILTIN_NAMES:
        return Refusal.ALWAYS
    receiver = scene.tables.resolver.receiver(scene.frame.function, instruction.object)
    rigid = _rigid(scene.program)
    if receiver is None:
        return Refusal.PERHAPS if rigid or makes_rigid(scene.program) else Refusal.NEVER
    owners, _ = scene.tables.resolver.members.hierarchy.order(receiver.cls)
    return Refusal.PERHAPS if rigid.intersection(owners) else Refusal.NEVER


def _find(program: Program) -> frozenset[str]:
    return frozenset(
        name
        for name, entry in program.contents.classes.items()
        if "__slots__" in entry.names
        or not _FIXED.isdisjoint(entry.decorators)
        or any(base.rpartition(".")[2] in _BASES or _is_value(base) for base in entry.bases)
    )


_rigid = once(_find)


def _is_value(name: str) -> bool:
    """A built-in class whose instances have attributes of their own: numbers, texts, tuples."""
    found = getattr(builtins, name, object)
    return isinstance(found, type) and not issubclass(found, BaseException) and found is not object


def _make(program: Program) -> bool:
    if any(one.rpartition(".")[2] in _MAKERS for one in program.contents.module_calls):
        return True
    return any(
        isinstance(one, i.Call) and one.text.rpartition(".")[2] in _MAKERS
        for function in program.functions.values()
        for block in function.blocks
        for one in block.instructions
    )


makes_rigid = once(_make)
"""Whether a file makes frozen sets, named tuples or bare objects, which look like others here."""
