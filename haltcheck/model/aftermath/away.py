"""Numbers that move away from what the loop waits for, since the caller's step leads there.

What a number is compared with stands still. Once the number is on one side of it and moves further
to that side, it stays there: neither rounding nor infinity brings it back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from haltcheck.basis.record import record
from haltcheck.model import instruction as i
from haltcheck.model.aftermath.provenance import at_head, is_chosen
from haltcheck.model.aftermath.start import Site
from haltcheck.model.binding import bound
from haltcheck.model.slice import reads

_COMPARES = frozenset({"<", ">", "<=", ">=", "truth", "not"})
_NUMBERS = frozenset({"int", "float"})


@record
class Move:
    """A local that a loop moves by a parameter; ``rises`` where a positive one makes it greater."""

    name: str
    step: str
    rises: bool


def moves(site: Site) -> Iterator[Move]:
    """The numbers that a loop only moves by one parameter, compares and gives away."""
    function, loop = site.function, site.loop
    inside = [one for number in sorted(loop.blocks) for one in function.blocks[number].instructions]
    made: dict[str, list[i.Instruction]] = {}
    for one in inside:
        for name in bound(one):
            made.setdefault(name, []).append(one)
    for name, makers in made.items():
        found = _move(name, makers[0]) if len(makers) == 1 and name[0] != "$" else None
        if found is None or found.step in made or found.name in function.rebound:
            continue
        uses = (one for one in inside if one is not makers[0])
        if all(_is_harmless(name, one) for one in uses) and _is_number(site, found):
            yield found


def _move(name: str, one: i.Instruction) -> Move | None:
    match one:
        case i.Operate(
            operator="+" | "+=" | "-" | "-=" as operator,
            operands=(i.Local(name=left), i.Local(name=step)),
        ) if left == name != step and step[0] != "$":
            return Move(name, step, operator[0] == "+")
        case _:
            return None


def _is_harmless(name: str, one: i.Instruction) -> bool:
    """Whether it does not use the number, compares it, or gives it away as it is."""
    match one:
        case i.Operate(operator=operator, operands=operands):
            return operator in _COMPARES or i.Local(name) not in operands
        case i.Suspend(kind="yield"):
            return True
        case i.CallMethod(name="append") | i.Call(text="print"):
            return True
        case _:
            return name not in reads(one)


def _is_number(site: Site, move: Move) -> bool:
    """Whether the step is a number that the caller chooses, by its annotation or its default."""
    given = next((one for one in site.function.parameters if one.name == move.step), None)
    if given is None or not _is_whole_choice(site, move.step):
        return False
    if (given.annotation or "").strip("'\"") in _NUMBERS:
        return True
    default = getattr(given.default, "value", None)
    return type(default) in (int, float) or _is_made_number(site, move.name)


def _is_whole_choice(site: Site, name: str) -> bool:
    found = at_head(site, name)
    return is_chosen(site, found) and all(one.instruction is None for one in found)


def _is_made_number(site: Site, name: str) -> bool:
    """Whether the number is made of a constant one before the loop."""
    for one in at_head(site, name):
        match one.instruction:
            case i.Copy(value=i.Const(value=float())):
                return True
            case i.Call(text="float"):
                return True
            case _:
                pass
    return False


def direction(move: Move, way: object) -> tuple[str, bool]:
    """What must hold of the step so that the number goes this way: down for -1, up for 1."""
    negative = (way == -1) is move.rises
    return (f"{move.step} < 0" if negative else f"0 < {move.step}"), True


def keeps(names: Mapping[str, object], supposed: Mapping[str, bool]) -> bool:
    """Whether every fact about the number goes on to hold when it moves on."""
    for name, value in names.items():
        falls = value == -1
        about = re.compile(rf"(?<![\w.]){re.escape(name)}(?![\w.(\[])")
        for fact, answer in supposed.items():
            if not about.search(fact):
                continue
            left, found, right = fact.partition(" < ")
            below = left == name and answer is falls
            above = right == name and answer is not falls
            other = right if left == name else left
            if not found or not (below or above) or about.search(other):
                return False
    return True
