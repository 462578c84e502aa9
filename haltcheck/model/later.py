"""Functions, values and fields of a file that only a run asks for; each is lowered once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from haltcheck.frontend import statement as syntax
from haltcheck.frontend.piecemeal import Piecemeal
from haltcheck.frontend.stub import NOT_NEEDED
from haltcheck.frontend.unread import Slot, Unread
from haltcheck.model.instruction import Hole
from haltcheck.model.program import Bound, Function, Later, Program

Whole = Callable[[str], Program | None]
Lower = Callable[[Iterable[syntax.Function]], dict[str, Function]]


class OnDemand(Later):
    """What ``Unread`` has, lowered; a program that asks twice gets the same."""

    def __init__(self, unread: Unread, lower: Lower, whole: Whole) -> None:
        self.unread = unread
        self.lower = lower
        self.whole = whole
        self.programs: dict[str, Program | None] = {}
        self.functions: dict[str, Function] = {}
        self.asked: set[str] = set()
        self.bindings: dict[str, tuple[Bound, ...]] = {}
        self.fields: dict[str, tuple[Slot, ...]] = {}
        self.modules: dict[str, bool] = {}

    def _lowered(self, found: tuple[syntax.Function, ...]) -> None:
        if found:
            for name, function in self.lower(found).items():
                self.functions.setdefault(name, function)

    def function(self, qualname: str) -> Function | None:
        if qualname not in self.functions and qualname not in self.asked:
            self.asked.add(qualname)
            self._lowered(self.unread.function(qualname))
        return self.functions.get(qualname)

    def binding(self, name: str) -> tuple[Bound, ...]:
        if name not in self.bindings:
            found = self.unread.bindings(name)
            for one in found:
                self._lowered((one.function, *one.functions))
            self.bindings[name] = tuple(
                Bound(self.functions[one.function.qualname], one.settled, one.whole)
                for one in found
                if one.function.qualname in self.functions
            )
        return self.bindings[name]

    def imports(self, name: str) -> bool:
        if name not in self.modules:
            self.modules[name] = self.unread.imports(name)
        return self.modules[name]

    def module(self, dotted: str) -> Program | None:
        if dotted not in self.programs:
            path = self.unread.module(dotted)
            self.programs[dotted] = self.whole(path) if path else None
        return self.programs[dotted]

    def slots(self, name: str) -> tuple[Slot, ...]:
        if name not in self.fields:
            self.fields[name] = self.unread.slots(name)
        return self.fields[name]


class AsNeeded(Mapping[str, Function]):
    """The functions of a neighbour: an outermost one is lowered when it, or one in it, is sought.

    Whoever looks at all of them has all of them read.
    """

    def __init__(self, functions: Piecemeal, lower: Lower) -> None:
        self.syntax = functions
        self.lower = lower
        self.units: dict[str, dict[str, Function]] = {}

    def __getitem__(self, name: str) -> Function:
        around = name
        while around not in self.syntax.units:
            around, dot, _ = around.rpartition(".")
            if not dot:
                raise KeyError(name)
        return self._unit(self.syntax.units[around])[name]

    def _unit(self, name: str) -> dict[str, Function]:
        if name not in self.units:
            self.units[name] = self.lower(self.syntax.unit(name).values())
        return self.units[name]

    @cached_property
    def _all(self) -> dict[str, Function]:
        units = dict.fromkeys(self.syntax.units.values())
        return in_order({name: one for unit in units for name, one in self._unit(unit).items()})

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)


def in_order(functions: Mapping[str, Function]) -> dict[str, Function]:
    """The functions as they stand in the file."""
    return dict(sorted(functions.items(), key=lambda item: item[1].span))


def function_of(program: Program, qualname: str) -> Function | None:
    """The function, read and lowered now where nobody needed it before."""
    found = program.functions.get(qualname)
    if found is not None and not _is_stub(found):
        return found
    return program.later.function(qualname) or found


def _is_stub(function: Function) -> bool:
    first = function.blocks[0].instructions[:1]
    return any(isinstance(one, Hole) and one.gap.why == NOT_NEEDED for one in first)
