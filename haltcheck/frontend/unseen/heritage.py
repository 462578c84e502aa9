"""What stands under a name in a class of the file or in what it derives from."""

from __future__ import annotations

from functools import cached_property

from haltcheck.frontend.family import short_name
from haltcheck.frontend.syntax import Contents, Entry

_PROPERTIES = frozenset({"property", "cached_property", "abstractproperty"})
_EVERYWHERE = frozenset({*dir(object), "__dict__", "__name__", "__module__"})
_HOLLOW = frozenset({"__new__", "__init__", "__post_init__"})

OPEN = "+"
"""Behind the name of a class: an object of it, or of any that derives from it."""


class Heritage:
    """Answers questions about the classes of one file; namesakes are not told apart."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents
        self.methods: dict[tuple[str, str], list[Entry]] = {}
        for entry in contents.functions.values():
            if entry.in_class is not None:
                name = short_name(entry.qualname)
                self.methods.setdefault((entry.in_class, name), []).append(entry)
        self.by_short: dict[str, list[str]] = {}
        for cls in contents.classes:
            self.by_short.setdefault(short_name(cls), []).append(cls)
        self._orders: dict[str, tuple[str, ...]] = {}
        self._found: dict[tuple[str, tuple[str, ...]], tuple[Entry, ...]] = {}

    @cached_property
    def is_needed(self) -> bool:
        """Whether a class has something that runs unseen."""
        for (_, name), entries in self.methods.items():
            if name.startswith("__") and name.endswith("__") and name not in _HOLLOW:
                return True
            if any(is_property(one) or is_setter(one) for one in entries):
                return True
        return any(name == "__post_init__" for _, name in self.methods)

    def order(self, cls: str) -> tuple[str, ...]:
        """The class and its bases in this file, nearest first."""
        cls = cls.removesuffix(OPEN)
        found = self._orders.get(cls)
        if found is None:
            seen: dict[str, None] = {cls: None}
            todo = [cls]
            while todo:
                for base in self.contents.classes[todo.pop(0)].bases:
                    new = [
                        one for one in self.by_short.get(short_name(base), ()) if one not in seen
                    ]
                    seen.update(dict.fromkeys(new))
                    todo.extend(new)
            found = self._orders[cls] = tuple(seen)
        return found

    @cached_property
    def below(self) -> dict[str, list[str]]:
        """For each class those that derive from it."""
        found: dict[str, list[str]] = {}
        for cls in self.contents.classes:
            for base in self.order(cls)[1:]:
                found.setdefault(base, []).append(cls)
        return found

    def find(self, cls: str, *names: str) -> tuple[Entry, ...]:
        """What the nearest class that defines the first of the names has under it, the next one
        where none does; several where it is bound more than once, or for any derived class.
        """
        known = self._found.get((cls, names))
        if known is None:
            base = cls.removesuffix(OPEN)
            below = self.below.get(base, ()) if base != cls else ()
            each = (one for kind in (base, *below) for one in self._first(kind, names))
            known = self._found[cls, names] = tuple({one.qualname: one for one in each}.values())
        return known

    def _first(self, cls: str, names: tuple[str, ...]) -> tuple[Entry, ...]:
        return next((found for name in names if (found := self._nearest(cls, name))), ())

    def _nearest(self, cls: str, name: str) -> tuple[Entry, ...]:
        for owner in self.order(cls):
            entries = self.methods.get((owner, name))
            if entries:
                return tuple(entries)
            if name in self.contents.classes[owner].names:
                return ()
        return ()

    def has(self, cls: str, name: str) -> bool:
        """Whether objects of the class have the attribute anyway: some code of the file binds it,
        or every object has it.
        """
        if name in self.written or name in _EVERYWHERE:
            return True
        return any(name in self.contents.classes[owner].names for owner in self.order(cls))

    @cached_property
    def written(self) -> frozenset[str]:
        """The attributes that some function of the file binds."""
        writes = (one.writes for one in self.contents.functions.values())
        return frozenset(text.rpartition(".")[2] for many in writes for text in many if "." in text)


def is_property(entry: Entry) -> bool:
    """Whether reading the attribute runs the function."""
    texts = entry.decorators
    return bool(texts) and any(text.rpartition(".")[2] in _PROPERTIES for text in texts)


def is_setter(entry: Entry) -> bool:
    """Whether assigning to the attribute runs the function."""
    texts = entry.decorators
    return bool(texts) and any(text.endswith(".setter") for text in texts)
