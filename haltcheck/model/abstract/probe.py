"""Whether built-in code takes arguments of some kinds: it is asked with samples of them."""

from __future__ import annotations

import builtins
import copy
import itertools
import operator
from collections.abc import Callable
from enum import Enum
from functools import cache
from typing import Any, Final

from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.value import Known, Number, Thing, Value, mask_of
from haltcheck.model.term import Integer

_SAMPLES: Final[dict[int, tuple[Any, ...]]] = {
    k.INT: (1,),
    k.BOOL: (True,),
    k.FLOAT: (1.5,),
    k.STR: ("", "a"),
    k.BYTES: (b"", b"a"),
    k.LIST: ([],),
    k.TUPLE: ((),),
    k.DICT: ({},),
    k.SET: (set(), frozenset()),
    k.NONE: (None,),
    k.RANGE: (range(2),),
}
_VIEWS: Final[tuple[Any, ...]] = ({}.keys(), {}.values(), {}.items())
"""What may be there where a value is like a dictionary or a set."""

_CHANGEABLE = (list, dict, set)
_COVERED = sum(_SAMPLES)
_SMALL = 1_000
_MOST = 200
_FUNCTIONS = frozenset(
    {"abs", "all", "any", "ascii", "bin", "bool", "callable", "chr", "divmod", "enumerate", "hash"}
    | {"hex", "id", "isinstance", "issubclass", "len", "list", "max", "min", "oct", "ord", "range"}
    | {"repr", "reversed", "round", "set", "sorted", "sum", "tuple", "frozenset", "zip", "float"}
)
_TEMPLATES = frozenset({"format", "format_map"})


class Refusal(Enum):
    """How often a call raises on arguments of its kinds."""

    NEVER = "never"
    PERHAPS = "perhaps"
    ALWAYS = "always"


def refused_by(name: str, values: list[Value]) -> Refusal:
    """For a built-in function whose own model knows when it raises, wrong kinds apart."""
    if name not in _FUNCTIONS:
        return Refusal.NEVER
    given = _given(values)
    if given is None:
        return Refusal.NEVER
    return _weighed(_refusal(_function(name), given, kinds_only=True), values)


def refused_method(receiver: Value, name: str, values: list[Value]) -> Refusal:
    """For a method of a built-in kind; of lists and tables only what raises for wrong kinds."""
    mask = mask_of(receiver) & ~k.UNBOUND
    if not mask or mask & ~_COVERED or name.startswith("_") or name in _TEMPLATES:
        return Refusal.NEVER
    given = _given([receiver, *values])
    if given is None:
        return Refusal.NEVER
    found = _refusal(_method(name), given, kinds_only=bool(mask & ~k.TEXT))
    return _weighed(found, [receiver, *values])


def refused_operator(sign: str, left: Value, right: Value) -> Refusal:
    """For an operator without ``=``, wrong kinds alone."""
    given = _given([left, right]) if sign in _OPERATORS else None
    if given is None:
        return Refusal.NEVER
    return _weighed(_refusal(_OPERATORS[sign], given, kinds_only=True), [left, right])


def is_certain(value: Value) -> bool:
    """Whether its kind is seen where it is made; other kinds are told by how a value is used."""
    match value:
        case Thing(new=new):
            return new
        case Number(term=term):
            return isinstance(term, Integer)
        case _:
            return True


def _weighed(found: Refusal, values: list[Value]) -> Refusal:
    if found is Refusal.ALWAYS and not all(map(is_certain, values)):
        return Refusal.PERHAPS
    return found


_OPERATORS: Final[dict[str, Callable[..., Any]]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "<<": operator.lshift,
    ">>": operator.rshift,
    "&": operator.and_,
    "|": operator.or_,
    "^": operator.xor,
    "@": operator.matmul,
}


@cache
def _function(name: str) -> Callable[..., Any]:
    code: Callable[..., Any] = getattr(builtins, name)
    return code


@cache
def _method(name: str) -> Callable[..., Any]:
    def call(receiver: Any, *arguments: Any) -> Any:
        return getattr(receiver, name)(*arguments)

    return call


Row = tuple[tuple[str, Any], ...]
"""Samples of one argument, each with the name of its kind, so that 1 and True differ."""


def _given(values: list[Value]) -> tuple[Row, ...] | None:
    """Samples of each value; None where one may be what no sample stands for."""
    rows = []
    for value in values:
        mask = mask_of(value) & ~k.UNBOUND
        if isinstance(value, Known):
            row: tuple[Any, ...] = (value.value,)
        elif isinstance(value, Number) and isinstance(value.term, Integer):
            row = (max(-_SMALL, min(value.term.value, _SMALL)),)
        elif mask and not mask & ~_COVERED:
            row = tuple(one for kind, some in _SAMPLES.items() if mask & kind for one in some)
            row += _VIEWS if mask & k.VIEW == k.VIEW else ()
        else:
            return None
        rows.append(tuple((type(one).__name__, one) for one in row))
    return tuple(rows)


def _refusal(code: Callable[..., Any], rows: tuple[Row, ...], *, kinds_only: bool) -> Refusal:
    found = [_error(code, given) for given in itertools.islice(itertools.product(*rows), _MOST)]
    wrong = [one is not None and issubclass(one, TypeError | AttributeError) for one in found]
    if all(wrong):
        return Refusal.ALWAYS
    if any(wrong) or (not kinds_only and any(one is not None for one in found)):
        return Refusal.PERHAPS
    return Refusal.NEVER


def _error(code: Callable[..., Any], given: tuple[tuple[str, Any], ...]) -> type[Exception] | None:
    try:
        code(*(copy.copy(one) if isinstance(one, _CHANGEABLE) else one for _, one in given))
    except Exception as error:
        return type(error)
    return None
