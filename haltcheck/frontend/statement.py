"""The dozen statement forms, patterns and functions of our own small syntax.

Spelling is gone (``elif``, ``assert``, parentheses); order of evaluation and spans are kept.
"""

from __future__ import annotations

from haltcheck.basis.record import record
from haltcheck.basis.span import Span
from haltcheck.frontend.expression import Argument, Expression, Gap, Parameter, Scope


@record
class Assign:
    """``a = b, c = value``: targets from left to right; annotated ones keep their annotation."""

    span: Span
    targets: tuple[Expression, ...]
    value: Expression
    annotation: str | None = None


@record
class Augment:
    """``target operator= value``; ``operator`` without the ``=``."""

    span: Span
    target: Expression
    operator: str
    value: Expression


@record
class Evaluate:
    """An expression statement."""

    span: Span
    value: Expression


@record
class Branch:
    """``if``; ``elif`` nests in ``orelse``; ``assert t, m`` is ``if not t: raise``."""

    span: Span
    test: Expression
    body: tuple[Statement, ...]
    orelse: tuple[Statement, ...]


@record
class While:
    """``span`` runs from the keyword to the end of the loop, ``else`` included."""

    span: Span
    test: Expression
    body: tuple[Statement, ...]
    orelse: tuple[Statement, ...]


@record
class For:
    span: Span
    target: Expression
    iterable: Expression
    body: tuple[Statement, ...]
    orelse: tuple[Statement, ...]
    is_async: bool


@record
class Handler:
    """``except test as name``; a test of None catches everything."""

    span: Span
    test: Expression | None
    name: str | None
    body: tuple[Statement, ...]


@record
class Try:
    """``is_group`` marks ``except*``."""

    span: Span
    body: tuple[Statement, ...]
    handlers: tuple[Handler, ...]
    orelse: tuple[Statement, ...]
    final: tuple[Statement, ...]
    is_group: bool


@record
class With:
    """``items`` are (context, target or None)."""

    span: Span
    items: tuple[tuple[Expression, Expression | None], ...]
    body: tuple[Statement, ...]
    is_async: bool


@record
class ValuePattern:
    """``case 3`` or ``case Color.RED``: compared with ``==``, the three singletons with ``is``."""

    span: Span
    value: Expression


@record
class CapturePattern:
    """``case x`` or ``case _`` (name None); with ``pattern``, ``case pattern as x``."""

    span: Span
    name: str | None
    pattern: Pattern | None = None


@record
class SequencePattern:
    """``case [a, *rest]``; ``star`` is the index of the starred item, -1 for none."""

    span: Span
    items: tuple[Pattern, ...]
    star: int


@record
class MappingPattern:
    """``case {key: pattern, **rest}``."""

    span: Span
    items: tuple[tuple[Expression, Pattern], ...]
    rest: str | None


@record
class ClassPattern:
    """``case C(p, name=q)``."""

    span: Span
    cls: Expression
    positional: tuple[Pattern, ...]
    keywords: tuple[tuple[str, Pattern], ...]


@record
class EitherPattern:
    """``case a | b``."""

    span: Span
    alternatives: tuple[Pattern, ...]


Pattern = (
    ValuePattern | CapturePattern | SequencePattern | MappingPattern | ClassPattern | EitherPattern
)


@record
class Case:
    span: Span
    pattern: Pattern
    guard: Expression | None
    body: tuple[Statement, ...]


@record
class Match:
    span: Span
    subject: Expression
    cases: tuple[Case, ...]


@record
class Leave:
    """``kind`` is ``return``, ``break``, ``continue`` or ``raise`` (``value`` None: re-raise)."""

    span: Span
    kind: str
    value: Expression | None = None
    cause: Expression | None = None


@record
class Delete:
    span: Span
    targets: tuple[Expression, ...]


@record
class Define:
    """``def``: decorators, defaults, then the name is bound."""

    span: Span
    function: Function
    decorators: tuple[Expression, ...]


@record
class DefineClass:
    """``class``: its body's functions are in ``body`` as ``Define``."""

    span: Span
    name: str
    qualname: str
    bases: tuple[Argument, ...]
    body: tuple[Statement, ...]
    decorators: tuple[Expression, ...]


@record
class Import:
    """``names`` are (module path, member or None, bound name); relative dots stay in the path."""

    span: Span
    names: tuple[tuple[str, str | None, str], ...]


@record
class Skip:
    """A statement that is a gap; it may write the names it mentions."""

    span: Span
    gap: Gap
    writes: tuple[str, ...] = ()


Statement = (
    Assign
    | Augment
    | Evaluate
    | Branch
    | While
    | For
    | Try
    | With
    | Match
    | Leave
    | Delete
    | Define
    | DefineClass
    | Import
    | Skip
)


@record
class Function:
    """A ``def``, a ``lambda``, a generator expression or a module body.

    ``qualname`` is dotted and unique in its file: nested functions are ``outer.inner``, methods
    ``C.f``, lambdas ``outer.<lambda>``, the module body ``<module>``; a second function of the
    same name gets ``#2``. ``in_class`` is the qualname of the class whose body defines it.
    """

    name: str
    qualname: str
    span: Span
    parameters: tuple[Parameter, ...]
    body: tuple[Statement, ...]
    scope: Scope
    is_async: bool = False
    is_generator: bool = False
    in_class: str | None = None
    returns: str | None = None
