"""``struct``: bytes laid out by a format."""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Any

from haltcheck.model.step.fault import HoleError, ThrownError
from haltcheck.model.step.iterate import Cursor
from haltcheck.model.step.limit import check_size
from haltcheck.model.step.pure import plain
from haltcheck.model.step.state import State
from haltcheck.model.step.value import Error, Value

Named = dict[str, Value]
STRUCT_PARTS = ("size",)


def _check_format(value: Value) -> None:
    """Formats ask for few bytes."""
    if type(value) not in (str, bytes) or len(value) > 64:
        raise HoleError("a struct format")
    text = value if isinstance(value, str) else value.decode("latin-1")
    for number in "".join(c if c.isdigit() else " " for c in text).split():
        if len(number) > 6:
            raise HoleError("a struct format")
        check_size(int(number) * 8)


def _called(code: Callable[..., Any], state: State, args: list[Value], named: Named) -> Value:
    try:
        result = plain(code)(state, args, named)
    except struct.error:
        raise ThrownError(Error(struct.error, None)) from None
    return Cursor(list(result)) if isinstance(result, _ITERATOR) else result


_ITERATOR = type(struct.iter_unpack("B", b"a"))


def _function(code: Callable[..., Any]) -> Any:
    def run(state: State, args: list[Value], named: Named) -> Value:
        if not args:
            raise ThrownError(Error(TypeError, None))
        _check_format(args[0])
        return _called(code, state, args, named)

    return run


FUNCTIONS: dict[str, Any] = {
    "struct.pack": _function(struct.pack),
    "struct.unpack": _function(struct.unpack),
    "struct.unpack_from": _function(struct.unpack_from),
    "struct.iter_unpack": _function(struct.iter_unpack),
    "struct.calcsize": _function(struct.calcsize),
}
VALUES: dict[str, Value] = {"struct.error": struct.error, "struct.Struct": struct.Struct}
_METHODS = frozenset(("pack", "unpack", "unpack_from", "iter_unpack"))


def make_struct(state: State, args: list[Value], named: Named) -> Value:
    """``struct.Struct(format)``."""
    if len(args) != 1 or named:
        raise HoleError("a struct with options")
    _check_format(args[0])
    return _called(struct.Struct, state, args, named)


def struct_method(
    state: State, value: struct.Struct, name: str, args: list[Value], named: Named
) -> Value:
    """A method of a compiled format."""
    if name not in _METHODS:
        raise HoleError(f"a struct's {name}")
    return _called(getattr(value, name), state, args, named)
