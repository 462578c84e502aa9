"""Iterators of the library that never end and never raise, by the calls that make them."""

from __future__ import annotations

from haltcheck.frontend.expression import Literal
from haltcheck.model import instruction as i
from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.infer import Kinds
from haltcheck.model.binding import Bindings
from haltcheck.model.calls import Dotted, Resolver
from haltcheck.model.program import Function

_DEPTH = 4
_MADE: dict[str, Literal] = {"int": 0, "float": 0.0, "str": "", "bytes": b"", "bool": False}
NO_STEP = 0
"""The elements are not known."""


def unending(function: Function, kinds: Kinds, resolver: Resolver) -> dict[str, int]:
    """For each local that holds such an iterator the step from one integer to the next.

    It is NO_STEP where the elements are no integers at equal distances.
    """
    search = _Search(function, kinds, resolver)
    found: dict[str, int] = {}
    for block in function.blocks:
        for one in block.instructions:
            if isinstance(one, i.GetIterator) and not one.is_async:
                step = search.step(one.object, 0)
                if step is not None and search.bindings.counts.get(one.target) == 1:
                    found[one.target] = step
    return found


MAKERS = frozenset(
    {"itertools.count", "itertools.repeat", "itertools.cycle", "zip", "enumerate", "iter"}
)
"""The calls that may make an iterator without an end."""


def never_ends(function: Function, resolver: Resolver, operand: i.Operand) -> bool:
    """Whether what is iterated has no end."""
    return _Search(function, None, resolver).step(operand, 0) is not None


class _Search:
    """Follows an iterator back to the call that makes it."""

    def __init__(self, function: Function, kinds: Kinds | None, resolver: Resolver) -> None:
        self.function = function
        self.kinds = kinds
        self.resolver = resolver
        self.bindings: Bindings = resolver.bindings(function)

    def step(self, operand: i.Operand, depth: int) -> int | None:
        """The step of an iterator without an end; None where it may have one."""
        call = self.bindings.origin(operand)
        if not isinstance(call, i.Call | i.CallMethod) or depth > _DEPTH:
            return None
        if any(item.kind != "positional" for item in call.items):
            return None
        values = [item.value for item in call.items]
        match self.resolver.resolve(self.function, call):
            case Dotted(name="itertools.count") if len(values) <= 2:
                return self._count(values) if _is_unnamed(operand) else NO_STEP
            case Dotted(name="itertools.repeat") if len(values) == 1:
                return NO_STEP
            case Dotted(name="itertools.cycle") if len(values) == 1:
                return NO_STEP if self._is_full(values[0]) else None
            case Dotted(name="zip" | "builtins.zip") if values:
                ends = any(self.step(value, depth + 1) is None for value in values)
                return None if ends else NO_STEP
            case Dotted(name="enumerate" | "builtins.enumerate") if len(values) == 1:
                return None if self.step(values[0], depth + 1) is None else NO_STEP
            case Dotted(name="iter" | "builtins.iter") if len(values) == 2:
                return NO_STEP if self._never_gives(values) else None
            case Dotted(name="iter" | "builtins.iter") if len(values) == 1:
                return self.step(values[0], depth + 1)
            case _:
                return None

    def _count(self, values: list[i.Operand]) -> int:
        """``count(start, step)``: a known step where all its numbers are integers."""
        if values and not self._is_whole(values[0]):
            return NO_STEP
        step: Literal = 1
        if len(values) == 2:
            step = values[1].value if isinstance(values[1], i.Const) else NO_STEP
        return step if isinstance(step, int) and not isinstance(step, bool) else NO_STEP

    def _is_whole(self, operand: i.Operand) -> bool:
        if isinstance(operand, i.Const):
            return isinstance(operand.value, int)
        mask = self.kinds.whole(operand.name) if self.kinds is not None else 0
        return bool(mask) and not mask & ~k.WHOLE

    def _never_gives(self, values: list[i.Operand]) -> bool:
        """``iter(int, 1)``: what a built-in class makes of nothing is never that constant."""
        made = self.bindings.origin(values[0])
        kind = _MADE.get(made.name) if isinstance(made, i.LoadGlobal) else None
        end = values[1]
        is_own = kind is not None and isinstance(made, i.LoadGlobal)
        return is_own and isinstance(end, i.Const) and bool(end.value != kind)

    def _is_full(self, operand: i.Operand) -> bool:
        """A literal with members that nobody else can empty."""
        if isinstance(operand, i.Const):
            return isinstance(operand.value, str | bytes) and bool(operand.value)
        built = self.bindings.origin(operand)
        return (
            isinstance(built, i.Build)
            and built.kind in ("list", "tuple", "set", "dict")
            and _is_unnamed(operand)
            and any(item.kind == "positional" for item in built.items)
        )


def _is_unnamed(operand: i.Operand) -> bool:
    """A temporary: nobody else can ask the iterator."""
    return isinstance(operand, i.Local) and operand.name.startswith("$")
