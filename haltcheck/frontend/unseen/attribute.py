"""What an attribute may be, by its name and by what it is read from."""

from __future__ import annotations

import ast

from haltcheck.frontend.unseen.heap import Heap
from haltcheck.frontend.unseen.heritage import OPEN
from haltcheck.frontend.unseen.mark import NOTHING, Mark, Marks, of_kind
from haltcheck.frontend.unseen.unit import Node
from haltcheck.frontend.walk import GROWING

_PASSED = frozenset({"function", "class", "factory"})
_ENUMS = frozenset({"Enum", "IntEnum", "StrEnum", "Flag", "IntFlag"})


def attribute(heap: Heap, name: str, held: Marks, key: str) -> Marks:
    """What was ever stored under the name, or a method of what it is read from.

    What stands there may be an older object, but functions are what they are. ``key`` is where
    what it is read from is kept.
    """
    stored, classes = heap.look(f".{name}"), heap.heritage.by_short.get(name, ())
    if not (stored or held or classes):
        return frozenset({("growing", key, True)}) if key and name in GROWING else NOTHING
    found = {(kind, one, sure and kind in _PASSED) for kind, one, sure in stored}
    for cls, _ in of_kind(stored, "object"):
        for getter in heap.find(cls, "__get__"):
            _bind_owner(heap, getter, held)
            found |= heap.results(getter)
    for kind in ("object", "class") if held and name in heap.members else ():
        for cls, sure in of_kind(held, kind):
            found |= _of_class(heap, cls, name, sure, kind == "class")
    found.update([("class", cls, False) for cls in classes])
    if name == "__class__":
        found |= {("class", cls, sure) for cls, sure in of_kind(held, "object")}
    if not found and key and name in GROWING:
        found.add(("growing", key, True))
    return frozenset(found)


def _of_class(heap: Heap, cls: str, name: str, sure: bool, of_class: bool) -> set[Mark]:
    found: set[Mark] = set()
    for method, is_read in heap.entries(cls, name):
        if is_read:
            found |= {(kind, one, False) for kind, one, _ in heap.results(method)}
        else:
            found.add(("function", method, sure))
    if of_class and not found:
        entry_of = heap.contents.classes[cls.removesuffix(OPEN)]
        bases = {base.rpartition(".")[2] for base in entry_of.bases}
        if name in entry_of.names and not _ENUMS.isdisjoint(bases):
            found.add(("object", cls, sure))
    return found


def _bind_owner(heap: Heap, method: str, owner: Marks) -> None:
    """A descriptor is handed the object that it is read from."""
    names = heap.contents.functions[method].parameters
    if len(names) > 1:
        heap.put(f"{method}:{names[1]}", [one for one in owner if one[0] == "object"])


def written(heap: Heap, name: str, owner: Marks) -> None:
    """An attribute is written: descriptors are handed the object that it belongs to."""
    for cls, _ in of_kind(heap.look(f".{name}"), "object"):
        for setter in heap.find(cls, "__set__"):
            _bind_owner(heap, setter, owner)


def looked_up(heap: Heap, name: Node, held: Marks, key: str) -> Marks:
    """``getattr(held, name)``: where the name is computed, any method that begins like it."""
    match name:
        case ast.Constant(value=str() as text):
            return attribute(heap, text, held, key)
        case ast.JoinedStr(values=[ast.Constant(value=str() as start), *_]):
            pass
        case ast.BinOp(left=ast.Constant(value=str() as start)):
            start = start.partition("%")[0]
        case _:
            start = ""
    found: set[Mark] = {("growing", key, True)} if key and not start else set()
    for cls, sure in of_kind(held, "object"):
        for owner in heap.heritage.order(cls):
            for method in heap.contents.classes[owner].methods:
                if method.startswith(start) and not method.startswith("__"):
                    found |= _of_class(heap, cls, method, sure, False)
    return frozenset(found)
