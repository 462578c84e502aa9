"""Operators: exact on plain values after a look at the size of the result, else special methods."""

from __future__ import annotations

import operator
from collections import Counter, deque
from collections.abc import Callable
from typing import Any

from haltcheck.model.step.fault import HoleError, ThrownError
from haltcheck.model.step.iterate import with_items
from haltcheck.model.step.limit import check_bits, check_size, weigh
from haltcheck.model.step.state import Activation, State
from haltcheck.model.step.value import (
    MISSING,
    PUSHED,
    DefaultDict,
    Error,
    Grown,
    Instance,
    Opaque,
    Thing,
    Value,
    View,
)

FAILURES = (
    ArithmeticError,
    LookupError,
    TypeError,
    ValueError,
    RuntimeError,
    AttributeError,
    OSError,
)

BINARY: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "%": operator.mod,
    "**": operator.pow,
    "<<": operator.lshift,
    ">>": operator.rshift,
    "&": operator.and_,
    "|": operator.or_,
    "^": operator.xor,
    "@": operator.matmul,
}
COMPARE: dict[str, Callable[[Any, Any], Any]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
}
NAMES = {
    "+": "add",
    "-": "sub",
    "*": "mul",
    "/": "truediv",
    "//": "floordiv",
    "%": "mod",
    "**": "pow",
    "<<": "lshift",
    ">>": "rshift",
    "&": "and",
    "|": "or",
    "^": "xor",
    "@": "matmul",
}
SPECIAL = {"<": "lt", "<=": "le", ">": "gt", ">=": "ge", "==": "eq", "!=": "ne"}
MIRROR = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}


def convert(error: Exception) -> ThrownError:
    """An exception that CPython raised on plain values, as the analysed program sees it."""
    return ThrownError(Error(type(error), error.args))


def attempt(code: Callable[..., Any], *args: Any) -> Any:
    """Runs library code on plain values; what it raises is the program's exception."""
    try:
        return code(*args)
    except RecursionError:
        raise HoleError("a value that is nested too deeply") from None
    except FAILURES as error:
        raise convert(error) from None


def binary(state: State, sign: str, left: Value, right: Value) -> Value:
    """``left sign right``; ``PUSHED`` where a special method runs."""
    kinds = (type(left), type(right))
    if kinds == (int, int):
        bound_ints(state, sign, left, right)
        try:
            return BINARY[sign](left, right)
        except FAILURES as error:
            raise convert(error) from None
    if isinstance(left, Thing) or isinstance(right, Thing):
        return overloaded(state, NAMES[sign], left, right)
    bound_plain(state, sign, left, right)
    if sign == "%" and kinds[0] in (str, bytes):
        raise HoleError("formatting with %")
    try:
        return own(BINARY[sign](left, right), left)
    except RecursionError:
        raise HoleError("a value that is nested too deeply") from None
    except FAILURES as error:
        raise convert(error) from None


def own(result: Value, left: Value) -> Value:
    """Keeps the factory of a defaultdict; results of other types are the machine's already."""
    if type(left) is DefaultDict and type(result) is dict:
        raise HoleError("an operator on a defaultdict")
    return result


def bound_ints(state: State, sign: str, left: int, right: int) -> None:
    """Refuses results that are too large, before they are made."""
    if sign == "**":
        if right > 0 and abs(left) > 1:
            check_bits(left.bit_length() * right)
        elif right < 0:
            check_bits(left.bit_length())
    elif sign == "<<":
        if right > 0 and left:
            check_bits(left.bit_length() + right)
    elif sign == "*":
        bits = left.bit_length() + right.bit_length()
        if bits > 2048:
            check_bits(bits)
            state.charge((bits >> 5) ** 2 >> 8)
    elif sign in ("/", "//", "%"):
        bits = left.bit_length()
        if bits > 2048:
            state.charge((bits >> 5) ** 2 >> 8)
    elif sign in ("+", "-"):
        check_bits(max(left.bit_length(), right.bit_length()) + 1)


SEQUENCES = (list, tuple, str, bytes, bytearray, deque)


def bound_plain(state: State, sign: str, left: Value, right: Value) -> None:
    """The same for all other plain values."""
    for first, second in ((left, right), (right, left)):
        if isinstance(first, SEQUENCES):
            if sign == "*" and isinstance(second, int):
                check_size(len(first) * max(second, 0))
                state.charge(len(first) * max(second, 0))
            elif sign == "+" and isinstance(second, SEQUENCES):
                check_size(len(first) + len(second))
                state.charge(len(first))
        elif isinstance(first, set | frozenset | dict):
            state.charge(len(first))
            weigh(first)
    if isinstance(left, int) and isinstance(right, int):
        bound_ints(state, sign, int(left), int(right))


def inplace(state: State, sign: str, left: Value, right: Value) -> Value:
    """``left sign= right``: lists, sets, dicts and deques change in place."""
    base = sign[:-1]
    kind = type(left)
    if isinstance(left, Grown) and base == "+":
        return left.extended(right)
    if kind is list and base == "+":
        return with_items(state, right, _extend_list, (left,))
    if kind is list and base == "*" and isinstance(right, int):
        bound_plain(state, base, left, right)
        left *= right
        return left
    if kind is bytearray and base == "+" and type(right) in (bytes, bytearray, memoryview):
        check_size(len(left) + len(right))
        state.charge(len(right))
        left += right
        return left
    if kind is set and base in ("|", "&", "-", "^") and type(right) in (set, frozenset):
        bound_plain(state, base, left, right)
        state.churn += 1
        check_size(len(left) + len(right))
        return attempt(_INPLACE[base], left, right)
    if kind is dict and base == "|" and type(right) is dict:
        bound_plain(state, base, left, right)
        state.churn += 1
        check_size(len(left) + len(right))
        left |= right
        return left
    if isinstance(left, list | set | dict | deque | bytearray | Counter):
        raise HoleError(f"{kind.__name__} {sign}")
    if kind is Instance:
        result = state.special(left, f"__i{NAMES[base]}__", [right])
        if result is not MISSING:
            return result
    return binary(state, base, left, right)


_INPLACE: dict[str, Callable[[Any, Any], Any]] = {
    "|": operator.ior,
    "&": operator.iand,
    "-": operator.isub,
    "^": operator.ixor,
}


def _extend_list(state: State, items: list[Value], target: list[Value]) -> Value:
    check_size(len(target) + len(items))
    target.extend(items)
    return target


class Reflected(Activation):
    """Waits for a special method; on NotImplemented the next (receiver, name, args) is asked.

    With none left a comparison falls back to identity, or a TypeError is raised.
    """

    __slots__ = ("others", "same", "sign")

    def __init__(self, sign: str, same: bool, others: list[tuple[Value, str, Value]]) -> None:
        self.sign = sign
        self.same = same
        self.others = others

    def receive(self, state: State, value: Value) -> None:
        state.stack.pop()
        if value is NotImplemented:
            value = ask(state, self.sign, self.same, self.others)
        if value is not PUSHED:
            state.stack[-1].receive(state, value)


def ask(state: State, sign: str, same: bool, others: list[tuple[Value, str, Value]]) -> Value:
    """Asks each special method in turn."""
    while others:
        (receiver, name, arg), *others = others
        if type(receiver) is not Instance:
            continue
        state.push(Reflected(sign, same, others))
        result = state.special(receiver, name, [arg])
        if result is PUSHED:
            return PUSHED
        state.stack.pop()
        if result is not MISSING and result is not NotImplemented:
            return result
    if sign in ("==", "!="):
        return same is (sign == "==")
    raise ThrownError(Error(TypeError, None))


def overloaded(state: State, name: str, left: Value, right: Value) -> Value:
    """A binary operator with an object of the program on one side."""
    if isinstance(left, Opaque | View) or isinstance(right, Opaque | View):
        raise HoleError("an operator on something unknown")
    tries = [(left, f"__{name}__", right), (right, f"__r{name}__", left)]
    if type(left) is Instance and type(right) is Instance:
        if right.cls is left.cls:
            del tries[1]
        elif any(c is left.cls for c in right.cls.mro):
            tries.reverse()
    return ask(state, name, False, tries)


UNARY: dict[str, Callable[[Any], Any]] = {
    "neg": operator.neg,
    "pos": operator.pos,
    "invert": operator.invert,
}


def unary(state: State, sign: str, value: Value) -> Value:
    """``-``, ``+``, ``~``."""
    if isinstance(value, Thing):
        if type(value) is Instance:
            result = state.special(value, f"__{sign}__", [])
            if result is not MISSING:
                return result
            raise ThrownError(Error(TypeError, None))
        raise HoleError("an operator on something unknown")
    return attempt(UNARY[sign], value)
