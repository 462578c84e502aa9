"""A container that holds itself, by way of others: what is known of it and of its members."""

from __future__ import annotations

from collections.abc import Mapping

from haltcheck.basis.record import record

_ABSTRACT: Mapping[str, frozenset[str]] = {
    "list": frozenset({"Sequence", "MutableSequence", "Reversible"}),
    "dict": frozenset({"Mapping", "MutableMapping", "Reversible"}),
    "text": frozenset({"Sequence", "Reversible", "Hashable", "AnyStr"}),
    "object": frozenset(),
}
_EVERY = frozenset({"Iterable", "Collection", "Container", "Sized", "object"})
_NAMES: Mapping[str, frozenset[str]] = {
    "list": frozenset({"list", "List"}),
    "dict": frozenset({"dict", "Dict"}),
    "text": frozenset({"str", "unicode", "basestring", "string_types", "text_type", "Text"}),
}
_TYPES: Mapping[str, type] = {"list": list, "dict": dict, "text": str, "object": object}


@record
class Node:
    """A container at place ``at`` of a circle: a member of ``kinds[at]`` is of ``kinds[at + 1]``.

    ``cls`` is the class of the file whose objects they are; empty for those of Python itself. A
    text of one character is its own member.
    """

    kinds: tuple[str, ...]
    at: int
    cls: str = ""

    @property
    def kind(self) -> str:
        """``list``, ``dict``, ``text``, or ``object`` for one that holds its like in attributes."""
        return self.kinds[self.at]

    @property
    def member(self) -> Node:
        """What it holds."""
        return Node(self.kinds, (self.at + 1) % len(self.kinds), self.cls)


@record
class View:
    """Something that gives ``item`` whenever it is asked for one."""

    item: Value


@record
class Row:
    """A tuple of known length."""

    items: tuple[Value, ...]


@record
class Known:
    """A constant."""

    value: object


@record
class Kinds:
    """Types by their last names, or the type of a container."""

    names: frozenset[str]


@record
class TypeOf:
    """``type(node)``."""

    node: Node


@record
class Identity:
    """``id(node)``."""

    node: Node


@record
class Callee:
    """A function of the file, with arguments that it is already given."""

    qualname: str
    given: tuple[tuple[str, Value], ...] = ()


@record
class Free:
    """What the caller may choose anew in every round: a key, how many members there are."""


@record
class Stable:
    """The same in every round, where the round hands on the parameter ``name`` as it is."""

    name: str = ""


@record
class Changed:
    """May be something else in every round."""


Value = Node | View | Row | Known | Kinds | TypeOf | Identity | Callee | Free | Stable | Changed

FREE, STABLE, CHANGED = Free(), Stable(), Changed()


def is_instance(node: Node, names: frozenset[str], has: frozenset[str]) -> bool | None:
    """Whether the container is of one of these types; ``has`` are the classes of its own class."""
    if node.cls:
        if not names.isdisjoint(has) or "object" in names:
            return True
        loose = _EVERY | _ABSTRACT[node.kind]
        return None if not names.isdisjoint(loose) else False
    fitting = _NAMES[node.kind] | _ABSTRACT[node.kind] | _EVERY
    return not names.isdisjoint(fitting)


def is_exactly(node: Node, names: frozenset[str]) -> bool | None:
    """Whether it is of one of these types and of none below."""
    if node.cls:
        return node.cls.rpartition(".")[2] in names
    return not names.isdisjoint(_NAMES[node.kind])


def has_attribute(node: Node, name: str, own: frozenset[str]) -> bool | None:
    """Whether it has an attribute; ``own`` are the methods of its class."""
    if node.cls:
        return True if name in own or hasattr(_TYPES[node.kind], name) else None
    return hasattr(_TYPES[node.kind], name)


def iterated(value: Value) -> Value | None:
    """What iterating a value gives; None where that raises for certain."""
    match value:
        case View(item=item):
            return item
        case Node(kind="dict"):
            return FREE
        case Node(kind="object"):
            return CHANGED
        case Node():
            return value.member
        case Row(items=items):
            return items[0] if len(set(items)) == 1 else CHANGED
        case Known(value=held) if not isinstance(held, str | bytes | tuple):
            return None
        case Free() | Stable():
            return FREE
        case _:
            return CHANGED


def asked(node: Node, name: str) -> Value | None:
    """What a method of a container gives; None where there is no such method."""
    if not node.cls and not hasattr(_TYPES[node.kind], name):
        old = {"iteritems": "items", "itervalues": "values", "iterkeys": "keys"}
        if node.kind != "dict" or name not in old:
            return None
        name = old[name]
    match node.kind, name:
        case "dict", "items" | "iteritems":
            return View(Row((FREE, node.member)))
        case "dict", "values" | "itervalues":
            return View(node.member)
        case "dict", "keys" | "iterkeys":
            return View(FREE)
        case (("dict" | "list"), "copy"):
            return node
        case "list", "pop":
            return node.member
        case "text", _:
            return CHANGED
        case _:
            return FREE if name in ("__len__", "index", "count", "__contains__") else CHANGED
