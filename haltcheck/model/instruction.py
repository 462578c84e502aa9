"""The instructions of the lowered program.

Every instruction does one thing and writes at most one local; every call is an instruction of its
own, so that a state between two instructions is whole: a machine can stop at any of them.
Temporaries are locals whose names start with ``$``.
"""

from __future__ import annotations

from dataclasses import dataclass

from haltcheck.basis.span import Span
from haltcheck.frontend.expression import Gap, Literal


@dataclass(frozen=True, slots=True)
class Local:
    """The value of a local variable or temporary of the running function."""

    name: str


@dataclass(frozen=True, slots=True)
class Const:
    value: Literal


Operand = Local | Const


# Instructions. ``target`` is the local that receives the result.


@dataclass(frozen=True, slots=True)
class Copy:
    """``target = value``."""

    span: Span
    target: str
    value: Operand


@dataclass(frozen=True, slots=True)
class Operate:
    """An operator on one or two operands, or an internal test on any number.

    Binary ``+ - * / // % ** << >> & | ^ @``; in place ``+=`` and so on (the result is bound to
    the target afterwards, as Python does); unary ``neg pos invert not``; comparisons
    ``< <= > >= == != is``, ``is not``, ``in``, ``not in``; ``truth`` (bool of a value);
    ``format`` (value, conversion, spec) and ``join`` (parts of an f-string).
    Internal tests, each a bool: ``catches`` (exception, class or tuple), ``is sequence``,
    ``is mapping``, ``has keys`` (mapping, key...); ``match class`` (value, class, count,
    name...) gives a tuple of attributes or None; ``rest of mapping`` (mapping, key...).
    """

    span: Span
    target: str
    operator: str
    operands: tuple[Operand, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A member of a build or an argument of a call.

    ``kind`` is ``positional``, ``*``, ``**`` or ``keyword`` (then ``name``); in a dict build
    ``key`` holds the key of a positional item.
    """

    kind: str
    value: Operand
    name: str | None = None
    key: Operand | None = None


@dataclass(frozen=True, slots=True)
class Build:
    """A new container; ``kind`` is ``list``, ``tuple``, ``set``, ``dict`` or ``slice``."""

    span: Span
    target: str
    kind: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Extend:
    """What a comprehension does in each round: add to the container that it builds.

    ``kind`` is ``list``, ``set`` or ``dict`` (then ``key``).
    """

    span: Span
    container: Operand
    kind: str
    value: Operand
    key: Operand | None = None


@dataclass(frozen=True, slots=True)
class GetAttribute:
    span: Span
    target: str
    object: Operand
    name: str


@dataclass(frozen=True, slots=True)
class SetAttribute:
    span: Span
    object: Operand
    name: str
    value: Operand


@dataclass(frozen=True, slots=True)
class DeleteAttribute:
    span: Span
    object: Operand
    name: str


@dataclass(frozen=True, slots=True)
class GetItem:
    span: Span
    target: str
    object: Operand
    key: Operand


@dataclass(frozen=True, slots=True)
class SetItem:
    span: Span
    object: Operand
    key: Operand
    value: Operand


@dataclass(frozen=True, slots=True)
class DeleteItem:
    span: Span
    object: Operand
    key: Operand


@dataclass(frozen=True, slots=True)
class Call:
    """``target = function(items)``; ``text`` is the dotted text of the callee where it has one."""

    span: Span
    target: str
    function: Operand
    items: tuple[Item, ...]
    text: str


@dataclass(frozen=True, slots=True)
class CallMethod:
    """``target = object.name(items)``, looked up and called in one go."""

    span: Span
    target: str
    object: Operand
    name: str
    items: tuple[Item, ...]
    text: str


@dataclass(frozen=True, slots=True)
class LoadGlobal:
    """A module-level or built-in name."""

    span: Span
    target: str
    name: str


@dataclass(frozen=True, slots=True)
class StoreGlobal:
    span: Span
    name: str
    value: Operand


@dataclass(frozen=True, slots=True)
class LoadFree:
    """A name that belongs to an enclosing function."""

    span: Span
    target: str
    name: str


@dataclass(frozen=True, slots=True)
class StoreFree:
    span: Span
    name: str
    value: Operand


@dataclass(frozen=True, slots=True)
class Unbind:
    """``del name``; ``scope`` is ``local``, ``free`` or ``global``."""

    span: Span
    name: str
    scope: str


@dataclass(frozen=True, slots=True)
class MakeFunction:
    """A closure over the running frame; ``defaults`` belong to the last parameters in order.

    ``defaults`` pairs a parameter's name with its value, evaluated at definition.
    """

    span: Span
    target: str
    qualname: str
    defaults: tuple[tuple[str, Operand], ...]


@dataclass(frozen=True, slots=True)
class MakeClass:
    """A class whose body binds ``members``; ``bases`` in order, keywords included."""

    span: Span
    target: str
    qualname: str
    bases: tuple[Item, ...]
    members: tuple[tuple[str, Operand], ...]


@dataclass(frozen=True, slots=True)
class ImportModule:
    """``module`` as written, dots of relative imports included; ``member`` for ``from``."""

    span: Span
    target: str
    module: str
    member: str | None


@dataclass(frozen=True, slots=True)
class GetIterator:
    """``target = iter(object)``, or ``aiter``."""

    span: Span
    target: str
    object: Operand
    is_async: bool = False


@dataclass(frozen=True, slots=True)
class Unpack:
    """``targets = value`` item by item; ``star`` is the index that takes the rest, or -1."""

    span: Span
    targets: tuple[str, ...]
    value: Operand
    star: int


@dataclass(frozen=True, slots=True)
class Suspend:
    """Leaves a generator or coroutine for a while: ``yield``, ``yield from`` or ``await``."""

    span: Span
    target: str
    kind: str
    value: Operand


@dataclass(frozen=True, slots=True)
class EnterContext:
    """``target = manager.__enter__()``, or ``__aenter__`` awaited."""

    span: Span
    target: str
    manager: Operand
    is_async: bool


@dataclass(frozen=True, slots=True)
class ExitContext:
    """``target`` is the truth of ``manager.__exit__(...)``; ``error`` is None on a normal exit."""

    span: Span
    target: str
    manager: Operand
    error: Operand
    is_async: bool


@dataclass(frozen=True, slots=True)
class Hole:
    """A gap: may raise, may write the locals in ``writes`` and anything that escaped."""

    span: Span
    target: str
    gap: Gap
    writes: tuple[str, ...]


Instruction = (
    Copy
    | Operate
    | Build
    | Extend
    | GetAttribute
    | SetAttribute
    | DeleteAttribute
    | GetItem
    | SetItem
    | DeleteItem
    | Call
    | CallMethod
    | LoadGlobal
    | StoreGlobal
    | LoadFree
    | StoreFree
    | Unbind
    | MakeFunction
    | MakeClass
    | ImportModule
    | GetIterator
    | Unpack
    | Suspend
    | EnterContext
    | ExitContext
    | Hole
)
