"""Calls that are handed what only their success moves: a callee that raises each time stops all.

``job = queue[0]; try: job(); queue.popleft(); except Exception: log(job)`` runs the same again, and
``try: ask(url); tries += 1`` counts no failures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from haltcheck.basis.once import once
from haltcheck.basis.span import Span
from haltcheck.model import instruction as i
from haltcheck.model.aftermath.start import Site, settled
from haltcheck.model.aftermath.turn import leaves
from haltcheck.model.binding import bound
from haltcheck.model.later import function_of
from haltcheck.model.program import Function, Test, successors
from haltcheck.model.slice import reads

Origins = dict[str, set[str]]
"""By local, the locals, and with a dot the attributes, that its values are made of."""

_TAKES = frozenset({"pop", "popleft", "popitem", "remove", "discard", "clear"})
"""What takes something out of a container."""


def _find(site: Site) -> frozenset[Span]:
    function, loop = site.function, site.loop
    inside = [one for number in loop.blocks for one in function.blocks[number].instructions]
    tests = [
        block.terminator.condition
        for number in sorted(loop.blocks)
        if isinstance((block := function.blocks[number]).terminator, Test)
        and leaves(function, loop, block)
    ]
    origins = origins_of(inside)
    asked = sources(origins, (one.name for one in tests if isinstance(one, i.Local)))
    found: set[Span] = set()
    for number in loop.blocks:
        block = function.blocks[number]
        if block.handler is None:
            continue
        failed = _ahead(site, (block.handler,))
        for at, call in enumerate(block.instructions):
            if not isinstance(call, i.Call | i.CallMethod):
                continue
            rest = list(block.instructions[at + 1 :])
            for other in _ahead(site, successors(block)[:-1]) - failed:
                rest += function.blocks[other].instructions
            moved = {name for one in rest for name in moves(inside, one)} & asked
            counted = asked.intersection(map(_counter, rest)) if call.items else set()
            if counted or moved & sources(origins, reads(call)):
                found.add(call.span)
    return frozenset(found)


advancing = once(_find)
"""The calls of a loop that are handed what its exits ask for, and that only their success moves;
or whose success alone is counted, which the exits ask for."""


def _counter(one: i.Instruction) -> str:
    """The local that an instruction counts up or down by a constant; empty for any other."""
    match one:
        case i.Operate(
            operator="+" | "+=" | "-" | "-=",
            target=target,
            operands=(i.Local(name=name), i.Const(value=int())),
        ) if target == name:
            return target
        case _:
            return ""


def _ahead(site: Site, begins: Iterable[int]) -> frozenset[int]:
    """The blocks that come before control is at the head again, or outside."""
    seen: set[int] = set()
    pending = list(begins)
    while pending:
        number = pending.pop()
        if number in seen or number == site.loop.head or number not in site.loop.blocks:
            continue
        seen.add(number)
        pending += successors(site.function.blocks[number])
    return frozenset(seen)


def origins_of(inside: Iterable[i.Instruction]) -> Origins:
    """What each local is made of, in one pass over the instructions."""
    found: Origins = {}
    for one in inside:
        parts = set(reads(one))
        if isinstance(one, i.GetAttribute):
            parts.add(f".{one.name}")
        for name in bound(one):
            found.setdefault(name, set()).update(parts)
    return found


def sources(origins: Origins, names: Iterable[str]) -> set[str]:
    """The locals, and with a dot the attributes, that the values of these are made of."""
    found = set(names)
    pending = list(found)
    while pending:
        parts = origins.get(pending.pop(), set()) - found
        pending += parts
        found |= parts
    return found


def moves(inside: list[i.Instruction], one: i.Instruction) -> Iterator[str]:
    """What the instruction gives another value, or takes something out of."""
    match one:
        case i.Call(text=text, items=(item, *_)) | i.CallMethod(text=text, items=(item, *_)) if (
            text.rpartition(".")[2] == "heappop" and isinstance(item.value, i.Local)
        ):
            yield from _named(inside, item.value.name)
        case i.CallMethod(name=name, object=i.Local(name=container)) if name in _TAKES:
            yield from _named(inside, container)
        case i.DeleteItem(object=i.Local(name=container)):
            yield from _named(inside, container)
        case i.SetAttribute(name=name):
            yield f".{name}"
        case i.Copy() | i.Operate() | i.GetAttribute() | i.GetItem() | i.Unpack():
            yield from (name for name in bound(one) if not name.startswith("$"))
        case _:
            pass


def _named(inside: list[i.Instruction], name: str) -> Iterator[str]:
    yield name
    for one in inside:
        if isinstance(one, i.GetAttribute) and one.target == name:
            yield f".{one.name}"


def own_texts(site: Site) -> frozenset[str]:
    """The attributes of the receiver that hold a container of its own, as texts."""
    function, program = site.function, site.program
    made = function_of(program, f"{function.in_class}.__init__")
    if made is None or not function.in_class or not function.parameters:
        return frozenset()
    receiver = function.parameters[0].name
    names = (name for name in own_containers(made) if settled(program, name))
    return frozenset(f"{receiver}.{name}" for name in names)


def _find_own(function: Function) -> frozenset[str]:
    """The attributes that a constructor binds to containers that it builds itself."""
    built = {
        name
        for block in function.blocks
        for one in block.instructions
        if isinstance(one, i.Build) or (isinstance(one, i.Call) and one.text in _BUILDERS)
        for name in bound(one)
    }
    return frozenset(
        one.name
        for block in function.blocks
        for one in block.instructions
        if isinstance(one, i.SetAttribute)
        and isinstance(one.value, i.Local)
        and one.value.name in built
    )


_BUILDERS = frozenset(
    {"list", "dict", "set", "deque", "collections.deque", "OrderedDict", "collections.OrderedDict"}
    | {"defaultdict", "collections.defaultdict", "Counter", "collections.Counter"}
)
own_containers = once(_find_own)
