"""Loops that look for something: what leaves them hinges on more than on the item at hand."""

from __future__ import annotations

from haltcheck.model.binding import bound
from haltcheck.model.program import Function, Loop, Next, Test, successors
from haltcheck.model.slice import reads


def is_search(function: Function, loop: Loop) -> bool:
    """Whether each way out but the end of the items asks for what stood there before the loop.

    A test of the item alone may be meant to end the loop, and so may one that counts.
    """
    made = _made(function, loop)
    before = {parameter.name for parameter in function.parameters}
    before |= {
        name
        for block in function.blocks
        if block.id not in loop.blocks
        for one in block.instructions
        for name in bound(one)
    }
    own = {function.parameters[0].name} if function.in_class and function.parameters else set()
    found = False
    for number in sorted(loop.blocks - {loop.head}):
        block = function.blocks[number]
        normal = [one for one in successors(block) if one != block.handler]
        if all(one in loop.blocks for one in normal) and normal:
            continue
        if not isinstance(block.terminator, Test):
            return False
        asked = _hinges_on(set(reads(block.terminator)), made)
        if asked & made.keys() & before or not (asked & before) - own:
            return False
        found = True
    return found


def _made(function: Function, loop: Loop) -> dict[str, set[str]]:
    """For each local that a round binds, what it is made of; nothing for the item."""
    made: dict[str, set[str]] = {}
    for number in loop.blocks:
        block = function.blocks[number]
        for one in block.instructions:
            for name in bound(one):
                made.setdefault(name, set()).update(reads(one))
        if isinstance(block.terminator, Next):
            used = set() if number == loop.head else set(reads(block.terminator))
            made.setdefault(block.terminator.target, set()).update(used)
    return made


def _hinges_on(names: set[str], made: dict[str, set[str]]) -> set[str]:
    """All locals that these are made of, themselves included."""
    seen: set[str] = set()
    work = list(names)
    while work:
        name = work.pop()
        if name not in seen:
            seen.add(name)
            work.extend(made.get(name, ()))
    return seen
