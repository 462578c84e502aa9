"""What a name on an instance or a class of this file can run: methods, properties, constructors."""

from __future__ import annotations

from haltcheck.basis.record import record
from haltcheck.model.hierarchy import Found, Hierarchy, Nowhere, unmangled
from haltcheck.model.program import Program

# Decorators under which a call still runs the decorated body, at most.
_TRANSPARENT = frozenset(
    {
        "abc.abstractmethod",
        "abstractmethod",
        "cache",
        "cached_property",
        "classmethod",
        "contextlib.contextmanager",
        "contextmanager",
        "functools.cache",
        "functools.cached_property",
        "functools.lru_cache",
        "functools.wraps",
        "lru_cache",
        "override",
        "property",
        "staticmethod",
        "typing.override",
        "wraps",
    }
)
_PROPERTIES = frozenset({"property", "cached_property", "functools.cached_property"})
_REMEMBERING = frozenset({"cache", "functools.cache", "lru_cache", "functools.lru_cache"})
# Every instance has these, so that reading one never comes to ``__getattr__``.
_EVERYWHERE = frozenset({*dir(object), "__dict__", "__module__"})
# Calls and attributes that bind attributes without spelling them.
_BINDING = frozenset({"setattr", "vars", "__setattr__", "__setstate__"})
_DICTIONARY = "__dict__"
_KEEPING = frozenset(
    {"dataclass", "dataclasses.dataclass", "final", "total_ordering", "frozen=", "slots="}
)


def remembers(program: Program, qualname: str) -> bool:
    """Whether a second call may give back what the first one gave, without running the body."""
    entry = program.contents.functions.get(qualname)
    return entry is not None and not _REMEMBERING.isdisjoint(entry.decorators)


@record
class Resolved:
    """All that the call can run in this file, the likeliest first; none where it runs nothing.

    ``open_method`` (``C.m``) is set where a subclass elsewhere might override it: to rely on the
    resolution then takes the assumption NotOverridden. ``constructs`` is the class of a new
    object.
    """

    qualnames: tuple[str, ...]
    open_method: str = ""
    constructs: str = ""


@record
class Dotted:
    """Something from outside of this file with a known dotted name: ``len``, ``os.read``."""

    name: str


@record
class Unresolved:
    """Nobody knows what runs; ``text`` is how the source names it."""

    text: str


Resolution = Resolved | Dotted | Unresolved


@record
class Receiver:
    """An instance of ``cls``, or ``cls`` itself or a subclass where ``is_class``.

    ``is_exact`` where no subclass is possible.
    """

    cls: str
    is_exact: bool
    is_class: bool = False


class Members:
    """Looks names up on the classes of one file."""

    def __init__(self, program: Program) -> None:
        self.contents = program.contents
        self.hierarchy = Hierarchy(program.contents)
        writes = {write for entry in program.contents.functions.values() for write in entry.writes}
        dotted = [write for write in writes | set(self.contents.global_writes) if "." in write]
        self.assigned = {write.rpartition(".")[2] for write in dotted}
        # ``C.m = other`` replaces what stands in the class.
        self.replaced = {
            write.rpartition(".")[2]
            for write in dotted
            if write.partition(".")[0] in self.contents.classes
        }
        self.hidden = any(
            _DICTIONARY in entry.attributes
            or not _BINDING.isdisjoint({text.rpartition(".")[2] for text in entry.calls})
            for entry in program.contents.functions.values()
        )

    def function(self, name: str) -> Resolution:
        """A function by its qualname, unless a decorator may replace it."""
        entry = self.contents.functions.get(name)
        if entry is None or not _TRANSPARENT.issuperset(entry.decorators):
            return Unresolved(name)
        return Resolved((name,))

    def method(self, receiver: Receiver, name: str) -> Resolution:
        """``receiver.name(...)``."""
        match self.hierarchy.find(receiver.cls, name):
            case Found(owner, True) if name not in self.assigned and not self._is_replaced(name):
                return self._with_overriders(receiver, owner, name)
            case Nowhere(True) if receiver.is_exact and name.startswith("__"):
                return Resolved(())
            case _:
                return Unresolved(f"{receiver.cls}.{name}")

    def static(self, cls: str, name: str, after: bool = False) -> Resolution:
        """``C.name(...)``, or ``super().name(...)`` in a method of ``C``."""
        match self.hierarchy.find(cls, name, after):
            case Found(owner, True) if not self._is_replaced(name):
                return self.function(f"{owner}.{unmangled(name, owner)}")
            case Nowhere(True) if after and name.startswith("__"):
                return Resolved(())
            case _:
                return Unresolved(f"{cls}.{name}")

    def special(self, receiver: Receiver, name: str) -> Resolution:
        """A special method; Resolved to nothing where the class surely has none."""
        match self.hierarchy.find(receiver.cls, name):
            case Found(owner, True) if not self._is_replaced(name):
                return self._with_overriders(receiver, owner, name)
            case Nowhere(True) if not self._is_replaced(name):
                return Resolved(())
            case _:
                return Unresolved(f"{receiver.cls}.{name}")

    def attribute(self, receiver: Receiver, name: str) -> Resolution:
        """Reading ``receiver.name``: a property's body, ``__getattr__``, or nothing."""
        match self.hierarchy.find(receiver.cls, name):
            case Found(owner, is_method):
                qualname = f"{owner}.{unmangled(name, owner)}"
                entry = self.contents.functions.get(qualname)
                if not is_method or entry is None or _PROPERTIES.isdisjoint(entry.decorators):
                    return Resolved(())
                return self._with_overriders(receiver, owner, name)
            case Nowhere() if name in _EVERYWHERE:
                return Resolved(())
            case Nowhere(closed):
                if closed and self._is_assigned(name):
                    return Resolved(())
                if not closed or self._may_hold(receiver.cls):
                    return Unresolved(f"{receiver.cls}.{name}")
                return self.special(receiver, "__getattr__")

    def _is_replaced(self, name: str) -> bool:
        """Whether something else may stand under the name of what a class defines."""
        return name in self.replaced or "setattr" in self.contents.module_calls

    def _is_assigned(self, name: str) -> bool:
        """Whether some function binds an attribute of this name, private to its class or not."""
        private = name.find("__", 1) if name.startswith("_") else -1
        return name in self.assigned or (private > 0 and name[private:] in self.assigned)

    def _may_hold(self, cls: str) -> bool:
        """Whether instances may hold attributes that no function of the file spells."""
        owners, _ = self.hierarchy.order(cls)
        entries = self.contents.classes
        return self.hidden or any("__slots__" in entries[owner].names for owner in owners)

    def constructor(self, cls: str) -> Resolution:
        """``C(...)``: its ``__new__`` and ``__init__``, as far as they stand in this file."""
        if not _KEEPING.issuperset(self.contents.classes[cls].decorators):
            return Unresolved(cls)
        places = {name: self.hierarchy.find(cls, name) for name in ("__new__", "__init__")}
        runs = [
            f"{place.owner}.{name}"
            for name, place in places.items()
            if type(place) is Found and place.is_method
        ]
        if any(type(place) is Nowhere and not place.closed for place in places.values()):
            # A base from elsewhere may bring its own ``__new__``: the object is not known.
            return Resolved(tuple(runs)) if runs else Unresolved(cls)
        after = self.hierarchy.find(cls, "__post_init__")
        if type(after) is Found and after.is_method:
            runs.append(f"{after.owner}.__post_init__")
        is_plain = type(places["__new__"]) is Nowhere
        return Resolved(tuple(runs), constructs=cls if is_plain else "")

    def _with_overriders(self, receiver: Receiver, owner: str, name: str) -> Resolution:
        first = self.function(f"{owner}.{unmangled(name, owner)}")
        if type(first) is not Resolved or receiver.is_exact:
            return first
        others: list[str] = []
        for below in self.hierarchy.overriders(receiver.cls, name):
            other = self.function(f"{below}.{unmangled(name, below)}")
            if type(other) is not Resolved:
                return other
            others += other.qualnames
        is_private = unmangled(name, owner) != name
        open_method = "" if is_private else first.qualnames[0]
        return Resolved((*first.qualnames, *others), open_method=open_method)
