"""An object that was made and not initialised: what its class gives it, and who binds the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from haltcheck.basis.record import record
from haltcheck.model import instruction as i
from haltcheck.model.abstract.brought import HOLDERS, Brought, brought, dotted, has_left
from haltcheck.model.calls import Resolver
from haltcheck.model.hierarchy import unmangled
from haltcheck.model.program import Function

# What the module body does with these may bind attributes of classes without spelling them.
_REFLECTING = frozenset({"exec", "locals", "setattr", "vars"})
_COPYING = frozenset({"cloudpickle", "copy", "dill", "multiprocessing", "pickle"})
_EVERYWHERE = frozenset({*dir(object), "__dict__", "__module__"})
_DATA = frozenset({"dataclass", "dataclasses.dataclass"})
"""Decorators that write a constructor, and leave the class as it is."""

_STRINGS = frozenset({"__setattr__", "setattr", "update", "setdefault"})


@record
class Newborn:
    """Objects of ``cls`` that nothing has bound an attribute of; ``order`` are its classes.

    ``unseen`` are the bases of which nobody knows what they bring.
    """

    cls: str
    order: tuple[str, ...]
    given: frozenset[str]
    has_slots: bool = False
    unseen: tuple[str, ...] = ()


@record
class Nameless:
    """Why it is not known what such an object has."""

    why: str


def newborn(resolver: Resolver, cls: str) -> Newborn | Nameless:
    """The object that copy and pickle have just made of a class, where nobody else takes part."""
    contents, hierarchy = resolver.program.contents, resolver.members.hierarchy
    if cls not in contents.classes:
        return Nameless("its class is not known")
    if not _is_copied(resolver, cls):
        return Nameless("such objects stay in this file, which copies nothing")
    order = hierarchy.order(cls)[0]
    given: set[str] = set(_EVERYWHERE)
    unseen: dict[str, None] = {}
    for owner in order:
        entry = contents.classes[owner]
        if not _DATA.issuperset(entry.decorators):
            return Nameless("a decorator or a metaclass may change its class")
        for base in entry.bases:
            inside = hierarchy.named(base, owner)
            above = Brought(frozenset(dir(object))) if inside else brought(resolver, base)
            if (inside and inside not in order) or not isinstance(above, Brought):
                return Nameless(f"what {base} brings is not known")
            given |= above.names
            unseen.update(dict.fromkeys(above.unseen))
        given |= entry.methods | entry.names
    if _has_a_word(resolver, order):
        return Nameless("the class has a word in how it is copied")
    if not _REFLECTING.isdisjoint(contents.module_calls):
        return Nameless("the module may bind attributes of its classes")
    return Newborn(cls, order, frozenset(given), "__slots__" in given, tuple(unseen))


def _is_copied(resolver: Resolver, cls: str) -> bool:
    """Whether code may come by such an object that copies it: no private class keeps it away."""
    contents = resolver.program.contents
    if any(name.partition(".")[0] in _COPYING for name in contents.imports.values()):
        return True
    return any(
        not any(part.startswith("_") for part in name.split("."))
        and not any(name.startswith(f"{function}.") for function in contents.functions)
        for name in (cls, *resolver.members.hierarchy.below(cls))
    )


def _has_a_word(resolver: Resolver, order: tuple[str, ...]) -> bool:
    entries = resolver.program.contents.classes
    bound = frozenset().union(*(entries[one].methods | entries[one].names for one in order))
    return not has_left(bound)


def lacks(resolver: Resolver, made: Newborn, name: str) -> bool:
    """Whether the object surely has no such attribute."""
    if name in made.given or any(unmangled(name, owner) in made.given for owner in made.order):
        return False
    return name not in resolver.members.replaced and not _is_of_class(resolver, name)


def _is_of_class(resolver: Resolver, name: str) -> bool:
    """Whether some function may bind it on the class: ``cls.name = ...``."""
    for entry in resolver.program.contents.functions.values():
        for write in entry.writes:
            head, _, last = write.rpartition(".")
            if last == name and (head in ("cls", "?") or "__class__" in head):
                return True
    return False


def method_of(resolver: Resolver, made: Newborn, name: str) -> str:
    """The qualname of the method or property that the object has under a name; nothing for none."""
    contents = resolver.program.contents
    for owner in made.order:
        short = unmangled(name, owner)
        if short in contents.classes[owner].methods:
            twice = f"{owner}.{short}#2" in contents.functions
            return "" if twice else f"{owner}.{short}"
        if short in contents.classes[owner].names:
            return ""
    return ""


def binder(resolver: Resolver, made: Newborn, name: str) -> str:
    """The short name of a method that binds it, ``__init__`` first; nothing where none does."""
    found = [
        method
        for owner in made.order
        for method in sorted(resolver.program.contents.classes[owner].methods)
        if _binds(resolver, f"{owner}.{method}", unmangled(name, owner), name)
    ]
    if name == "data" and _is_held(resolver, made):
        return "__init__"
    if any(_is_field(resolver, owner, unmangled(name, owner)) for owner in made.order):
        return "__init__"
    return "__init__" if "__init__" in found else next(iter(found), "")


def _is_field(resolver: Resolver, owner: str, short: str) -> bool:
    """Whether the constructor that is written for a data class binds it."""
    if not resolver.program.contents.classes[owner].decorators:
        return False
    return any(slot.name == short for slot in resolver.program.later.slots(owner))


def _is_held(resolver: Resolver, made: Newborn) -> bool:
    classes = resolver.program.contents.classes
    bases = (
        dotted(resolver.program.contents, base)
        for owner in made.order
        for base in classes[owner].bases
    )
    return any(one.removeprefix("collections.") in HOLDERS for one in bases if "." in one)


def _binds(resolver: Resolver, qualname: str, short: str, name: str) -> bool:
    entry = resolver.program.contents.functions.get(qualname)
    if entry is None or not entry.parameters:
        return False
    if f"{entry.parameters[0]}.{short}" in entry.writes:
        return True
    function = resolver.program.functions.get(qualname)
    return function is not None and name in set(_spelled(function))


def _spelled(function: Function) -> Iterator[str]:
    """Names that are bound as strings: ``object.__setattr__(self, "x", x)``, ``d["x"] = x``."""
    for block in function.blocks:
        for one in block.instructions:
            called = one.text if isinstance(one, i.Call | i.CallMethod) else ""
            if isinstance(one, i.SetItem) or called.rpartition(".")[2] in _STRINGS:
                yield from _strings(one)


def _strings(node: object) -> Iterator[str]:
    if isinstance(node, i.Const):
        if isinstance(node.value, str):
            yield node.value
    elif isinstance(node, tuple):
        for part in node:
            yield from _strings(part)
    elif isinstance(node, i.Item):
        if node.name:
            yield node.name
        yield from _strings(node.value)
    elif is_dataclass(node):
        for field in fields(node):
            yield from _strings(getattr(node, field.name))
