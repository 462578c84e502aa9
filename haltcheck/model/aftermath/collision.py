"""Names that are taken: made anew in each round of what no round changes, and found again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from haltcheck.basis.once import once
from haltcheck.model import instruction as i
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.outcome import Event
from haltcheck.model.aftermath.provenance import at_head, is_chosen, is_constant, makers
from haltcheck.model.aftermath.start import Site
from haltcheck.model.aftermath.state import State
from haltcheck.model.aftermath.value import Known, Symbol, Value, derived, tainted, text_of
from haltcheck.model.assumption import DATA, ReturnsNormally
from haltcheck.model.binding import bound
from haltcheck.model.slice import reads

_MARK = "made("
_MAKES = frozenset({"%", "+", "format", "join"})
_PURE = frozenset({"str", "repr", "len", "int", "chr", "hex"})
_DISTINCT = frozenset({"enumerate", "range", "count", "set", "frozenset", "fromkeys"})
_CONSUMED = re.compile(r"Iterator|Generator|IO|Reader|File")
_FILLS = frozenset({"add", "append", "update", "setdefault", "extend"})

Asked = tuple[str, int]
"""The local that holds a table, and the line of the test that asks it for a name."""


def _find(site: Site) -> tuple[Asked, ...]:
    code = list(_code(site))
    if any(isinstance(one, i.Suspend | i.DeleteItem) or not _is_pure(one) for one in code):
        return ()
    return tuple(
        (place, one.span.line)
        for one in code
        if isinstance(one, i.Operate) and one.operator in ("in", "not in")
        if (place := _local(one.operands[1])) and _is_made(code, one.operands[0])
        if _may_hold(site, place) and _is_free(site, code, one.operands[0])
    )


collisions = once(_find)
"""The tables that a loop asks for a name that it makes, where the name may be in them."""


def taken(site: Site, event: Event) -> str:
    """What the tables must hold."""
    if event is not Event.COLLISION:
        return ""
    found = dict.fromkeys(collisions(site))
    return " and ".join(f"what line {line} asks for is in {place}" for place, line in found)


def may_be_held(site: Site, fact: str) -> bool:
    """Whether the first name is free, and may be in a table that the function fills with such."""
    name, asks, table = fact.partition(" in ")
    return (
        bool(asks)
        and name.isidentifier()
        and any(table == place for place, _ in collisions(site))
        and is_chosen(site, at_head(site, name))
    )


def collided(context: Context, state: State, operator: str, values: list[Value]) -> Value | None:
    """A name made of what stands still, and that it is found; None for anything else."""
    if context.event is not Event.COLLISION:
        return None
    if operator in ("in", "not in"):
        if not text_of(values[0]).startswith(_MARK) or not isinstance(values[1], Symbol):
            return None
        state.met = True
        return Known(operator == "in")
    moves = [one for one in values if not isinstance(one, Known)]
    if operator not in _MAKES or any(map(tainted, moves)):
        return None
    if operator in ("%", "+") and not any(map(_is_text, values)):
        return None
    found = derived(_MARK + ", ".join(["{}"] * len(values)) + ")", *values)
    return found if isinstance(found, Symbol) else None


def _is_text(value: Value) -> bool:
    known = isinstance(value, Known) and isinstance(value.value, str) and bool(value.value)
    return known or text_of(value).startswith(_MARK)


def _code(site: Site) -> Iterator[i.Instruction]:
    for number in sorted(site.loop.blocks):
        yield from site.function.blocks[number].instructions


def _is_pure(one: i.Instruction) -> bool:
    """Whether it runs nothing that could take a name out of a table, or wait until one is."""
    if isinstance(one, i.Call):
        return one.text in _PURE
    return not isinstance(one, i.CallMethod) or one.name in ("add", "append")


def _is_made(code: list[i.Instruction], operand: i.Operand) -> bool:
    """Whether the loop makes the name, by formatting or joining."""
    makers = [one for one in code if isinstance(operand, i.Local) and operand.name in bound(one)]
    sources = [
        origin
        for one in makers
        for origin in (_bound_to(code, one.value) if isinstance(one, i.Copy) else [one])
    ]
    return bool(sources) and all(
        isinstance(one, i.Operate) and one.operator in _MAKES for one in sources
    )


def _is_free(site: Site, code: list[i.Instruction], operand: i.Operand) -> bool:
    """Whether the parts of the name are free, constants apart, so that another had the same."""
    parts = _parts(code, operand)
    varied = [one for one in parts if not all(map(is_constant, at_head(site, one)))]
    given = site.function.parameters
    if site.function.in_class and given and given[0].name in varied:
        # Another method may count what the object holds, so that no name comes again.
        return False
    if any(map(_counts, _all(site))) and any(_is_iterated(site, one) for one in varied):
        return False
    return bool(varied) and all(
        is_chosen(site, at_head(site, one)) or _givers(site, one) for one in varied
    )


def _all(site: Site) -> Iterator[i.Instruction]:
    for block in site.function.blocks:
        yield from block.instructions


def _counts(one: i.Instruction) -> bool:
    """Whether it gives numbers that are all different, or what is in a set."""
    return isinstance(one, i.Call) and one.text.rpartition(".")[2] in _DISTINCT


def _is_iterated(site: Site, name: str) -> bool:
    """Whether the name stands for what an iteration gives, or for a part of it."""
    given = {one.name for one in site.function.parameters}
    return name not in given and any(
        one.instruction is None or isinstance(one.instruction, i.Unpack)
        for one in at_head(site, name)
    )


def _parts(code: list[i.Instruction], operand: i.Operand) -> set[str]:
    """The names from before the loop that the name is made of; ``self`` where it is asked."""
    pending = [operand.name] if isinstance(operand, i.Local) else []
    seen, found = set[str](), set[str]()
    while pending:
        name = pending.pop()
        inside = _bound_to(code, i.Local(name))
        found |= set() if inside else {name}
        seen.add(name)
        pending += [part for one in inside for part in reads(one) if part not in seen]
    return found


def _givers(site: Site, name: str) -> tuple[i.Call | i.CallMethod, ...]:
    """The calls that made the objects of which the name is an attribute; else nothing."""
    found: list[i.Call | i.CallMethod] = []
    for maker in at_head(site, name):
        get = maker.instruction
        if not isinstance(get, i.GetAttribute) or not isinstance(get.object, i.Local):
            return ()
        made = [one.instruction for one in makers(site, get.object.name, maker.at)]
        calls = [one for one in made if isinstance(one, i.Call | i.CallMethod)]
        if not calls or len(calls) < len(made):
            return ()
        found += calls
    return tuple(found)


def namers(site: Site, event: Event) -> tuple[ReturnsNormally, ...]:
    """What names the things that the function itself puts into the table: it may name two alike."""
    if event is not Event.COLLISION:
        return ()
    code = list(_code(site))
    asked = [one for one in code if isinstance(one, i.Operate) and one.operator in ("in", "not in")]
    names = sorted({name for one in asked for name in _parts(code, one.operands[0])})
    told = [
        ReturnsNormally(call.text, call.span.line)
        for name in names
        if not is_chosen(site, at_head(site, name))
        for call in _givers(site, name)
    ]
    filled = [line for table, line in collisions(site) if not _is_handed(site, table)]
    return (*told, *(ReturnsNormally(DATA, line) for line in filled))


def _bound_to(code: list[i.Instruction], operand: i.Operand) -> list[i.Instruction]:
    return [one for one in code if isinstance(operand, i.Local) and operand.name in bound(one)]


def _may_hold(site: Site, table: str) -> bool:
    """Whether the table comes from elsewhere, or the function puts names into it that vary."""
    made = at_head(site, table)
    if table in site.function.rebound or not made or any(map(is_constant, made)):
        return False
    return _is_handed(site, table) or _is_filled(site, table)


def _is_handed(site: Site, table: str) -> bool:
    """Whether the caller hands it in, and asking it for a name takes nothing out of it."""
    given = {one.name: one.annotation or "" for one in site.function.parameters}
    if any(one.instruction is not None for one in at_head(site, table)):
        return False
    return table in given and not _CONSUMED.search(given[table])


def _local(operand: i.Operand) -> str:
    named = isinstance(operand, i.Local) and not operand.name.startswith("$")
    return operand.name if named else ""  # type: ignore[union-attr]


def _is_filled(site: Site, name: str) -> bool:
    """Whether the function stores under a name in it."""
    for block in site.function.blocks:
        for one in block.instructions:
            match one:
                case i.SetItem(object=i.Local(table), key=i.Local()) if table == name:
                    return True
                case i.CallMethod(object=i.Local(table), name=method) if table == name:
                    if method in _FILLS:
                        return True
                case _:
                    pass
    return False
