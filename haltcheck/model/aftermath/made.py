"""Objects that are made on the way: what their constructor binds is known of them."""

from __future__ import annotations

from collections.abc import Iterable

from haltcheck.model import instruction as i
from haltcheck.model.aftermath.abroad import Callee
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.into import step_into
from haltcheck.model.aftermath.item import unpack
from haltcheck.model.aftermath.outcome import LeavesError
from haltcheck.model.aftermath.state import State, become_as
from haltcheck.model.aftermath.value import UNSURE, Fields, Listed, Made, Symbol, Value, text_of
from haltcheck.model.calls import Resolved
from haltcheck.model.later import function_of
from haltcheck.model.program import Program

_ROWS = frozenset({"NamedTuple", "typing.NamedTuple"})
_DATA = frozenset({"dataclass", "dataclasses.dataclass"})
_PLAIN = frozenset({"object", *_ROWS})
_MUTABLE = frozenset({"list", "dict", "set"})


def construct(
    context: Context, state: State, call: i.Call | i.CallMethod, cls: str, values: list[Value]
) -> Value | None:
    """The new object of a class of the file; None where its constructor is not followed."""
    program = context.program
    entry = program.contents.classes.get(cls)
    if entry is None or not set(entry.methods).isdisjoint(_ODD):
        return None
    names = [one.name for one in program.later.slots(cls)]
    if names and (_DATA & set(entry.decorators) or _ROWS & set(entry.bases)):
        is_plain = "__init__" not in entry.methods and _PLAIN.issuperset(entry.bases)
        return _row(context, state, call, cls, names, values) if is_plain else None
    if entry.decorators:
        return None
    found = context.resolver.members.constructor(cls)
    if not isinstance(found, Resolved) or found.constructs != cls or len(found.qualnames) != 1:
        return None
    function = function_of(program, found.qualnames[0])
    if function is None or function.name != "__init__":
        return None
    return _begun(context, state, call, cls, Callee(program, function), values)


_ODD = frozenset(
    {"__new__", "__post_init__", "__getattr__", "__getattribute__", "__setattr__"}
    | {"__bool__", "__len__", "__eq__"}
)


def _begun(
    context: Context,
    state: State,
    call: i.Call | i.CallMethod,
    cls: str,
    init: Callee,
    values: list[Value],
) -> Value | None:
    """What ``__init__`` binds, walked on a copy of the state that counts where it comes through."""
    new = Symbol(f"<{cls} {call.span.line}.{call.span.column}>")
    trial = state.fork()
    try:
        step_into(context, trial, call, init, [new, *values[len(values) - len(call.items) :]])
    except LeavesError:
        return None
    fields = {name: held for (base, name), held in trial.attributes.items() if base == new.text}
    rest = {place: held for place, held in trial.attributes.items() if place[0] != new.text}
    if any(new.text in text_of(held) for held in (*fields.values(), *rest.values())):
        return None
    trial.attributes = rest
    trial.locals = state.locals
    become_as(state, trial)
    return _made(cls, fields.items())


def _made(cls: str, fields: Iterable[tuple[str, Value]]) -> Made:
    return Made(cls, tuple(sorted((name, _kept(value)) for name, value in fields)))


def _kept(value: Value) -> Value:
    """What an attribute still holds when others have had the object: no container, for once."""
    return UNSURE if isinstance(value, Listed) and value.kind in _MUTABLE else value


def _row(
    context: Context,
    state: State,
    call: i.Call | i.CallMethod,
    cls: str,
    names: list[str],
    values: list[Value],
) -> Made | None:
    """A row by its fields; those that are not handed in hold their defaults."""
    given = values[len(values) - len(call.items) :]
    held: dict[str, Value] = dict.fromkeys(names, UNSURE)
    match call.items:
        case (i.Item(kind="*"),):
            held.update(zip(names, unpack(context, state, given[0], len(names), -1), strict=True))
            return _listed(cls, held)
        case _:
            pass
    if any(one.kind not in ("positional", "keyword") for one in call.items):
        return None
    plain = [value for value, one in zip(given, call.items, strict=True) if one.name is None]
    held.update(zip(names, plain, strict=False))
    held.update({one.name: value for value, one in zip(given, call.items, strict=True) if one.name})
    return _listed(cls, held) if len(held) == len(names) and len(plain) <= len(names) else None


def _listed(cls: str, held: dict[str, Value]) -> Made:
    return Made(cls, tuple((name, _kept(value)) for name, value in held.items()), True)


def named_row(
    context: Context, state: State, call: i.Call | i.CallMethod, name: str, values: list[Value]
) -> Made | None:
    """A row of ``Name = namedtuple("Name", "a b")``; None for any other callee."""
    cls, _, how = name.partition(".")
    names = fields_of(context.program, cls)
    if names is None or how not in ("", "_make"):
        return None
    if how == "_make":
        whole = values[-1] if values else UNSURE
        if not isinstance(whole, Fields | Listed | Symbol):
            return None
        parts = unpack(context, state, whole, len(names), -1)
        return _listed(cls, dict(zip(names, parts, strict=True)))
    return _row(context, state, call, cls, names, values)


def fields_of(program: Program, name: str) -> list[str] | None:
    """The fields of a named tuple that the module binds the name to."""
    if program.contents.global_writes.get(name) != 1 or not name.lstrip("_")[:1].isupper():
        return None
    if name in program.contents.imports or name in program.contents.classes:
        return None
    for bound in program.later.binding(name):
        code = [one for block in bound.function.blocks for one in block.instructions]
        built = {one.target: one for one in code if isinstance(one, i.Build)}
        for one in code:
            if not isinstance(one, i.Call | i.CallMethod) or len(one.items) != 2:
                continue
            if one.text.rpartition(".")[2] == "namedtuple":
                return _spelled(one.items[1].value, built)
    return None


def _spelled(operand: i.Operand, built: dict[str, i.Build]) -> list[str] | None:
    match operand:
        case i.Const(value=str() as text):
            return text.replace(",", " ").split()
        case i.Local(name=name) if name in built:
            values = [one.value for one in built[name].items]
            texts = [one.value for one in values if isinstance(one, i.Const)]
            names = [one for one in texts if isinstance(one, str)]
            return names if len(names) == len(values) else None
        case _:
            return None
