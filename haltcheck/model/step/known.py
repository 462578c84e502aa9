"""Functions of the standard library that the machine knows, by dotted name."""

from __future__ import annotations

import bisect
import collections
import heapq
import itertools
import math
import string
from collections.abc import Callable
from typing import Any

from haltcheck.model.step import expression, interface, layout, lock, pure, silent, stream
from haltcheck.model.step.arithmetic import BINARY, COMPARE, attempt, binary
from haltcheck.model.step.builtin import with_iterators
from haltcheck.model.step.comparison import compare
from haltcheck.model.step.fault import HoleError, ThrownError
from haltcheck.model.step.fields import make_field, named_class
from haltcheck.model.step.iterate import with_items
from haltcheck.model.step.limit import check_bits, check_size, weigh
from haltcheck.model.step.pure import plain
from haltcheck.model.step.state import Activation, State
from haltcheck.model.step.value import MISSING, PUSHED, Error, Instance, Partial, Thing, Value
from haltcheck.model.step.wrapper import (
    Accumulate,
    Chain,
    Count,
    Cycle,
    Filter,
    Islice,
    Repeat,
    Zip,
)

Named = dict[str, Value]
Code = Callable[[State, list[Value], Named], Value]


def _small(code: Callable[..., Any], limit: int) -> Code:
    """The same for functions whose result grows with their arguments."""
    known = plain(code)

    def run(state: State, args: list[Value], named: Named) -> Value:
        if any(not isinstance(value, int) or value > limit for value in args):
            raise HoleError("a library function that grows")
        return known(state, args, named)

    return run


def _sign(sign: str) -> Code:
    def run(state: State, args: list[Value], named: Named) -> Value:
        if len(args) != 2 or named:
            raise ThrownError(Error(TypeError, None))
        return (binary if sign in BINARY else compare)(state, sign, args[0], args[1])

    return run


def _heap(code: Callable[..., Any]) -> Code:
    def run(state: State, args: list[Value], named: Named) -> Value:
        if named or not args or type(args[0]) is not list:
            raise HoleError("a heap that is no list")
        for value in args[1:]:
            weigh(value)
        if any(type(value) is Instance for value in (*args[1:], *args[0][:1])):
            raise HoleError("a heap of objects")
        check_size(len(args[0]) + 1)
        state.charge(len(args[0]) if code is heapq.heapify else len(args[0]).bit_length())
        return attempt(code, *args)

    return run


def _bisect(code: Callable[..., Any]) -> Code:
    def run(state: State, args: list[Value], named: Named) -> Value:
        if named or type(args[0]) is not list or any(isinstance(v, Thing) for v in args):
            raise HoleError("bisect of objects")
        state.charge(len(args[0]) if code in (bisect.insort, bisect.insort_left) else 8)
        check_size(len(args[0]) + 1)
        return attempt(code, *args)

    return run


def _open(make: Callable[[list[Value]], Value]) -> Code:
    def run(state: State, args: list[Value], named: Named) -> Value:
        if named:
            raise HoleError("an iterator with keywords")
        return with_iterators(state, args, make)

    return run


def _filtering(kind: str) -> Code:
    def run(state: State, args: list[Value], named: Named) -> Value:
        return with_iterators(state, args[1:], lambda found: Filter(kind, args[0], found[0]))

    return run


def _count(state: State, args: list[Value], named: Named) -> Value:
    start = args[0] if args else named.get("start", 0)
    step = args[1] if len(args) > 1 else named.get("step", 1)
    if type(start) not in (int, float) or type(step) not in (int, float):
        raise HoleError("count of something else than numbers")
    return Count(start, step)


def _repeat(state: State, args: list[Value], named: Named) -> Value:
    times = args[1] if len(args) > 1 else named.get("times", -1)
    if type(times) is not int:
        raise HoleError("repeat")
    return Repeat(args[0], max(times, 0) if len(args) > 1 or named else -1)


def _islice(state: State, args: list[Value], named: Named) -> Value:
    bounds = [*args[1:]]
    if len(bounds) == 1:
        bounds.insert(0, 0)
    start, stop, step = (*bounds, None)[:3]
    start, step = start or 0, 1 if step is None else step
    stop = -1 if stop is None else stop
    if any(type(v) is not int for v in (start, stop, step)) or start < 0 or step < 1:
        raise HoleError("islice")
    return with_iterators(state, args[:1], lambda found: Islice(found[0], start, stop, step))


def _longest(state: State, args: list[Value], named: Named) -> Value:
    def make(found: list[Value]) -> Value:
        result = Zip(found)
        result.longest = True
        result.fill = named.get("fillvalue")
        return result

    return with_iterators(state, args, make)


def _accumulate(state: State, args: list[Value], named: Named) -> Value:
    if named:
        raise HoleError("accumulate with keywords")
    function = args[1] if len(args) > 1 else None
    return with_iterators(state, args[:1], lambda found: Accumulate(found[0], function))


def _product(code: Callable[..., Any], limit: int) -> Code:
    """Combinations of plain finite sequences, made at once where they are few."""

    def run(state: State, args: list[Value], named: Named) -> Value:
        for value in (*args, *named.values()):
            if type(value) not in (list, tuple, str, range, int) or (
                type(value) is not int and len(value) > limit
            ):
                raise HoleError("many combinations")
        made = list(itertools.islice(attempt(lambda: code(*args, **named)), 20_001))
        if len(made) > 20_000:
            raise HoleError("many combinations")
        state.charge(len(made) * 4)
        return with_iterators(state, [made], lambda found: found[0])

    return run


class Fold(Activation):
    """``functools.reduce``."""

    __slots__ = ("function", "items", "total")

    def __init__(self, function: Value, items: list[Value], total: Value) -> None:
        self.function = function
        self.items = items
        self.total = total

    def advance(self, state: State) -> None:
        if not self.items:
            state.stack.pop()
            state.stack[-1].receive(state, self.total)
            return
        value = state.invoke(self.function, [self.total, self.items.pop(0)], {})
        if value is not PUSHED:
            self.total = value

    def receive(self, state: State, value: Value) -> None:
        self.total = value


def _reduce(state: State, args: list[Value], named: Named) -> Value:
    return with_items(state, args[1], _folded, (args[0], args[2] if len(args) > 2 else MISSING))


def _folded(state: State, items: list[Value], function: Value, start: Value) -> Value:
    items = list(items)
    if start is MISSING:
        if not items:
            raise ThrownError(Error(TypeError, None))
        start = items.pop(0)
    state.push(Fold(function, items, start))
    return PUSHED


def _partial(state: State, args: list[Value], named: Named) -> Value:
    function = args[0]
    if type(function) is Partial:
        both = {**function.named, **named}
        return Partial(function.function, (*function.args, *args[1:]), both)
    return Partial(function, tuple(args[1:]), dict(named))


def _cast(state: State, args: list[Value], named: Named) -> Value:
    if len(args) != 2 or named:
        raise HoleError("typing.cast with keywords")
    return args[1]


def _power(state: State, args: list[Value], named: Named) -> Value:
    if all(isinstance(v, int) for v in args) and len(args) == 2 and args[1] >= 0:
        check_bits(args[0].bit_length() * args[1])
    return plain(math.pow)(state, args, named)


KNOWN: dict[str, Code] = {
    **{
        f"math.{name}": plain(getattr(math, name))
        for name in [
            "ceil",
            "floor",
            "trunc",
            "sqrt",
            "isqrt",
            "fabs",
            "fmod",
            "gcd",
            "lcm",
            "log",
            "log2",
            "log10",
            "log1p",
            "exp",
            "expm1",
            "sin",
            "cos",
            "tan",
            "asin",
            "acos",
            "atan",
            "atan2",
            "hypot",
            "isnan",
            "isinf",
            "isfinite",
            "isclose",
            "copysign",
            "degrees",
            "radians",
            "modf",
            "frexp",
            "ldexp",
            "sinh",
            "cosh",
            "tanh",
            "fsum",
            "dist",
        ]
    },
    "math.pow": _power,
    "math.factorial": _small(math.factorial, 3000),
    "math.comb": _small(math.comb, 3000),
    "math.perm": _small(math.perm, 3000),
    "bisect.bisect": _bisect(bisect.bisect),
    "bisect.bisect_left": _bisect(bisect.bisect_left),
    "bisect.bisect_right": _bisect(bisect.bisect_right),
    "bisect.insort": _bisect(bisect.insort),
    **{
        f"heapq.{name}": _heap(getattr(heapq, name))
        for name in ["heappush", "heappop", "heapify", "heappushpop", "heapreplace"]
    },
    **{
        f"operator.{name}": _sign(sign)
        for sign, name in {
            **{sign: code.__name__ for sign, code in BINARY.items()},
            **{sign: code.__name__ for sign, code in COMPARE.items()},
        }.items()
    },
    "collections.namedtuple": named_class,
    "dataclasses.field": make_field,
    "functools.reduce": _reduce,
    "functools.partial": _partial,
    "itertools.count": _count,
    "itertools.repeat": _repeat,
    "itertools.islice": _islice,
    "itertools.accumulate": _accumulate,
    "itertools.zip_longest": _longest,
    "itertools.cycle": _open(lambda found: Cycle(found[0])),
    "itertools.chain": _open(Chain),
    "itertools.takewhile": _filtering("takewhile"),
    "itertools.dropwhile": _filtering("dropwhile"),
    "itertools.filterfalse": _filtering("filterfalse"),
    "itertools.product": _product(itertools.product, 64),
    "itertools.permutations": _product(itertools.permutations, 8),
    "itertools.combinations": _product(itertools.combinations, 64),
    **layout.FUNCTIONS,
    **expression.FUNCTIONS,
    **stream.FUNCTIONS,
    **pure.FUNCTIONS,
    **silent.FUNCTIONS,
    **lock.FUNCTIONS,
    "typing.cast": _cast,
}

VALUES: dict[str, Value] = {
    **{f"math.{name}": getattr(math, name) for name in ("pi", "e", "tau", "inf", "nan")},
    **{
        f"string.{name}": getattr(string, name)
        for name in [
            "ascii_letters",
            "ascii_lowercase",
            "ascii_uppercase",
            "digits",
            "hexdigits",
            "octdigits",
            "punctuation",
            "whitespace",
            "printable",
        ]
    },
    **{
        f"collections.{kind.__name__}": kind
        for kind in (
            collections.deque,
            collections.OrderedDict,
            collections.defaultdict,
            collections.Counter,
        )
    },
    **interface.VALUES,
    **layout.VALUES,
    **expression.VALUES,
    **stream.VALUES,
    **silent.VALUES,
    **pure.DATE_TYPES,
}
MODULES = frozenset(name.rsplit(".", 1)[0] for name in (*KNOWN, *VALUES)) | {"os", "urllib"}
