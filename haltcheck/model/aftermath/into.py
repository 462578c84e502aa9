"""Stepping into a function, of this file or of another one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from haltcheck.frontend.expression import Constant, Parameter
from haltcheck.model import instruction as i
from haltcheck.model.aftermath.abroad import Callee, resolver_of
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.outcome import UnfollowedError
from haltcheck.model.aftermath.state import State, become_as
from haltcheck.model.aftermath.value import UNSURE, Known, Listed, Symbol, Value
from haltcheck.model.program import Function, Program


def step_into(
    context: Context, state: State, call: i.Invocation, callee: Callee, values: list[Value]
) -> Value:
    """What the callee gives; the state is what it leaves."""
    if callee.cls:
        values = [Symbol(f"::{callee.cls}"), *values[len(values) - len(call.items) :]]
    arguments = _bind(callee, call, values)
    context.not_overridden(callee.open_method)
    with at_home_of(context, callee.program, call):
        after, value = context.call(context, callee.function, state, arguments)
    become_as(state, after)
    return value


def _default(parameter: Parameter) -> Value:
    """What the parameter holds where nothing is handed in: a constant, if that is spelt there."""
    default = parameter.default
    return Known(default.value) if isinstance(default, Constant) else UNSURE


@contextmanager
def at_home_of(context: Context, program: Program, call: i.Invocation) -> Iterator[None]:
    """Meanwhile names mean what they mean in the file of the callee."""
    home = context.program, context.resolver, context.abroad
    if program is not context.program:
        context.abroad = context.abroad or call.span.line
        context.program, context.resolver = program, resolver_of(program)
    try:
        yield
    finally:
        context.program, context.resolver, context.abroad = home


def _bind(callee: Callee, call: i.Invocation, values: list[Value]) -> dict[str, Value]:
    function = callee.function
    entry = callee.program.contents.functions.get(function.qualname)
    is_static = entry is not None and "staticmethod" in entry.decorators
    kinds = [one.kind for one in call.items]
    spread = kinds.index("*") if "*" in kinds else len(kinds)
    # Where one stands behind what is spread is not known.
    positional = [kind == "positional" and at < spread for at, kind in enumerate(kinds)]
    rest = values[len(values) - len(positional) :]
    bound = [] if is_static or function.in_class is None else values[: -len(positional) or None]
    if function.in_class is not None and not bound and not is_static:
        raise UnfollowedError(f"{call.text} is not followed")
    plain = all(one.kind in ("positional", "keyword") for one in call.items)
    bound += [value for value, is_plain in zip(rest, positional, strict=True) if is_plain]
    named = {
        one.name: value
        for value, one in zip(rest, call.items, strict=True)
        if one.kind == "keyword" and one.name
    }
    parameters = [one for one in function.parameters if one.kind not in ("*", "**")]
    ordered = [one.name for one in parameters if one.kind != "keyword only"]
    more = any(one.kind == "*" for one in function.parameters)
    if len(bound) > len(ordered) and not more:
        raise UnfollowedError(f"{call.text} is not followed")
    # What is spread may stand for any of the others.
    arguments = {one.name: _default(one) if plain else UNSURE for one in parameters}
    arguments.update(zip(ordered, bound, strict=False))
    arguments.update({name: value for name, value in named.items() if name in arguments})
    arguments.update(_rest(function, bound[len(ordered) :], named, arguments, plain))
    return arguments


def _rest(
    function: Function,
    bound: list[Value],
    named: dict[str, Value],
    taken: dict[str, Value],
    plain: bool,
) -> dict[str, Value]:
    """What ``*items`` and ``**named`` of the callee hold."""
    found: dict[str, Value] = {}
    left = any(name not in taken for name in named)
    for one in function.parameters:
        if one.kind == "*":
            found[one.name] = Listed("tuple", tuple(bound)) if plain else UNSURE
        elif one.kind == "**":
            found[one.name] = Listed("dict", ()) if plain and not left else UNSURE
    return found
