"""Functions, values and fields of a file that only a run asks for; each is lowered once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from haltcheck.basis.record import record
from haltcheck.frontend import statement as syntax
from haltcheck.frontend.unread import NOTHING, Slot, Unread

if TYPE_CHECKING:
    from haltcheck.model.program import Function, Program

Lower = Callable[[tuple[syntax.Function, ...]], dict[str, "Function"]]


@record
class Bound:
    """What evaluates the right-hand side of a binding; ``settled`` as in ``Binding``."""

    function: Function
    settled: bool


class Later:
    """What ``Unread`` has, lowered; a program that asks twice gets the same."""

    def __init__(self, unread: Unread = NOTHING, lower: Lower | None = None) -> None:
        self.unread = unread
        self.lower = lower
        self.functions: dict[str, Function] = {}
        self.asked: set[str] = set()
        self.bindings: dict[str, tuple[Bound, ...]] = {}
        self.fields: dict[str, tuple[Slot, ...]] = {}

    def _lowered(self, found: tuple[syntax.Function, ...]) -> None:
        if found and self.lower is not None:
            for name, function in self.lower(found).items():
                self.functions.setdefault(name, function)

    def function(self, qualname: str) -> Function | None:
        """The function, or None where it cannot be read."""
        if qualname not in self.functions and qualname not in self.asked:
            self.asked.add(qualname)
            self._lowered(self.unread.function(qualname))
        return self.functions.get(qualname)

    def binding(self, name: str) -> tuple[Bound, ...]:
        """What evaluates to the value of a module's name or of ``C.name``: one or none."""
        if name not in self.bindings:
            found = self.unread.bindings(name)
            for one in found:
                self._lowered((one.function, *one.functions))
            self.bindings[name] = tuple(
                Bound(self.functions[one.function.qualname], one.settled)
                for one in found
                if one.function.qualname in self.functions
            )
        return self.bindings[name]

    def slots(self, name: str) -> tuple[Slot, ...]:
        """The fields of a data class or named tuple."""
        if name not in self.fields:
            self.fields[name] = self.unread.slots(name)
        return self.fields[name]


def function_of(program: Program, qualname: str) -> Function | None:
    """The function, read and lowered now where nobody needed it before."""
    found = program.functions.get(qualname)
    return program.later.function(qualname) if found is None else found
