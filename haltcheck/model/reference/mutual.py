"""Objects that refer to each other, and tell of each other without an end.

One function of the file binds both references; the method of either class that tells of an object
spells the other one out.
"""

from __future__ import annotations

from collections.abc import Iterator

from haltcheck.basis.once import once
from haltcheck.basis.record import record
from haltcheck.model import instruction as i
from haltcheck.model.calls import Resolver
from haltcheck.model.program import Function
from haltcheck.model.reference.spelled import (
    ANY_NAME,
    METHODS,
    SERIALISES,
    Part,
    Spelled,
    parts_spelled,
)

_TAKES = frozenset({"add", "append", "appendleft", "insert"})
_INSIDE = frozenset({"get", "setdefault"})


@record
class Mutual:
    """``binder`` makes the attribute ``there`` of one object and ``back`` of another refer to each
    other; the method spells out the first, that of the other object the second.
    """

    there: str
    back: str
    binder: str


@record
class Alone:
    """Why nothing of the kind is known."""

    why: str


@record
class _Link:
    """``part`` of the object in the local ``holder`` is, or has among its members, ``held``."""

    holder: str
    part: Part
    held: str


def mutual(resolver: Resolver, qualname: str) -> Mutual | Alone:
    """Whether telling of an object leads to another one, which leads back."""
    spelled = _spelled(resolver)
    if qualname not in spelled:
        return Alone("it spells out no other object")
    for name, function in sorted(resolver.program.functions.items()):
        links = list(_links(resolver, function))
        for one in links:
            if not _may_be(resolver, function, one, qualname):
                continue
            for other in links:
                back = (
                    (other.holder, other.held) == (one.held, one.holder) != (one.holder, one.held)
                )
                if back and _in_turn(resolver, function, (one, other), qualname):
                    return Mutual(one.part.name, other.part.name, name)
    return Alone("no function makes such objects refer to each other")


def _in_turn(
    resolver: Resolver, function: Function, links: tuple[_Link, _Link], method: str
) -> bool:
    """Whether the method spells out what the first link holds, and that what the second does."""
    spelled = _spelled(resolver)
    first, second = links
    return any(
        (there.part, back.part) == (first.part, second.part)
        and _runs(resolver, there.how, other)
        and _runs(resolver, back.how, method)
        for there in spelled[method]
        for other, parts in spelled.items()
        if _may_be(resolver, function, second, other)
        for back in parts
    )


def _runs(resolver: Resolver, how: str, method: str) -> bool:
    """Whether spelling out an object of the method's class so runs the method."""
    cls, _, name = method.rpartition(".")
    if name == how:
        return True
    order = resolver.members.hierarchy.order(cls)[0]
    classes = resolver.program.contents.classes
    has_own = any(how in classes[one].methods | classes[one].names for one in order)
    return (how, name) == ("__str__", "__repr__") and not has_own


def _all_spelled(resolver: Resolver) -> dict[str, frozenset[Spelled]]:
    found: dict[str, frozenset[Spelled]] = {}
    for name, function in resolver.program.functions.items():
        tells = function.name in METHODS or SERIALISES.fullmatch(function.name)
        if function.in_class and tells and "#" not in name:
            parts = parts_spelled(resolver, function)
            if parts:
                found[name] = parts
    return found


_spelled = once(_all_spelled)


def _may_be(resolver: Resolver, function: Function, link: _Link, method: str) -> bool:
    """Whether the holder of a link may be an object that the method tells of."""
    cls = method.rpartition(".")[0]
    hierarchy = resolver.members.hierarchy
    known = resolver.receiver(function, i.Local(link.holder))
    if known is not None:
        return not known.is_class and cls in hierarchy.order(known.cls)[0]
    if link.part.name == ANY_NAME:
        return True
    classes = (cls, *hierarchy.below(cls))
    return any(
        write.partition(".")[2] == link.part.name
        for entry in resolver.program.contents.functions.values()
        if entry.in_class in classes
        for write in entry.writes
    )


def _links(resolver: Resolver, function: Function) -> Iterator[_Link]:
    bindings = resolver.bindings(function)
    for block in function.blocks:
        for one in block.instructions:
            match one:
                case i.SetAttribute(object=whole, name=name, value=i.Local() as held):
                    yield _Link(bindings.root(whole), Part(name), bindings.root(held))
                case i.Call(text="setattr", items=(whole, name, held)):
                    is_named = isinstance(name.value, i.Const)
                    told = str(getattr(name.value, "value", "")) if is_named else ANY_NAME
                    yield _Link(bindings.root(whole.value), Part(told), bindings.root(held.value))
                case i.SetItem(object=whole, key=key, value=i.Local() as held):
                    yield from _inside(resolver, function, whole, held, key)
                case i.CallMethod(name=name, object=whole, items=items) if name in _TAKES and items:
                    yield from _inside(resolver, function, whole, items[-1].value, None)


def _inside(
    resolver: Resolver,
    function: Function,
    container: i.Operand,
    held: i.Operand,
    key: i.Operand | None,
) -> Iterator[_Link]:
    """``holder.name[...] = held``, ``holder.name.setdefault(...).append(held)``."""
    bindings = resolver.bindings(function)
    for _ in range(4):
        match bindings.origin(container):
            case i.GetAttribute(object=whole, name="__dict__") if key is not None:
                named = key.value if isinstance(key, i.Const) else ANY_NAME
                yield _Link(bindings.root(whole), Part(str(named)), bindings.root(held))
                return
            case i.GetAttribute(object=whole, name=name):
                yield _Link(bindings.root(whole), Part(name, members=True), bindings.root(held))
                return
            case i.CallMethod(object=whole, name=name) if name in _INSIDE:
                container = whole
            case i.GetItem(object=whole):
                container = whole
            case _:
                return
