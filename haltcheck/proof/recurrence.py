"""Strengthens a path's guard until the path leads from it back into it.

Each comparison of the guard is kept if it is inductive; else it may be made so by supposing that
its gap does not shrink, or that what it speaks of stands still (Frohn and Giesl, CADE 2023:
recurrence, eventual increase and fixed points of loop acceleration).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

from haltcheck.model.term import (
    FALSE,
    ZERO,
    Compare,
    Formula,
    Integer,
    Or,
    Variable,
    compare,
    conjunction,
    variables,
)
from haltcheck.proof.encode import Found, Prover
from haltcheck.proof.path import Path
from haltcheck.proof.polynomial import difference, spell
from haltcheck.proof.simplify import canonical, literals

_DEPTH = 4
_WAYS = 8
_NODES = 24


def recurrent_sets(prover: Prover, path: Path, given: Formula) -> Iterator[Formula]:
    """States that the path leads back into, the weakest found first; each can be satisfied."""
    for way in islice(_ways(path), _WAYS):
        search = _Search(prover, path, given)
        yield from search.close(way, _DEPTH)


def _ways(path: Path) -> Iterator[tuple[Formula, ...]]:
    """The guard as literals, each disjunction decided one way."""
    options: list[tuple[Formula, ...]] = []
    for literal in literals(path.guard):
        if variables(literal) & set(path.choices):
            continue
        if isinstance(literal, Or):
            options.append(literal.parts)
        elif isinstance(literal, Compare) and literal.operator == "!=":
            less, more = (compare(sign, literal.left, literal.right) for sign in ("<", ">"))
            options.append((literal, canonical(less), canonical(more)))
        else:
            options.append((literal,))
    yield from product(*options)


class _Search:
    """One search with a bounded number of nodes."""

    def __init__(self, prover: Prover, path: Path, given: Formula) -> None:
        self.prover = prover
        self.path = path
        self.given = given
        self.nodes = _NODES

    def close(self, parts: tuple[Formula, ...], depth: int) -> Iterator[Formula]:
        """Supersets of the literals that are closed under the path."""
        self.nodes -= 1
        states = conjunction(*parts)
        if self.nodes < 0 or states == FALSE:
            return
        if not isinstance(self.prover.ask(conjunction(self.given, states)), Found):
            return
        broken = self._broken(states)
        if broken is None:
            yield states
        elif depth:
            for more in self._repairs(broken):
                if more != FALSE and not set(literals(more)) <= set(parts):
                    yield from self.close((*parts, *literals(more)), depth - 1)

    def _broken(self, states: Formula) -> Formula | None:
        premise = conjunction(self.given, states)
        for part in literals(states):
            if not self.prover.entails(premise, self.path.after(part)):
                return part
        return None

    def _repairs(self, literal: Formula) -> Iterator[Formula]:
        """What would make the literal inductive."""
        if isinstance(literal, Compare):
            gap = spell(difference(literal.right, literal.left))
            growth = spell(difference(self.path.value(gap), gap))
            if literal.operator in ("<", "<="):
                yield canonical(compare("<=", ZERO, growth))
                if isinstance(growth, Integer):
                    return
            elif literal.operator == "==":
                yield canonical(compare("==", growth, ZERO))
        still = (
            compare("==", self.path.value(Variable(name)), Variable(name))
            for name in sorted(variables(literal))
        )
        yield canonical(conjunction(*still))
