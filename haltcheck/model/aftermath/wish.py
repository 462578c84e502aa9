"""What the data has to say so that a round leads back to where it began."""

from __future__ import annotations

import re
from collections.abc import Iterator

from haltcheck.basis.once import once
from haltcheck.frontend.expression import Literal
from haltcheck.model import instruction as i
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.linear import is_said, read_sum, solution, value_of
from haltcheck.model.aftermath.start import Site
from haltcheck.model.aftermath.state import State, beginning
from haltcheck.model.aftermath.value import UNSURE, Known, Symbol, Value
from haltcheck.model.binding import bound
from haltcheck.model.program import Block, Next, Raise, Return, Test, successors
from haltcheck.model.slice import reads

_CUT = re.compile(r"\[slice\((.*), None, None\)\]")

Wishes = tuple[tuple[str, Literal], ...]


def wishes(context: Context, site: Site, before: State, after: State) -> Wishes:
    """For each thing that counts and has moved: the number in the data that would not move it.

    A number is told by itself, a place that the number would have to name by its text.
    """
    found: dict[str, Literal] = {}
    for one, other in _pairs(context, site, before, after):
        solved = {} if one == other else _solved(one, other, context, found)
        for text, value in solved.items():
            found[text] = value.value if isinstance(value, Known) else _text(value)
    return tuple(found.items())


def chosen(name: str, value: Literal) -> Value | None:
    """The wish as a value; None for what is no wish."""
    if not is_said(name):
        return None
    return value_of(read_sum(value)) if isinstance(value, str) else Known(value)


def stands(context: Context, state: State) -> bool:
    """Whether every stream whose place at the head counts is where it was."""
    return all(state.position(name) == beginning(name) for name in context.relied)


def _text(value: Value) -> str:
    assert isinstance(value, Symbol)
    return value.text


def _solved(
    before: Value, after: Value, context: Context, found: dict[str, Literal]
) -> dict[str, Value]:
    taken = {**context.chosen, **found}
    if isinstance(before, Symbol) and isinstance(after, Symbol):
        # A buffer that is cut by nothing stays as it is.
        cut = after.text.removeprefix(before.text)
        match = _CUT.fullmatch(cut) if cut != after.text else None
        if match is not None:
            return solution(Known(0), Symbol(match[1]), taken)
        if _is_part(before.text, after):
            return {}
    return solution(before, after, taken)


def _is_part(whole: str, value: Value) -> bool:
    """Whether a value is a part of the whole: that is smaller than it, and never the same again."""
    if not isinstance(value, Symbol) or " + " in value.text:
        return False
    text = value.text
    while text.startswith("said("):
        text = text.removeprefix("said(")
    return text.startswith((f"{whole}.", f"{whole}["))


def _pairs(
    context: Context, site: Site, before: State, after: State
) -> Iterator[tuple[Value, Value]]:
    for name in sorted(_live(site)):
        yield before.locals.get(name, UNSURE), after.locals.get(name, UNSURE)
    for base, name in sorted(after.attributes.keys() & context.asked):
        initial = Symbol(f"{base}.{name}")
        yield before.attributes.get((base, name), initial), after.attributes[base, name]
    for stream in sorted(context.relied):
        place = after.position(stream)
        there = None if place is None else value_of(place)
        start = value_of(beginning(stream))
        if there is not None and start is not None:
            yield start, there


def _find_live(site: Site) -> frozenset[str]:
    """The locals that a round reads before it binds them."""
    blocks = {number: site.function.blocks[number] for number in site.loop.blocks}
    used: dict[int, tuple[frozenset[str], frozenset[str]]] = {
        number: _uses(block) for number, block in blocks.items()
    }
    live: dict[int, frozenset[str]] = dict.fromkeys(blocks, frozenset())
    changed = True
    while changed:
        changed = False
        for number, block in blocks.items():
            after = frozenset().union(*(live.get(one, frozenset()) for one in _after(block)))
            read, written = used[number]
            now = read | (after - written)
            if now != live[number]:
                live[number] = now
                changed = True
    return live[site.loop.head]


_live = once(_find_live)


def _after(block: Block) -> tuple[int, ...]:
    return (*successors(block), *([] if block.handler is None else [block.handler]))


def _uses(block: Block) -> tuple[frozenset[str], frozenset[str]]:
    read: set[str] = set()
    written: set[str] = set()
    for one in block.instructions:
        read.update(name for name in reads(one) if name not in written)
        written.update(bound(one))
    end = block.terminator
    operands: list[i.Operand | None] = []
    match end:
        case Test(condition=value) | Next(iterator=value) | Return(value=value):
            operands = [value]
        case Raise(error=error):
            operands = [error]
        case _:
            pass
    read.update(
        one.name for one in operands if isinstance(one, i.Local) and one.name not in written
    )
    return frozenset(read), frozenset(written)
