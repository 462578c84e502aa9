"""Rows of tokens and texts that nothing lengthens, and cursors that stand behind their end."""

from __future__ import annotations

import re
from collections.abc import Mapping

from haltcheck.basis.once import once
from haltcheck.model import instruction as i
from haltcheck.model.aftermath.start import Site, settled
from haltcheck.model.program import Program

_BEHIND = re.compile(r"(?:\w+\.)*(\w+\.\w+)(?: \+ \d+)? < len\((?:\w+\.)*(\w+)\.(\w+)\)")
_FILLED = re.compile(r"(?:0 < )?(?:len\()?(?:\w+\.)+(\w+)\)?")
TAKES = frozenset({"pop", "popleft"})
_GROWS = frozenset({"append", "extend", "extendleft", "insert", "appendleft", "put", "add", "push"})


def behind_fixed(site: Site, fact: str) -> bool:
    """Whether the fact compares a cursor of an object with the length of what that object holds.

    Others must not lengthen it meanwhile: only the constructor binds it, nothing adds to it, and
    the loop lets nobody else run.
    """
    match = _BEHIND.fullmatch(fact)
    if match is None or match[1].partition(".")[0] != match[2]:
        return False
    return _is_fixed(site, match[3])


def emptied(site: Site, fact: str) -> bool:
    """Whether the fact asks for items of what an object holds, of which code takes all in turn.

    Others must not lengthen it meanwhile, as for a cursor.
    """
    match = _FILLED.fullmatch(fact)
    if match is None or not takes_items(site.program, match[1]):
        return False
    return _is_fixed(site, match[1])


def _is_fixed(site: Site, attribute: str) -> bool:
    code = [one for block in site.loop.blocks for one in site.function.blocks[block].instructions]
    if any(isinstance(one, i.Suspend) for one in code):
        return False
    programs = [site.program, *_neighbours(site.program)]
    return all(attribute not in _grown(one) for one in programs) and any(
        settled(one, attribute) for one in programs
    )


def takes_items(program: Program, attribute: str) -> bool:
    """Whether some function of the file takes items from what such an attribute holds."""
    return attribute in _taken(program)


def any_behind(supposed: Mapping[str, bool]) -> bool:
    """Whether some cursor is supposed to be behind the end of what its object holds."""
    return any(not answer and _BEHIND.fullmatch(fact) for fact, answer in supposed.items())


def _find_neighbours(program: Program) -> tuple[Program, ...]:
    names = {dotted.rpartition(".")[0] or "." for dotted in program.contents.imports.values()}
    found = (program.later.module(name) for name in sorted(names))
    return tuple(one for one in found if one is not None)


_neighbours = once(_find_neighbours, most=64)


def _asked(program: Program, names: frozenset[str]) -> frozenset[str]:
    """The attributes of which some function calls a method of such a name."""
    return frozenset(
        call.split(".")[-2]
        for entry in program.contents.functions.values()
        for call in entry.calls
        if call.count(".") > 1 and call.rpartition(".")[2] in names
    )


def _find_grown(program: Program) -> frozenset[str]:
    """The attributes to which some function adds."""
    return _asked(program, _GROWS)


def _find_taken(program: Program) -> frozenset[str]:
    return _asked(program, TAKES)


_grown = once(_find_grown, most=64)
_taken = once(_find_taken, most=64)
