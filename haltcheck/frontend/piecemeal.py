"""The functions of a file, each outermost one read when it or one in it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from haltcheck.frontend.statement import Function

Read = Callable[[str], Mapping[str, Function]]


class Piecemeal(Mapping[str, Function]):
    """As if all of them had been read; ``units`` maps each name to the outermost function."""

    def __init__(self, units: Mapping[str, str], read: Read) -> None:
        self.units = units
        self.read = read
        self.known: dict[str, Mapping[str, Function]] = {}

    def __getitem__(self, name: str) -> Function:
        return self.unit(self.units[name])[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.units)

    def __len__(self) -> int:
        return len(self.units)

    def unit(self, name: str) -> Mapping[str, Function]:
        """An outermost function, with those nested in it."""
        if name not in self.known:
            self.known[name] = self.read(name)
        return self.known[name]
