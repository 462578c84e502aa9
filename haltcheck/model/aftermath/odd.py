"""Attributes of the file behind which code stands: properties, descriptors, ``__setattr__``."""

from __future__ import annotations

from haltcheck.basis.once import once
from haltcheck.model import instruction as i
from haltcheck.model.calls import Resolver
from haltcheck.model.program import Function, Program

_HOOKS = frozenset({"__setattr__", "__getattribute__", "__get__", "__set__", "__delattr__"})


def runs_code(resolver: Resolver, function: Function, whole: i.Operand, name: str) -> bool:
    """Whether reading or binding an attribute of this name may run code of the file.

    Where the class of the object is known, that of its bases and of its subclasses.
    """
    program = resolver.program
    hooked, properties = _odd(program)
    if not hooked and name not in {one.rpartition(".")[2] for one in properties}:
        return False
    known = resolver.receiver(function, whole)
    classes = program.contents.classes
    if known is None or known.is_class or known.cls not in classes:
        return True
    hierarchy = resolver.members.hierarchy
    below = () if known.is_exact else hierarchy.below(known.cls)
    family = {*hierarchy.order(known.cls)[0], *below}
    return any(
        f"{one}.{name}" in properties
        or not _HOOKS.isdisjoint(classes[one].methods)
        or (hooked and name in classes[one].names)
        for one in family
    )


def _find_odd(program: Program) -> tuple[bool, frozenset[str]]:
    """Whether some class has hooks for attributes, and the properties by their qualnames."""
    contents = program.contents
    hooked = any(_HOOKS & entry.methods for entry in contents.classes.values())
    names = {
        entry.qualname.partition("#")[0]
        for entry in contents.functions.values()
        if any(one.endswith(("property", ".setter", ".getter")) for one in entry.decorators)
    }
    return hooked, frozenset(names)


_odd = once(_find_odd)
