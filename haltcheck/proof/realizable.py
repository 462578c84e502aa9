"""Whether the inputs of an entry can all be so at once: truth values of one object hang together.

A system holds ``x is None``, ``bool(x)`` and ``x == 'a'`` as variables of their own. Some object
must make all of them what the entry says; it is looked for among few candidates, and what is not
found counts as contradictory.
"""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

_PLACE = re.compile(r"[A-Za-z_$][\w$.]*\Z")
_TOKEN = re.compile(r"[A-Za-z_$][\w$.]*")
_MEASURE = re.compile(r"(bool|len)\(([\w$.]+)\)\Z")
_RELATION = re.compile(r"(.+?) (is|==|<=|>=|<|>|in) (.+)\Z", re.DOTALL)
_MOST = 20_000
_PLAIN: tuple[object, ...] = (None, True, False, 0, 1, -1, 0.5, "", "?", b"", b"?", (), [], [None])
_FILLER = "filler"

_OPERATORS: Mapping[str, Callable[[Any, Any], object]] = {
    "is": operator.is_,
    "==": operator.eq,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "in": lambda one, many: one in many,
}


@dataclass(frozen=True, slots=True)
class _Place:
    name: str


@dataclass(frozen=True, slots=True)
class _Atom:
    """``operator`` of operands, each a place or a literal, must come to ``value``."""

    operator: str
    operands: tuple[object, ...]
    value: int

    def places(self) -> set[str]:
        return {operand.name for operand in self.operands if isinstance(operand, _Place)}

    def holds(self, chosen: Mapping[str, object]) -> bool:
        values = [chosen[one.name] if isinstance(one, _Place) else one for one in self.operands]
        try:
            if self.operator == "value":
                return type(values[0]) in (int, bool) and values[0] == self.value
            if self.operator == "len":
                return len(values[0]) == self.value  # type: ignore[arg-type]
            if self.operator == "bool":
                return bool(values[0]) == bool(self.value)
            if self.operator == "in" and all(value in ("", b"") for value in values):
                # The empty text is in the empty text; to a system nothing is in what is empty.
                return False
            return bool(_OPERATORS[self.operator](*values)) == bool(self.value)
        except (TypeError, ValueError):
            return False


def realizable(inputs: Iterable[tuple[str, int]]) -> bool:
    """Whether some objects were found that agree with all of the inputs."""
    atoms = [_atom(name, value) for name, value in inputs]
    told = [atom for atom in atoms if isinstance(atom, _Atom)]
    vague = {token for atom in atoms if isinstance(atom, str) for token in _TOKEN.findall(atom)}
    for group in _groups(told):
        if all(atom.operator in ("value", "len") for atom in group):
            continue
        places = sorted({place for atom in group for place in atom.places()})
        if vague & set(places) or not _satisfiable(group, places):
            return False
    return True


def _atom(name: str, value: int) -> _Atom | str:
    measure = _MEASURE.match(name)
    if measure is not None:
        return _Atom(measure.group(1), (_Place(measure.group(2)),), value)
    if _PLACE.match(name):
        return _Atom("value", (_Place(name),), value)
    relation = _RELATION.match(name)
    if relation is None:
        return name
    try:
        operands = (_operand(relation.group(1)), _operand(relation.group(3)))
    except (ValueError, SyntaxError):
        return name
    return _Atom(relation.group(2), operands, value)


def _operand(text: str) -> object:
    if _PLACE.match(text) and text not in ("None", "True", "False"):
        return _Place(text)
    return ast.literal_eval(text)


def _groups(atoms: list[_Atom]) -> list[list[_Atom]]:
    """The atoms that share places, directly or through others."""
    groups: list[tuple[set[str], list[_Atom]]] = []
    for atom in atoms:
        places, together = atom.places(), [atom]
        apart = []
        for others, members in groups:
            if others & places:
                places = places | others
                together = members + together
            else:
                apart.append((others, members))
        groups = [*apart, (places, together)]
    return [members for _, members in groups]


def _satisfiable(atoms: list[_Atom], places: list[str]) -> bool:
    literals = [
        operand for atom in atoms for operand in atom.operands if not isinstance(operand, _Place)
    ]
    literals += [atom.value for atom in atoms if atom.operator == "value"]
    pools = [_pool(atoms, place, literals) for place in places]
    total = 1
    for pool in pools:
        total *= max(1, len(pool))
    if total > _MOST:
        return False
    return any(
        all(atom.holds(chosen) for atom in atoms)
        for values in product(*pools)
        for chosen in [dict(zip(places, values, strict=True))]
    )


def _pool(atoms: list[_Atom], place: str, literals: list[object]) -> list[object]:
    """Candidates for one place: literals and their neighbours, plain values, containers."""
    own = [atom for atom in atoms if atom.operands == (_Place(place),)]
    found: list[object] = [atom.value for atom in own if atom.operator == "value"]
    if found:
        return found
    found = [*literals, *_PLAIN]
    for one in literals:
        match one:
            case bool() | None:
                pass
            case int() | float():
                found += [one + 1, one - 1, float(one)]
            case str():
                found += [one + "?", one[:-1]]
            case bytes():
                found += [one + b"?", one[:-1]]
            case _:
                pass
    found += [[member] for member in literals]
    found.append([*literals])
    lengths = [atom.value for atom in own if atom.operator == "len" and 0 <= atom.value < 99]
    for size in lengths:
        found += ["?" * size, b"?" * size, [_FILLER] * size, [*literals, *[_FILLER] * size][:size]]
        found += [[member, *[_FILLER] * (size - 1)] for member in literals if size]
    tests = [one for one in found if all(atom.holds({place: one}) for atom in own)]
    return _distinct(tests)


def _distinct(values: list[object]) -> list[object]:
    seen: dict[tuple[str, str], object] = {}
    for value in values:
        seen.setdefault((type(value).__name__, repr(value)), value)
    return list(seen.values())
