"""What keeps a walk along references finite: that it remembers, counts, or takes away.

Each is looked for as real fixes write it: a set that is tested and extended on the way to the next
step, a depth that is passed on and compared, marks on the items, an entry that is removed. Where
code that is not seen may remember, it is supposed to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from haltcheck.basis.record import record
from haltcheck.model import instruction as i
from haltcheck.model.binding import bound
from haltcheck.model.calls import Resolved
from haltcheck.model.program import Function, Test, successors
from haltcheck.model.reference.deciding import (
    ADDS,
    STRINGS,
    checks,
    forgets,
    is_resource,
    notes_files,
    writes,
)
from haltcheck.model.reference.kin import Kin, Kinship
from haltcheck.model.reference.store import place_of

_TAKES = frozenset({"pop", "remove", "discard", "popitem"})
_ASKS = frozenset({"get", "__contains__", "has_key", "count", "index", "setdefault"})
_TELLS = re.compile(
    r"cycl|circular|visited|seen|depth|recurs|guard|limit|already|processed|in_progress|level|budget"
)
_FILES = re.compile(r"open|clos|suppress|lock|timer|connect|session|file")
_ORDER = frozenset({"<", "<=", ">", ">=", "==", "!="})
_CALCULATES = frozenset({"+", "-", "*", "//", "%", "+=", "-=", "*=", "//="})
_PLAIN_TESTS = frozenset({"isinstance", "hasattr", "len", "callable", "issubclass", "bool", "any"})


@record
class Step:
    """The place where the walk goes on: an instruction of a function, and the blocks around it.

    ``cyclic`` where control comes back to it by itself, as in a loop; else a call begins anew.
    """

    function: Function
    block: int
    index: int
    region: frozenset[int]
    cyclic: bool

    @property
    def instruction(self) -> i.Instruction:
        """The instruction itself."""
        return self.function.blocks[self.block].instructions[self.index]


def remembers(kinship: Kinship, step: Step, worklist: str = "") -> str:
    """What keeps the walk from coming back for ever; empty where nothing does.

    ``worklist`` is the container that a loop takes its items from, which remembers nothing.
    """
    look = _Look(kinship, step, worklist)
    return (
        _tested_and_extended(look)
        or _counted(look)
        or _marked(look)
        or _numbered(look)
        or _taken_away(look)
        or _shrinks(look)
        or notes_files((one for _, _, one in look.inside()), look.near)
        or _asks_somebody(look)
    )


class _Look:
    def __init__(self, kinship: Kinship, step: Step, worklist: str) -> None:
        self.kinship = kinship
        self.step = step
        self.worklist = worklist
        self.resolver = kinship.resolver

    def place(self, operand: i.Operand) -> str:
        return place_of(self.resolver, self.step.function, operand)

    def inside(self) -> Iterator[tuple[int, int, i.Instruction]]:
        for number in sorted(self.step.region):
            for index, one in enumerate(self.step.function.blocks[number].instructions):
                yield number, index, one

    def near(self, operand: i.Operand) -> bool:
        return self.kinship.of(operand) is not Kin.APART


def _tested_and_extended(look: _Look) -> str:
    """A container that is asked for the item and takes it in on every way to the next step."""
    tests: set[str] = set()
    adds: dict[str, list[tuple[int, int]]] = {}
    for number, index, one in look.inside():
        asked = _asked(look, one)
        if asked:
            tests.add(asked)
        if isinstance(one, i.Operate) and one.operator in ("in", "not in"):
            tests.add(_rooted(look, one.operands[1]))
        taken = _added(look, one)
        if taken:
            adds.setdefault(taken, []).append((number, index))
    for place in sorted(tests & adds.keys() - {look.worklist, ""}):
        if not _is_reset(look, place) and _always(look, adds[place]):
            return place
    return ""


def _asked(look: _Look, one: i.Instruction) -> str:
    match one:
        case i.Operate(operator="in" | "not in", operands=(item, whole)) if look.near(item):
            return look.place(whole)
        case i.GetItem(object=whole, key=key) if look.near(key):
            return look.place(whole)
        case i.CallMethod(object=whole, name=name, items=(item, *_)) if name in _ASKS:
            return look.place(whole) if look.near(item.value) else ""
        case _:
            return ""


def _added(look: _Look, one: i.Instruction) -> str:
    match one:
        case i.SetItem(object=whole, key=key) if look.near(key):
            return look.place(whole)
        case i.CallMethod(object=whole, name=name, items=items) if name in ADDS:
            return look.place(whole) if any(look.near(x.value) for x in items) else ""
        case i.Operate(operator="|=" | "+=", operands=(whole, item)) if look.near(item):
            return look.place(whole)
        case i.Operate(operator="|" | "+", target=target, operands=(whole, item)):
            # seen = seen | {item}
            return target if look.near(item) and look.place(whole) == target else ""
        case i.CallMethod(name="union", target=target, object=whole) if target:
            return target if look.place(whole) == target else ""
        case i.Call(items=items) | i.CallMethod(items=items) if _is_step(look, one):
            # visit(child, seen | {child}), visit(child, (*path, child)), visit(child, [new, *rest])
            return next((place for x in items if (place := _grown(look, x.value))), "")
        case _:
            return ""


def _is_step(look: _Look, one: i.Instruction) -> bool:
    return one is look.step.instruction


def _rooted(look: _Look, operand: i.Operand) -> str:
    """The parameter that a container without a name of its own is a part of."""
    bindings = look.resolver.bindings(look.step.function)
    for _ in range(4):
        made = bindings.origin(operand)
        match made:
            case i.GetItem(object=whole) | i.GetAttribute(object=whole):
                operand = whole
            case i.CallMethod(object=whole, name="copy"):
                operand = whole
            case _:
                break
    place = look.place(operand)
    return place if any(one.name == place for one in look.step.function.parameters) else ""


def _grown(look: _Look, operand: i.Operand) -> str:
    """The place that a new container is made of, together with the item."""
    made = look.resolver.bindings(look.step.function).origin(operand)
    parts: list[i.Operand] = []
    match made:
        case i.Operate(operator="|" | "+", operands=operands):
            parts = list(operands)
        case i.Build(items=items):
            parts = [item.value for item in items]
        case i.CallMethod(name="union" | "copy", object=whole, items=items):
            parts = [whole, *(item.value for item in items)]
    names = {one.name for one in look.step.function.parameters}
    places = [place for one in parts if (place := look.place(one)) in names]
    return places[0] if places and len(parts) > 1 else ""


def _is_reset(look: _Look, place: str) -> bool:
    """Whether the place gets another container while the walk goes on."""
    if "." in place:
        name = place.rpartition(".")[2]
        return any(
            isinstance(one, i.SetAttribute) and one.name == name for _, _, one in look.inside()
        )
    function = look.step.function
    if place not in function.locals:
        return False
    if not look.step.cyclic:
        # A local of its own activation remembers nothing, unless the call hands it on.
        handed = getattr(look.step.instruction, "items", ())
        own = any(look.place(item.value) == place for item in handed)
        return not own and all(one.name != place for one in function.parameters)
    return any(place in bound(one) for _, _, one in look.inside() if not _added(look, one))


def _always(look: _Look, adds: list[tuple[int, int]]) -> bool:
    """Whether no way leads to the step, around a loop once, without one of the additions."""
    step = look.step
    if any(block == step.block and (index <= step.index or step.cyclic) for block, index in adds):
        return True
    blocked = {block for block, _ in adds if block != step.block}
    heads = {one.head for one in step.function.loops if one.blocks == step.region}
    # What an inner loop does again for the same item is no way around.
    around = not (step.cyclic and heads)
    seen: set[tuple[int, bool]] = set()
    begun = successors(step.function.blocks[step.block]) if step.cyclic else (0,)
    pending = [(number, around) for number in begun]
    while pending:
        number, passed = pending.pop()
        passed = passed or number in heads
        if (number, passed) in seen or number in blocked or number not in step.region:
            continue
        if number == step.block and passed:
            return False
        seen.add((number, passed))
        block = step.function.blocks[number]
        pending.extend((one, passed) for one in successors(block))
        if block.handler is not None:
            pending.append((block.handler, passed))
    return True


def _counted(look: _Look) -> str:
    """A number that is changed by a constant on the way and compared with something."""
    changed: set[str] = set()
    compared: set[str] = set()
    for _, _, one in look.inside():
        if not isinstance(one, i.Operate) or len(one.operands) != 2:
            continue
        left, right = one.operands
        for operand, other in ((left, right), (right, left)):
            place = look.place(operand)
            if not place and one.operator in _ORDER:
                place = _further(look, operand)
            if not place:
                continue
            if one.operator in ("+", "-", "+=", "-=") and isinstance(other, i.Const):
                changed.add(place)
            elif one.operator in _ORDER:
                compared.add(place)
                if _TELLS.search(place.lower()):
                    return place
    return next(iter(sorted(changed & compared)), "")


def _further(look: _Look, operand: i.Operand) -> str:
    """``level`` where ``level + 1`` is compared."""
    made = look.resolver.bindings(look.step.function).origin(operand)
    if not isinstance(made, i.Operate) or made.operator not in ("+", "-"):
        return ""
    further = made.operands[1]
    is_number = isinstance(further, i.Const) and isinstance(further.value, int)
    return look.place(made.operands[0]) if is_number else ""


def _numbered(look: _Look) -> str:
    """Items that are calculated with are numbers, which close in on each other in their own way."""
    bindings = look.resolver.bindings(look.step.function)
    for _, _, one in look.inside():
        if not isinstance(one, i.Operate) or one.operator not in _ORDER | _CALCULATES:
            continue
        if one.operator in ("==", "!=") or not _is_number(one):
            continue
        for operand in one.operands:
            made = bindings.origin(operand)
            told = isinstance(made, i.Call | i.GetAttribute | i.Build | i.Operate)
            if look.near(operand) and not told and look.place(operand) != look.worklist:
                return look.place(operand) or "a number"
    return ""


def _is_number(one: i.Operate) -> bool:
    """What is added to a text is a text; only a constant tells that something is a number."""
    if one.operator not in ("+", "+=", "*", "*=", "%"):
        return True
    return any(isinstance(x, i.Const) and isinstance(x.value, int) for x in one.operands)


def _shrinks(look: _Look) -> str:
    """An argument that is what is left of the parameter: ``rest[1:]``, ``name.rpartition``."""
    one = look.step.instruction
    if not isinstance(one, i.Call | i.CallMethod):
        return ""
    bindings = look.resolver.bindings(look.step.function)
    parameters = {x.name for x in look.step.function.parameters}
    for item in one.items:
        made = bindings.origin(item.value)
        if not isinstance(made, i.GetItem):
            continue
        key = bindings.origin(made.key)
        is_slice = isinstance(key, i.Build) and key.kind == "slice"
        if is_slice and look.place(made.object) in parameters:
            return look.place(made.object)
    return ""


def _marked(look: _Look) -> str:
    """An attribute of the items that is set and asked for."""
    given = {
        one.name
        for _, _, one in look.inside()
        if isinstance(one, i.SetAttribute) and look.near(one.object)
    }
    asked = {
        one.name
        for _, _, one in look.inside()
        if isinstance(one, i.GetAttribute) and look.near(one.object)
    }
    return next(iter(sorted(given & asked)), "")


def _taken_away(look: _Look) -> str:
    """An entry that is removed on the way."""
    for _, _, one in look.inside():
        match one:
            case i.DeleteItem(object=whole, key=key) if look.near(key):
                return look.place(whole) or "an entry"
            case i.CallMethod(object=whole, name=name, items=(item, *_)) if name in _TAKES:
                place = look.place(whole)
                if look.near(item.value) and place != look.worklist:
                    return place or "an entry"
    return ""


def _asks_somebody(look: _Look) -> str:
    """Code that may remember by itself: a guard by its name, a method that decides the way."""
    function = look.step.function
    for number in range(len(function.blocks)):
        for index, one in enumerate(function.blocks[number].instructions):
            if isinstance(one, i.LoadGlobal) and one.name == "RecursionError":
                return one.name
            if isinstance(one, i.EnterContext) and _may_guard(look, one, number):
                return "a context manager"
            is_step = (number, index) == (look.step.block, look.step.index)
            if is_step or not isinstance(one, i.Call | i.CallMethod):
                continue
            name = one.text.rpartition(".")[2]
            if _TELLS.search(name.lower()) and not name.endswith(("Error", "Exception")):
                return one.text
            if any(look.near(item.value) for item in one.items) and checks(
                look.resolver, function, one
            ):
                return one.text
    return _deciding(look)


def _may_guard(look: _Look, one: i.EnterContext, number: int) -> bool:
    """Whether a context is told of the item, and is no file or the like."""
    made = look.resolver.bindings(look.step.function).origin(one.manager)
    if number not in look.step.region or not isinstance(made, i.Call | i.CallMethod):
        return False
    if _FILES.search(made.text.rpartition(".")[2].lower()):
        return False
    if is_resource(look.resolver, look.step.function, one):
        return False
    return any(look.near(item.value) for item in made.items)


def _deciding(look: _Look) -> str:
    """A method that is handed the item and whose answer decides where control goes."""
    bindings = look.resolver.bindings(look.step.function)
    for number in sorted(look.step.region):
        end = look.step.function.blocks[number].terminator
        if not isinstance(end, Test):
            continue
        made = bindings.origin(end.condition)
        if isinstance(made, i.Operate) and made.operator in ("not", "truth"):
            made = bindings.origin(made.operands[0])
        if not isinstance(made, i.CallMethod | i.Call) or id(made) in look.kinship.lookups:
            continue
        if not any(look.near(item.value) for item in made.items):
            continue
        if isinstance(made, i.CallMethod):
            known = look.near(made.object) or made.name in STRINGS
            if not known and not forgets(look.resolver, look.step.function, made):
                return made.text or made.name
        elif made.text not in _PLAIN_TESTS and _writes(look, made):
            return made.text
    return ""


def _writes(look: _Look, call: i.Call) -> bool:
    run = look.resolver.resolve(look.step.function, call)
    if not isinstance(run, Resolved):
        return False
    functions = [look.resolver.program.functions.get(name) for name in run.qualnames]
    return any(one is not None and writes(one) for one in functions)
