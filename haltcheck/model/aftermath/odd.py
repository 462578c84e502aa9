"""Attributes of the file behind which code stands: properties, descriptors, ``__setattr__``."""

from __future__ import annotations

from haltcheck.basis.once import once
from haltcheck.model.program import Program

_HOOKS = frozenset({"__setattr__", "__getattribute__", "__get__", "__set__", "__delattr__"})


def runs_code(program: Program, name: str) -> bool:
    """Whether reading or binding an attribute of this name may run code of the file."""
    hooked, names = _odd(program)
    return hooked or name in names


def _find_odd(program: Program) -> tuple[bool, frozenset[str]]:
    contents = program.contents
    hooked = any(_HOOKS & entry.methods for entry in contents.classes.values())
    names = {
        entry.qualname.rpartition(".")[2]
        for entry in contents.functions.values()
        if any(one.endswith(("property", ".setter", ".getter")) for one in entry.decorators)
    }
    return hooked, frozenset(names)


_odd = once(_find_odd)
