"""What keeps a walk along references finite: that it remembers, counts, or takes away.

Each is looked for as real fixes write it: a set that is tested and extended on the way to the next
step, a depth that is passed on and compared, marks on the items, an entry that is removed. Where
code that is not seen may remember, it is supposed to.
"""

from __future__ import annotations

import re

from haltcheck.model import instruction as i
from haltcheck.model.binding import bound
from haltcheck.model.calls import Resolved
from haltcheck.model.program import Test, successors
from haltcheck.model.reference.deciding import (
    ADDS,
    STRINGS,
    checks,
    forgets,
    is_resource,
    notes_files,
    writes,
)
from haltcheck.model.reference.foreseen import is_foreseen, is_told_more, refuses_circles
from haltcheck.model.reference.guarded import starts_anew
from haltcheck.model.reference.kin import Kinship
from haltcheck.model.reference.look import Look, Step
from haltcheck.model.reference.numbered import TELLS, counted, cursor, numbered, shrinks
from haltcheck.model.reference.store import OWN

_TAKES = frozenset({"pop", "remove", "discard", "popitem"})
_ASKS = frozenset(
    {"get", "__contains__", "has", "contains", "has_key", "count", "index", "setdefault"}
)
_HOLDS = frozenset({"__contains__", "has", "contains"})
"""Of these all arguments are asked for together: whether a pair was seen."""

_FILES = re.compile(r"open|clos|suppress|lock|timer|connect|session|file")
_PLAIN_TESTS = frozenset({"isinstance", "hasattr", "len", "callable", "issubclass", "bool", "any"})


def remembers(kinship: Kinship, step: Step, worklist: str = "") -> str:
    """What keeps the walk from coming back for ever; empty where nothing does.

    ``worklist`` is the container that a loop takes its items from, which remembers nothing.
    """
    look = Look(kinship, step, worklist)
    return (
        _tested_and_extended(look)
        or counted(look)
        or _marked(look)
        or numbered(look)
        or cursor(look)
        or leaves_parent(look)
        or _taken_away(look)
        or shrinks(look)
        or notes_files((one for _, _, one in look.inside()), look.near)
        or _asks_somebody(look)
    )


def _tested_and_extended(look: Look) -> str:
    """A container that is asked for the item and takes it in on every way to the next step."""
    tests: set[str] = set()
    adds: dict[str, list[tuple[int, int]]] = {}
    for number, index, one in look.inside():
        asked = _asked(look, one, number)
        if asked:
            tests.add(asked)
        if isinstance(one, i.Operate) and one.operator in ("in", "not in"):
            tests.add(_rooted(look, one.operands[1]))
        if isinstance(one, i.Operate) and one.operator in ("-", "-="):
            # set(others) - seen
            tests.add(look.place(one.operands[1]))
        if isinstance(one, i.Call) and one.text == "len" and one.items:
            # The items of the way are counted.
            tests.add(look.place(one.items[0].value))
        taken = _added(look, one)
        if taken:
            adds.setdefault(taken, []).append((number, index))
    for place in sorted(tests & adds.keys() - {look.worklist, ""}):
        if not _is_reset(look, place) and _always(look, adds[place]):
            return place
    return ""


def _asked(look: Look, one: i.Instruction, number: int) -> str:
    match one:
        case i.Operate(operator="in" | "not in", operands=(item, whole)) if look.near(item):
            return look.place(whole)
        case i.GetItem(target=target, object=whole, key=key) if look.near(key):
            decides = look.decides(target) or _is_missed(look, number)
            return look.place(whole) if decides else ""
        case i.CallMethod(target=target, object=whole, name=name, items=(item, *_)) if (
            name in _ASKS and look.decides(target)
        ):
            items = one.items if name in _HOLDS else (item,)
            return look.place(whole) if any(look.near(x.value) for x in items) else ""
        case _:
            return ""


def _is_missed(look: Look, number: int) -> bool:
    """Whether only an exception leads on to the step: ``try: return seen[key]``."""
    step = look.step
    block = step.function.blocks[number]
    if block.handler is None or number == step.block:
        return False
    seen = {block.handler, *(x.head for x in step.function.loops if x.blocks == step.region)}
    pending = [x for x in successors(block) if x != block.handler]
    while pending:
        one = pending.pop()
        if one == step.block:
            return False
        if one not in seen and one in step.region:
            seen.add(one)
            pending += successors(step.function.blocks[one])
    return True


def _added(look: Look, one: i.Instruction) -> str:
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


def _is_step(look: Look, one: i.Instruction) -> bool:
    return one is look.step.instruction


def _rooted(look: Look, operand: i.Operand) -> str:
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


def _grown(look: Look, operand: i.Operand) -> str:
    """The place that a new container is made of, together with the item."""
    made = look.resolver.bindings(look.step.function).origin(operand)
    parts: list[i.Operand] = []
    match made:
        case i.Operate(operator="|" | "+", operands=operands):
            parts = list(operands)
        case i.Build(items=items):
            parts = [_spread(look, item) for item in items]
        case i.CallMethod(name="union" | "copy", object=whole, items=items):
            parts = [whole, *(item.value for item in items)]
    if any(isinstance(one, i.Const) for one in parts):
        # A number that is counted up takes nothing in.
        return ""
    names = {one.name for one in look.step.function.parameters}
    places = [place for one in parts if (place := look.place(one)) in names]
    return places[0] if places and len(parts) > 1 else ""


def _spread(look: Look, item: i.Item) -> i.Operand:
    """``path`` in ``(*path, child.name)``, of which a list is made before the name is asked for."""
    made = look.resolver.bindings(look.step.function).origin(item.value)
    if item.kind == "*" and isinstance(made, i.Build) and len(made.items) == 1:
        return made.items[0].value
    return item.value


def _is_reset(look: Look, place: str) -> bool:
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
        return look.is_forgotten(place) or starts_anew(look.resolver, look.step, place)
    return any(place in bound(one) for _, _, one in look.inside() if not _added(look, one))


def _always(look: Look, adds: list[tuple[int, int]]) -> bool:
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


def _marked(look: Look) -> str:
    """An attribute of the items that is set before the step, and asked for."""
    given = {
        one.name
        for number, index, one in look.inside()
        if isinstance(one, i.SetAttribute) and look.near(one.object)
        if look.step.cyclic or _comes_before(look, number, index)
    }
    asked = {
        one.name
        for _, _, one in look.inside()
        if isinstance(one, i.GetAttribute) and look.near(one.object)
    }
    return next(iter(sorted(given & asked)), "")


def _comes_before(look: Look, number: int, index: int) -> bool:
    """Whether some way leads from the place to the step; what is set later shuts no way to it."""
    step = look.step
    if number == step.block and index < step.index:
        return True
    seen: set[int] = set()
    pending = [number]
    while pending:
        block = step.function.blocks[pending.pop()]
        after = {*successors(block), *(() if block.handler is None else (block.handler,))} - seen
        seen |= after
        pending += after
    return step.block in seen


def leaves_parent(look: Look) -> str:
    """A walk down a tree: who goes on leaves out where it came from, as an argument or a note."""
    bindings = look.resolver.bindings(look.step.function)
    names = {one.name for one in look.step.function.parameters}
    for _, _, one in look.inside():
        match one:
            case i.Operate(operator="-", operands=(whole, left_out)) if look.near(whole):
                made = bindings.origin(left_out)
                parts = made.items if isinstance(made, i.Build) and made.kind == "set" else ()
                if parts and all(look.place(item.value) in names for item in parts):
                    return "the parent"
            case i.Operate(operator="==" | "!=", operands=operands):
                for operand in operands:
                    made = bindings.origin(operand)
                    if isinstance(made, i.GetItem) and look.near(made.key):
                        place = look.place(made.object)
                        if OWN.search(place.rpartition(".")[2]):
                            return place
            case _:
                pass
    return ""


def _taken_away(look: Look) -> str:
    """An entry that is removed on the way, and that the walk would miss."""
    for number, index, one in look.inside():
        match one:
            case i.DeleteItem(object=whole, key=key) if look.near(key):
                place = look.place(whole)
                if not _is_missed_by_nobody(look, place, (number, index)):
                    return place or "an entry"
            case i.CallMethod(object=whole, name=name, items=(item, *_)) if name in _TAKES:
                place = look.place(whole)
                near = look.near(item.value) and not _is_given_back(look, whole)
                if near and place != look.worklist:
                    return place or "an entry"
    return ""


def _is_given_back(look: Look, whole: i.Operand) -> bool:
    """Whether the walk's own call gave the container back, which an endless chain never does."""
    made = look.resolver.bindings(look.step.function).origin(whole)
    return not look.step.cyclic and made is look.step.instruction


def _is_missed_by_nobody(look: Look, place: str, at: tuple[int, int]) -> bool:
    """Whether the walk goes on where the entry is gone: ``if key in table: del table[key]``.

    What is looked up on the way would be missed.
    """
    looked_up = {
        look.place(one.object)
        for one in look.kinship.lookups.values()
        if isinstance(one, i.GetItem | i.CallMethod)
    }
    asked = any(
        isinstance(one, i.Operate)
        and one.operator in ("in", "not in")
        and look.place(one.operands[1]) == place
        for _, _, one in look.inside()
    )
    return bool(place) and asked and place not in looked_up and not _always(look, [at])


def _asks_somebody(look: Look) -> str:
    """Code that may remember by itself: a guard by its name, a method that decides the way."""
    function = look.step.function
    if refuses_circles(look):
        return "an exception"
    for number in range(len(function.blocks)):
        for index, one in enumerate(function.blocks[number].instructions):
            if isinstance(one, i.LoadGlobal) and one.name == "RecursionError":
                return one.name
            if is_foreseen(look, one):
                return "a handler"
            if isinstance(one, i.EnterContext) and _may_guard(look, one, number):
                return "a context manager"
            # A recursion's own call leads on; what a round calls may look before it does.
            is_step = (number, index) == (look.step.block, look.step.index) and not look.step.cyclic
            if is_step or not isinstance(one, i.Call | i.CallMethod):
                continue
            name = one.text.rpartition(".")[2]
            if TELLS.search(name.lower()) and not name.endswith(("Error", "Exception")):
                return one.text
            if any(look.near(item.value) for item in one.items) and _checks(look, one):
                return one.text
    return _deciding(look)


def _checks(look: Look, one: i.Call | i.CallMethod) -> bool:
    """Whether code of the file looks before; another call of the walk itself is another step."""
    run = look.resolver.resolve(look.step.function, one)
    own = isinstance(run, Resolved) and run.qualnames == (look.step.function.qualname,)
    return not (own and not look.step.cyclic) and checks(look.resolver, look.step.function, one)


def _may_guard(look: Look, one: i.EnterContext, number: int) -> bool:
    """Whether a context is told of the item, and is no file or the like."""
    made = look.resolver.bindings(look.step.function).origin(one.manager)
    if number not in look.step.region or not isinstance(made, i.Call | i.CallMethod):
        return False
    if _FILES.search(made.text.rpartition(".")[2].lower()):
        return False
    if is_resource(look.resolver, look.step.function, one):
        return False
    return any(look.near(item.value) for item in made.items)


def _deciding(look: Look) -> str:
    """A method that is handed the item and whose answer decides where control goes."""
    bindings = look.resolver.bindings(look.step.function)
    for number in sorted(look.step.region):
        end = look.step.function.blocks[number].terminator
        if not isinstance(end, Test) or not (look.step.cyclic or look.shuts(number, end)):
            continue
        made = bindings.origin(end.condition)
        if isinstance(made, i.Operate) and made.operator in ("not", "truth"):
            made = bindings.origin(made.operands[0])
        if not isinstance(made, i.CallMethod | i.Call) or id(made) in look.kinship.lookups:
            continue
        if isinstance(made, i.Call) and is_told_more(look, made):
            return made.text
        if not any(look.near(item.value) for item in made.items):
            continue
        if isinstance(made, i.CallMethod):
            known = look.near(made.object) or made.name in STRINGS
            if not known and not forgets(look.resolver, look.step.function, made):
                return made.text or made.name
        elif made.text not in _PLAIN_TESTS and _writes(look, made):
            return made.text
    return ""


def _writes(look: Look, call: i.Call) -> bool:
    run = look.resolver.resolve(look.step.function, call)
    if not isinstance(run, Resolved):
        return False
    functions = [look.resolver.program.functions.get(name) for name in run.qualnames]
    return any(one is not None and writes(one) for one in functions)
