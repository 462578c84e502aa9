"""Whence the value of a local at a place comes: chosen by the caller or the world, or computed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from haltcheck.basis.record import record
from haltcheck.model import instruction as i
from haltcheck.model.abstract.flow import flow_of
from haltcheck.model.aftermath.start import Site
from haltcheck.model.aftermath.stream import READS
from haltcheck.model.binding import bound
from haltcheck.model.calls import Resolved
from haltcheck.model.program import Block, Next, Return
from haltcheck.model.slice import reads
from haltcheck.model.special import BUILTIN_NAMES

_CALLS = frozenset(
    {
        "min",
        "max",
        "memoryview",
        "bytes",
        "bytearray",
        "int",
        "float",
        "iter",
        "next",
        "list",
        "len",
        "input",
        "open",
    }
)
_PASSING = READS | frozenset(
    {"strip", "rstrip", "lstrip", "decode", "split", "rsplit", "splitlines", "readlines", "join"}
    | {"pop", "popleft", "get"}
)
_PLACES = frozenset({"find", "rfind", "count"})
"""Where something stands in a text that is free, or how often: anywhere, ever so often."""

_COMPUTING = frozenset(
    name for kind in (str, bytes, int, float, list, dict) for name in dir(kind)
) - (_PASSING | {"from_bytes"})
_REVERSIBLE = frozenset({"+", "-", "*", "/", "//", "%", "|", "<<", ">>", "+=", "-=", "|="})
"""With a constant that is not 0 they give small and large numbers for small and large ones."""


@record
class Place:
    """A position in the function: before the instruction ``index`` of a block."""

    block: int
    index: int


@record
class Maker:
    """What binds a local, None for a parameter, an iteration or a handler, and where."""

    instruction: i.Instruction | None
    at: Place


def at_head(site: Site, name: str) -> tuple[Maker, ...]:
    """The bindings of the local that come to the head from outside of the loop."""
    if site.loop.kind == "recursion":
        given = any(one.name == name for one in site.function.parameters)
        return (Maker(None, Place(0, 0)),) if given else ()
    before = flow_of(site.function).before.get(site.loop.head, ())
    outside = [Place(block, -1) for block in before if block not in site.loop.blocks]
    return tuple(dict.fromkeys(one for place in outside for one in makers(site, name, place)))


def makers(site: Site, name: str, place: Place) -> Iterator[Maker]:
    """The bindings of the local that come to the place; an index of -1 is the block's end."""
    function, before = site.function, flow_of(site.function).before
    pending, seen = [place], {place.block}
    while pending:
        here = pending.pop()
        block = function.blocks[here.block]
        end = len(block.instructions) if here.index < 0 else here.index
        is_next = isinstance(block.terminator, Next) and block.terminator.target == name
        if here.index < 0 and (is_next or block.caught == name):
            yield Maker(None, Place(here.block, 0))
        found = [at for at in range(end) if name in bound(block.instructions[at])]
        if found:
            yield Maker(block.instructions[found[-1]], Place(here.block, found[-1]))
            continue
        if here.block == 0 and any(one.name == name for one in function.parameters):
            yield Maker(None, Place(0, 0))
        for earlier in before.get(here.block, ()):
            if earlier not in seen:
                seen.add(earlier)
                pending.append(Place(earlier, -1))


def is_constant(maker: Maker) -> bool:
    """Whether it binds a constant."""
    one = maker.instruction
    return isinstance(one, i.Copy) and isinstance(one.value, i.Const)


def is_empty(maker: Maker) -> bool:
    """Whether it binds a container that was just built, with nothing in it."""
    match maker.instruction:
        case i.Build(items=()):
            return True
        case i.Call(text="bytearray" | "list" | "set" | "deque" | "collections.deque", items=()):
            return True
        case _:
            return False


def may_be_empty(site: Site, name: str) -> bool:
    """Whether some way leads to the head from where the local is built empty, and leaves it so."""
    loop, function = site.loop, site.function
    before = flow_of(function).before
    pending = [one for one in before.get(loop.head, ()) if one not in loop.blocks]
    seen = set(pending)
    while pending:
        number = pending.pop()
        here = _built(function.blocks[number], name)
        if here is not None:
            if here:
                return True
            continue
        fresh = [one for one in before.get(number, ()) if one not in seen | loop.blocks]
        seen.update(fresh)
        pending += fresh
    return False


def _built(block: Block, name: str) -> bool | None:
    """Whether the block ends with the local built empty; None where it says nothing of it."""
    for at in reversed(range(len(block.instructions))):
        one = block.instructions[at]
        if name in bound(one):
            return is_empty(Maker(one, Place(block.id, at)))
        if name in reads(one):
            return False
    return None


def is_chosen(site: Site, found: tuple[Maker, ...], seen: frozenset[Maker] = frozenset()) -> bool:
    """Whether the caller or the outside world chose what the bindings take; some may be constants.

    Those that are asked about already, around a loop, decide nothing.
    """
    told = [one for one in found if one not in seen and not is_constant(one)]
    return bool(told) and all(_chosen(site, one, seen.union(found)) for one in told)


def holds_chosen(site: Site, found: tuple[Maker, ...]) -> bool:
    """Whether the bindings build lists, each of what the caller or the outside world chose."""
    for maker in found:
        items = maker.instruction.items if isinstance(maker.instruction, i.Build) else ()
        names = [item.value.name for item in items if isinstance(item.value, i.Local)]
        if not names or len(names) < len(items):
            return False
        if not all(is_chosen(site, tuple(makers(site, name, maker.at))) for name in names):
            return False
    return bool(found)


def _chosen(site: Site, maker: Maker, seen: frozenset[Maker]) -> bool:
    def free(operand: i.Operand) -> bool:
        if not isinstance(operand, i.Local) or operand.name in site.function.rebound:
            return False
        found = tuple(makers(site, operand.name, maker.at))
        around = bool(found) and all(one in seen or is_constant(one) for one in found)
        return is_chosen(site, found, seen) or (around and not all(map(is_constant, found)))

    one = maker.instruction
    match one:
        case None:
            return True
        case i.Copy(value=value) | i.Unpack(value=value) | i.EnterContext(manager=value):
            return free(value)
        case i.Suspend(kind="await", value=value):
            return free(value)
        case i.GetAttribute(object=whole) | i.GetItem(object=whole):
            return free(whole)
        case i.Operate(operator=operator, operands=(left, right)) if operator in _REVERSIBLE:
            if _are_tied(site, left, right, maker.at):
                return False
            if isinstance(right, i.Const):
                return bool(right.value) and free(left)
            if operator.removesuffix("=") in ("+", "-"):
                # What is added to a number that is free leaves the sum free.
                return free(left) or free(right)
            return free(right) and (isinstance(left, i.Const) or free(left))
        case i.Call() | i.CallMethod():
            return _is_given(site, one, free)
        case _:
            return False


def _are_tied(site: Site, left: i.Operand, right: i.Operand, at: Place) -> bool:
    """Whether one number is made of what the other is made of: ``n`` and ``n % 4``.

    What is free in both of them at once leaves neither free beside the other.
    """
    return left == right or not _sources(site, left, at).isdisjoint(_sources(site, right, at))


_COMPUTED = (i.Copy, i.Operate)


def _sources(site: Site, operand: i.Operand, at: Place) -> frozenset[tuple[str, Maker]]:
    """The bindings that a number is calculated from, each by its name; constants are none."""
    found: set[tuple[str, Maker]] = set()
    pending, seen = [(name, at) for name in _names(operand)], set[tuple[str, Maker]]()
    while pending:
        name, place = pending.pop()
        for maker in makers(site, name, place):
            made = maker.instruction
            if (name, maker) in seen:
                continue
            seen.add((name, maker))
            if isinstance(made, i.Call) and made.text in _CALLS:
                handed = [item.value for item in made.items]
                pending += [(other, maker.at) for one in handed for other in _names(one)]
            elif isinstance(made, _COMPUTED):
                pending += [(other, maker.at) for other in reads(made)]
            elif not is_constant(maker):
                found.add((name, maker))
    return frozenset(found)


def _names(operand: i.Operand) -> tuple[str, ...]:
    return (operand.name,) if isinstance(operand, i.Local) else ()


def _is_given(site: Site, call: i.Call | i.CallMethod, free: Callable[[i.Operand], bool]) -> bool:
    """Whether a call gives what the world chose: it reads, passes on, or is not seen."""
    match call:
        case i.CallMethod(name=name) if name in READS:
            return True
        case i.Call(function=i.Local(name=called), text=text) if text in READS:
            return called in site.function.locals
        case i.Call(text=text, items=items) if text in _CALLS and items:
            return free(items[0].value)
        case i.Call(text=text):
            if text in BUILTIN_NAMES:
                return False
            return not _is_seen(site, call) or _gives_chosen(site, call)
        case i.CallMethod(name="from_bytes" | "join", items=(item, *_)):
            return free(item.value)
        case i.CallMethod(name="unpack", items=(*_, item)):
            return free(item.value)
        case i.CallMethod(name=name, object=whole) if name in _PASSING | _PLACES:
            return free(whole)
        case _:
            if call.name in _COMPUTING:
                return False
            return not _is_seen(site, call) or _gives_chosen(site, call)


def _gives_chosen(site: Site, call: i.Call | i.CallMethod) -> bool:
    """Whether the one function of the file that runs gives back what the world chose.

    One of its ways may give a constant, as for nothing.
    """
    run = site.resolver.resolve(site.function, call)
    names = run.qualnames if isinstance(run, Resolved) and not run.constructs else ()
    callee = site.program.functions.get(names[0]) if len(names) == 1 else None
    if callee is None or callee in (site.function, *site.around):
        return False
    inner = replace(site, function=callee, around=(*site.around, site.function))
    values = [
        (block.id, block.terminator.value)
        for block in callee.blocks
        if isinstance(block.terminator, Return)
    ]
    told = [(number, value) for number, value in values if isinstance(value, i.Local)]
    return bool(told) and all(
        is_chosen(inner, tuple(makers(inner, value.name, Place(number, -1))))
        for number, value in told
    )


def _is_seen(site: Site, call: i.Call | i.CallMethod) -> bool:
    """Whether the file says what the call gives."""
    return isinstance(site.resolver.resolve(site.function, call), Resolved)
