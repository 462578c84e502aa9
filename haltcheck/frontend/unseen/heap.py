"""What is known so far of every place of a file: its marks, which only grow."""

from __future__ import annotations

from collections.abc import Iterable

from haltcheck.frontend.syntax import Contents
from haltcheck.frontend.unseen.heritage import Heritage
from haltcheck.frontend.unseen.mark import NOTHING, Mark, Marks, of_kind, taken_out

_LAZY = frozenset({"view", "growing", "endless", "generator"})


class Heap:
    """The marks of names, of attributes (whatever they belong to) and of functions' results."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents
        self.heritage = Heritage(contents)
        self.marks: dict[str, set[Mark]] = {}
        self.grown: set[str] = set()
        self.seen: set[str] = set()
        names = {name for _, name in self.heritage.methods}
        self.has_setters = "__set__" in names

    def find(self, cls: str, *names: str) -> tuple[str, ...]:
        """The functions that the first of the names, of those that the class knows, stands for."""
        found = self.heritage.find(cls, *names)
        if found:
            return tuple([one.qualname for one in found])
        for name in names:
            for owner in self.heritage.order(cls):
                held = of_kind(self.look(f"{owner}.{name}"), "function")
                if held:
                    return tuple([one for one, _ in held])
        return ()

    def look(self, key: str) -> set[Mark] | frozenset[Mark]:
        """What is known of a place; ``seen`` keeps which ones were asked for."""
        self.seen.add(key)
        return self.marks.get(key, NOTHING)

    def put(self, key: str, marks: Iterable[Mark]) -> None:
        """The marks flow to a place."""
        if not marks:
            return
        held = self.marks.setdefault(key, set())
        before = len(held)
        held.update(marks)
        if len(held) > before:
            self.grown.add(key)

    def results(self, function: str) -> Marks:
        """What a call of a function gives."""
        entry = self.contents.functions.get(function)
        if entry is not None and entry.is_generator:
            return frozenset({("generator", function, True)})
        return frozenset(self.look(f"{function}()"))

    def items(self, marks: Marks) -> Marks:
        """What iterating such values gives."""
        if not marks:
            return NOTHING
        found = {one for one in taken_out(marks) if one[0] not in _LAZY}
        for name, _ in of_kind(marks, "generator"):
            found |= self.look(f"{name}()")
        for cls, _ in of_kind(marks, "object"):
            for name in self.find(cls, "__iter__"):
                made = frozenset(one for one in self.results(name) if one[0] != "object")
                found |= self.items(made) if made else set()
            for name in self.find(cls, "__next__", "__getitem__"):
                found |= self.results(name)
        return frozenset(found)
