"""Counters that go down to zero, and begin below it where the data says so."""

from __future__ import annotations

from collections.abc import Iterator

from haltcheck.model import instruction as i
from haltcheck.model.aftermath.abroad import callee, resolver_of
from haltcheck.model.aftermath.layout import cells
from haltcheck.model.aftermath.provenance import (
    Maker,
    Place,
    at_head,
    is_constant,
    makers,
)
from haltcheck.model.aftermath.start import Site
from haltcheck.model.binding import bound
from haltcheck.model.calls import Resolved
from haltcheck.model.program import Jump, Return

_DEEPEST = 3


def counters(site: Site) -> Iterator[str]:
    """The locals that the loop only counts down, and whose first value the data may make less."""
    blocks = (site.function.blocks[number] for number in site.loop.blocks)
    if any(may_end_it(one) for block in blocks for one in block.instructions):
        return
    moves: dict[str, list[i.Instruction]] = {}
    for number in sorted(site.loop.blocks):
        for one in site.function.blocks[number].instructions:
            for name in bound(one):
                moves.setdefault(name, []).append(one)
    for name, code in moves.items():
        if name[0] == "$" or not all(falls(name, one, code) for one in code):
            continue
        found = [one for one in at_head(site, name) if not is_constant(one)]
        if found and all(_may_be_negative(site, one, name, 0) for one in found):
            yield name


_TAKES = frozenset({"int", "float", "next", "ord", "pop", "popleft", "unpack", "unpack_from"})


def may_end_it(one: i.Instruction) -> bool:
    """Whether it takes something of which there is an end, and raises there."""
    if isinstance(one, i.DeleteItem | i.Unpack):
        return True
    if not isinstance(one, i.Call | i.CallMethod):
        return False
    name = one.name if isinstance(one, i.CallMethod) else one.text.rpartition(".")[2]
    return name in _TAKES


def falls(name: str, one: i.Instruction, code: list[i.Instruction]) -> bool:
    """Whether what binds the local counts it down by a constant."""
    match one:
        case i.Operate(operator="-=" | "-", operands=(i.Local(name=left), i.Const(value=int(by)))):
            return left == name and by > 0
        case _:
            return False


def _may_be_negative(site: Site, maker: Maker, name: str, depth: int) -> bool:
    """Whether the instruction binds the local to a number that a file may make negative."""
    one = maker.instruction
    if depth > _DEEPEST:
        return False
    match one:
        case i.Copy(value=i.Local(name=value)):
            return _any(site, value, maker.at, depth)
        case i.Unpack(targets=targets, value=i.Local(name=row), star=star) if star < 0:
            return _is_signed(site, row, maker.at, targets.index(name))
        case i.GetItem(object=i.Local(name=row), key=i.Const(value=int(index))):
            return _is_signed(site, row, maker.at, index)
        case i.CallMethod(name="from_bytes", items=items):
            return any(x.name == "signed" and x.value == i.Const(True) for x in items)
        case i.Call() | i.CallMethod():
            return _is_given(site, one, depth)
        case _:
            return False


def _any(site: Site, name: str, at: Place, depth: int) -> bool:
    found = [one for one in makers(site, name, at) if not is_constant(one)]
    return bool(found) and all(_may_be_negative(site, one, name, depth + 1) for one in found)


def _is_signed(site: Site, row: str, at: Place, index: int) -> bool:
    """Whether the format by which a row is unpacked has a signed number there."""
    for maker in makers(site, row, at):
        layout = _layout(site, maker.instruction)
        known = cells(layout) if layout else None
        if known is None or not -len(known) <= index < len(known):
            return False
        low = known[index].low
        if low is None or low >= 0:
            return False
    return True


def _layout(site: Site, one: i.Instruction | None) -> str:
    match one:
        case i.Call(text="unpack" | "unpack_from", items=(item, *_)):
            return _text(item.value)
        case i.CallMethod(name="unpack" | "unpack_from", text=text, items=(item, *_)):
            root = text.partition(".")[0]
            held = site.program.layouts.get(root)
            if isinstance(held, bytes):
                return held.decode("latin-1")
            return held or (_text(item.value) if root == "struct" else "")
        case _:
            return ""


def _text(operand: i.Operand) -> str:
    value = operand.value if isinstance(operand, i.Const) else ""
    return value if isinstance(value, str) else ""


def _is_given(site: Site, call: i.Call | i.CallMethod, depth: int) -> bool:
    """Whether the function that runs gives back such a number."""
    run = site.resolver.resolve(site.function, call)
    program, function = site.program, None
    if isinstance(run, Resolved):
        one = run.qualnames[0] if len(run.qualnames) == 1 and not run.constructs else ""
        function = program.functions.get(one)
    elif (found := callee(site.resolver, site.function, call, run)) is not None:
        program, function = found.program, found.function
    if function is None or function is site.function:
        return False
    if any(not isinstance(one.terminator, Jump | Return) for one in function.blocks):
        # What it tests it may refuse.
        return False
    inner = Site(program, resolver_of(program), function, site.loop)
    values = [
        (block.id, block.terminator.value)
        for block in function.blocks
        if isinstance(block.terminator, Return)
    ]
    return bool(values) and all(
        isinstance(value, i.Local) and _any(inner, value.name, Place(number, -1), depth)
        for number, value in values
    )
