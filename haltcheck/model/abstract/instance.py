"""Objects of classes of the file whose iteration never ends."""

from __future__ import annotations

import re
from dataclasses import replace

from haltcheck.model import instruction as i
from haltcheck.model.abstract.iterability import Endless
from haltcheck.model.abstract.unfailing import Steady, unfailing
from haltcheck.model.abstract.unfailing_value import KEY, Held
from haltcheck.model.assumption import NotOverridden, Specific
from haltcheck.model.calls import Receiver, Resolver
from haltcheck.model.hierarchy import Found, Nowhere
from haltcheck.model.program import Function, Return

_GETITEM = "__getitem__"
_STEPPING = ("__iter__", "__next__")
_SEQUENCE = ("__iter__", _GETITEM)
_WHOLE = re.compile(r"\b(int|Any|object|Integral|SupportsIndex|Union\[int)\b")


def endless_instance(resolver: Resolver, receiver: Receiver) -> Endless | None:
    """Why iterating an instance never ends; None where it may.

    Without ``__iter__`` Python asks ``__getitem__`` for one number after the other, until it raises
    IndexError; an iterator ends where its ``__next__`` raises StopIteration.
    """
    if receiver.is_class or receiver.cls not in resolver.program.contents.classes:
        return None
    hierarchy = resolver.members.hierarchy
    match hierarchy.find(receiver.cls, "__iter__"):
        case Nowhere(closed=True):
            return _numbered(resolver, receiver)
        case Found(owner=owner, is_method=True) if _gives_itself(resolver, f"{owner}.__iter__"):
            return _stepped(resolver, receiver)
        case _:
            return None


def steps_by_itself(resolver: Resolver, receiver: Receiver) -> bool:
    """Whether a method of the file says when the items of an object end."""
    hierarchy = resolver.members.hierarchy
    if receiver.is_class or receiver.cls not in resolver.program.contents.classes:
        return False
    match hierarchy.find(receiver.cls, "__iter__"):
        case Nowhere():
            return isinstance(hierarchy.find(receiver.cls, _GETITEM), Found)
        case Found():
            return True


def endless_objects(resolver: Resolver, function: Function) -> Endless | None:
    """Why iterating the objects of the class that a ``__getitem__`` or a ``__next__`` stands in
    never ends.

    Only of classes that code elsewhere may come by, and where a key may be a number, or where the
    items are read from a stream.
    """
    cls = function.in_class or ""
    if any(part.startswith("_") for part in cls.split(".")) or _is_local(resolver, cls):
        return None
    if function.qualname == f"{cls}.__next__":
        found = endless_instance(resolver, Receiver(cls, False))
        where = f"code asks for all items of a {cls}"
        return replace(found, where=where) if found is not None and found.slip else None
    if function.qualname != f"{cls}.{_GETITEM}" or len(function.parameters) != 2:
        return None
    key = function.parameters[1].annotation
    if key is not None and not _WHOLE.search(key):
        return None
    entry = resolver.program.contents.functions.get(function.qualname)
    if entry is None or entry.decorators or function.is_generator or function.is_async:
        return None
    if f"{function.qualname}#2" in resolver.program.contents.functions:
        return None
    if not _is_unordered(resolver, cls):
        return None
    steady = unfailing(resolver, function.qualname, (KEY,))
    if not isinstance(steady, Steady):
        return None
    why = f"{_GETITEM} raises for no number, and there is no __iter__"
    is_closed = resolver.members.hierarchy.order(cls)[1]
    supposed = () if is_closed else (NotOverridden(function.qualname),)
    where = f"code asks for all items of a {cls}"
    return Endless(why, (*supposed, *steady.assumptions), True, where)


def _is_unordered(resolver: Resolver, cls: str) -> bool:
    """Whether neither the class nor any base of it, all of the file, has an ``__iter__``."""
    contents = resolver.program.contents
    seen: set[str] = set()
    work = [cls]
    while work:
        name = work.pop()
        entry = contents.classes.get(name)
        if entry is None or entry.decorators or f"{name}#2" in contents.classes:
            return False
        if name in contents.imports or "__iter__" in entry.methods | entry.names:
            return False
        if name not in seen:
            seen.add(name)
            work += [base for base in entry.bases if base != "object"]
    return True


def _is_local(resolver: Resolver, cls: str) -> bool:
    functions = resolver.program.contents.functions
    parts = cls.split(".")
    return any(".".join(parts[:count]) in functions for count in range(1, len(parts)))


def _numbered(resolver: Resolver, receiver: Receiver) -> Endless | None:
    found = _unfailing(resolver, receiver, _SEQUENCE, (KEY,), strict=False)
    if found is None:
        return None
    owner, steady, supposed = found
    line = resolver.program.contents.functions[owner].span.line
    why = f"{owner} (line {line}) raises for no number, and there is no __iter__"
    return Endless(why, (*supposed, *steady.assumptions), slip=True)


def _stepped(resolver: Resolver, receiver: Receiver) -> Endless | None:
    found = _unfailing(resolver, receiver, _STEPPING, (), strict=True)
    if found is None:
        return None
    owner, steady, supposed = found
    line = resolver.program.contents.functions[owner].span.line
    when = ", not even when all is read" if steady.reads else ""
    why = f"{owner} (line {line}) never raises StopIteration{when}"
    return Endless(why, (*supposed, *steady.assumptions), slip=steady.reads)


def _unfailing(
    resolver: Resolver,
    receiver: Receiver,
    names: tuple[str, str],
    given: tuple[Held, ...],
    *,
    strict: bool,
) -> tuple[str, Steady, tuple[Specific, ...]] | None:
    """The method of the last name, where it raises nothing and no subclass has a word in it."""
    hierarchy = resolver.members.hierarchy
    place = hierarchy.find(receiver.cls, names[-1])
    if not isinstance(place, Found) or not place.is_method:
        return None
    if not receiver.is_exact and any(hierarchy.overriders(receiver.cls, name) for name in names):
        return None
    method = f"{place.owner}.{names[-1]}"
    entry = resolver.program.contents.functions.get(method)
    function = resolver.program.functions.get(method)
    if entry is None or entry.decorators or function is None:
        return None
    if function.is_generator or function.is_async:
        return None
    steady = unfailing(resolver, method, given, strict=strict)
    if not isinstance(steady, Steady):
        return None
    return method, steady, () if receiver.is_exact else (NotOverridden(method),)


def _gives_itself(resolver: Resolver, qualname: str) -> bool:
    """Whether ``__iter__`` does nothing but to give back ``self``."""
    function = resolver.program.functions.get(qualname)
    if function is None or function.is_generator or function.is_async or not function.parameters:
        return False
    own = i.Local(function.parameters[0].name)
    ends = [block.terminator for block in function.blocks]
    return len(ends) == 1 and isinstance(ends[0], Return) and ends[0].value == own
