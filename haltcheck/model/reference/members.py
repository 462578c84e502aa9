"""Attributes of objects that hold other ones of their own kind, which any caller may put there."""

from __future__ import annotations

import re

from haltcheck.basis.once import once
from haltcheck.model import instruction as i
from haltcheck.model.calls import Resolver
from haltcheck.model.later import function_of
from haltcheck.model.program import Function, Raise, Test, code_of

_TAKES = frozenset({"add", "append", "appendleft", "insert"})
_LIKE = re.compile(r"child|children|kids?|nested|sub_?\w*|descendants?")
"""Names of what is of the same kind as what holds it."""


@once
def _known(resolver: Resolver) -> dict[str, frozenset[str]]:
    """What was found for the classes that were asked for, filled by and by."""
    del resolver
    return {}


def members_of_its_kind(resolver: Resolver, cls: str) -> frozenset[str]:
    """The attributes of a class into which a public method puts what it is handed, unasked.

    Nothing keeps a caller from putting an object into itself: ``folder.add(folder)``.
    """
    known = _known(resolver)
    if cls not in known:
        known[cls] = frozenset(_found(resolver, cls))
    return known[cls]


def _found(resolver: Resolver, cls: str) -> set[str]:
    contents, hierarchy = resolver.program.contents, resolver.members.hierarchy
    found: set[str] = set()
    order = hierarchy.order(cls)[0] if cls in contents.classes else ()
    for qualname, entry in contents.functions.items():
        short = qualname.rpartition(".")[2]
        if entry.in_class not in order or short.startswith("_") or entry.decorators:
            continue
        takes = {text.rpartition(".")[2] for text in entry.calls}
        if len(entry.parameters) < 2 or takes.isdisjoint(_TAKES):
            continue
        function = function_of(resolver.program, qualname)
        if function is not None and not _asks(function):
            found |= _put(resolver, function, {one.rpartition(".")[2] for one in order})
    return found


def _asks(function: Function) -> bool:
    """Whether a method may refuse what it is handed."""
    return any(isinstance(block.terminator, Test | Raise) for block in function.blocks)


def _put(resolver: Resolver, function: Function, kinds: set[str]) -> set[str]:
    """The attributes that take in an argument that is of this kind, or is called like a part."""
    bindings, own = resolver.bindings(function), function.parameters[0].name
    like: dict[str, bool] = {}
    for taken in function.parameters[1:]:
        words = set(re.findall(r"\w+", taken.annotation or ""))
        is_like = not words and _LIKE.fullmatch(taken.name) is not None
        like[taken.name] = bool(words & kinds) or is_like
    found: set[str] = set()
    for one in code_of(function):
        if not isinstance(one, i.CallMethod) or one.name not in _TAKES or not one.items:
            continue
        made = bindings.origin(one.object)
        if isinstance(made, i.GetAttribute) and bindings.root(made.object) == own:
            value = bindings.root(one.items[-1].value)
            if like.get(value) and bindings.counts.get(value) == 1:
                found.add(made.name)
    return found
