"""Loops that go from one item to the next by a reference, and look at nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from haltcheck.model import instruction as i
from haltcheck.model.binding import bound
from haltcheck.model.calls import Resolver
from haltcheck.model.program import Function, Loop, Test, successors
from haltcheck.model.reference.computed import is_computed
from haltcheck.model.reference.kin import Kin, Kinship
from haltcheck.model.reference.kind import is_found
from haltcheck.model.reference.look import Step
from haltcheck.model.reference.memory import remembers
from haltcheck.model.reference.onward import is_counted, is_further
from haltcheck.model.reference.page import PageKinship
from haltcheck.model.reference.store import place_of
from haltcheck.model.reference.verbs import CAUSE, is_fetch
from haltcheck.model.slice import reads

_GIVES = ("yield", "yield from")
_READS = frozenset({"read", "readline", "recv"})
_MOVES = frozenset({"next", "pop", "popleft", "send", "get_nowait"}) | _READS


def chain(resolver: Resolver, function: Function, loop: Loop) -> Kinship | None:
    """The kinship to a local that each round finds anew by what it says; None where there is none.

    Every test that leaves the loop asks for it or for what was found through it.
    """
    kinships: dict[str, PageKinship] = {}
    for name, block, index in _rebound(resolver, function, loop):
        # A kinship costs the most, so that what can be told without one is asked before.
        if name not in kinships and not _is_carried(function, loop, name):
            continue
        if name not in kinships:
            kinships[name] = PageKinship(resolver, function, {name})
        kinship = kinships[name]
        made = function.blocks[block].instructions[index]
        put = kinship.of(made.value) if isinstance(made, i.SetItem) else kinship.result(made)
        if put is not Kin.REFERRED or not _asks_only(kinship, function, loop):
            continue
        if is_further(resolver, function, made, name):
            continue
        if is_counted(function, loop, kinship.lookups.values()):
            continue
        if _is_what_is_left(kinship, made) or not kinship.goes_on(loop, name, made):
            continue
        if all(map(_is_cause, kinship.lookups.values())) and not _is_handed(function, loop, name):
            # An exception that was caught here did not come of itself.
            continue
        if _is_numbered_file(kinship, function, loop):
            continue
        step = Step(function, block, index, loop.blocks, cyclic=True)
        if is_computed(resolver, function, made) or is_found(resolver, function, loop, made):
            continue
        if kinship.lookups and not remembers(kinship, step):
            return kinship
    return None


def _is_what_is_left(kinship: Kinship, made: i.Instruction) -> bool:
    """``part, rest = parse(rest)``: what is taken off leaves less, or a place further on."""
    if not isinstance(made, i.Unpack):
        return False
    origin = kinship.resolver.bindings(kinship.function).origin
    call = origin(made.value)
    if isinstance(call, i.Suspend):
        call = origin(call.value)
    handed = call.items if isinstance(call, i.Call | i.CallMethod) else ()
    return any(kinship.is_item(item.value) for item in handed)


def _is_carried(function: Function, loop: Loop, name: str) -> bool:
    """Whether a round begins with what the one before found: it is read before it is bound anew."""
    seen: set[int] = set()
    pending = [loop.head]
    while pending:
        number = pending.pop()
        if number in seen or number not in loop.blocks:
            continue
        seen.add(number)
        block = function.blocks[number]
        ended = False
        for one in block.instructions:
            if name in reads(one):
                return True
            if name in bound(one):
                ended = True
                break
        if not ended:
            if name in reads(block.terminator):
                return True
            pending += successors(block)
    return False


def _is_cause(one: i.Instruction) -> bool:
    """Whether it asks an exception what it came of."""
    return getattr(one, "name", "") == CAUSE or getattr(one, "text", "") == "getattr"


def _is_numbered_file(kinship: Kinship, function: Function, loop: Loop) -> bool:
    """Whether files are opened by a number that each of them says: processes have no circles."""
    if not all(is_fetch(getattr(one, "text", "")) for one in kinship.lookups.values()):
        return False
    return any(
        isinstance(one, i.Call) and one.text == "int" and kinship.most(one.items) is not Kin.APART
        for number in loop.blocks
        for one in function.blocks[number].instructions
    )


def _is_handed(function: Function, loop: Loop, name: str) -> bool:
    """Whether the local begins as an argument, as a part of one, or as what one is asked for."""
    names, size = {name}, 0
    while len(names) > size:
        size = len(names)
        for block in function.blocks:
            for one in block.instructions if block.id not in loop.blocks else ():
                if not names.isdisjoint(bound(one)):
                    origins = _origins(one)
                    if not origins:
                        return False
                    names |= origins
    return any(one.name in names for one in function.parameters)


def _origins(one: i.Instruction) -> frozenset[str]:
    """The locals that what is bound is, or comes out of; none where something else makes it."""
    match one:
        case i.Copy() | i.Unpack() | i.GetItem() | i.GetAttribute():
            return frozenset(reads(one))
        case i.CallMethod(object=i.Local(name=asked)):
            # state.outcome.exception()
            return frozenset({asked})
        case _:
            return frozenset()


def _is_slice(resolver: Resolver, function: Function, key: i.Operand) -> bool:
    made = resolver.bindings(function).origin(key)
    if not isinstance(made, i.Build) or made.kind != "slice":
        return False
    return all(isinstance(item.value, i.Const) for item in made.items)


def _is_field(function: Function, put: i.SetItem) -> bool:
    """Whether it fills in a field of a table that is a local of the function."""
    is_local = isinstance(put.object, i.Local) and put.object.name in function.locals
    return is_local and isinstance(put.key, i.Const) and isinstance(put.key.value, str)


def _rebound(resolver: Resolver, function: Function, loop: Loop) -> Iterator[tuple[str, int, int]]:
    """The locals with a name that a round binds outside of inner loops."""
    inner = {block for one in function.loops if one.blocks < loop.blocks for block in one.blocks}
    for number in sorted(loop.blocks - inner):
        for index, one in enumerate(function.blocks[number].instructions):
            names = bound(one)
            if isinstance(one, i.SetItem) and _is_slice(resolver, function, one.key):
                # words[:1] = table[words[0]]
                names = (place_of(resolver, function, one.object),)
            elif isinstance(one, i.SetItem) and _is_field(function, one):
                # params["cursor"] = answer["next"]
                names = (place_of(resolver, function, one.object),)
            for name in names:
                if name and not name.startswith("$") and not isinstance(one, i.Unbind):
                    yield name, number, index


def _asks_only(kinship: Kinship, function: Function, loop: Loop) -> bool:
    """Whether all that leaves the loop depends on the item, and nothing else moves on its own."""
    leaves = False
    for number in loop.blocks:
        block = function.blocks[number]
        end = block.terminator
        outside = [one for one in successors(block) if one not in loop.blocks]
        if isinstance(end, Test) and _is_of_context(kinship, function, end):
            continue
        if isinstance(end, Test) and outside:
            leaves = True
            near = kinship.of(end.condition) is not Kin.APART
            if not near and not _is_given(kinship, function, loop, end.condition):
                return False
        elif outside and not _is_chosen(kinship, function, loop, number):
            return False
        for one in block.instructions:
            if isinstance(one, i.Call | i.CallMethod):
                name = one.name if isinstance(one, i.CallMethod) else one.text
                # What is read out of the item itself begins anew with each item.
                whole = one.object if isinstance(one, i.CallMethod) else i.Const(None)
                new = name.rpartition(".")[2] in _READS and kinship.of(whole) is not Kin.APART
                if name.rpartition(".")[2] in _MOVES and not new:
                    return False
            if isinstance(one, i.Hole) or (isinstance(one, i.Suspend) and _waits(kinship, one)):
                return False
    return leaves


def _waits(kinship: Kinship, one: i.Suspend) -> bool:
    """Whether it waits for something else than the answer about the item."""
    return one.kind not in _GIVES and not (one.kind == "await" and kinship.near(one.value))


def _is_given(kinship: Kinship, function: Function, loop: Loop, condition: i.Operand) -> bool:
    """Whether a test asks for the truth of an argument that the loop leaves as the caller says."""
    bindings = kinship.resolver.bindings(function)
    made = bindings.origin(condition)
    if isinstance(made, i.Operate) and made.operator in ("not", "truth"):
        condition = made.operands[0]
    if not isinstance(condition, i.Local):
        return False
    makers = [
        one
        for number in loop.blocks
        for one in function.blocks[number].instructions
        if condition.name in bound(one)
    ]
    constant = all(isinstance(one, i.Copy) and isinstance(one.value, i.Const) for one in makers)
    return constant and any(one.name == condition.name for one in function.parameters)


def _is_chosen(kinship: Kinship, function: Function, loop: Loop, number: int) -> bool:
    """Whether a block is passed by where the item says so: some test on it leads elsewhere."""
    for one in loop.blocks - {number}:
        end = function.blocks[one].terminator
        if not isinstance(end, Test) or kinship.of(end.condition) is Kin.APART:
            continue
        ways = [_reaches(function, loop, way, number) for way in (end.then, end.orelse)]
        if True in ways and False in ways:
            return True
    return False


def _reaches(function: Function, loop: Loop, begun: int, number: int) -> bool:
    """Whether a way inside the loop leads to the block before the next round begins."""
    seen: set[int] = set()
    pending = [begun]
    while pending:
        one = pending.pop()
        if one == number:
            return True
        if one in seen or one == loop.head or one not in loop.blocks:
            continue
        seen.add(one)
        pending += successors(function.blocks[one])
    return False


def _is_of_context(kinship: Kinship, function: Function, end: Test) -> bool:
    """Whether a test asks only what becomes of an exception: who catches or swallows it."""
    made = kinship.resolver.bindings(function).origin(end.condition)
    catches = isinstance(made, i.Operate) and made.operator == "catches"
    return catches or isinstance(made, i.ExitContext)
