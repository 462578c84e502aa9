"""The instructions of the lowered program.

Every instruction does one thing and writes at most one local; every call is an instruction of its
own, so that a state between two instructions is whole: a machine can stop at any of them.
Temporaries are locals whose names start with ``$``.
"""

from __future__ import annotations

from haltcheck.basis.record import record
from haltcheck.basis.span import Span
from haltcheck.frontend.expression import Gap, Literal


@record
class Local:
    """The value of a local variable or temporary of the running function."""

    name: str


@record
class Const:
    value: Literal


Operand = Local | Const


# Instructions. ``target`` is the local that receives the result.


@record
class Copy:
    """``target = value``."""

    span: Span
    target: str
    value: Operand


@record
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


@record
class Item:
    """A member of a build or an argument of a call.

    ``kind`` is ``positional``, ``*``, ``**`` or ``keyword`` (then ``name``); in a dict build
    ``key`` holds the key of a positional item.
    """

    kind: str
    value: Operand
    name: str | None = None
    key: Operand | None = None


@record
class Build:
    """A new container; ``kind`` is ``list``, ``tuple``, ``set``, ``dict`` or ``slice``."""

    span: Span
    target: str
    kind: str
    items: tuple[Item, ...]


@record
class Extend:
    """What a comprehension does in each round: add to the container that it builds.

    ``kind`` is ``list``, ``set`` or ``dict`` (then ``key``).
    """

    span: Span
    container: Operand
    kind: str
    value: Operand
    key: Operand | None = None


@record
class GetAttribute:
    span: Span
    target: str
    object: Operand
    name: str


@record
class SetAttribute:
    span: Span
    object: Operand
    name: str
    value: Operand


@record
class DeleteAttribute:
    span: Span
    object: Operand
    name: str


@record
class GetItem:
    span: Span
    target: str
    object: Operand
    key: Operand


@record
class SetItem:
    span: Span
    object: Operand
    key: Operand
    value: Operand


@record
class DeleteItem:
    span: Span
    object: Operand
    key: Operand


@record
class Call:
    """``target = function(items)``; ``text`` is the dotted text of the callee where it has one."""

    span: Span
    target: str
    function: Operand
    items: tuple[Item, ...]
    text: str


@record
class CallMethod:
    """``target = object.name(items)``, looked up and called in one go."""

    span: Span
    target: str
    object: Operand
    name: str
    items: tuple[Item, ...]
    text: str


Invocation = Call | CallMethod
"""Whatever calls something with items."""


@record
class LoadGlobal:
    """A module-level or built-in name."""

    span: Span
    target: str
    name: str


@record
class StoreGlobal:
    span: Span
    name: str
    value: Operand


@record
class LoadFree:
    """A name that belongs to an enclosing function."""

    span: Span
    target: str
    name: str


@record
class StoreFree:
    span: Span
    name: str
    value: Operand


@record
class Unbind:
    """``del name``; ``scope`` is ``local``, ``free`` or ``global``."""

    span: Span
    name: str
    scope: str


@record
class MakeFunction:
    """A closure over the running frame; ``defaults`` belong to the last parameters in order.

    ``defaults`` pairs a parameter's name with its value, evaluated at definition.
    """

    span: Span
    target: str
    qualname: str
    defaults: tuple[tuple[str, Operand], ...]


@record
class MakeClass:
    """A class whose body binds ``members``; ``bases`` in order, keywords included."""

    span: Span
    target: str
    qualname: str
    bases: tuple[Item, ...]
    members: tuple[tuple[str, Operand], ...]


@record
class ImportModule:
    """``module`` as written, dots of relative imports included; ``member`` for ``from``."""

    span: Span
    target: str
    module: str
    member: str | None


@record
class GetIterator:
    """``target = iter(object)``, or ``aiter``."""

    span: Span
    target: str
    object: Operand
    is_async: bool = False


@record
class Unpack:
    """``targets = value`` item by item; ``star`` is the index that takes the rest, or -1."""

    span: Span
    targets: tuple[str, ...]
    value: Operand
    star: int


@record
class Suspend:
    """Leaves a generator or coroutine for a while: ``yield``, ``yield from`` or ``await``."""

    span: Span
    target: str
    kind: str
    value: Operand


@record
class EnterContext:
    """``target = manager.__enter__()``, or ``__aenter__`` awaited."""

    span: Span
    target: str
    manager: Operand
    is_async: bool


@record
class ExitContext:
    """``target`` is the truth of ``manager.__exit__(...)``; ``error`` is None on a normal exit."""

    span: Span
    target: str
    manager: Operand
    error: Operand
    is_async: bool


@record
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
