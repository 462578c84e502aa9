"""The expressions of our own small syntax: one closed union, matched exhaustively by lowering."""

from __future__ import annotations

from haltcheck.basis.record import record
from haltcheck.basis.span import Span

Literal = int | float | complex | str | bytes | bool | None


@record
class Gap:
    """A construct that is not modelled; the rest of the file goes on without it."""

    span: Span
    construct: str
    why: str


@record
class Parameter:
    """``kind`` is ``positional only``, ``normal``, ``*``, ``keyword only`` or ``**``.

    ``annotation`` is the annotation's source text, so that ``int`` and ``"int"`` read alike.
    """

    name: str
    kind: str
    annotation: str | None
    default: Expression | None


@record
class Scope:
    """Who owns a function's names.

    ``locals`` are bound here (parameters included), ``shared`` those of them that a nested
    function reads or writes, ``rebound`` those of ``shared`` that a nested function writes by
    ``nonlocal``, ``free`` the names that belong to an enclosing function, ``globals`` those
    declared ``global``. Every other name is global or built in.
    """

    locals: frozenset[str] = frozenset()
    shared: frozenset[str] = frozenset()
    rebound: frozenset[str] = frozenset()
    free: frozenset[str] = frozenset()
    globals: frozenset[str] = frozenset()


@record
class Constant:
    """A literal; ``...`` is the name ``Ellipsis``."""

    span: Span
    value: Literal


@record
class Name:
    span: Span
    id: str


@record
class Attribute:
    span: Span
    value: Expression
    attribute: str


@record
class Subscript:
    span: Span
    value: Expression
    index: Expression


@record
class Slice:
    span: Span
    lower: Expression | None
    upper: Expression | None
    step: Expression | None


@record
class Argument:
    """One argument of a call; ``kind`` is ``positional``, ``keyword``, ``*`` or ``**``."""

    kind: str
    name: str | None
    value: Expression


@record
class Call:
    span: Span
    function: Expression
    arguments: tuple[Argument, ...]


@record
class Unary:
    """``operator`` is ``-``, ``+``, ``~`` or ``not``."""

    span: Span
    operator: str
    operand: Expression


@record
class Binary:
    """``operator`` as written: ``+ - * / // % ** << >> & | ^ @``."""

    span: Span
    operator: str
    left: Expression
    right: Expression


@record
class Comparison:
    """A chain; operators are ``< <= > >= == != in``, ``not in``, ``is``, ``is not``."""

    span: Span
    left: Expression
    rest: tuple[tuple[str, Expression], ...]


@record
class Logical:
    """``and`` or ``or`` over two or more values."""

    span: Span
    operator: str
    values: tuple[Expression, ...]


@record
class Conditional:
    span: Span
    test: Expression
    body: Expression
    orelse: Expression


@record
class Display:
    """``kind`` is ``list``, ``tuple`` or ``set``; items may be ``Starred``."""

    span: Span
    kind: str
    items: tuple[Expression, ...]


@record
class Mapping:
    """A dict display; a key of None means ``**value``."""

    span: Span
    items: tuple[tuple[Expression | None, Expression], ...]


@record
class Clause:
    """One ``for target in iterable if test if test`` of a comprehension."""

    span: Span
    target: Expression
    iterable: Expression
    tests: tuple[Expression, ...]
    is_async: bool


@record
class Comprehension:
    """``kind`` is ``list``, ``set``, ``dict`` or ``generator``; ``key`` only for ``dict``.

    ``scope`` tells the names that the clauses bind from those of the enclosing function.
    """

    span: Span
    kind: str
    qualname: str
    key: Expression | None
    element: Expression
    clauses: tuple[Clause, ...]
    scope: Scope


@record
class Lambda:
    """``qualname`` as for functions: ``outer.<lambda>``, with ``#2`` for the second."""

    span: Span
    qualname: str
    parameters: tuple[Parameter, ...]
    body: Expression
    scope: Scope
    is_generator: bool = False


@record
class FormattedValue:
    """The ``{value!r:spec}`` of an f-string; ``conversion`` is ``''``, ``s``, ``r`` or ``a``."""

    span: Span
    value: Expression
    conversion: str
    spec: Expression | None


@record
class Text:
    """An f-string: constants and formatted values, joined."""

    span: Span
    parts: tuple[Expression, ...]


@record
class Walrus:
    span: Span
    name: str
    value: Expression


@record
class Await:
    span: Span
    value: Expression


@record
class Yield:
    span: Span
    value: Expression | None


@record
class YieldFrom:
    span: Span
    value: Expression


@record
class Starred:
    """``*value`` in a display, a call or an assignment target."""

    span: Span
    value: Expression


@record
class Unmodelled:
    """An expression that is a gap; it may have any value, raise, and write what it names."""

    span: Span
    gap: Gap


Expression = (
    Constant
    | Name
    | Attribute
    | Subscript
    | Slice
    | Call
    | Unary
    | Binary
    | Comparison
    | Logical
    | Conditional
    | Display
    | Mapping
    | Comprehension
    | Lambda
    | FormattedValue
    | Text
    | Walrus
    | Await
    | Yield
    | YieldFrom
    | Starred
    | Unmodelled
)
