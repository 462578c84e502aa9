"""Whether the tests in front of a loop let control come to its head under some facts."""

from __future__ import annotations

import re
from collections.abc import Mapping

from haltcheck.model import instruction as i
from haltcheck.model.abstract.flow import flow_of, reaching
from haltcheck.model.aftermath.agree import some_value, speaks_of
from haltcheck.model.aftermath.context import Context, contradicts
from haltcheck.model.aftermath.execute import execute, read, tested
from haltcheck.model.aftermath.outcome import Event, LeavesError, RaisedError, UndecidedError
from haltcheck.model.aftermath.pool import size_of_pool
from haltcheck.model.aftermath.provenance import (
    Maker,
    Place,
    at_head,
    is_constant,
    makers,
)
from haltcheck.model.aftermath.start import Site, start, unsettled
from haltcheck.model.aftermath.state import State
from haltcheck.model.aftermath.value import Symbol, Value
from haltcheck.model.binding import bound
from haltcheck.model.program import Block, Function, Test, successors
from haltcheck.model.slice import reads

_PLACE = r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*"
_NOTHING = re.compile(rf"(?:datetime\.timedelta\()?(?P<p>{_PLACE})\)?")


def is_kept(site: Site, event: Event, supposed: Mapping[str, bool], name: str) -> bool:
    """Whether an argument can come to the head as it is, where some ways put a constant for it.

    ``if not size: size = 10`` leaves no size of zero.
    """
    found = at_head(site, name)
    put = [one for one in found if one.instruction is not None]
    is_given = any(one.name == name for one in site.function.parameters)
    if not put or len(put) == len(found) or not is_given or not all(map(is_constant, put)):
        return True
    known = {**supposed, **_implied(supposed)}
    known |= _of_nothing(supposed) if event is Event.STEP else {}
    function, pending, seen = site.function, [0], set[int]()
    while pending:
        number = pending.pop()
        block = function.blocks[number]
        if number == site.loop.head:
            return True
        if number in seen or any(name in bound(one) for one in block.instructions):
            continue
        seen.add(number)
        pending += _sides(site, event, known, block, name)
    return False


def _sides(
    site: Site, event: Event, known: dict[str, bool], block: Block, name: str
) -> tuple[int, ...]:
    """The blocks that control may reach next under the facts, as far as they tell."""
    end = block.terminator
    if not isinstance(end, Test) or not _asks(site, end.condition, block, name):
        return successors(block)
    way = _way(site, event, known, block, end)
    if isinstance(way, str):
        facts = ({**known, way: one} for one in (True, False) if not contradicts(known, way, one))
        told = [_way(site, event, one, block, end) for one in facts]
        ways = tuple(one for one in told if isinstance(one, int))
        return ways if len(ways) == len(told) and -1 not in ways else successors(block)
    return successors(block) if way < 0 else (way,)


def is_passed(site: Site, event: Event, supposed: Mapping[str, bool], place: str) -> bool:
    """Whether no test in front of the loop that asks for the place keeps control from the head."""
    flow = flow_of(site.function)
    useful = reaching(flow, (site.loop.head,))
    known = {**supposed, **_implied(supposed)}
    if event is Event.STEP:
        known |= _of_nothing(supposed)
    if event is Event.AWAY:
        known |= _of_sign(supposed)
    for block in site.function.blocks:
        end = block.terminator
        if block.id in site.loop.blocks or block.id not in useful or not isinstance(end, Test):
            continue
        if {end.then, end.orelse} <= useful or not _asks(site, end.condition, block, place):
            continue
        if not _is_carried(site, block, place.partition(".")[0]):
            continue
        there = end.then if end.then in useful else end.orelse
        led = _led(site, event, known, block, end, place, there)
        if led is None:
            return False
        known = led
    return True


_COUNTS = frozenset({"bytearray", "bytes"})
"""What makes so many zero bytes of a number, and refuses one below zero."""


def refused(site: Site, supposed: Mapping[str, bool]) -> str:
    """A number that the facts put below zero, and that every way to the loop makes bytes of."""
    flow = flow_of(site.function)
    for block in site.function.blocks:
        made = [one for one in block.instructions if _counted(site, one) and block.id in flow.order]
        if not made or block.id in site.loop.blocks or not _is_on_all_ways(site, block):
            continue
        for one in made:
            if (name := _counted(site, one)) and is_below(supposed, name):
                return name
    return ""


def is_below(supposed: Mapping[str, bool], name: str) -> bool:
    """Whether the facts put a number below zero: by themselves, or as it is nothing else."""
    not_above = supposed.get(f"0 < {name}") is False and supposed.get(name) is True
    return not_above or supposed.get(f"{name} < 0") is True


def _counted(site: Site, one: i.Instruction) -> str:
    """The parameter, as it was handed in, that bytes are counted by; empty for other code."""
    if not isinstance(one, i.Call) or one.text not in _COUNTS or len(one.items) != 1:
        return ""
    value = one.items[0].value
    given = [x.name for x in site.function.parameters]
    if not isinstance(value, i.Local) or value.name not in given:
        return ""
    # The loop itself may count it down.
    outside = [maker.instruction for maker in at_head(site, value.name)]
    return value.name if outside == [None] else ""


def _is_on_all_ways(site: Site, block: Block) -> bool:
    """Whether control comes to the loop by way of the block alone."""
    blocks, pending, seen = site.function.blocks, [0], {block.id}
    while pending:
        number = pending.pop()
        if number == site.loop.head:
            return False
        if number not in seen:
            seen.add(number)
            pending += successors(blocks[number])
    return True


def _is_carried(site: Site, block: Block, name: str) -> bool:
    """Whether some way leads from the block to the head on which the local is not bound anew."""
    function, loop = site.function, site.loop
    pending, seen = list(successors(block)), set[int]()
    while pending:
        number = pending.pop()
        if number == loop.head:
            return True
        if number in seen or number in loop.blocks:
            continue
        seen.add(number)
        there = function.blocks[number]
        if not any(name in bound(one) for one in there.instructions):
            pending += successors(there)
    return loop.head < 0


_MOST = 6
"""So many facts are added for one test."""


def _led(
    site: Site,
    event: Event,
    known: dict[str, bool],
    block: Block,
    end: Test,
    place: str,
    there: int,
    depth: int = 0,
) -> dict[str, bool] | None:
    """The facts, with those of the place alone that lead a test to where the loop is.

    None where no value of the place is all that.
    """
    way = _way(site, event, known, block, end)
    if isinstance(way, int):
        return known if way == there else None
    for answer in (True, False) if depth < _MOST else ():
        more = {**known, way: answer}
        if way != place and speaks_of(way, place) and some_value(more, place):
            found = _led(site, event, more, block, end, place, there, depth + 1)
            if found is not None:
                return found
    return None


def _implied(supposed: Mapping[str, bool]) -> dict[str, bool]:
    """What follows at once: what has a length, or equals a constant, is there."""
    found: dict[str, bool] = {}
    for fact, answer in supposed.items():
        place = fact[8:-1] if _filled(fact) else fact.partition(" == ")[0]
        if answer and (_filled(fact) or " == " in fact):
            found[f"{place} is None"] = False
            if _filled(fact):
                found[place] = True
        if fact.startswith("0 < ") and answer:
            found[fact[4:]] = True
        found.update(_unordered(fact) if answer else {})
    return found


def _of_nothing(supposed: Mapping[str, bool]) -> dict[str, bool]:
    """What follows of a number that is nothing: it is zero."""
    nothing = (_NOTHING.fullmatch(one) for one, answer in supposed.items() if not answer)
    names = [one["p"] for one in nothing if one is not None]
    texts = [f"{name} == {zero}" for name in names for zero in ("0", "0.0")]
    return dict.fromkeys(texts, True)


def _of_sign(supposed: Mapping[str, bool]) -> dict[str, bool]:
    """What follows of a number that is above, or below, zero."""
    found: dict[str, bool] = {}
    for fact, answer in supposed.items():
        left, _, right = fact.partition(" < ")
        if answer and "0" in (left, right):
            name = right if left == "0" else left
            found |= {f"{name} < 0": right == "0", f"0 < {name}": left == "0", name: True}
            found |= {f"{name} == 0": False, f"{name} == 0.0": False, f"{name} is None": False}
    return found


def _unordered(fact: str) -> dict[str, bool]:
    """What is less than another thing is neither more nor the same."""
    left, less, right = fact.partition(" < ")
    if not less or " < " in right:
        return {}
    return {f"{right} < {left}": False, f"{left} == {right}": False, f"{right} == {left}": False}


def _filled(fact: str) -> bool:
    return fact.startswith("0 < len(")


def _asks(site: Site, operand: i.Operand, block: Block, place: str) -> bool:
    """Whether the value is made of the place: of the local, or of that attribute of it."""
    root, *path = place.split(".")
    pending = [(operand, Place(block.id, -1))]
    seen: set[Maker] = set()
    while pending:
        one, at = pending.pop()
        if not isinstance(one, i.Local):
            continue
        if one.name == root and not path:
            return True
        for maker in makers(site, one.name, at):
            made = maker.instruction
            if made is None or maker in seen:
                continue
            seen.add(maker)
            if isinstance(made, i.GetAttribute) and made.name in path:
                return True
            pending += [(i.Local(name), maker.at) for name in reads(made)]
    return False


def _way(site: Site, event: Event, known: dict[str, bool], block: Block, end: Test) -> int | str:
    """Where the test leads under the facts, -1 where nobody knows; a fact that would decide it."""
    context = Context(site.program, site.resolver, event, known, site.function, _unfollowed)
    state = start(site)
    try:
        for instruction in unsettled(site, block, state):
            if not _comes_to_head(site, instruction, state):
                execute(context, state, instruction)
        answer = context.decide(tested(context, state, read(state, end.condition)))
    except UndecidedError as error:
        size = size_of_pool(site, event, error.fact)
        if size is not None:
            return _way(site, event, {**known, error.fact: size}, block, end)
        if not _may_be_something(known, error.fact):
            return error.fact
        return _way(site, event, {**known, error.fact: True}, block, end)
    except (LeavesError, RaisedError):
        return -1
    return (end.then if answer else end.orelse) if isinstance(answer, bool) else -1


def _comes_to_head(site: Site, one: i.Instruction, state: State) -> bool:
    """Whether it binds a local to what that holds at the head: the event came after that."""
    if isinstance(one, i.SetItem | i.Extend):
        return False
    names = list(bound(one))
    return bool(names) and all(
        name[0] != "$"
        and state.locals.get(name) == Symbol(name)
        and any(maker.instruction is one for maker in at_head(site, name))
        for name in names
    )


def _may_be_something(known: Mapping[str, bool], fact: str) -> bool:
    """Whether a place may be true in Python's sense as well: it is only told to be in order."""
    if not re.fullmatch(_PLACE, fact):
        return False
    told = [one for one in known if re.search(rf"(?<![\w.]){re.escape(fact)}(?!\w)", one)]
    order = re.compile(rf"{_PLACE} (<|==) {_PLACE}")
    found = [order.fullmatch(one) for one in told]
    return all(one is not None and (one[1] == "<" or not known[one[0]]) for one in found)


def _unfollowed(
    context: Context, function: Function, state: State, arguments: dict[str, Value]
) -> tuple[State, Value]:
    raise LeavesError(f"{function.qualname} is not followed")
