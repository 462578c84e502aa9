"""Arguments that leave everything as it is: an empty text, a width of 0, a base of 1.

Every text ends with the empty one, which is found everywhere; nothing is cut off by 0 characters;
a number divided by 1 is the same again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from haltcheck.basis.once import once
from haltcheck.frontend.expression import Literal
from haltcheck.model import instruction as i
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.infinite import boundless_facts
from haltcheck.model.aftermath.outcome import Event
from haltcheck.model.aftermath.pathlike import value_at_top
from haltcheck.model.aftermath.start import Site, makers, settled
from haltcheck.model.aftermath.state import State
from haltcheck.model.aftermath.value import EMPTY, Known, Listed, Symbol, Unsure, Value
from haltcheck.model.binding import bound
from haltcheck.model.later import function_of
from haltcheck.model.program import Function, code_of
from haltcheck.model.slice import reads
from haltcheck.model.special import BUILTIN_NAMES

_EMPTY: Literal = ""
_SINGLE: Literal = "a"
_ENDS = frozenset({"startswith", "endswith"})
_PLACES = frozenset({"find", "index"})
_SEEKS = _ENDS | _PLACES | {"rfind", "rindex", "replace", "removeprefix", "removesuffix"}
_TEXTS = frozenset(dir(str)) - frozenset((*dir(list), *dir(dict), *dir(set), *dir(int)))

Values = tuple[tuple[str, Literal], ...]


def _find(site: Site) -> tuple[Values, ...]:
    inside = [one for n in sorted(site.loop.blocks) for one in site.function.blocks[n].instructions]
    found: dict[Values, None] = {}
    for one in inside:
        for operand, value in _uses(inside, one):
            place = _place(site, inside, operand)
            if place:
                found[((place, value),)] = None
    return tuple(found)


degenerate = once(_find)
"""The arguments of a function, by what its loop does with them, each with such a value."""


def _uses(inside: list[i.Instruction], one: i.Instruction) -> Iterator[tuple[i.Operand, Literal]]:
    """What the instruction makes nothing of where it has this value."""
    match one:
        case i.CallMethod(name=name, items=(item, *_)) if name in _SEEKS:
            yield from ((part, _EMPTY) for part in _parts(inside, item.value))
        case i.Operate(operator="in" | "not in", operands=(left, right)) if _is_text(inside, right):
            yield from ((part, _EMPTY) for part in _parts(inside, left))
        case i.Operate(operator="//" | "//=" | "/=" | "/", operands=(_, right)):
            yield right, 1
            yield from ((measured, _SINGLE) for measured in _measured(inside, right))
        case i.Call(text="divmod", items=(_, item)):
            yield item.value, 1
            yield from ((measured, _SINGLE) for measured in _measured(inside, item.value))
        case i.Build(kind="slice", items=items):
            for item in items[:2]:
                yield item.value, 0
                yield from ((text, _EMPTY) for text in _measured(inside, item.value))
        case _:
            pass


def _parts(inside: list[i.Instruction], operand: i.Operand) -> Iterator[i.Operand]:
    """The texts that the operand is put together from."""
    yield operand
    for one in inside:
        if isinstance(one, i.Operate) and one.operator == "+" and operand == i.Local(one.target):
            yield from one.operands


def _measured(inside: list[i.Instruction], operand: i.Operand) -> Iterator[i.Operand]:
    """What the operand is the length of, or calculated from the length of."""
    pending, seen = [operand], {operand}
    while pending:
        made = pending.pop()
        for one in inside:
            if not isinstance(made, i.Local) or made.name not in bound(one):
                continue
            if isinstance(one, i.Call) and one.text == "len" and len(one.items) == 1:
                yield one.items[0].value
            elif isinstance(one, i.Operate):
                pending += [part for part in one.operands if part not in seen]
                seen.update(one.operands)


def _is_text(inside: list[i.Instruction], operand: i.Operand) -> bool:
    """Whether methods are called on it that texts alone have."""
    return any(
        isinstance(one, i.CallMethod) and one.object == operand and one.name in _TEXTS
        for one in inside
    )


def _place(site: Site, inside: list[i.Instruction], operand: i.Operand) -> str:
    """The parameter, or attribute from a constructor's, that nothing looked at before."""
    if not isinstance(operand, i.Local):
        return ""
    function, name = site.function, operand.name
    receiver = function.parameters[0].name if function.in_class and function.parameters else ""
    for one in inside:
        match one:
            case i.GetAttribute(target=target, object=i.Local(name=base), name=attribute) if (
                target == name and base == receiver and base
            ):
                return f"{base}.{attribute}" if _is_stored(site, attribute) else ""
            case _:
                pass
    parameters = {one.name for one in function.parameters if one.kind not in ("*", "**")}
    moved = {part for block in function.blocks for one in block.instructions for part in bound(one)}
    if name not in parameters - {receiver} - moved or name in function.rebound or name.isupper():
        # A constant that is bound as a default is nobody's argument.
        return ""
    return name if not _is_checked(site, name) else ""


def _is_checked(site: Site, name: str) -> bool:
    """Whether what is not built in is called with it before the loop."""
    for block in site.function.blocks:
        for one in block.instructions if block.id not in site.loop.blocks else ():
            if not isinstance(one, i.Call | i.CallMethod) or one.text in BUILTIN_NAMES:
                continue
            if isinstance(one, i.CallMethod) and one.name in _SEEKS | _TEXTS:
                continue
            if any(item.value == i.Local(name) for item in one.items):
                return True
    return False


def _is_stored(site: Site, attribute: str) -> bool:
    """Whether the constructor stores an argument there, and asks nothing of it."""
    made = function_of(site.program, f"{site.function.in_class}.__init__")
    if made is None or not settled(site.program, attribute):
        return False
    return attribute in _stored(made)


def _find_stored(function: Function) -> frozenset[str]:
    code = list(code_of(function))
    parameters = {one.name for one in function.parameters if one.kind not in ("*", "**")}
    stored = {
        one.name: one.value.name
        for one in code
        if isinstance(one, i.SetAttribute) and isinstance(one.value, i.Local)
    }
    asked = {
        name for one in code if not isinstance(one, i.SetAttribute | i.Copy) for name in reads(one)
    }
    asked |= {name for one in code for name in bound(one)}
    asked |= {name for block in function.blocks for name in reads(block.terminator)}
    fetched = {one.name for one in code if isinstance(one, i.GetAttribute)}
    return frozenset(
        name
        for name, value in stored.items()
        if value in parameters and value not in asked and name not in fetched
    )


_stored = once(_find_stored)


def put(site: Site, state: State, values: Mapping[str, Literal]) -> None:
    """The state at the head where the arguments have these values."""
    for name, found in makers(site.function, site.loop).items():
        match found:
            case [i.CallMethod(name=method, items=(item,))] if method in _PLACES:
                told = values.get(item.value.name) if isinstance(item.value, i.Local) else None
                if told == _EMPTY:
                    state.locals[name] = Known(0)
            case _:
                pass
    for place, literal in values.items():
        base, dot, name = place.rpartition(".")
        if dot:
            state.attributes[base, name] = Known(literal)
        else:
            state.locals[place] = value_at_top(literal)


def facts(event: Event, values: Mapping[str, Literal]) -> dict[str, bool]:
    """What the values say, as facts."""
    if event is Event.INFINITE:
        return boundless_facts(values)
    if event is not Event.DEGENERATE:
        return {}
    return {_fact(place, value): value != _EMPTY for place, value in values.items()}


def _fact(place: str, value: Literal) -> str:
    if value == _SINGLE:
        return f"len({place}) == 1"
    return place if value == _EMPTY else f"{place} == {value!r}"


def spelled(event: Event, values: Mapping[str, Literal], supposed: Mapping[str, bool]) -> str:
    """What the arguments must be like, as a condition."""
    told = [(fact, answer) for fact, answer in facts(event, values).items()]
    if event is Event.INFINITE:
        return " and ".join(f"{place} is {value!s}" for place, value in values.items())
    if event is Event.REPLACED:
        told = [one for one in supposed.items() if " in " in one[0]]
    if event is Event.ALIKE:
        told = [one for one in supposed.items() if one[0].startswith("'{' in ")]
    return " and ".join(fact if answer else f"not {fact}" for fact, answer in told)


def unmoved(context: Context, operator: str, values: list[Value]) -> Value | None:
    """What a division by 1 gives, and whether the empty text is in another; None for the rest."""
    if not _is_degenerate(context):
        return None
    match operator, values:
        case (("//" | "/" | "//=" | "/="), [Symbol() as left, Known(value=1)]):
            return left
        case (("%" | "%="), [Symbol(), Known(value=1)]):
            return Known(0)
        case "in" | "not in", [Known(value=""), Symbol() | Unsure()]:
            return Known(operator == "in")
        case _:
            return None


def found_nothing(
    context: Context, receiver: Symbol, name: str, values: list[Value]
) -> Value | None:
    """What a text says when it is asked for the empty one; None for other questions."""
    if not _is_degenerate(context) or values[:1] != [Known(_EMPTY)]:
        return None
    if name in _ENDS:
        return Known(True)
    if name in _PLACES:
        return values[1] if len(values) > 1 else Known(0)
    if name in ("removeprefix", "removesuffix"):
        return receiver
    return receiver if name == "replace" else None


def divided(context: Context, name: str, values: list[Value]) -> Value | None:
    """``divmod(n, 1)``, and the whole number that a number is; None for any other call."""
    match values:
        case [Symbol() as number] if name == "int" and _is_degenerate(context):
            return number
        case [Symbol() as number, Known(value=1)] if name == "divmod":
            return Listed("tuple", (number, Known(0))) if _is_degenerate(context) else None
        case _:
            return None


def _is_degenerate(context: Context) -> bool:
    return context.event is Event.DEGENERATE


def cut_nothing(base: Symbol, key: Value) -> Value | None:
    """What is left of a text up to its end, or to 0; None for other slices."""
    match key:
        case Listed(kind="slice", values=(Known(value=None | 0), Known(value=0), *_)):
            return EMPTY
        case Listed(
            kind="slice", values=(Known(value=None | 0), Symbol(text=text), Known(value=None))
        ) if text == f"len({base.text})":
            return base
        case _:
            return None
