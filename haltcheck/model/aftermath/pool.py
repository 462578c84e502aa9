"""Draws from a pool in which all are the same: what is drawn was drawn before.

A list may hold one thing many times, so that its length says nothing of how many distinct ones can
be drawn; of a range or a set no more than its length can.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from haltcheck.basis.once import once
from haltcheck.model import instruction as i
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.drained import holds_nothing
from haltcheck.model.aftermath.outcome import Event
from haltcheck.model.aftermath.provenance import at_head, is_chosen
from haltcheck.model.aftermath.start import Site, makers, settled
from haltcheck.model.aftermath.state import State
from haltcheck.model.aftermath.value import Known, Symbol, Value, derived, tainted, text_of
from haltcheck.model.calls import Resolved
from haltcheck.model.later import function_of
from haltcheck.model.program import Function, Program, code_of
from haltcheck.model.slice import reads

_DRAWS = frozenset({"choice", "randint", "randrange"})
_COPIES = frozenset({"list", "sorted", "tuple"})
_MARK = "drawn("
_LARGE = 10_000
_DEEPEST = 3
_DISTINCT = frozenset({"set", "frozenset", "dict", "range", "dict.fromkeys", "fromkeys", "unique"})
_ONCE = re.compile(r"['\"]?(?:\w+\.)*(?:[sS]et|[fF]rozenset|range|[dD]ict|Abstract)")
_LENGTH = re.compile(r"len\((?P<p>[\w.]+)\)(?P<sign> < | == )|(?: < | == )len\((?P<q>[\w.]+)\)")


def _find_draws(site: Site) -> tuple[i.Call | i.CallMethod, ...]:
    return tuple(
        one
        for number in sorted(site.loop.blocks)
        for one in site.function.blocks[number].instructions
        if isinstance(one, i.Call | i.CallMethod)
        and one.items
        and (_is_draw(one) or _draws_for(site, one) is not None)
    )


draws = once(_find_draws)
"""The calls of a loop that draw at random, by themselves or in a function of the file."""


def _is_draw(one: i.Instruction) -> bool:
    return isinstance(one, i.Call | i.CallMethod) and one.text.rpartition(".")[2] in _DRAWS


def _draws_for(site: Site, call: i.Call | i.CallMethod) -> i.Call | i.CallMethod | None:
    """The draw of the function that runs, where it draws once, and from what it is handed."""
    if not _draws_at_all(site.program):
        return None
    run = site.resolver.resolve(site.function, call)
    names = run.qualnames if isinstance(run, Resolved) and not run.constructs else ()
    callee = site.program.functions.get(names[0]) if len(names) == 1 else None
    if callee is None or callee is site.function:
        return None
    found = [one for one in code_of(callee) if isinstance(one, i.Call | i.CallMethod)]
    found = [one for one in found if _is_draw(one) and one.items]
    if len(found) != 1:
        return None
    inner = Site(site.program, site.resolver, callee, site.loop)
    handed = {one.name for one in callee.parameters[1 if callee.in_class else 0 :]}
    pools = {place for item in found[0].items for place in _sources(inner, item.value, 0)}
    return None if handed.isdisjoint(pools) else found[0]


def _find_any(program: Program) -> bool:
    known = program.contents.functions.values()
    texts = (text for entry in known for text in (*entry.calls, *entry.attributes))
    return any(text.rpartition(".")[2] in _DRAWS for text in texts)


_draws_at_all = once(_find_any, most=64)
"""Whether any function of the file draws at random."""


def _chooses(site: Site, call: i.Call | i.CallMethod) -> bool:
    """Whether it draws one of the things that it is handed, and no number."""
    drawn_by = call if _is_draw(call) else _draws_for(site, call)
    return drawn_by is not None and drawn_by.text.endswith("choice")


def may_run_out(site: Site) -> bool:
    """Whether the loop draws from what the caller chose, or from little."""
    return any(_is_little(site, one) or _is_free(site, one) for one in draws(site))


def may_be_wanted(site: Site, fact: str, wanted: Sequence[str]) -> bool:
    """Whether so many may be wanted: as the caller says, or where the pool is the caller's."""
    given = [one.instruction for place in wanted for one in at_head(site, place.partition(".")[0])]
    made = [one for one in given if one is not None and not isinstance(one, i.Copy)]
    if made and not (None in given and all(map(_is_draw, made))):
        # What is drawn where nothing is handed in says nothing of what is.
        return False
    return bool(given) or "len(" not in fact or all(_is_free(site, one) for one in draws(site))


def _is_little(site: Site, call: i.Call | i.CallMethod) -> bool:
    """Whether all is known that may be drawn, and it is not much."""
    values = [item.value.value for item in call.items if isinstance(item.value, i.Const)]
    numbers = [value for value in values if isinstance(value, int)]
    if len(values) == len(call.items):
        return len(numbers) < len(values) or max(numbers) - min((0, *numbers)) < _LARGE
    place = _place(site, call.items[0].value)
    return _is_module(site, place.partition(".")[0]) and _chooses(site, call)


def _is_module(site: Site, name: str) -> bool:
    return isinstance(site.resolver.bindings(site.function).origin(i.Local(name)), i.LoadGlobal)


def _is_free(site: Site, call: i.Call | i.CallMethod) -> bool:
    """Whether the caller chose what is drawn from."""
    places = {place for item in call.items for place in _sources(site, item.value, 0)}
    roots = {place.partition(".")[0] for place in places}
    return any(
        not _is_module(site, root) and is_chosen(site, at_head(site, root)) for root in roots
    )


def _sources(site: Site, operand: i.Operand, depth: int) -> Iterator[str]:
    """The places that bounds, or a list that was only ordered or copied, are made of."""
    if not isinstance(operand, i.Local) or depth > _DEEPEST:
        return
    yield _place(site, operand)
    match site.resolver.bindings(site.function).origin(operand):
        case i.Operate(operands=parts):
            for part in parts:
                yield from _sources(site, part, depth + 1)
        case i.Call(text=text, items=(item, *_)) if text in _COPIES | {"len"}:
            yield from _sources(site, item.value, depth + 1)
        case _:
            pass


def _place(site: Site, operand: i.Operand) -> str:
    if not isinstance(operand, i.Local):
        return ""
    made = site.resolver.bindings(site.function).origin(operand)
    if isinstance(made, i.GetAttribute) and isinstance(made.object, i.Local):
        return f"{made.object.name}.{made.name}"
    return operand.name


def wanting(site: Site, event: Event) -> str:
    """Where so many distinct values cannot be drawn."""
    if event is not Event.FEWER:
        return ""
    return " and ".join(
        dict.fromkeys(
            f"`{one.text if _is_draw(one) else one.text.rpartition('.')[2]}`"
            " draws fewer distinct values than are wanted"
            for one in draws(site)
        )
    )


def drawn(context: Context, state: State, name: str, values: list[Value]) -> Value | None:
    """What is drawn: the same each time."""
    short = name.rpartition(".")[2]
    if context.event is not Event.FEWER or not values:
        return None
    if name in _COPIES and isinstance(values[0], Symbol) and len(values) == 1:
        return derived(f"{name}({{}})", values[0])
    if short not in _DRAWS:
        return None
    pool = values[0] if short == "choice" else derived("{}", *values[-1:])
    found = derived(_MARK + "{})", pool)
    state.met |= isinstance(found, Symbol)
    return found if isinstance(found, Symbol) else None


def is_drawn(value: Value) -> bool:
    """Whether it is, or is made of, what was drawn."""
    return _MARK in text_of(value)


def begin(site: Site, event: Event, state: State) -> None:
    """What was drawn before the loop from what the loop draws from."""
    if event is not Event.FEWER:
        return
    texts = {one.text: _place(site, one.items[0].value) for one in draws(site)}
    for name, found in makers(site.function, site.loop).items():
        match found:
            case [i.Call(text=text, items=(item,)) | i.CallMethod(text=text, items=(item,))] if (
                texts.get(text) == _place(site, item.value) != ""
            ):
                state.locals[name] = Symbol(f"{_MARK}{texts[text]})")
            case _:
                pass


def _fills(function: Function, name: str) -> bool:
    """Whether something is put into what the local holds."""
    return any(
        isinstance(one, i.CallMethod)
        and one.name in ("add", "append")
        and one.object == i.Local(name)
        for block in function.blocks
        for one in block.instructions
    )


def picked(context: Context, state: State, operator: str, values: list[Value]) -> Value | None:
    """Whether what is drawn is among what was drawn before; None for other questions."""
    if context.event is not Event.FEWER or operator not in ("in", "not in"):
        return None
    match values:
        case [drawn, Symbol(text=text)] if is_drawn(drawn) and text in context.fresh:
            if "." not in text and not _fills(context.function, text):
                return None
            state.met = True
            return Known(operator == "in")
        case _:
            return None


def adds_nothing(context: Context, state: State, name: str, values: list[Value]) -> bool:
    """Whether a collection grows by nothing, or by what it holds."""
    if name in ("extend", "update"):
        return all(tainted(value) or holds_nothing(context.event, value) for value in values)
    if name == "add" and context.event is Event.FEWER and all(map(is_drawn, values)):
        state.met = True
        return True
    return False


def size_of_pool(site: Site, event: Event, fact: str) -> bool | None:
    """How a test on the length of a pool may turn out that holds one thing very often."""
    match = _LENGTH.search(fact) if event is Event.FEWER else None
    if match is None:
        return None
    pools = {
        _place(site, item.value) for one in draws(site) for item in one.items if _chooses(site, one)
    }
    place = match["p"] or match["q"]
    if place not in pools or not _may_repeat(site, place):
        return None
    return match["sign"] is None and " < " in fact


def _may_repeat(site: Site, place: str) -> bool:
    """Whether one thing may be there twice: nobody makes it of a set or a range."""
    base, dot, name = place.rpartition(".")
    function: Function | None = site.function
    if dot:
        function = function_of(site.program, f"{site.function.in_class}.__init__")
        if function is None or not settled(site.program, name) or "." in base:
            return False
        stored = {
            one.value.name
            for block in function.blocks
            for one in block.instructions
            if isinstance(one, i.SetAttribute) and one.name == name
            if isinstance(one.value, i.Local)
        }
        return bool(stored) and not any(_distinct(function, stored))
    return not any(_distinct(site.function, {place}))


def _distinct(function: Function, names: set[str]) -> Iterator[bool]:
    """For what makes these locals: whether it makes each thing come once."""
    code = list(code_of(function))
    kinds = {one.name: one.annotation or "" for one in function.parameters}
    seen: set[str] = set()
    pending = set(names)
    while pending:
        name = pending.pop()
        seen.add(name)
        yield _ONCE.match(kinds.get(name, "")) is not None
        for one in code:
            container = one.container if isinstance(one, i.Extend) else None
            if getattr(one, "target", "") != name and container != i.Local(name):
                continue
            yield isinstance(one, i.Call | i.CallMethod) and one.text in _DISTINCT
            yield isinstance(one, i.Build) and one.kind in ("set", "dict")
            pending |= set(reads(one)) - seen
