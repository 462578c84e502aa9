"""Rows of tokens and texts that nothing lengthens, and cursors that stand behind their end."""

from __future__ import annotations

import re
from collections.abc import Mapping

from haltcheck.basis.once import once
from haltcheck.model import instruction as i
from haltcheck.model.aftermath.start import Site, settled
from haltcheck.model.program import Program

_BEHIND = re.compile(r"(?:\w+\.)*(\w+\.\w+)(?: \+ \d+)? < len\((?:\w+\.)*(\w+)\.(\w+)\)")
_GROWS = frozenset({"append", "extend", "insert", "appendleft", "put", "add", "push"})


def behind_fixed(site: Site, fact: str) -> bool:
    """Whether the fact compares a cursor of an object with the length of what that object holds.

    Others must not lengthen it meanwhile: only the constructor binds it, nothing adds to it, and
    the loop lets nobody else run.
    """
    match = _BEHIND.fullmatch(fact)
    if match is None or match[1].partition(".")[0] != match[2]:
        return False
    code = [one for block in site.loop.blocks for one in site.function.blocks[block].instructions]
    if any(isinstance(one, i.Suspend) for one in code):
        return False
    programs = [site.program, *_neighbours(site.program)]
    return all(match[3] not in _grown(one) for one in programs) and any(
        settled(one, match[3]) for one in programs
    )


def any_behind(supposed: Mapping[str, bool]) -> bool:
    """Whether some cursor is supposed to be behind the end of what its object holds."""
    return any(not answer and _BEHIND.fullmatch(fact) for fact, answer in supposed.items())


def _find_neighbours(program: Program) -> tuple[Program, ...]:
    names = {dotted.rpartition(".")[0] or "." for dotted in program.contents.imports.values()}
    found = (program.later.module(name) for name in sorted(names))
    return tuple(one for one in found if one is not None)


_neighbours = once(_find_neighbours, most=64)


def _find_grown(program: Program) -> frozenset[str]:
    """The attributes to which some function adds."""
    return frozenset(
        call.split(".")[-2]
        for entry in program.contents.functions.values()
        for call in entry.calls
        if call.count(".") > 1 and call.rpartition(".")[2] in _GROWS
    )


_grown = once(_find_grown, most=64)
