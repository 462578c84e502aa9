"""Dates that there are not: no month that is asked for has such a day, whichever year comes.

The caller says the days and the months, one of each or several. ``date(year, 2, 30)`` is refused
in every year, so that whoever goes on to the next one until it is not goes on for ever.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from haltcheck.model import instruction as i
from haltcheck.model.aftermath.advance import origins_of, sources
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.outcome import Event, RaisedError
from haltcheck.model.aftermath.start import Site
from haltcheck.model.aftermath.state import State
from haltcheck.model.aftermath.value import Known, Symbol, Unsure, Value
from haltcheck.model.assumption import ReturnsNormally
from haltcheck.model.binding import bound
from haltcheck.model.calls import Dotted, owner_of
from haltcheck.model.fact import Unlisted
from haltcheck.model.known import function_fact
from haltcheck.model.later import function_of
from haltcheck.model.program import Function, Program, Raise, code_of
from haltcheck.model.reference.store import place_of
from haltcheck.model.special import BUILTIN_NAMES

_DATES = frozenset({"datetime.date", "datetime.datetime"})
_CHECKS = frozenset({"date", "datetime", "monthrange", "strptime"})
_SHORTER = ("2", "4", "6", "9", "11")
_LATE = ("30", "31")
_COPIES = frozenset({"sorted", "list", "tuple", "set", "frozenset"})
_PLACE = r"\^?[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*"
_PLAIN = re.compile(_PLACE)
_FACT = re.compile(rf"no day (any )?({_PLACE}|\d+) in (any )?({_PLACE}|\d+)")


def makes_dates(code: Iterable[i.Instruction]) -> bool:
    """Whether dates are made of numbers."""
    return any(
        isinstance(one, i.Invocation)
        and len(one.items) > 2
        and one.text.rpartition(".")[2] in ("date", "datetime")
        for one in code
    )


def refuses(
    context: Context, state: State, call: i.Invocation, name: str, values: list[Value]
) -> None:
    """Raises where a date is made that there is not, and the exception is handled."""
    if context.event is not Event.UNDATED or name not in _DATES or not context.trying:
        return
    month = _said(state, _argument(call, values, "month", 1), _SHORTER)
    day = _said(state, _argument(call, values, "day", 2), _LATE)
    if not month or not day or (month.isdecimal() and day.isdecimal()):
        return
    if context.decide(Symbol(f"no day {day} in {month}")) is True:
        state.met = True
        raise RaisedError("ValueError")


def _argument(call: i.Invocation, values: list[Value], name: str, place: int) -> Value | None:
    for number, (item, value) in enumerate(zip(call.items, values, strict=True)):
        if item.kind not in ("positional", "keyword"):
            return None
        if item.name == name or (item.name is None and number == place):
            return value
    return None


def _said(state: State, value: Value | None, numbers: tuple[str, ...]) -> str:
    match value:
        case Known(value=int(number)) if str(number) in numbers:
            return str(number)
        case Unsure(of=of) if of:
            return f"any {of}"
        case Symbol(text=text) if _PLAIN.fullmatch(text) and not state.changed(text):
            return text
        case _:
            return ""


def any_of(context: Context, state: State, get: i.GetItem, base: Value, key: Value) -> Value | None:
    """Some item of a list that stands still and is gone through in turns; None for another."""
    if context.event is not Event.UNDATED or not isinstance(base, Symbol):
        return None
    if state.changed(base.text) or not _PLAIN.fullmatch(base.text):
        return None
    is_number = isinstance(key, Known) and type(key.value) is int
    return Unsure(base.text) if is_number or _is_turned(context, get) else None


def _is_turned(context: Context, get: i.GetItem) -> bool:
    """Whether the place in the list is compared with its length, so that it is never behind."""
    resolver, function = context.resolver, context.function
    whole, key = (place_of(resolver, function, one) for one in (get.object, get.key))
    made = resolver.bindings(function).origin(get.key)
    if isinstance(made, i.Operate) and made.operator == "%":
        return _is_length(context, made.operands[1], whole)
    return bool(key and whole) and any(
        isinstance(one, i.Operate)
        and one.operator in ("==", "!=", "<", "<=", ">", ">=")
        and any(place_of(resolver, function, x) == key for x in one.operands)
        and any(_is_length(context, x, whole) for x in one.operands)
        for block in function.blocks
        for one in block.instructions
    )


def _is_length(context: Context, operand: i.Operand, whole: str) -> bool:
    made = context.resolver.bindings(context.function).origin(operand)
    return (
        isinstance(made, i.Call)
        and made.text == "len"
        and any(place_of(context.resolver, context.function, x.value) == whole for x in made.items)
    )


# Whether there may be such days and months.


def day_and_month(fact: str) -> tuple[str, ...] | None:
    """The places that say the days and the months; None for any other fact."""
    found = _FACT.fullmatch(fact)
    if found is None:
        return None
    return tuple(one for one in (found[2], found[4]) if not one.isdecimal())


def is_handed(site: Site, place: str) -> bool:
    """Whether the caller says it, here or in the function around, and nobody may have refused it.

    Whoever makes a date of it before, or hands it to code that may raise, may see to it.
    """
    made = _constructed(site, place)
    if made is None:
        return False
    function, operand = _around(site, place)
    is_here = function is site.function
    if not is_here and any(isinstance(one.terminator, Raise) for one in function.blocks):
        return False
    blocks = (x for x in function.blocks if not is_here or x.id not in site.loop.blocks)
    code = [one for block in blocks for one in block.instructions]
    calls = [one for one in code if isinstance(one, i.Invocation)]
    last = min((x.span.line for x in calls if not is_here and _runs(site, x)), default=None)
    names = {place_of(site.resolver, function, operand), operand.name} - {""}
    return not any(
        _may_refuse(site, function, one, names)
        for one in calls
        if last is None or one.span.line < last
    )


def _runs(site: Site, call: i.Invocation) -> bool:
    return call.text == site.function.name


def made_by(site: Site, facts: Iterable[str]) -> tuple[ReturnsNormally, ...]:
    """The calls of constructors that make what the facts speak of: they take any such days."""
    found: dict[ReturnsNormally, None] = {}
    for place in (one for fact in facts for one in day_and_month(fact) or ()):
        for call in _constructed(site, place) or ():
            found[ReturnsNormally(call.text, call.span.line)] = None
    return tuple(found)


def _around(site: Site, place: str) -> tuple[Function, i.Local]:
    """The function whose local the place begins with, and that local."""
    name = place.removeprefix("^").partition(".")[0]
    around = owner_of(site.program, site.function, name) if place.startswith("^") else None
    return around or site.function, i.Local(name)


def _constructed(site: Site, place: str) -> tuple[i.Invocation, ...] | None:
    """The calls of a constructor that made what is handed in there; None where nobody hands it."""
    function, local = _around(site, place)
    if place.startswith("^") and function is site.function:
        return None
    rest = place.split(".")[1:]
    if rest and function.in_class and local.name == function.parameters[0].name:
        return _of_constructor(site.program, function.in_class, rest[0]) if rest[1:] == [] else None
    return _given(site, function, local)


def _given(site: Site, function: Function, operand: i.Operand) -> tuple[i.Invocation, ...] | None:
    """The same of a value: a parameter, a part of one, an attribute, or a list of what is."""
    bindings = site.resolver.bindings(function)
    match bindings.origin(operand):
        case i.Call(text=text, items=(item, *_)) if text in _COPIES:
            return _given(site, function, item.value)
        case i.GetAttribute(object=whole, name=name):
            place = place_of(site.resolver, function, whole)
            if function.in_class and place == function.parameters[0].name:
                return _of_constructor(site.program, function.in_class, str(name))
            return _given(site, function, whole)
        case _:
            root = bindings.root(operand)
            code = list(code_of(function))
            is_bound = any(root in bound(one) for one in code)
            return () if not is_bound and _has(function, root) else None


def _has(function: Function, name: str) -> bool:
    return any(one.name == name for one in function.parameters[bool(function.in_class) :])


def _of_constructor(program: Program, cls: str, name: str) -> tuple[i.Invocation, ...] | None:
    """The calls by which the constructor alone makes the attribute of one of its parameters."""
    made = function_of(program, f"{cls}.__init__")
    if made is None or any(isinstance(one.terminator, Raise) for one in made.blocks):
        return None
    others = (one for one in program.contents.functions.values() if one.qualname != made.qualname)
    if any(write.endswith(f".{name}") for one in others for write in one.writes):
        return None
    code = list(code_of(made))
    origins, given = origins_of(code), {one.name for one in made.parameters[1:]}
    calls = [one for one in code if isinstance(one, i.Invocation)]
    if any(map(_checks, calls)) or any(_sees_all(origins, one, given) for one in calls):
        return None
    values = [one.value for one in code if isinstance(one, i.SetAttribute) and one.name == name]
    parts = [sources(origins, [one.name]) for one in values if isinstance(one, i.Local)]
    if not parts or len(parts) < len(values) or not all(part & given for part in parts):
        return None
    whole = set[str]().union(*parts)
    return tuple(one for one in calls if one.target in whole and one.text not in _COPIES)


def _sees_all(origins: Mapping[str, set[str]], call: i.Invocation, given: set[str]) -> bool:
    """Whether a call of a constructor is handed several parameters, or the object alone."""
    names = [x.value.name for x in call.items if isinstance(x.value, i.Local)]
    told = sources(dict(origins), names) & given
    return len(told) > 1 or (isinstance(call, i.CallMethod) and not call.items)


def _may_refuse(site: Site, function: Function, one: i.Invocation, names: set[str]) -> bool:
    """Whether a call is handed one of the names and may raise for what it holds."""
    handed = {place_of(site.resolver, function, x.value) for x in one.items}
    handed |= {x.value.name for x in one.items if isinstance(x.value, i.Local)}
    if _checks(one):
        return True
    if not handed & names:
        return False
    run = site.resolver.resolve(function, one)
    name = run.name if isinstance(run, Dotted) else one.text
    return one.text not in BUILTIN_NAMES and isinstance(function_fact(name), Unlisted)


def _checks(one: i.Instruction) -> bool:
    """Whether it makes a date, or asks how long a month is."""
    return isinstance(one, i.Invocation) and one.text.rpartition(".")[2] in _CHECKS


def undated(supposed: Mapping[str, bool]) -> str:
    """The days that there must not be; nothing where no date is refused."""
    told = []
    for fact, answer in supposed.items():
        found = _FACT.fullmatch(fact) if answer else None
        if found is not None:
            day, month = (one.removeprefix("^") for one in (found[2], found[4]))
            days = f"day of {day}" if found[1] else f"day {day}"
            told.append(f"no month of {month} has a {days}" if found[3] else _in(month, days))
    return " and ".join(told)


def _in(month: str, days: str) -> str:
    return f"there is no {days} in month {month}"
