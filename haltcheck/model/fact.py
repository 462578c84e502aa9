"""What may be known of a function or method that is not in the analysed source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar, Literal

from haltcheck.basis.record import record

Writes = Literal["nothing", "receiver", "arguments", "anything"]
AtEnd = Literal["", "b''", "''", "[]", "0", "-1", "raises EOFError", "raises"]


@record
class Fact:
    """One callable, where its arguments are of the kinds that it is made for.

    ``returns`` are the kinds of its result (``int``, ``str``, ``list``, ``stream``, ``any`` ...);
    ``low`` and ``high`` bound an int or the length of a container. ``raises`` is false only where
    it cannot raise on arguments of its kinds. ``writes`` is what it may change. ``pure``: the same
    arguments give the same result. ``calls``: it may call a function that it is handed.
    ``consumes``: it takes items from an iterator or bytes from a stream. ``waits``: it may block
    until something outside happens. ``ends_process``: no handler sees that it does not return.
    ``endless``: what it returns can be iterated for ever. ``world``: the outside world chooses the
    result. ``at_end`` is what a read gives at the end of its stream, for ever.
    """

    returns: tuple[str, ...] = ("any",)
    low: int | None = None
    high: int | None = None
    raises: bool = True
    writes: Writes = "nothing"
    pure: bool = False
    calls: bool = False
    consumes: bool = False
    waits: bool = False
    endless: bool = False
    never_returns: bool = False
    ends_process: bool = False
    world: bool = False
    at_end: AtEnd = ""


@record
class Unlisted:
    """Nothing is known of ``name``."""

    name: str


Facts = Mapping[str, Fact]


class Library:
    """One module, or one kind of object: what is known of its functions or methods.

    ``name`` is the module's dotted name, or the kind's Python type. A name may be dotted itself
    (``path.join``).
    """

    name: ClassVar[str] = ""
    facts: ClassVar[Facts] = {}


def each(names: str, fact: Fact) -> dict[str, Fact]:
    """The same fact for every name of a list separated by blanks."""
    return dict.fromkeys(names.split(), fact)


def pure(*returns: str, low: int | None = None, high: int | None = None) -> Fact:
    """It computes its result from its arguments and does nothing else; it may raise."""
    return Fact(returns or ("any",), low, high, pure=True)


def total(*returns: str, low: int | None = None, high: int | None = None) -> Fact:
    """As ``pure``, and it never raises."""
    return Fact(returns or ("any",), low, high, raises=False, pure=True)


def reads(*returns: str, low: int | None = None, high: int | None = None) -> Fact:
    """It looks at something that changes, and changes nothing."""
    return Fact(returns or ("any",), low, high)


def changes(*returns: str) -> Fact:
    """It changes its receiver, or what the module stands for."""
    return Fact(returns or ("none",), writes="receiver")


def world(*returns: str, low: int | None = None, high: int | None = None) -> Fact:
    """The outside world chooses the result."""
    return Fact(returns or ("any",), low, high, world=True)


def also(fact: Fact, **more: object) -> Fact:
    """The fact with some fields changed."""
    return replace(fact, **more)  # type: ignore[arg-type]
