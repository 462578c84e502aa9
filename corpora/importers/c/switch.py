"""A ``switch`` as branches that have no ``break`` and do not run on into each other."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from corpora.importers.c.tree import (
    Break,
    Continue,
    If,
    Loop,
    Return,
    Statement,
    Switch,
    blocks,
)
from corpora.refusal import RefusedError

_MOST = 2_000
"""So many statements may come of one switch."""


def branches(switch: Switch) -> tuple[list[tuple[list[int], list[Statement]]], list[Statement]]:
    """The values and the statements of each branch, and those where no value fits.

    A branch that runs on into the next one has its statements too. Raises RefusedError where too
    many would be written again.
    """
    cases: list[tuple[list[int], list[Statement]]] = []
    default: list[Statement] = []
    for place, group in enumerate(switch.groups):
        running = [one for later in switch.groups[place:] for one in later.body]
        body = _cut(running, itertools.count())
        if sum(1 for _ in _every(body)) > _MOST:
            raise RefusedError("a switch that is too tangled", switch.line)
        if None in group.values:
            default = body
        else:
            cases.append(([one for one in group.values if one is not None], body))
    return cases, default


def _cut(body: list[Statement], cuts: Iterator[int]) -> list[Statement]:
    """The statements up to ``break``, which stands at the end of no branch any more."""
    if next(cuts) > _MOST and body:
        raise RefusedError("a switch that is too tangled", body[0].line)
    for place, one in enumerate(body):
        if isinstance(one, Break):
            return body[:place]
        if isinstance(one, Return | Continue):
            return body[: place + 1]
        if isinstance(one, If) and _breaks(one):
            rest = body[place + 1 :]
            then, other = _cut([*one.then, *rest], cuts), _cut([*one.other, *rest], cuts)
            return [*body[:place], If(one.line, one.condition, then, other)]
    return body


def _breaks(statement: Statement) -> bool:
    if isinstance(statement, Loop | Switch):
        return False
    return isinstance(statement, Break) or any(
        _breaks(one) for block in blocks(statement) for one in block
    )


def _every(body: list[Statement]) -> Iterator[Statement]:
    for one in body:
        yield one
        for block in blocks(one):
            yield from _every(block)
