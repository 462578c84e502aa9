"""The lowered program: control-flow graphs of small instructions, with exceptions as edges."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator, Mapping
from dataclasses import field

from haltcheck.basis.record import record
from haltcheck.basis.span import Span
from haltcheck.frontend.expression import Gap, Literal, Parameter
from haltcheck.frontend.syntax import Contents
from haltcheck.frontend.unread import Slot
from haltcheck.model.instruction import Instruction, Operand


@record
class Jump:
    to: int


@record
class Test:
    """Goes to ``then`` where ``condition`` is true in Python's sense, else to ``orelse``."""

    span: Span
    condition: Operand
    then: int
    orelse: int


@record
class Next:
    """Asks ``iterator`` for its next value: binds ``target`` and goes to ``body``, or ``done``."""

    span: Span
    iterator: Operand
    target: str
    body: int
    done: int
    is_async: bool = False


@record
class Return:
    span: Span
    value: Operand


@record
class Raise:
    """Raises ``error`` (a class or an instance); None raises again what is being handled."""

    span: Span
    error: Operand | None
    cause: Operand | None = None


Terminator = Jump | Test | Next | Return | Raise


@record
class Block:
    """Straight code, then one terminator.

    An exception in any instruction or in the terminator goes to the block ``handler`` with the
    exception in the local ``caught``; where ``handler`` is None it leaves the function.
    ``span`` is that of its first instruction.
    """

    id: int
    instructions: tuple[Instruction, ...]
    terminator: Terminator
    handler: int | None = None
    caught: str = "$error"


@record
class Loop:
    """A natural loop: control comes back to ``head``.

    ``kind`` is ``while``, ``for`` or ``comprehension``; ``blocks`` include the head and those of
    inner loops, not the ``else`` part; ``parent`` is the id of the innermost loop around it.
    """

    id: int
    kind: str
    span: Span
    head: int
    blocks: frozenset[int]
    parent: int | None


@record
class Function:
    """One lowered function; ``blocks[i].id == i`` and ``blocks[0]`` is its entry.

    ``shared`` and ``rebound`` are those of ``frontend.expression.Scope``.
    """

    name: str
    qualname: str
    span: Span
    parameters: tuple[Parameter, ...]
    blocks: tuple[Block, ...]
    loops: tuple[Loop, ...]
    locals: frozenset[str]
    shared: frozenset[str] = frozenset()
    rebound: frozenset[str] = frozenset()
    free: frozenset[str] = frozenset()
    is_async: bool = False
    is_generator: bool = False
    in_class: str | None = None
    returns: str | None = None


@record
class Bound:
    """What evaluates the right-hand side of a binding; the rest as in ``unread.Binding``."""

    function: Function
    settled: bool
    whole: bool


class Later(ABC):
    """What only runs ask for, read and lowered when they do; programs are equal without it."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Later)

    def __hash__(self) -> int:
        return 0

    @abstractmethod
    def function(self, qualname: str) -> Function | None:
        """The function, or None where it cannot be read."""

    @abstractmethod
    def binding(self, name: str) -> tuple[Bound, ...]:
        """What evaluates to the value of a module's name or of ``C.name``: one or none."""

    @abstractmethod
    def imports(self, name: str) -> bool:
        """Whether all that binds the name are imports of one and the same module."""

    @abstractmethod
    def slots(self, name: str) -> tuple[Slot, ...]:
        """The fields of a data class or named tuple."""

    def module(self, dotted: str) -> Program | None:
        """A module of the same tree by the name that an import gives it; None for any other."""
        return None


class NothingLater(Later):
    """Nothing more is there."""

    def function(self, qualname: str) -> Function | None:
        return None

    def binding(self, name: str) -> tuple[Bound, ...]:
        return ()

    def imports(self, name: str) -> bool:
        return False

    def slots(self, name: str) -> tuple[Slot, ...]:
        return ()


NO_MORE = NothingLater()


@record
class Program:
    """One file: its lowered functions by qualname, its contents, constants and gaps.

    ``rows`` are globals that are tuples of literals, ``patterns`` those that are compiled from
    one, ``layouts`` those that are a ``struct.Struct`` of one. ``entry`` is the only function that
    code outside calls; where it is empty, that code may call any. ``later`` has what only runs ask
    for.
    """

    contents: Contents
    functions: Mapping[str, Function] = field(default_factory=dict)
    constants: dict[str, Literal] = field(default_factory=dict)
    gaps: tuple[Gap, ...] = ()
    rows: dict[str, tuple[Literal, ...]] = field(default_factory=dict)
    patterns: dict[str, str | bytes] = field(default_factory=dict)
    layouts: dict[str, str | bytes] = field(default_factory=dict)
    entry: str = ""
    later: Later = NO_MORE


def normal_successors(block: Block) -> tuple[int, ...]:
    """The blocks that control may reach next where nothing is raised."""
    match block.terminator:
        case Jump(to=to):
            return (to,)
        case Test(then=then, orelse=orelse):
            return (then, orelse)
        case Next(body=body, done=done):
            return (body, done)
        case Return() | Raise():
            return ()


def successors(block: Block) -> tuple[int, ...]:
    """The blocks that control may reach next, the handler last."""
    normal = normal_successors(block)
    return normal if block.handler is None else (*normal, block.handler)


def reached(function: Function, shut: Collection[tuple[int, int]] = ()) -> set[int]:
    """The blocks that control may reach from the beginning, by edges that are not ``shut``."""
    found: set[int] = set()
    pending = [0]
    while pending:
        number = pending.pop()
        if number not in found:
            found.add(number)
            ways = successors(function.blocks[number])
            pending += [way for way in ways if (number, way) not in shut]
    return found


def code_of(function: Function) -> Iterator[Instruction]:
    """The instructions of a function in the order of its blocks."""
    return (one for block in function.blocks for one in block.instructions)
