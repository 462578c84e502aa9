"""The classes of one file: the order of bases, where a method is found, who overrides it."""

from __future__ import annotations

from haltcheck.basis.record import record
from haltcheck.frontend.syntax import Contents

# Bases that bring nothing that a call could end in.
_PLAIN = frozenset({"object", "Generic", "Protocol", "typing.Generic", "typing.Protocol"})
_PLAIN_PREFIXES = ("Generic[", "Protocol[", "typing.Generic[", "typing.Protocol[")


@record
class Found:
    """``owner`` is the class whose body binds the name; ``is_method`` where a ``def`` does."""

    owner: str
    is_method: bool


@record
class Nowhere:
    """No class of the file binds it; ``closed`` where no base outside of the file could."""

    closed: bool


class Hierarchy:
    """Answers questions about the classes in a table of contents."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents
        self.subclasses: dict[str, list[str]] = {}
        self._orders: dict[str, tuple[tuple[str, ...], bool]] = {}
        for qualname, entry in contents.classes.items():
            for base in entry.bases:
                inside = self.named(base, qualname)
                if inside:
                    self.subclasses.setdefault(inside, []).append(qualname)

    def named(self, text: str, near: str = "") -> str:
        """The qualname of the class of this file that a dotted name means; nothing for none."""
        parts = near.split(".")[:-1]
        while parts:
            nested = ".".join([*parts, text])
            if nested in self.contents.classes and nested != near:
                return nested
            parts.pop()
        bound = self.contents.global_writes.get(text.partition(".")[0], 0)
        return text if text in self.contents.classes and bound == 1 else ""

    def order(self, qualname: str) -> tuple[tuple[str, ...], bool]:
        """The class and its bases in this file in Python's order, and whether those are all."""
        known = self._orders.get(qualname)
        if known is not None:
            return known
        self._orders[qualname] = ((qualname,), False)
        entry = self.contents.classes[qualname]
        closed = not entry.decorators
        inner: list[str] = []
        for base in entry.bases:
            inside = self.named(base, qualname)
            if inside:
                inner.append(inside)
            elif not _is_plain(base):
                closed = False
        orders = [self.order(base) for base in inner]
        merged = _merged([*[list(names) for names, _ in orders], inner])
        closed = closed and bool(merged or not inner) and all(whole for _, whole in orders)
        self._orders[qualname] = ((qualname, *merged), closed)
        return self._orders[qualname]

    def find(self, qualname: str, name: str, after: bool = False) -> Found | Nowhere:
        """Where an instance of the class finds ``name``; ``after`` for ``super()``."""
        found, closed = self.order(qualname)
        is_known = True
        for owner in found[1:] if after else found:
            entry = self.contents.classes[owner]
            short = unmangled(name, owner)
            if short in entry.methods or short in entry.names:
                only = f"{owner}.{short}#2" not in self.contents.functions
                return Found(owner, short in entry.methods and only) if is_known else Nowhere(False)
            # A base outside of the file may come earlier in Python's order of bases.
            is_known = is_known and all(
                self.named(base, owner) or _is_plain(base) for base in entry.bases
            )
        return Nowhere(closed)

    def below(self, qualname: str) -> tuple[str, ...]:
        """The classes of this file that derive from it."""
        found: list[str] = []
        work = [qualname]
        while work:
            for name in self.subclasses.get(work.pop(), ()):
                if name not in found:
                    found.append(name)
                    work.append(name)
        return tuple(found)

    def overriders(self, qualname: str, name: str) -> tuple[str, ...]:
        """The classes below that bind the name anew."""
        entries = self.contents.classes
        return tuple(
            [
                below
                for below in self.below(qualname)
                if (short := unmangled(name, below)) in entries[below].methods
                or short in entries[below].names
            ]
        )


def _is_plain(base: str) -> bool:
    return base in _PLAIN or base.startswith(_PLAIN_PREFIXES)


def _merged(orders: list[list[str]]) -> tuple[str, ...]:
    """C3 linearization (Barrett et al., OOPSLA 1996); empty where there is none."""
    result: list[str] = []
    rest = [order for order in orders if order]
    while rest:
        heads = [order[0] for order in rest]
        head = next((h for h in heads if all(h not in order[1:] for order in rest)), "")
        if not head:
            return ()
        result.append(head)
        rest = [kept for order in rest if (kept := order[1:] if order[0] == head else order)]
    return tuple(result)


def unmangled(name: str, owner: str) -> str:
    """A private name as its class spells it: ``_C__m`` is ``__m`` in ``C``."""
    cls = owner.rpartition(".")[2].partition("#")[0].lstrip("_")
    prefix = f"_{cls}__"
    return name[len(prefix) - 2 :] if cls and name.startswith(prefix) else name
