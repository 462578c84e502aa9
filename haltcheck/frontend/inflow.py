"""What calls of the same file hand over that is no integer, as far as names tell.

A parameter without an annotation that is used as a number is an integer, unless a float flows in;
an object of a class of the file calculates as it likes, whatever the annotation says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

Key = tuple[str, int | str]
"""The last name of what is called, and the position or the keyword of an argument."""

Parts = Callable[[Any], "bool | str | tuple[Any, ...]"]
"""Of an expression: whether it is a float, the name that it reads, or what it calculates with."""

_WORD = re.compile(r"\w+")
_DEEPEST = 40
_WHOLE = frozenset({"ceil", "comb", "factorial", "floor", "gcd", "isqrt", "lcm", "perm", "trunc"})
_SOURCES = frozenset({"float", "random.random", "random.uniform", "random.gauss"})
_CLOCKS = frozenset({"time.time", "time.monotonic", "time.perf_counter", "time.process_time"})
FLOATS = frozenset({"math.inf", "math.nan", "math.pi", "math.e", "math.tau"})
"""Attributes that are floats."""

_PASSING = frozenset({"abs", "max", "min", "round", "sum"})


def gives_float(called: str) -> bool:
    """Whether what has this dotted name gives floats."""
    module, _, name = called.rpartition(".")
    known = called in _SOURCES or called in _CLOCKS
    return known or (module == "math" and name not in _WHOLE and not name.startswith("is"))


def names_float(annotation: str) -> bool:
    """Whether the text of an annotation has ``float`` as a word of its own."""
    return "float" in _WORD.findall(annotation)


def passes_on(called: str) -> bool:
    """Whether a built-in function may give back a float that it was handed."""
    return called in _PASSING


@dataclass(slots=True)
class Inflow:
    """What one function hands on in its calls, and which of its names may hold floats."""

    floats: set[str] = field(default_factory=set)
    copies: list[tuple[str, str]] = field(default_factory=list)
    handed: list[tuple[Key, str]] = field(default_factory=list)
    certain: set[Key] = field(default_factory=set)

    def assign(self, name: str, value: object, parts: Parts) -> None:
        """The name is bound to the value of an expression."""
        is_float, names = _look(value, parts)
        if is_float:
            self.floats.add(name)
        for other in names:
            self.copies.append((name, other))

    def hand(self, key: Key, value: object, parts: Parts) -> None:
        """A call hands the value of an expression over."""
        is_float, names = _look(value, parts)
        if is_float:
            self.certain.add(key)
        for name in names:
            self.handed.append((key, name))

    def keys(self, known: set[str]) -> set[Key]:
        """The arguments that known names reach; names that are bound to them become known."""
        changed = bool(known)
        while changed:
            more = {name for name, other in self.copies if other in known} - known
            known |= more
            changed = bool(more)
        return {key for key, name in self.handed if name in known} if known else set()


@dataclass(slots=True)
class Taker:
    """A function as calls see it: its names, and its parameters where positions count from."""

    qualname: str
    names: tuple[str, ...]
    parameters: tuple[str, ...]
    inflow: Inflow


def spread_floats(takers: Iterable[Taker], module: Inflow) -> dict[str, frozenset[str]]:
    """The parameters that floats reach, by function."""
    takers = tuple(takers)
    certain = module.certain.union(*(taker.inflow.certain for taker in takers))
    known = {taker.qualname: set(taker.inflow.floats) for taker in takers}
    return _spread(takers, certain | module.keys(set(module.floats)), known)


def spread_made(
    takers: Iterable[Taker], module: Inflow, classes: Iterable[str]
) -> dict[str, frozenset[str]]:
    """The parameters that new objects of some classes reach, by function."""
    made = {making(name) for name in classes}
    if not made:
        return {}
    takers = tuple(takers)
    return _spread(takers, module.keys(set(made)), {taker.qualname: set(made) for taker in takers})


def making(called: str) -> str:
    """The name under which the result of a call goes where only a class can give it."""
    return f"{called}()"


def _spread(
    takers: tuple[Taker, ...], reached: set[Key], known: dict[str, set[str]]
) -> dict[str, frozenset[str]]:
    """A parameter that is reached hands on what it got."""
    for taker in takers:
        reached |= taker.inflow.keys(known[taker.qualname])
    found: dict[str, set[str]] = {}
    pending = bool(reached)
    while pending:
        pending = False
        for taker in takers:
            new = _taken(taker, reached) - found.get(taker.qualname, set())
            if new:
                found.setdefault(taker.qualname, set()).update(new)
                known[taker.qualname] |= new
                more = taker.inflow.keys(known[taker.qualname]) - reached
                reached |= more
                pending = pending or bool(more)
    return {name: frozenset(parameters) for name, parameters in found.items()}


def _taken(taker: Taker, reached: set[Key]) -> set[str]:
    return {
        parameter
        for name in taker.names
        for position, parameter in enumerate(taker.parameters)
        if (name, position) in reached or (name, parameter) in reached
    }


def _look(value: object, parts: Parts) -> tuple[bool, list[str]]:
    """Whether a float is calculated with, and which names are."""
    names: list[str] = []
    stack = [value]
    left = _DEEPEST
    while stack and left:
        left -= 1
        found = parts(stack.pop())
        if found is True:
            return True, []
        if found.__class__ is str:
            names.append(str(found))
        elif found:
            stack.extend(found)
    return False, names
