"""A C program whose names and types are settled; conversions stand in it as what they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from corpora.importers.c.kind import INT, Kind


@dataclass(eq=False, slots=True)
class Array:
    """An array of integers or of arrays; ``length`` is unknown (None) where it is a parameter."""

    element: Kind | Array
    length: Expression | None


@dataclass(eq=False, slots=True)
class Variable:
    """A variable or parameter.

    ``python`` is its name in the translation. ``fresh`` says that it holds any value where its
    life begins; ``fixed`` is its only value where nothing ever writes it.
    """

    name: str
    kind: Kind | Array
    line: int
    is_global: bool = False
    python: str = ""
    fresh: bool = False
    fixed: int | None = None


@dataclass(eq=False, slots=True)
class Function:
    """A function that the program defines; ``kind`` is None where it gives nothing back.

    ``asks`` says that it needs somebody to answer what is not determined; ``once`` that it is
    entered at most once in a run; ``inputs`` are the values that it takes from outside then, and
    ``passed`` these and those of the functions that it calls.
    """

    name: str
    kind: Kind | None
    parameters: list[Variable]
    line: int
    body: list[Statement] = field(default_factory=list)
    python: str = ""
    asks: bool = False
    once: bool = False
    inputs: list[Input] = field(default_factory=list)
    passed: list[Input] = field(default_factory=list)


@dataclass(eq=False, slots=True)
class Input:
    """A value that a run takes from outside, once.

    ``site`` is the node of the syntax that asks for it: a declaration or a call. ``variable`` is
    that of the program which begins with this value, where the two are one. ``python`` is the
    parameter's name in the translation.
    """

    name: str
    kind: Kind | Array
    site: object
    variable: Variable | None = None
    python: str = ""


@dataclass(eq=False, slots=True)
class Expression:
    """A value of C; its ``kind`` is None where there is none, as of a call of a void function."""

    line: int
    kind: Kind | Array | None


@dataclass(eq=False, slots=True)
class Number(Expression):
    """A constant."""

    value: int


@dataclass(eq=False, slots=True)
class Read(Expression):
    """What a variable holds."""

    variable: Variable


@dataclass(eq=False, slots=True)
class Item(Expression):
    """An element of an array."""

    array: Expression
    index: Expression


@dataclass(eq=False, slots=True)
class Unary(Expression):
    """``-``, ``~`` or ``!`` of a value."""

    operator: str
    operand: Expression


@dataclass(eq=False, slots=True)
class Binary(Expression):
    """Arithmetic, bit operation or comparison of two values of one type."""

    operator: str
    left: Expression
    right: Expression


@dataclass(eq=False, slots=True)
class Logic(Expression):
    """``&&`` or ``||``, which asks for the right side only if it matters."""

    operator: str
    left: Expression
    right: Expression


@dataclass(eq=False, slots=True)
class Choice(Expression):
    """``condition ? then : other``."""

    condition: Expression
    then: Expression
    other: Expression


@dataclass(eq=False, slots=True)
class Comma(Expression):
    """``first, second``."""

    first: Expression
    second: Expression


@dataclass(eq=False, slots=True)
class Convert(Expression):
    """A value in another type."""

    operand: Expression


@dataclass(eq=False, slots=True)
class Assign(Expression):
    """A variable or element gets a value; the whole has the new value.

    With an ``operator`` the new value is ``target operator value``, worked out in the type
    ``inner``. With ``old`` the whole has the value from before, as ``x++`` has.
    """

    target: Read | Item
    value: Expression
    operator: str = ""
    inner: Kind = INT
    old: bool = False


@dataclass(eq=False, slots=True)
class Call(Expression):
    """A call of a function that the program defines."""

    function: Function
    arguments: list[Expression]


@dataclass(eq=False, slots=True)
class Ask(Expression):
    """Any value of the type; ``input`` where it is asked for once."""

    site: object
    input: Input | None = None


@dataclass(eq=False, slots=True)
class Mark(Expression):
    """A call of an external function that only watches."""

    name: str
    arguments: list[Expression]


@dataclass(eq=False, slots=True)
class Demand(Expression):
    """The program ends unless the condition holds; ``claim`` where it was an assertion."""

    condition: Expression | None
    claim: bool


@dataclass(eq=False, slots=True)
class Statement:
    """A step of C."""

    line: int


@dataclass(eq=False, slots=True)
class Evaluate(Statement):
    """An expression for what it does."""

    value: Expression


@dataclass(eq=False, slots=True)
class Declare(Statement):
    """A local variable begins its life; ``items`` are an array's first values, row by row."""

    variable: Variable
    value: Expression | None
    site: object
    items: list[Expression] | None = None
    input: Input | None = None


@dataclass(eq=False, slots=True)
class If(Statement):
    """Either way."""

    condition: Expression
    then: list[Statement]
    other: list[Statement]


@dataclass(eq=False, slots=True)
class Loop(Statement):
    """``while``, ``for`` and ``do``: ``late`` where the first round comes before the question.

    ``step`` is worked out after each round, by ``continue`` too. No ``condition`` is always true.
    """

    condition: Expression | None
    step: Expression | None
    body: list[Statement]
    late: bool = False


@dataclass(eq=False, slots=True)
class Group:
    """Labels of a ``switch`` and what stands below them; ``values`` None is ``default``."""

    values: list[int | None]
    body: list[Statement]


@dataclass(eq=False, slots=True)
class Switch(Statement):
    """A choice between groups, each of which runs on into the next one."""

    value: Expression
    groups: list[Group]


@dataclass(eq=False, slots=True)
class Break(Statement):
    """Out of the innermost loop or switch."""


@dataclass(eq=False, slots=True)
class Continue(Statement):
    """On with the next round."""


@dataclass(eq=False, slots=True)
class Return(Statement):
    """Back to the caller."""

    value: Expression | None


@dataclass(eq=False, slots=True)
class Program:
    """All that a run of ``main`` can reach; ``main`` is the last of the functions."""

    globals: list[Declare]
    functions: list[Function]

    @property
    def main(self) -> Function:
        """The function that runs first."""
        return self.functions[-1]


def children(node: Expression) -> Iterator[Expression]:
    """The expressions right below an expression, in the order of the text."""
    match node:
        case Item(array=first, index=second) | Comma(first=first, second=second):
            yield from (first, second)
        case Binary(left=first, right=second) | Logic(left=first, right=second):
            yield from (first, second)
        case Unary(operand=one) | Convert(operand=one):
            yield one
        case Choice(condition=condition, then=then, other=other):
            yield from (condition, then, other)
        case Assign(target=target, value=value):
            yield from (target, value)
        case Call(arguments=arguments) | Mark(arguments=arguments):
            yield from arguments
        case Demand(condition=condition) if condition is not None:
            yield condition


def expressions(statement: Statement) -> Iterator[Expression]:
    """The expressions right below a statement."""
    match statement:
        case Evaluate(value=value) | Switch(value=value):
            yield value
        case Declare(variable=variable, value=value, items=items):
            if isinstance(variable.kind, Array):
                yield from lengths(variable.kind)
            yield from ([value] if value else []) + (items or [])
        case If(condition=condition):
            yield condition
        case Loop(condition=condition, step=step):
            yield from (one for one in (condition, step) if one)
        case Return(value=value) if value:
            yield value


def lengths(array: Array) -> Iterator[Expression]:
    """The lengths of an array and of its rows, as far as they are written."""
    if array.length is not None:
        yield array.length
    if isinstance(array.element, Array):
        yield from lengths(array.element)


def blocks(statement: Statement) -> Iterator[list[Statement]]:
    """The lists of statements right below a statement."""
    match statement:
        case If(then=then, other=other):
            yield from (then, other)
        case Loop(body=body):
            yield body
        case Switch(groups=groups):
            yield from (one.body for one in groups)


def statements(body: list[Statement]) -> Iterator[Statement]:
    """All statements of a body, from outside to inside."""
    for one in body:
        yield one
        for block in blocks(one):
            yield from statements(block)


def nodes(node: Expression) -> Iterator[Expression]:
    """The expression and all below it."""
    yield node
    for child in children(node):
        yield from nodes(child)


def all_nodes(body: list[Statement]) -> Iterator[Expression]:
    """All expressions in a body."""
    for statement in statements(body):
        for one in expressions(statement):
            yield from nodes(one)
