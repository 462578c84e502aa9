"""Numbers that are not finite: what is added to infinity is nothing, and NaN is in no order."""

from __future__ import annotations

import math
import operator as o
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from haltcheck.frontend.expression import Literal
from haltcheck.model import instruction as i
from haltcheck.model.abstract.flow import flow_of, reaching
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.outcome import Event, RaisedError
from haltcheck.model.aftermath.start import Site, makers
from haltcheck.model.aftermath.state import State
from haltcheck.model.aftermath.value import UNSURE, Known, Symbol, Value, Walker
from haltcheck.model.slice import reads

NAN = Known(math.nan)
_KINDS: Mapping[str, float] = {"inf": math.inf, "-inf": -math.inf, "nan": math.nan}
_ARITHMETIC: dict[str, Callable[[Any, Any], Any]] = {
    "+": o.add,
    "-": o.sub,
    "*": o.mul,
    "/": o.truediv,
    "//": o.floordiv,
    "%": o.mod,
    "**": o.pow,
}
_ORDER: dict[str, Callable[[Any, Any], bool]] = {
    "<": o.lt,
    "<=": o.le,
    ">": o.gt,
    ">=": o.ge,
    "==": o.eq,
    "!=": o.ne,
}
_ABSORBS = frozenset({"abs", "float", "math.fabs", "math.sqrt", "sum", "math.fsum", "math.exp"})
_ASKS = {"math.isnan": math.isnan, "math.isinf": math.isinf, "math.isfinite": math.isfinite}
_WHOLE = frozenset({"int", "math.floor", "math.ceil", "math.trunc", "round"})


def boundless(site: Site) -> Iterator[tuple[tuple[str, Literal], ...]]:
    """The arguments with which the loop calculates as with floats, each with no finite value."""
    inside = [one for n in sorted(site.loop.blocks) for one in site.function.blocks[n].instructions]
    sums = [one for one in inside if isinstance(one, i.Operate)]
    names = {
        part.name
        for one in sums
        if one.operator.removesuffix("=") in _ARITHMETIC or one.operator in _ORDER
        for part in one.operands
        if isinstance(part, i.Local)
    }
    broken = any(one.operator in ("/", "/=") for one in sums) or any(map(_has_float, inside))
    given = {one.name for one in site.function.parameters}
    alone = len(names & given) < 2
    for parameter in site.function.parameters:
        kind = (parameter.annotation or "").strip("'\"")
        used = names & {parameter.name, *_copies(site, parameter.name)}
        if _is_asked_before(site, parameter.name):
            continue
        if used and (_may_be_float(kind) or (broken and kind in ("", "Any"))):
            # Who gives a start, an end and a step does not begin at minus infinity.
            kinds = [value for value in _KINDS if alone or value != "-inf"]
            yield from (((parameter.name, value),) for value in kinds)


def _is_asked_before(site: Site, name: str) -> bool:
    """Whether code in front of the loop does more with the argument than to copy it."""
    before = reaching(flow_of(site.function), (site.loop.head,)) - site.loop.blocks
    return any(
        name in reads(one) and not isinstance(one, i.Copy)
        for number in before
        for one in site.function.blocks[number].instructions
    )


_EITHER = re.compile(r"(?:typing\.)?(?:Optional|Union)\[(.*)\]")
_FLOATS = frozenset({"float", "Number", "Real", "numbers.Number", "numbers.Real"})


def _may_be_float(annotation: str) -> bool:
    """``float``, by itself or as one of several."""
    either = _EITHER.fullmatch(annotation)
    parts = either[1].split(",") if either is not None else annotation.split("|")
    return any(part.strip() in _FLOATS for part in parts)


def _has_float(one: i.Instruction) -> bool:
    if isinstance(one, i.GetAttribute):
        return one.name in ("pi", "tau")
    return isinstance(one, i.Operate) and any(
        isinstance(part, i.Const) and isinstance(part.value, float) for part in one.operands
    )


def _copies(site: Site, name: str) -> Iterator[str]:
    """The locals that hold the argument at the head, by another name."""
    for other, found in makers(site.function, site.loop).items():
        if len(found) == 1 and isinstance(found[0], i.Copy) and found[0].value == i.Local(name):
            yield other


def put_boundless(site: Site, state: State, values: Mapping[str, Literal]) -> None:
    """The state at the head where the arguments are not finite."""
    for name, kind in values.items():
        for place in (name, *_copies(site, name)):
            if state.locals.get(place) == Symbol(name):
                state.locals[place] = _known(_KINDS[str(kind)])


def boundless_facts(values: Mapping[str, Literal]) -> dict[str, bool]:
    """What the values say, as facts."""
    found: dict[str, bool] = {}
    for name, kind in values.items():
        found |= {name: True, f"{name} is None": False}
        if kind != "nan":
            found |= {f"{name} < 0": kind == "-inf", f"0 < {name}": kind == "inf"}
            found |= {f"{name} == 0": False}
    return found


def _known(value: object) -> Value:
    """A float; there is one NaN, so that it is the same as before."""
    if isinstance(value, float) and math.isnan(value):
        return NAN
    return Known(value) if isinstance(value, int | float) else UNSURE


def _is_boundless(value: Value) -> bool:
    return (
        isinstance(value, Known)
        and isinstance(value.value, float)
        and not math.isfinite(value.value)
    )


def calculated(context: Context, operator: str, values: list[Value]) -> Value | None:
    """What an operator makes of a number that is not finite; None for any other."""
    if context.event is not Event.INFINITE or not any(map(_is_boundless, values)):
        return None
    if operator == "neg":
        return calculated(context, "-", [Known(0), *values])
    if len(values) != 2:
        return None
    plain = operator if operator in _ORDER else operator.removesuffix("=")
    if plain in ("is", "is not"):
        return Known(plain == "is not") if Known(None) in values else UNSURE
    if plain not in _ARITHMETIC and plain not in _ORDER:
        return UNSURE
    if NAN in values:
        return Known(plain == "!=") if plain in _ORDER else NAN
    match values:
        case [Known(value=left), Known(value=right)]:
            return _exactly({**_ARITHMETIC, **_ORDER}[plain], left, right)
        case [Known(value=float() as left), Symbol()] if plain in ("+", "-", *_ORDER):
            return _exactly({**_ARITHMETIC, **_ORDER}[plain], left, 0.0)
        case [Symbol(), Known(value=float() as right)] if plain in ("+", "-", *_ORDER):
            return _exactly({**_ARITHMETIC, **_ORDER}[plain], 0.0, right)
        case _:
            return UNSURE


def _exactly(function: Callable[[Any, Any], Any], left: object, right: object) -> Value:
    try:
        found = function(left, right)
    except (TypeError, ValueError, ArithmeticError) as error:
        raise RaisedError(type(error).__name__) from error
    return Known(found) if isinstance(found, bool) else _known(found)


def called(context: Context, name: str, values: list[Value]) -> Value | None:
    """What a function of numbers makes of one that is not finite; None for any other call."""
    if context.event is not Event.INFINITE or not values:
        return None
    first = values[0].over if isinstance(values[0], Walker) else values[0]
    if name in ("max", "min") and len(values) > 1:
        # The first stays where the others are not before it.
        return NAN if first == NAN else None
    if not _is_boundless(first) or not isinstance(first, Known):
        return None
    number = first.value
    assert isinstance(number, float)
    if name in _ASKS:
        return Known(_ASKS[name](number))
    if name in _WHOLE:
        raise RaisedError("ValueError" if math.isnan(number) else "OverflowError")
    if name in ("abs", "math.fabs"):
        return _known(abs(number))
    if name in _ABSORBS and (math.isnan(number) or number > 0):
        return first
    return UNSURE
