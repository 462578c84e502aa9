"""Counters that are counted down past their end, where what they count holds nothing.

``at = len(words)``, ``at -= 1`` and ``if at == 0: break`` in this order: of no words the counter is
less than zero when it is first compared, and moves away from there.
"""

from __future__ import annotations

from haltcheck.basis.once import once
from haltcheck.model import instruction as i
from haltcheck.model.abstract.flow import flow_of
from haltcheck.model.aftermath.negative import falls, may_end_it
from haltcheck.model.aftermath.provenance import at_head, is_chosen
from haltcheck.model.aftermath.start import Site
from haltcheck.model.binding import bound
from haltcheck.model.program import Block, Test, successors
from haltcheck.model.slice import reads

_ASKS = frozenset(
    {"==", "!=", "<", "<=", ">", ">=", "truth", "not", "in", "not in", "is", "is not"}
)
_CHANGES = frozenset({"append", "extend", "insert", "pop", "remove", "clear", "reverse", "sort"})
_DEEPEST = 4


def _find(site: Site) -> dict[str, str]:
    if site.loop.kind != "while":
        return {}
    inside = [one for n in sorted(site.loop.blocks) for one in site.function.blocks[n].instructions]
    moves: dict[str, list[i.Instruction]] = {}
    for one in inside:
        for name in bound(one):
            moves.setdefault(name, []).append(one)
    falling = [
        name
        for name, code in moves.items()
        if name[0] != "$" and all(falls(name, one, code) for one in code)
    ]
    if not falling or any(map(may_end_it, inside)):
        return {}
    counted = {name: _counted(site, name) for name in falling}
    return {
        name: held
        for name, held in counted.items()
        if held
        and held not in moves
        and not any(_changes(one, held) for one in inside)
        and _goes_by(site, name)
        and not _is_asked_before(site, {name, held})
    }


passing = once(_find)
"""The counters of a loop that go by zero unseen, each with the list whose length they begin at."""


def _counted(site: Site, name: str) -> str:
    """The list whose length the counter begins at, where it may hold nothing; else nothing."""
    found = {_measured(one.instruction) for one in at_head(site, name)}
    held = found.pop() if len(found) == 1 else ""
    if not held or held in site.function.rebound:
        return ""
    made = at_head(site, held)
    splits = [one.instruction for one in made if _splits(one.instruction)]
    # What is split at a separator has a part at least.
    if any(getattr(one, "items", ()) for one in splits):
        return ""
    return held if is_chosen(site, made) else ""


def _measured(one: i.Instruction | None) -> str:
    match one:
        case i.Call(text="len", items=(i.Item(value=i.Local(name=held)),)) if held[0] != "$":
            return held
        case _:
            return ""


def _splits(one: i.Instruction | None) -> bool:
    return isinstance(one, i.CallMethod) and one.name in ("split", "rsplit")


def _changes(one: i.Instruction, held: str) -> bool:
    """Whether something may be put into the list, or taken out of it."""
    match one:
        case i.CallMethod(object=i.Local(name=name), name=method) if name == held:
            return method in _CHANGES
        case i.SetItem(object=i.Local(name=name)) | i.DeleteItem(object=i.Local(name=name)):
            return name == held
        case i.Call(items=items) | i.CallMethod(items=items):
            return any(item.value == i.Local(held) for item in items)
        case _:
            return False


def _goes_by(site: Site, name: str) -> bool:
    """Whether on some way through a round it counts before anything asks how far it is.

    The round that begins at zero goes the way of all that begin below it.
    """
    pending, seen = [site.loop.head], set[int]()
    while pending:
        number = pending.pop()
        if number in seen or number not in site.loop.blocks:
            continue
        seen.add(number)
        block = site.function.blocks[number]
        told = _first(block, name)
        if told:
            return True
        pending += successors(block) if told is None else []
    return False


def _first(block: Block, name: str) -> bool | None:
    """Whether the block counts, False where it asks before; None where it does neither."""
    for one in block.instructions:
        if name in bound(one):
            return True
        if isinstance(one, i.Operate) and one.operator in _ASKS and name in reads(one):
            return False
    asks = isinstance(block.terminator, Test) and name in reads(block.terminator)
    return False if asks else None


def _is_asked_before(site: Site, names: set[str]) -> bool:
    """Whether something before the loop asks if the list, or what it is made of, is empty."""
    function = site.function
    around = _before(site)
    code = [one for number in around for one in function.blocks[number].instructions]
    for _ in range(_DEEPEST):
        names = names | {
            part
            for one in code
            if not names.isdisjoint(bound(one)) and isinstance(one, i.Copy | i.CallMethod | i.Call)
            for part in reads(one)
        }
    asked = [one for one in code if isinstance(one, i.Operate) and one.operator in _ASKS]
    ends = [function.blocks[number].terminator for number in around]
    return any(not names.isdisjoint(reads(one)) for one in asked) or any(
        isinstance(end, Test) and not names.isdisjoint(reads(end)) for end in ends
    )


def _before(site: Site) -> tuple[int, ...]:
    """The blocks outside of the loop from which control comes to its head."""
    before = flow_of(site.function).before
    pending, seen = [site.loop.head], set(site.loop.blocks)
    found: list[int] = []
    while pending:
        for earlier in before.get(pending.pop(), ()):
            if earlier not in seen:
                seen.add(earlier)
                found.append(earlier)
                pending.append(earlier)
    return tuple(sorted(found))
