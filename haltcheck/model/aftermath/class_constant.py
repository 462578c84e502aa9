"""Constants that the body of a class binds, for all code that asks the class: ``Token.COMMENT``."""

from __future__ import annotations

from haltcheck.basis.once import once
from haltcheck.model import instruction as i
from haltcheck.model.aftermath.abroad import Kind, class_named
from haltcheck.model.aftermath.value import Known
from haltcheck.model.program import Program, Return


def class_constant(program: Program, cls: str, name: str) -> Known | None:
    """What a class of the tree binds a name in capitals to, where nothing else ever binds it.

    A class with bases or decorators may make something else of it, as an enumeration does.
    """
    if not name.isupper() or not cls.rpartition(".")[2].lstrip("_")[:1].isupper():
        return None
    is_own = cls in program.contents.classes
    kind = Kind(program, cls, True) if is_own else class_named(program, cls)
    if kind is None or not _is_plain(kind, name):
        return None
    if any(name in _written(one) for one in (program, kind.program)):
        return None
    for one in kind.program.later.binding(f"{kind.name}.{name}"):
        end = one.function.blocks[0].terminator
        if isinstance(end, Return) and isinstance(end.value, i.Const):
            return Known(end.value.value)
    return None


def _is_plain(kind: Kind, name: str) -> bool:
    contents = kind.program.contents
    entry = contents.classes[kind.name]
    is_rebound = f"{kind.name}.{name}" in contents.global_writes
    return (
        name in entry.names
        and not is_rebound
        and not entry.decorators
        and (set(entry.bases) <= {"object"})
    )


def _find_written(program: Program) -> frozenset[str]:
    texts = (text for one in program.contents.functions.values() for text in one.writes)
    return frozenset(text.rpartition(".")[2] for text in texts if "." in text)


_written = once(_find_written, most=64)
"""The names of the attributes that functions of a file bind."""
