"""What is known so far of every place of a file: its marks, which only grow."""

from __future__ import annotations

from collections.abc import Iterable

from haltcheck.frontend.syntax import Contents
from haltcheck.frontend.unseen.heritage import Heritage, is_property
from haltcheck.frontend.unseen.mark import NOTHING, Mark, Marks, of_kind, taken_out

_LAZY = frozenset({"view", "growing", "endless", "generator"})


class GrownError(Exception):
    """Something flowed on although the heap was closed."""


class Heap:
    """The marks of names, of attributes (whatever they belong to) and of functions' results.

    ``log`` has the places that grew, in order, ``when`` the last position of each in it, ``live``
    those since somebody emptied it, ``moved`` is how many marks those places held then; a heap that
    ``is_closed`` does not grow. ``members`` are the names that bodies of classes may bind.
    """

    def __init__(self, contents: Contents, members: Iterable[str]) -> None:
        self.contents = contents
        self.heritage = Heritage(contents)
        self.marks: dict[str, Marks] = {}
        self.grown: set[str] = set()
        self.log: list[str] = []
        self.moved = 0
        self.when: dict[str, int] = {}
        self.live: set[str] = set()
        self.seen: set[str] = set()
        self._known: dict[tuple[str, tuple[str, ...]], tuple[tuple[str, ...], tuple[str, ...]]] = {}
        self._put: dict[str, Iterable[Mark]] = {}
        self.is_closed = False
        names = {name for _, name in self.heritage.methods}
        self.members = names.union(members, *[one.names for one in contents.classes.values()])
        self._entries: dict[tuple[str, str], tuple[tuple[str, bool], ...]] = {}
        self.has_setters = "__set__" in names

    def find(self, cls: str, *names: str) -> tuple[str, ...]:
        """The functions that the first of the names, of those that the class knows, stands for."""
        asked = cls, names
        known = self._known.get(asked)
        if known is None:
            methods = tuple([one.qualname for one in self.heritage.find(cls, *names)])
            order = self.heritage.order(cls)
            bound = [name for name in names if name in self.members]
            keys = tuple([f"{owner}.{name}" for name in bound for owner in order])
            known = self._known[asked] = methods, keys
        found, keys = known
        if found or not keys:
            return found
        if self.marks.keys().isdisjoint(keys):
            self.seen.update(keys)
            return ()
        for key in keys:
            held = of_kind(self.look(key), "function")
            if held:
                return tuple([one for one, _ in held])
        return ()

    def entries(self, cls: str, name: str) -> tuple[tuple[str, bool], ...]:
        """The functions that a class has under a name, and whether reading it runs them."""
        found = self._entries.get((cls, name))
        if found is None:
            made = self.heritage.find(cls, name)
            found = tuple([(one.qualname, is_property(one)) for one in made])
            self._entries[cls, name] = found
        return found

    def look(self, key: str) -> Marks:
        """What is known of a place; ``seen`` keeps which ones were asked for."""
        self.seen.add(key)
        return self.marks.get(key, NOTHING)

    def put(self, key: str, marks: Iterable[Mark]) -> None:
        """The marks flow to a place."""
        if not marks or self._put.get(key) is marks:
            return
        self._put[key] = marks
        held = self.marks.get(key, NOTHING)
        if held.issuperset(marks):
            return
        if self.is_closed:
            raise GrownError
        self.marks[key] = grown = held.union(marks)
        self.moved += len(grown)
        self.grown.add(key)
        self.live.add(key)
        self.when[key] = len(self.log)
        self.log.append(key)

    def results(self, function: str) -> Marks:
        """What a call of a function gives."""
        entry = self.contents.functions.get(function)
        if entry is not None and entry.is_generator:
            return frozenset({("generator", function, True)})
        return self.look(f"{function}()")

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
