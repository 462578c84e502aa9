"""What the parse left unread, and how a run that needs it has it read after all."""

from __future__ import annotations

from abc import ABC, abstractmethod

from haltcheck.basis.record import record
from haltcheck.frontend.statement import Function


@record
class Binding:
    """The right-hand side of the only binding of a name, as the body of a function.

    ``functions`` are those nested in it. ``settled`` says that nothing which runs while the file
    is imported changes the object that was bound, ``whole`` that nothing changes its parts either.
    """

    function: Function
    functions: tuple[Function, ...]
    settled: bool
    whole: bool


@record
class Slot:
    """An annotated name of a class body; ``bound`` where it has a value there."""

    name: str
    annotation: str
    bound: bool


class Unread(ABC):
    """Reads more of the file on demand; what cannot be read is not there.

    What is still unread makes no difference between what was read.
    """

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Unread)

    def __hash__(self) -> int:
        return 0

    @abstractmethod
    def function(self, qualname: str) -> tuple[Function, ...]:
        """The function and those nested in it; none where it is nested itself."""

    @abstractmethod
    def bindings(self, name: str) -> tuple[Binding, ...]:
        """What the module binds ``x``, or a class of the module ``C.x``, to: one or none."""

    @abstractmethod
    def imports(self, name: str) -> bool:
        """Whether all that binds the name are imports of one and the same module."""

    @abstractmethod
    def slots(self, name: str) -> tuple[Slot, ...]:
        """The fields of a data class or named tuple of the module; none where it is not plain."""

    def module(self, dotted: str) -> str:
        """The path of a module of the same tree by the name that an import gives it."""
        return ""


class NothingUnread(Unread):
    """Nothing more can be read."""

    def function(self, qualname: str) -> tuple[Function, ...]:
        return ()

    def bindings(self, name: str) -> tuple[Binding, ...]:
        return ()

    def imports(self, name: str) -> bool:
        return False

    def slots(self, name: str) -> tuple[Slot, ...]:
        return ()


NOTHING = NothingUnread()
