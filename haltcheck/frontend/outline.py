"""The table of contents of a file from our own forms, where ``ast`` cannot give it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from typing import Any

from haltcheck.basis.span import Span
from haltcheck.frontend.expression import (
    Attribute,
    Await,
    Binary,
    Call,
    Clause,
    Comparison,
    Comprehension,
    Conditional,
    Constant,
    Display,
    Expression,
    Lambda,
    Logical,
    Name,
    Parameter,
    Starred,
    Subscript,
    Text,
    Unary,
    Unmodelled,
    Walrus,
    YieldFrom,
)
from haltcheck.frontend.inflow import names_float
from haltcheck.frontend.spelling import base_of, decorator_of, dotted_of, links, parts_of
from haltcheck.frontend.statement import (
    Assign,
    Augment,
    Branch,
    CapturePattern,
    Define,
    DefineClass,
    Delete,
    For,
    Handler,
    Import,
    MappingPattern,
    Match,
    Skip,
    Statement,
    While,
    With,
)
from haltcheck.frontend.table import DISPATCHING_CALLS, Draft, Record, Table

_OPERATIONS = frozenset(
    {Binary, Comparison, Subscript, Augment, Text, With, For, Branch, While, Conditional}
    | {Logical, Starred, Match, YieldFrom, Await, Attribute}
)
_LEAVES = (str, int, float, complex, bytes, bool, type(None), Span, Constant, Unmodelled)


def outline(body: Iterable[Statement], lines: tuple[str, ...]) -> Table:
    """The table of contents of a whole file that was read as forms."""
    return _Outline(lines).run(body)


class _Walker(ABC):
    """The same walk as over ``ast``, over forms; a target is told from a value by its place."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        module = Record("module", "<module>", Span(1, 1, max(1, len(lines)), 1), None)
        self.draft = Draft(module)
        self.lines = lines
        self.work: list[tuple[Record, Record, list[Any]]] = []
        self.unit = module
        self.scope = module
        self.stack: list[Any] = []
        self.handlers = self._handlers()

    @abstractmethod
    def _handlers(self) -> dict[type, Callable[[Any], object]]:
        """What to do at the forms that open, bind or count something."""

    def run(self, body: Iterable[Statement]) -> Table:
        self.work.append((self.unit, self.scope, list(body)))
        while self.work:
            self.unit, self.scope, self.stack = self.work.pop()
            self._walk()
        return self.draft.finish(len(self.lines))

    def _walk(self) -> None:
        while self.stack:
            node = self.stack.pop()
            kind = node.__class__
            if kind in _OPERATIONS:
                self.unit.operators = True
            if kind in self.handlers:
                self.handlers[kind](node)
            elif kind is tuple:
                self.stack.extend(node)
            elif not isinstance(node, _LEAVES):
                self.stack.extend(getattr(node, name) for name in kind.__slots__)

    def _name(self, node: Name) -> None:
        # Ellipsis is a constant for Python and a name for us.
        if node.span.end_column - node.span.column != 3 or node.id != "Ellipsis":
            self.unit.mentions.add(node.id)
            self.unit.handed.add(node.id)

    def _target(self, node: Expression) -> None:
        """Charges what an assignment binds; the rest of a target is read."""
        if isinstance(node, Name):
            self.scope.writes.append(node.id)
        elif isinstance(node, Attribute):
            self.unit.operators = True
            self._chain(node, is_written=True)
        elif isinstance(node, Display):
            for item in node.items:
                self._target(item)
        elif isinstance(node, Starred):
            self.unit.operators = True
            self._target(node.value)
        else:
            self.stack.append(node)

    def _attribute(self, node: Attribute) -> None:
        self._chain(node, is_written=False)

    def _chain(self, node: Attribute, is_written: bool) -> None:
        inner, root, tail = links(node)
        dotted = f"{root}.{'.'.join(reversed(tail))}"
        if is_written:
            self.scope.writes.append(dotted)
            self.unit.attributes.update(tail[1:])
        else:
            self.unit.mentions.add(dotted)
            self.unit.attributes.update(tail)
        for cut in range(1, len(tail)):
            self.unit.mentions.add(dotted.rsplit(".", cut)[0])
        self.stack.append(inner)

    def _call(self, node: Call) -> None:
        text = dotted_of(node.function)
        self.unit.calls.add(text)
        if text in DISPATCHING_CALLS:
            self.unit.operators = True
        elif text != "?":
            self._hand(text.rpartition(".")[2], node)
        if isinstance(node.function, Name):
            self.unit.mentions.add(node.function.id)
        else:
            self.stack.append(node.function)
        self.stack.extend(argument.value for argument in node.arguments)
        if any(argument.kind == "*" for argument in node.arguments):
            self.unit.operators = True

    def _hand(self, name: str, node: Call) -> None:
        positional = (one for one in node.arguments if one.kind in ("positional", "*"))
        for position, argument in enumerate(positional):
            if argument.kind == "positional":
                self.unit.inflow.hand((name, position), argument.value, parts_of)
        for argument in node.arguments:
            if argument.kind == "keyword" and argument.name is not None:
                self.unit.inflow.hand((name, argument.name), argument.value, parts_of)

    def _unary(self, node: Unary) -> None:
        if not isinstance(node.operand, Constant):
            self.unit.operators = True
        self.stack.append(node.operand)

    def _parameters(self, record: Record, parameters: tuple[Parameter, ...]) -> None:
        record.parameters = tuple(parameter.name for parameter in parameters)
        record.inflow.floats.update(
            parameter.name
            for parameter in parameters
            if "*" not in parameter.kind and names_float(parameter.annotation or "")
        )
        self.stack.extend(parameter.default for parameter in parameters)

    def _lambda(self, node: Lambda) -> Record:
        record = self.draft.open("lambda", "<lambda>", node.span, self.scope)
        record.is_generator = node.is_generator
        self._parameters(record, node.parameters)
        self.work.append((record, record, [node.body]))
        return record


class _Binder(_Walker):
    """The statements that bind."""

    def _assign(self, node: Assign) -> None:
        for target in node.targets:
            self._target(target)
            if isinstance(target, Attribute) and isinstance(node.value, Name):
                self.draft.give(self.scope, dotted_of(target), node.value.id)
            if isinstance(target, Name):
                self.unit.inflow.assign(target.id, node.value, parts_of)
                if names_float(node.annotation or ""):
                    self.unit.inflow.floats.add(target.id)
        if isinstance(node.value, Lambda):
            record = self._lambda(node.value)
            names = (dotted_of(target).rpartition(".")[2] for target in node.targets)
            self.draft.lambda_names.extend((name, record) for name in names)
        else:
            self.stack.append(node.value)

    def _augment(self, node: Augment) -> None:
        if isinstance(node.target, Name):
            self.unit.mentions.add(node.target.id)
            self.unit.inflow.assign(node.target.id, node.value, parts_of)
            if node.operator == "/":
                self.unit.inflow.floats.add(node.target.id)
        self._target(node.target)
        self.stack.append(node.value)

    def _delete(self, node: Delete) -> None:
        for target in node.targets:
            self._target(target)

    def _for(self, node: For) -> None:
        self.unit.loops += 1
        self._target(node.target)
        self.stack.extend((node.iterable, node.body, node.orelse))

    def _while(self, node: While) -> None:
        self.unit.loops += 1
        self.stack.extend((node.test, node.body, node.orelse))

    def _with(self, node: With) -> None:
        for context, target in node.items:
            self.stack.append(context)
            if target is not None:
                self._target(target)
        self.stack.append(node.body)


class _Outline(_Binder):
    """What opens a record of its own, and the other binders."""

    def _handlers(self) -> dict[type, Callable[[Any], object]]:
        return {
            Name: self._name,
            Attribute: self._attribute,
            Call: self._call,
            Unary: self._unary,
            Lambda: self._lambda,
            Comprehension: self._comprehension,
            Walrus: self._walrus,
            Assign: self._assign,
            Augment: self._augment,
            Delete: self._delete,
            For: self._for,
            While: self._while,
            With: self._with,
            Handler: self._handler,
            CapturePattern: self._capture,
            MappingPattern: self._rest,
            Define: self._define,
            DefineClass: self._class,
            Import: self._import,
            Skip: self._skip,
        }

    def _comprehension(self, node: Comprehension) -> None:
        if node.kind == "generator":
            self._generator(node)
            return
        self.unit.loops += 1
        self.unit.operators = True
        self.stack.extend((node.key, node.element))
        for clause in node.clauses:
            self._clause(clause, [], self.stack)
            self.stack.append(clause.iterable)

    def _generator(self, node: Comprehension) -> None:
        record = self.draft.open("genexpr", "<genexpr>", node.span, self.scope)
        record.is_generator = record.operators = True
        record.is_async = any(clause.is_async for clause in node.clauses)
        record.loops = 1
        record.parameters = (".0",)
        self.stack.append(node.clauses[0].iterable)
        inner: list[Any] = [node.element]
        for clause in node.clauses:
            self._clause(clause, record.writes, inner)
        inner.extend(clause.iterable for clause in node.clauses[1:])
        self.work.append((record, record, inner))

    def _clause(self, clause: Clause, writes: list[str], stack: list[Any]) -> None:
        todo = [clause.target]
        while todo:
            node = todo.pop()
            if isinstance(node, Name):
                writes.append(node.id)
            elif isinstance(node, Display):
                todo.extend(node.items)
            elif isinstance(node, Starred):
                todo.append(node.value)
            else:
                stack.append(node)
        stack.extend(clause.tests)

    def _walrus(self, node: Walrus) -> None:
        holder = self.scope
        while holder.kind == "genexpr" and holder.parent is not None:
            holder = holder.parent
        holder.writes.append(node.name)
        self.stack.append(node.value)

    def _handler(self, node: Handler) -> None:
        if node.name is not None:
            self.scope.writes.append(node.name)
        self.stack.extend((node.test, node.body))

    def _capture(self, node: CapturePattern) -> None:
        if node.name is not None:
            self.scope.writes.append(node.name)
        self.stack.append(node.pattern)

    def _rest(self, node: MappingPattern) -> None:
        if node.rest is not None:
            self.scope.writes.append(node.rest)
        self.stack.append(node.items)

    def _define(self, node: Define) -> None:
        function = node.function
        record = self.draft.open("def", function.name, function.span, self.scope)
        self.scope.writes.append(function.name)
        record.is_async = function.is_async
        record.is_generator = function.is_generator
        record.first_line = function.span.line
        record.global_names = set(function.scope.globals)
        record.decorators = tuple(decorator_of(item) for item in node.decorators)
        self.stack.extend(node.decorators)
        self._parameters(record, function.parameters)
        self.work.append((record, record, list(function.body)))

    def _class(self, node: DefineClass) -> None:
        record = self.draft.open("class", node.name, node.span, self.scope)
        self.scope.writes.append(node.name)
        record.bases = tuple(
            base_of(base.value) for base in node.bases if base.kind == "positional"
        )
        record.decorators = (
            *(decorator_of(item) for item in node.decorators),
            *(f"{base.name}=" for base in node.bases if base.kind in ("keyword", "**")),
            *("*" for base in node.bases if base.kind == "*"),
        )
        self.stack.extend(node.decorators)
        self.stack.extend(base.value for base in node.bases)
        if any(base.kind == "*" for base in node.bases):
            self.unit.operators = True
        self.work.append((self.unit, record, list(node.body)))

    def _import(self, node: Import) -> None:
        for module, member, name in node.names:
            self.scope.writes.append(name)
            dotted = module
            if member is not None:
                dotted = module + member if module.endswith(".") else f"{module}.{member}"
            self.draft.imports.append((node.span.line, node.span.column, name, dotted))

    def _skip(self, node: Skip) -> None:
        if node.gap.construct == "import *":
            self.draft.star_line = max(self.draft.star_line, node.span.line)
        self.scope.writes.extend(node.writes)
