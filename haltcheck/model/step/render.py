"""Text of values: ``repr``, ``str`` and ``format``, written out so that no analysed code hides."""

from __future__ import annotations

import re
from collections import OrderedDict, deque
from typing import Any

from haltcheck.model.step.arithmetic import attempt
from haltcheck.model.step.fault import HoleError
from haltcheck.model.step.limit import check_size, weigh
from haltcheck.model.step.state import State
from haltcheck.model.step.value import DefaultDict, Error, Instance, Opaque, Thing, Value

_LONG = re.compile(r"\d{5}")
FLAT = (int, float, complex, bool, str, bytes, type(None), type(Ellipsis), range)


def is_plain(value: Value) -> bool:
    """Whether the value and all that it contains is CPython's own."""
    if isinstance(value, Thing):
        return False
    if type(value) in FLAT:
        return True
    weigh(value)
    if type(value) in (tuple, list, set, frozenset, deque):
        return all(is_plain(part) for part in value)
    if type(value) in (dict, OrderedDict):
        return all(is_plain(part) for pair in value.items() for part in pair)
    return False


def mark_sets(state: State, value: Value) -> None:
    """The text of a set shows its order, which CPython leaves open."""
    if type(value) in (set, frozenset) and len(value) > 1:
        state.arbitrary = True
    elif isinstance(value, dict):
        for pair in value.items():
            mark_sets(state, pair)
    elif isinstance(value, tuple | list | deque):
        for part in value:
            mark_sets(state, part)


def text(state: State, value: Value, code: Any = str) -> str:
    """``str(value)`` or ``repr(value)`` of a plain value."""
    kind = type(value)
    if kind is str:
        if code is str:
            return value  # type: ignore[no-any-return]
        state.charge(len(value))
        return repr(value)
    if kind in FLAT:
        return attempt(code, value)  # type: ignore[no-any-return]
    if kind is Error and code is str and value.args is not None and type(value.cls) is type:
        return error_text(state, value)
    if isinstance(value, Thing | DefaultDict) or not is_plain(value):
        raise HoleError("the text of an object")
    state.charge(weigh(value))
    mark_sets(state, value)
    result: str = attempt(code, value)
    check_size(len(result))
    return result


def error_text(state: State, error: Error) -> str:
    """``str`` of a built-in exception."""
    if issubclass(error.native(), OSError | SyntaxError | UnicodeError) or error.args is None:
        raise HoleError("the text of an exception")
    if not error.args:
        return ""
    if len(error.args) == 1:
        return text(state, error.args[0], repr if issubclass(error.native(), KeyError) else str)
    return text(state, tuple(error.args), repr)


def check_spec(spec: str) -> None:
    """A width or precision of five digits is refused."""
    if _LONG.search(spec):
        raise HoleError("a very wide format")


def format_value(state: State, value: Value, conversion: str, spec: str) -> Value:
    """One part of an f-string."""
    if conversion in ("s", "r", "a"):
        value = text(state, value, {"s": str, "r": repr, "a": ascii}[conversion])
    if not spec:
        return text(state, value)
    check_spec(spec)
    if type(value) not in FLAT:
        raise HoleError("the format of an object")
    return attempt(format, value, spec)


def percent(state: State, template: Value, values: Value) -> Value:
    """``template % values`` for plain values."""
    check_spec(template if isinstance(template, str) else template.decode("latin-1"))
    if isinstance(template, str) and "*" in template:
        raise HoleError("a format with a variable width")
    if not is_plain(values) or isinstance(values, set):
        raise HoleError("formatting an object")
    state.charge(weigh(values))
    mark_sets(state, values)
    result = attempt(lambda: template % values)
    check_size(len(result))
    return result


def format_method(state: State, template: str, args: list[Value], named: dict[str, Value]) -> Value:
    """``template.format(...)`` for plain values and specifications without fields in them."""
    check_spec(template)
    if re.search(r"\{[^{}]*\{|[.\[]", template.replace("{{", "")) and not re.fullmatch(
        r"(?:[^{}]|\{\{|\}\}|\{\w*(?:![sra])?(?::[^{}]*)?\})*", template
    ):
        raise HoleError("a format with attributes or nested fields")
    if not all(is_plain(value) for value in (*args, *named.values())):
        raise HoleError("formatting an object")
    state.charge(sum(weigh(value) for value in (*args, *named.values())))
    mark_sets(state, [*args, *named.values()])
    result = attempt(lambda: template.format(*args, **named))
    check_size(len(result))
    return result


def has_text_method(value: Value) -> bool:
    """Whether showing it would run a method of the program."""
    if isinstance(value, Opaque):
        return True
    if type(value) not in (Instance, Error) or type(value.cls) is type:
        return False
    names = ("__str__", "__repr__", "__format__")
    return any(isinstance(value.cls.find(name), Thing) for name in names)
