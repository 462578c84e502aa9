"""What the bases of a class bring its objects before anything is bound, where that is known."""

from __future__ import annotations

import builtins
import collections.abc
import re
import sys

from haltcheck.basis.record import record
from haltcheck.frontend.syntax import Contents
from haltcheck.model.calls import Resolver

# Whoever defines one of these has a word in how copies are made, or in what reading means.
MAKERS = frozenset(
    {
        "__copy__",
        "__deepcopy__",
        "__getattribute__",
        "__getinitargs__",
        "__getnewargs__",
        "__getnewargs_ex__",
        "__getstate__",
        "__init_subclass__",
        "__new__",
        "__reduce__",
        "__reduce_ex__",
        "__setstate__",
    }
)
_COPIES = frozenset({"__copy__", "__deepcopy__"})
HOLDERS = frozenset({"UserDict", "UserList", "UserString"})
"""Classes of ``collections`` whose ``__init__`` binds ``data``, which all else asks."""

_PLAIN = frozenset({"object", "Generic", "Protocol", "typing.Generic", "typing.Protocol"})
_ABSTRACT = frozenset({"ABC", "abc.ABC"})
_CONTAINERS = frozenset({"dict", "list"})
_TYPING = ("typing", "typing_extensions")
_OF_ALL = frozenset(dir(object))
_DEEPEST = 4
_WORDY = re.compile(
    r"Q[A-Z]\w*|type|\w*(?:Document|Enum|Error|Exception|Flag|Meta|Metaclass|Model|Module|Proxy"
    r"|Struct|Structure|Tuple|Union|Warning)"
)
"""Names of bases from elsewhere that often have a word in it, or are no objects like others."""


@record
class Brought:
    """The ``names`` that a base brings, and the bases above it that are ``unseen``."""

    names: frozenset[str]
    unseen: tuple[str, ...] = ()


@record
class Unclear:
    """Why nobody knows what a base brings."""

    why: str


def has_left(bound: frozenset[str]) -> bool:
    """Whether a class that binds these names has left it to Python how its objects are made anew.

    Where both ways to copy are written out, pickle is left, which asks for neither.
    """
    said = bound & MAKERS
    return not said or said == _COPIES


def dotted(contents: Contents, base: str) -> str:
    """The full name of a base from outside."""
    head, dot, rest = base.partition("[")[0].partition(".")
    known = contents.imports.get(head, "") if contents.global_writes.get(head) == 1 else ""
    return f"{known or head}{dot}{rest}"


def brought(resolver: Resolver, base: str, files: int = _DEEPEST) -> Brought | Unclear:
    """What a base from outside of the file brings its objects; so many files are gone on into."""
    contents = resolver.program.contents
    name = dotted(contents, base)
    if name in _PLAIN | _ABSTRACT:
        return Brought(frozenset({*_OF_ALL, "_abc_impl"}))
    if name in _CONTAINERS and not contents.global_writes.get(name):
        return Brought(frozenset(dir(getattr(builtins, name))))
    module, _, last = name.rpartition(".")
    if module in _TYPING and last in ("Dict", "List"):
        return Brought(frozenset(dir(getattr(builtins, last.lower()))))
    if module == "collections" and last in HOLDERS:
        return Brought(frozenset(dir(getattr(collections, last))))
    if module in ("collections", "collections.abc", *_TYPING) and last in collections.abc.__all__:
        return Brought(frozenset(dir(getattr(collections.abc, last))))
    return _from_elsewhere(resolver, base, name, files)


def _from_elsewhere(resolver: Resolver, base: str, name: str, files: int) -> Brought | Unclear:
    """A class that a file close by defines, or one that nobody sees."""
    module, _, last = name.rpartition(".")
    if not module or not files or module.partition(".")[0] in sys.stdlib_module_names:
        return Unclear(f"what {base} brings is not known")
    other = resolver.program.later.module(module)
    if other is None or last not in other.contents.classes:
        if _WORDY.fullmatch(last):
            return Unclear(f"{base} may have a word in how it is copied")
        return Brought(_OF_ALL, (base,))
    above = Resolver(other)
    names, unseen = set(_OF_ALL), dict[str, None]()
    for owner in above.members.hierarchy.order(last)[0]:
        entry = other.contents.classes[owner]
        own = entry.methods | entry.names
        if entry.decorators or not has_left(own):
            return Unclear(f"{base} has a word in how it is copied")
        names |= own
        for next_base in entry.bases:
            if above.members.hierarchy.named(next_base, owner):
                continue
            found = brought(above, next_base, files - 1)
            if isinstance(found, Unclear):
                return found
            names |= found.names
            unseen.update(dict.fromkeys(found.unseen))
    return Brought(frozenset(names), tuple(unseen))
