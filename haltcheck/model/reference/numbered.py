"""Numbers that keep a walk finite: what counts its steps, and items that are calculated with."""

from __future__ import annotations

import re

from haltcheck.frontend.expression import Constant, Unary
from haltcheck.model import instruction as i
from haltcheck.model.binding import bound
from haltcheck.model.program import Test
from haltcheck.model.reference.fewer import fewer
from haltcheck.model.reference.look import Look
from haltcheck.model.reference.nowhere import hangs_on

TELLS = re.compile(
    r"cycl|circular|visited|seen|depth|recurs|guard|limit|already|processed|in_progress|level|budget"
)
"""Names of what remembers or counts."""

_ORDER = frozenset({"<", "<=", ">", ">=", "==", "!="})
_CALCULATES = frozenset({"+", "-", "*", "//", "%", "+=", "-=", "*=", "//="})


def counted(look: Look) -> str:
    """A number that is changed by a constant on the way and compared with something."""
    changed: set[str] = set()
    compared: set[str] = set()
    for _, _, one in look.inside():
        if not isinstance(one, i.Operate) or len(one.operands) != 2:
            continue
        left, right = one.operands
        for operand, other in ((left, right), (right, left)):
            places = {look.place(operand)}
            if one.operator in ("==", "!=") and _is_unlimited(look, look.place(operand), other):
                # It is counted down from below what it is compared with.
                continue
            if one.operator in _ORDER:
                places.add(_further(look, operand))
                compared |= places
                told = sorted(place for place in places if TELLS.search(place.lower()))
                if told:
                    return told[0]
            elif one.operator in ("+", "-", "+=", "-=") and isinstance(other, i.Const):
                changed |= places
    for number in look.step.region:
        end = look.step.function.blocks[number].terminator
        if isinstance(end, Test):
            compared.add(_asked(look, end))
    found = sorted(changed & compared - {""})
    kept = [place for place in found if not look.is_forgotten(place)]
    return next((place for place in kept if look.step.cyclic or _shuts(look, place)), "")


def _shuts(look: Look, place: str) -> bool:
    """Whether a test of the number keeps a side from the step: an indentation keeps none."""
    bindings, function = look.resolver.bindings(look.step.function), look.step.function
    for block in function.blocks:
        end = block.terminator
        if not isinstance(end, Test) or not hangs_on(bindings, end.condition, place):
            continue
        if look.shuts(block.id, end):
            return True
    return False


def _is_unlimited(look: Look, place: str, other: i.Operand) -> bool:
    """Whether a parameter that is negative by default is compared with zero: -1 is no limit."""
    given = next((one for one in look.step.function.parameters if one.name == place), None)
    default = given.default if given is not None else None
    if isinstance(default, Unary) and isinstance(default.operand, Constant):
        number = default.operand.value
        negative = default.operator == "-" and type(number) is int and number > 0
    else:
        number = default.value if isinstance(default, Constant) else None
        negative = type(number) is int and number < 0
    return negative and other == i.Const(0)


def _asked(look: Look, end: Test) -> str:
    """``level`` where ``if not level`` asks for it."""
    made = look.resolver.bindings(look.step.function).origin(end.condition)
    if isinstance(made, i.Operate) and made.operator in ("not", "truth"):
        return look.place(made.operands[0])
    return look.place(end.condition)


_SCANS = frozenset(
    {"match", "fullmatch", "search", "scan", "find", "index", "startswith", "finditer"}
)


def cursor(look: Look) -> str:
    """An item from which on a text is looked through: it is a place in it, and moves on.

    So does a place in the item, behind what a round has put in: ``search(text, begin)``.
    """
    moved = {name for _, _, one in look.inside() for name in bound(one)}
    for _, _, one in look.inside():
        if not isinstance(one, i.Call | i.CallMethod) or one.text.rpartition(".")[2] not in _SCANS:
            continue
        values = [item.value for item in one.items]
        is_method = isinstance(one, i.CallMethod) or one.text in look.step.function.locals
        if is_method and any(map(look.kinship.is_item, values[1:])):
            return "a cursor"
        if len(values) == 2 and look.kinship.is_item(values[0]) and look.place(values[1]) in moved:
            return "a cursor"
    return ""


def _further(look: Look, operand: i.Operand) -> str:
    """``level`` where ``level + 1`` is compared, under a name of its own or not."""
    made = look.resolver.bindings(look.step.function).origin(operand)
    if not isinstance(made, i.Operate) or made.operator not in ("+", "-"):
        return ""
    further = made.operands[1]
    is_number = isinstance(further, i.Const) and isinstance(further.value, int)
    return look.place(made.operands[0]) if is_number else ""


def numbered(look: Look) -> str:
    """Items that are calculated with are numbers, which close in on each other in their own way."""
    bindings = look.resolver.bindings(look.step.function)
    for _, _, one in look.inside():
        if not isinstance(one, i.Operate) or one.operator not in _ORDER | _CALCULATES:
            continue
        if one.operator in ("==", "!=") or not _is_number(one):
            continue
        if one.operator in _ORDER and any(isinstance(x, i.Const) for x in one.operands):
            # A mark of the end: what comes nearer to it is not said.
            continue
        for operand in one.operands:
            made = bindings.origin(operand)
            told = isinstance(made, i.Call | i.GetAttribute | i.Build | i.Operate)
            if not _is_walked(look, operand):
                continue
            if look.near(operand) and not told and look.place(operand) != look.worklist:
                return look.place(operand) or "a number"
    return ""


def _is_walked(look: Look, operand: i.Operand) -> bool:
    """Whether it is the item itself or what is handed on as the next one."""
    if look.step.cyclic or look.kinship.is_item(operand):
        return True
    root = look.resolver.bindings(look.step.function).root
    handed = getattr(look.step.instruction, "items", ())
    return root(operand) in {root(item.value) for item in handed}


def _is_number(one: i.Operate) -> bool:
    """What is added to a text is a text; only a constant tells that something is a number."""
    if one.operator not in ("+", "+=", "*", "*=", "%"):
        return True
    return any(isinstance(x, i.Const) and isinstance(x.value, int) for x in one.operands)


def shrinks(look: Look) -> str:
    """An argument that is what is left of the parameter: ``rest[1:]``, or fewer items of it."""
    one = look.step.instruction
    if not isinstance(one, i.Call | i.CallMethod):
        return ""
    bindings = look.resolver.bindings(look.step.function)
    parameters = {x.name for x in look.step.function.parameters}
    for item in one.items:
        left = fewer(look, item.value)
        if left:
            return left
        made = bindings.origin(item.value)
        if not isinstance(made, i.GetItem):
            continue
        key = bindings.origin(made.key)
        is_slice = isinstance(key, i.Build) and key.kind == "slice"
        if is_slice and look.place(made.object) in parameters:
            return look.place(made.object)
    return ""
