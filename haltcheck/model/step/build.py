"""Operands, displays and the arguments of calls: values put together."""

from __future__ import annotations

from haltcheck.model import instruction as i
from haltcheck.model.step.arithmetic import attempt
from haltcheck.model.step.fault import HoleError, ThrownError
from haltcheck.model.step.iterate import with_items
from haltcheck.model.step.limit import check_size, weigh
from haltcheck.model.step.state import Frame, State
from haltcheck.model.step.value import PUSHED, Error, Value


def unbound(name: str) -> ThrownError:
    """A local that has no value."""
    text = f"cannot access local variable '{name}' where it is not associated with a value"
    return ThrownError(Error(UnboundLocalError, (text,)))


def read(env: dict[str, Value], operand: i.Operand) -> Value:
    """The value of an operand."""
    if type(operand) is i.Local:
        try:
            return env[operand.name]
        except KeyError:
            raise unbound(operand.name) from None
    return operand.value  # type: ignore[union-attr]


def build(state: State, frame: Frame, x: i.Build) -> Value:
    """A display: a new container, or a slice."""
    env = frame.env
    if x.kind == "slice":
        return slice(*(read(env, item.value) for item in x.items))
    if x.kind == "dict":
        return _dict(state, env, x)
    if x.kind == "list" and len(x.items) == 1 and x.items[0].kind == "*":
        return with_items(state, read(env, x.items[0].value), same)
    values: list[Value] = []
    for item in x.items:
        value = read(env, item.value)
        if item.kind == "*":
            values.extend(plain_items(state, value))
        else:
            values.append(value)
    check_size(len(values))
    if x.kind == "list":
        return values
    if x.kind == "tuple":
        return tuple(values)
    for value in values:
        weigh(value)
    return attempt(set, values)


def same(state: State, items: list[Value]) -> list[Value]:
    """The items as they are."""
    return items


def plain_items(state: State, value: Value) -> list[Value]:
    """The items of ``*value``; iterators that run code of the program are a hole."""
    depth = len(state.stack)
    result = with_items(state, value, same)
    if result is PUSHED:
        del state.stack[depth:]
        raise HoleError("unpacking of an iterator into a display or call")
    return list(result)


def _dict(state: State, env: dict[str, Value], x: i.Build) -> Value:
    result: dict[Value, Value] = {}
    for item in x.items:
        value = read(env, item.value)
        if item.kind == "**":
            if not isinstance(value, dict):
                raise HoleError("** of something else than a dict")
            result.update(value)
        elif item.key is not None:
            key = read(env, item.key)
            weigh(key)
            attempt(result.__setitem__, key, value)
    state.charge(len(result))
    check_size(len(result))
    return result


def arguments(
    state: State, env: dict[str, Value], items: tuple[i.Item, ...]
) -> tuple[list[Value], dict[str, Value]]:
    """Positional and named arguments of a call."""
    args: list[Value] = []
    named: dict[str, Value] = {}
    for item in items:
        value = read(env, item.value)
        if item.kind == "positional":
            args.append(value)
        elif item.kind == "keyword":
            named[item.name or ""] = value
        elif item.kind == "*":
            args.extend(plain_items(state, value))
        elif isinstance(value, dict) and all(type(key) is str for key in value):
            if any(key in named for key in value):
                raise ThrownError(Error(TypeError, None))
            named.update(value)
        else:
            raise HoleError("** of something else than a dict of names")
    return args, named
