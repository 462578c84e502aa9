"""One function being lowered: its graph, who owns each name, and what it may still lean on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from haltcheck.basis.span import Span
from haltcheck.frontend import statement as syntax
from haltcheck.frontend.expression import Constant, Expression, Gap, Name, Scope
from haltcheck.frontend.syntax import Contents
from haltcheck.model.instruction import (
    Const,
    Copy,
    LoadFree,
    LoadGlobal,
    Local,
    Operand,
    StoreFree,
    StoreGlobal,
    Unbind,
)
from haltcheck.model.lower_finish import finish
from haltcheck.model.lower_graph import Draft, Graph
from haltcheck.model.program import Function, Return

ValueForm = Callable[..., Operand]
Form = Callable[..., None]


@dataclass(slots=True, eq=False)
class Unit:
    """One file being lowered: the forms by syntax class, and what is finished."""

    contents: Contents
    values: Mapping[type, ValueForm]
    statements: Mapping[type, Form]
    targets: Mapping[type, Form]
    tests: Mapping[type, Form]
    functions: dict[str, Function] = field(default_factory=dict)
    gaps: list[Gap] = field(default_factory=list)
    volatile: dict[str, frozenset[str]] = field(default_factory=dict)


class Lowering(Graph):
    """The graph of one function with its names.

    ``renames`` maps names that a comprehension or class body binds to the locals that stand for
    them, ``outer`` those of enclosing functions. ``certain`` names are bound wherever control
    is; ``volatile`` ones may be rebound or unbound between the evaluation of two operands.
    """

    def __init__(self, unit: Unit, function: syntax.Function, outer: Mapping[str, str]) -> None:
        super().__init__()
        self.unit = unit
        self.function = function
        self.scope: Scope = function.scope
        self.owned = _owned(function)
        self.outer = outer
        self.renames: dict[str, str] = {}
        self.members: dict[str, str] = {}
        self.extra: set[str] = set()
        self.shared: set[str] = set(self.scope.shared & self.owned)
        self.rebound: set[str] = set(self.scope.rebound & self.owned)
        self.volatile = self.scope.rebound | unit.volatile.get(function.qualname, frozenset())
        self.disturbed: set[str] = set()
        self.relied: set[str] = set()
        self.certain = {p.name for p in function.parameters} - self.volatile
        self.frames: list[Any] = []
        self.handling: list[Any] = []
        self.private = _private_prefix(function, unit.contents)

    # Values

    def value(self, expression: Expression, target: str | None = None) -> Operand:
        """Evaluates; ``target`` is where the result is wanted, if that saves a copy."""
        return self.unit.values[type(expression)](self, expression, target)

    def into(self, expression: Expression, target: str) -> None:
        """Evaluates and binds the result to the local ``target`` as the last act."""
        operand = self.value(expression, target)
        if type(operand) is not Local or operand.name != target:
            self.emit(Copy(expression.span, target, operand))

    def many(self, expressions: Iterable[Expression]) -> list[Operand]:
        """Evaluates from left to right; no later part can change an earlier result."""
        expressions = list(expressions)
        busy = _last_busy(expressions)
        result: list[Operand] = []
        for index, expression in enumerate(expressions):
            operand = self.value(expression)
            if index < busy:
                operand = self.held(expression.span, operand)
            result.append(operand)
        return result

    def held(self, span: Span, operand: Operand) -> Operand:
        """The operand read now, if what comes next may rebind or could run before it fails."""
        if type(operand) is not Local or operand.name.startswith("$"):
            return operand
        name = operand.name
        if name in self.certain and name not in self.volatile:
            self.relied.add(name)
            return operand
        copy = self.copied(span, operand)
        if name not in self.volatile:
            self.certain.add(name)
        return copy

    # Names

    def load(self, span: Span, name: str) -> Operand:
        """The value of a name."""
        scope, own = self._home(name)
        if scope == "local":
            return self.local(own)
        target = self.fresh()
        self.emit((LoadFree if scope == "free" else LoadGlobal)(span, target, own))
        return self.local(target)

    def _home(self, name: str) -> tuple[str, str]:
        """Whose variable a name is, ``local``, ``free`` or ``global``, and its name there."""
        own = self.place_of(name)
        if own is not None:
            return "local", own
        if name not in self.scope.globals and (name in self.outer or name in self.scope.free):
            return "free", self.outer.get(name, name)
        return "global", self.mangled(name)

    def place_of(self, name: str) -> str | None:
        """The local that stands for a name; None for globals and free names."""
        own = self.members.get(name) or self.renames.get(name)
        if own is None and name in self.owned:
            own = name
        return own

    def store(self, span: Span, name: str, value: Operand) -> None:
        """Binds a name."""
        scope, own = self._home(name)
        if scope != "local":
            self.emit((StoreFree if scope == "free" else StoreGlobal)(span, own, value))
            return
        if type(value) is not Local or value.name != own:
            self.emit(Copy(span, own, value))
        self.bound(own)

    def unbind(self, span: Span, name: str) -> None:
        """``del name``."""
        scope, own = self._home(name)
        if scope == "local":
            self.disturb(own)
        self.emit(Unbind(span, own, scope))

    def bound(self, name: str) -> None:
        """From here to the end of this suite the local is bound."""
        if name not in self.volatile:
            self.certain.add(name)

    def disturb(self, name: str) -> None:
        """The local is rebound inside an expression, or unbound."""
        self.disturbed.add(name)
        self.certain.discard(name)

    def mangled(self, name: str) -> str:
        """``__name`` inside a class is private to it."""
        if name.startswith("__") and self.private and not name.endswith("__"):
            return self.private + name
        return name

    # Statements

    def suite(self, statements: tuple[syntax.Statement, ...]) -> None:
        """Lowers statements that may be skipped: what they bind is certain only in them."""
        before = set(self.certain)
        self.run(statements)
        self.certain = before

    def run(self, statements: tuple[syntax.Statement, ...]) -> None:
        """Lowers statements that follow on what was lowered last."""
        forms = self.unit.statements
        for statement in statements:
            forms[type(statement)](self, statement)

    def branch(self, test: Expression, then: Draft, orelse: Draft) -> None:
        """Goes to one of two labels, without making a value of ``and``, ``or``, ``not``."""
        form = self.unit.tests.get(type(test))
        if form is None:
            self.test(test.span, self.value(test), then, orelse)
        else:
            form(self, test, then, orelse)

    def assign(self, target: Expression, value: Operand) -> None:
        """Binds an assignment target."""
        self.unit.targets[type(target)](self, target, value)


def _last_busy(expressions: list[Expression]) -> int:
    """The index of the last expression whose evaluation can run code; -1 for none."""
    busy = -1
    for index, expression in enumerate(expressions):
        if type(expression) is not Name and type(expression) is not Constant:
            busy = index
    return busy


def _owned(function: syntax.Function) -> frozenset[str]:
    """The names of a module body are globals."""
    return frozenset() if function.qualname == "<module>" else function.scope.locals


def _private_prefix(function: syntax.Function, contents: Contents) -> str:
    """``_C`` for code inside class ``C``, else nothing."""
    owner = function.in_class
    parts = function.qualname.split(".")
    while owner is None and len(parts) > 1:
        parts.pop()
        if ".".join(parts) in contents.classes:
            owner = ".".join(parts)
    if owner is None:
        return ""
    name = owner.rpartition(".")[2].partition("#")[0].lstrip("_")
    return f"_{name}" if name else ""


def lower_function(
    unit: Unit,
    function: syntax.Function,
    outer: Mapping[str, str],
    body: Callable[[Lowering], None] | None = None,
) -> Function:
    """Lowers one function and what is nested in it; ``body`` writes what is no statement.

    A name found to be rebound inside an expression, or unbound, after an operand relied on it
    makes the function be lowered once more, with copies where they are needed.
    """
    while True:
        lowering = Lowering(unit, function, outer)
        if body is None:
            lowering.run(function.body)
        else:
            body(lowering)
        known = unit.volatile.get(function.qualname, frozenset())
        unit.volatile[function.qualname] = known | lowering.disturbed
        if not (lowering.disturbed - known) & lowering.relied:
            break
    lowering.finish(Return(function.span, Const(None)))
    result = _finished(lowering)
    unit.functions[function.qualname] = result
    return result


def _finished(lowering: Lowering) -> Function:
    function = lowering.function
    blocks, loops = finish(lowering)
    outer = lowering.outer
    return Function(
        name=function.name,
        qualname=function.qualname,
        span=function.span,
        parameters=function.parameters,
        blocks=blocks,
        loops=loops,
        locals=lowering.owned | lowering.extra,
        shared=frozenset(lowering.shared),
        rebound=frozenset(lowering.rebound),
        free=frozenset([outer.get(name, name) for name in function.scope.free]),
        is_async=function.is_async,
        is_generator=function.is_generator,
        in_class=function.in_class,
        returns=function.returns,
    )
