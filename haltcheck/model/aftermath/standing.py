"""Where a walk stands when a question comes up, so that the other answer goes on from there.

What was walked before a question is the same whatever the answer is.
"""

from __future__ import annotations

from copy import copy

from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.walked import Standing

_LEARNT = (
    *("assumptions", "streams", "came", "relied", "asked", "cells", "heard", "told"),
    *("passed", "beginnings", "left", "steps", "renewed", "moved"),
)
"""What a context learns on the way."""

_GIVEN = ("chosen", "number", "lacking")
"""What it is given at the head; what was chosen is told by the object that it is."""


def standing(context: Context, fact: str) -> Standing | None:
    """Where all walks stand; None where it takes the whole way to come to the question again."""
    nesting = context.nesting
    if fact in context.left:
        return None
    marks = [one.mark(1) for one in nesting.walks[:-1]]
    marks += [one.mark(0) for one in nesting.walks[-1:]]
    found = tuple(one for one in marks if one is not None)
    if not found or len(found) < len(marks):
        return None
    learnt = {name: copy(getattr(context, name)) for name in (*_LEARNT, *_GIVEN)}
    return Standing(found, nesting.number, nesting.state, learnt)


def go_on(context: Context, begun: Standing) -> None:
    """The next walks are to go on from where others stood, and so is what was given to them."""
    context.nesting.go_to(begun)
    for name in _GIVEN:
        setattr(context, name, begun.learnt[name])


def learn(context: Context) -> None:
    """What the context had learnt where the walks stood."""
    for name, value in context.nesting.learnt.items():
        setattr(context, name, value)
