"""The table of contents of a file, from ``ast`` alone; nothing is lowered from it."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from typing import Any

from haltcheck.basis.span import Span
from haltcheck.frontend.table import DISPATCHING_CALLS, Draft, Record, Table

_SKIPPED = frozenset(
    [
        "ctx",
        "op",
        "ops",
        "annotation",
        "returns",
        "type_params",
        "type_comment",
        "type_ignores",
        "str",
    ]
)
_FIELDS: dict[type, tuple[str, ...]] = {
    kind: tuple(name for name in kind._fields if name not in _SKIPPED)
    for kind in vars(ast).values()
    if isinstance(kind, type) and issubclass(kind, ast.AST)
}
_FIELDS[type(None)] = ()
_FIELDS[str] = _FIELDS[int] = _FIELDS[bool] = ()
_OPERATIONS = frozenset(
    {ast.BinOp, ast.Compare, ast.Subscript, ast.AugAssign, ast.JoinedStr, ast.With}
    | {ast.AsyncWith, ast.For, ast.AsyncFor, ast.If, ast.While, ast.IfExp, ast.BoolOp}
    | {ast.Starred, ast.Match, ast.YieldFrom, ast.Await, ast.Assert}
)
_LOOPS = frozenset({ast.While, ast.For, ast.AsyncFor})
_Node = Any


def tabulate(tree: ast.Module, lines: tuple[str, ...]) -> Table:
    """The table of contents of a parsed file whose lines are given."""
    return _Tabulator(lines).run(tree)


class _Tabulator:
    """One iterative walk: a worklist of bodies, and in each a stack of nodes."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        self.lines = lines
        self.work: list[tuple[Record, Record, list[_Node]]] = []
        module = Record("module", "<module>", Span(1, 1, max(1, len(lines)), 1), None)
        self.draft = Draft(module)
        # ``unit`` is charged with loops and calls, ``scope`` with bindings: a class body binds
        # names of its own, but it runs as a part of the function around it.
        self.unit = module
        self.scope = module
        self.stack: list[_Node] = []
        self.handlers: dict[type, Callable[[_Node], None]] = {
            ast.FunctionDef: self._function,
            ast.AsyncFunctionDef: self._function,
            ast.ClassDef: self._class,
            ast.Lambda: self._lambda,
            ast.GeneratorExp: self._generator,
            ast.ListComp: self._comprehension,
            ast.SetComp: self._comprehension,
            ast.DictComp: self._comprehension,
            ast.Import: self._import,
            ast.ImportFrom: self._import_from,
            ast.ExceptHandler: self._handler,
            ast.Global: self._global,
            ast.Nonlocal: self._nonlocal,
            ast.NamedExpr: self._walrus,
            ast.Yield: self._yield,
            ast.YieldFrom: self._yield,
            ast.Assign: self._assign,
            ast.AnnAssign: self._annotated,
            ast.Assert: self._assert,
            ast.UnaryOp: self._unary,
            ast.MatchAs: self._capture,
            ast.MatchStar: self._capture,
            ast.MatchMapping: self._rest,
            ast.AugAssign: self._augment,
        }
        alias = getattr(ast, "TypeAlias", None)
        if alias is not None:
            self.handlers[alias] = self._type_alias

    def run(self, tree: ast.Module) -> Table:
        self.work.append((self.unit, self.scope, list(tree.body)))
        while self.work:
            self.unit, self.scope, self.stack = self.work.pop()
            self._walk()
        return self.draft.finish(len(self.lines))

    def _walk(self) -> None:
        stack, handlers, fields = self.stack, self.handlers, _FIELDS
        mentions, unit = self.unit.mentions, self.unit
        while stack:
            node = stack.pop()
            kind = node.__class__
            if kind is ast.Name:
                if node.ctx.__class__ is ast.Load:
                    mentions.add(node.id)
                else:
                    self.scope.writes.append(node.id)
            elif kind is ast.Attribute:
                self._attribute(node)
            elif kind is ast.Call:
                self._call(node)
            elif kind is not ast.Constant:
                if kind in _OPERATIONS:
                    unit.operators = True
                    if kind in _LOOPS:
                        unit.loops += 1
                if kind in handlers:
                    handlers[kind](node)
                    continue
                for name in fields[kind]:
                    value = getattr(node, name)
                    if value.__class__ is list:
                        stack.extend(value)
                    elif value is not None:
                        stack.append(value)

    def _attribute(self, node: _Node) -> None:
        unit, stack = self.unit, self.stack
        unit.operators = True
        inner: _Node = node
        tail: list[str] = []
        while inner.__class__ is ast.Attribute:
            tail.append(inner.attr)
            inner = inner.value
        root = inner.id if inner.__class__ is ast.Name else _root(inner)
        dotted = f"{root}.{'.'.join(reversed(tail))}"
        if node.ctx.__class__ is ast.Load:
            unit.attributes.update(tail)
            unit.mentions.add(dotted)
        else:
            self.scope.writes.append(dotted)
            unit.attributes.update(tail[1:])
        for cut in range(1, len(tail)):
            unit.mentions.add(dotted.rsplit(".", cut)[0])
        if inner.__class__ is ast.Name:
            unit.mentions.add(root)
        else:
            stack.append(inner)

    def _call(self, node: _Node) -> None:
        unit = self.unit
        function = node.func
        text = _dotted(function)
        unit.calls.add(text)
        if text in DISPATCHING_CALLS:
            unit.operators = True
        stack = self.stack
        stack.append(function)
        stack.extend(node.args)
        for keyword in node.keywords:
            stack.append(keyword.value)

    def _span(self, node: _Node) -> Span:
        return Span(
            node.lineno,
            self._column(node.lineno, node.col_offset),
            node.end_lineno,
            self._column(node.end_lineno, node.end_col_offset),
        )

    def _column(self, line: int, offset: int) -> int:
        text = self.lines[line - 1]
        if text.isascii():
            return offset + 1
        return len(text.encode("utf-8", "replace")[:offset].decode("utf-8", "ignore")) + 1

    def _function(self, node: _Node) -> None:
        record = self.draft.open("def", node.name, self._span(node), self.scope)
        self.scope.writes.append(node.name)
        record.is_async = node.__class__ is ast.AsyncFunctionDef
        record.first_line = min((d.lineno for d in node.decorator_list), default=node.lineno)
        record.body_line = self._body_line(node)
        record.decorators = tuple(_decorator(item) for item in node.decorator_list)
        self.stack.extend(node.decorator_list)
        self._parameters(record, node.args)
        parameters = getattr(node, "type_params", ())
        record.writes.extend(parameter.name for parameter in parameters)
        self.work.append((record, record, list(node.body)))

    def _body_line(self, node: _Node) -> int:
        """The first line of a body that stands on lines of its own, else 0."""
        first = node.body[0]
        decorators = getattr(first, "decorator_list", ())
        line = min((item.lineno for item in decorators), default=first.lineno)
        before = self.lines[line - 1].strip()[:1] if decorators else ""
        offset = first.col_offset if not decorators else 0
        is_alone = not self.lines[line - 1][:offset].strip() and before in ("", "@")
        return int(line) if is_alone else 0

    def _parameters(self, record: Record, arguments: ast.arguments) -> None:
        names = [item.arg for item in (*arguments.posonlyargs, *arguments.args)]
        if arguments.vararg:
            names.append(arguments.vararg.arg)
        names.extend(item.arg for item in arguments.kwonlyargs)
        if arguments.kwarg:
            names.append(arguments.kwarg.arg)
        record.parameters = tuple(names)
        self.stack.extend(arguments.defaults)
        self.stack.extend(item for item in arguments.kw_defaults if item is not None)

    def _class(self, node: _Node) -> None:
        record = self.draft.open("class", node.name, self._span(node), self.scope)
        self.scope.writes.append(node.name)
        parameters = getattr(node, "type_params", ())
        record.writes.extend(parameter.name for parameter in parameters)
        record.bases = tuple(_dotted(base) for base in node.bases if not _is_star(base))
        record.decorators = (
            *(_decorator(item) for item in node.decorator_list),
            *(f"{keyword.arg}=" for keyword in node.keywords),
            *("*" for base in node.bases if _is_star(base)),
        )
        self.stack.extend(node.decorator_list)
        self.stack.extend(node.bases)
        self.stack.extend(keyword.value for keyword in node.keywords)
        self.work.append((self.unit, record, list(node.body)))

    def _lambda(self, node: _Node) -> Record:
        record = self.draft.open("lambda", "<lambda>", self._span(node), self.scope)
        self._parameters(record, node.args)
        self.work.append((record, record, [node.body]))
        return record

    def _generator(self, node: _Node) -> None:
        record = self.draft.open("genexpr", "<genexpr>", self._span(node), self.scope)
        record.is_generator = True
        record.loops = 1
        record.operators = True
        record.is_async = any(clause.is_async for clause in node.generators)
        record.parameters = (".0",)
        first = node.generators[0]
        self.stack.append(first.iter)
        inner: list[_Node] = [node.elt, *first.ifs]
        self._targets(first.target, record.writes, inner)
        for clause in node.generators[1:]:
            self._targets(clause.target, record.writes, inner)
            inner.extend((clause.iter, *clause.ifs))
        self.work.append((record, record, inner))

    def _comprehension(self, node: _Node) -> None:
        self.unit.loops += 1
        self.unit.operators = True
        stack = self.stack
        if node.__class__ is ast.DictComp:
            stack.extend(item for item in (node.key, node.value) if item is not None)
        else:
            stack.append(node.elt)
        for clause in node.generators:
            self._targets(clause.target, [], stack)
            stack.append(clause.iter)
            stack.extend(clause.ifs)

    def _targets(self, target: _Node, writes: list[str], stack: list[_Node]) -> None:
        """Charges the names that a clause binds to ``writes``; the rest is walked as usual."""
        todo = [target]
        while todo:
            node = todo.pop()
            if isinstance(node, ast.Name):
                writes.append(node.id)
            elif isinstance(node, ast.Tuple | ast.List):
                todo.extend(node.elts)
            elif isinstance(node, ast.Starred):
                todo.append(node.value)
            else:
                stack.append(node)

    def _import(self, node: _Node) -> None:
        for alias in node.names:
            name = alias.asname or alias.name.partition(".")[0]
            self.scope.writes.append(name)
            dotted = alias.name if alias.asname else name
            self.draft.imports.append((node.lineno, node.col_offset, name, dotted))

    def _import_from(self, node: _Node) -> None:
        module = "." * node.level + (node.module or "")
        for alias in node.names:
            if alias.name == "*":
                self.draft.star_line = max(self.draft.star_line, node.lineno)
                continue
            name = alias.asname or alias.name
            self.scope.writes.append(name)
            dotted = module + alias.name if module.endswith(".") else f"{module}.{alias.name}"
            self.draft.imports.append((node.lineno, node.col_offset, name, dotted))

    def _handler(self, node: _Node) -> None:
        if node.name:
            self.scope.writes.append(node.name)
        if node.type is not None:
            self.stack.append(node.type)
        self.stack.extend(node.body)

    def _global(self, node: _Node) -> None:
        self.scope.global_names.update(node.names)

    def _nonlocal(self, node: _Node) -> None:
        self.scope.nonlocal_names.update(node.names)

    def _walrus(self, node: _Node) -> None:
        holder = self.scope
        while holder.kind == "genexpr" and holder.parent is not None:
            holder = holder.parent
        holder.writes.append(node.target.id)
        self.stack.append(node.value)

    def _yield(self, node: _Node) -> None:
        self.unit.is_generator = True
        if node.value is not None:
            self.stack.append(node.value)

    def _assign(self, node: _Node) -> None:
        self._assign_to(node.targets, node.value)

    def _assign_to(self, targets: list[_Node], value: _Node) -> None:
        self.stack.extend(targets)
        if value.__class__ is ast.Lambda:
            record = self._lambda(value)
            names = (_dotted(target).rpartition(".")[2] for target in targets)
            self.draft.lambda_names.extend((name, record) for name in names)
        else:
            self.stack.append(value)

    def _annotated(self, node: _Node) -> None:
        if node.value is not None:
            self._assign_to([node.target], node.value)

    def _augment(self, node: _Node) -> None:
        if isinstance(node.target, ast.Name):
            self.unit.mentions.add(node.target.id)
        self.stack.extend((node.target, node.value))

    def _assert(self, node: _Node) -> None:
        self.unit.mentions.add("AssertionError")
        self.stack.append(node.test)
        if node.msg is not None:
            self.unit.calls.add("AssertionError")
            self.stack.append(node.msg)

    def _unary(self, node: _Node) -> None:
        if not isinstance(node.operand, ast.Constant):
            self.unit.operators = True
        self.stack.append(node.operand)

    def _capture(self, node: _Node) -> None:
        if node.name:
            self.scope.writes.append(node.name)
        pattern = getattr(node, "pattern", None)
        if pattern is not None:
            self.stack.append(pattern)

    def _rest(self, node: _Node) -> None:
        if node.rest:
            self.scope.writes.append(node.rest)
        self.stack.extend(node.keys)
        self.stack.extend(node.patterns)

    def _type_alias(self, node: _Node) -> None:
        self.scope.writes.append(node.name.id)


def _is_star(node: _Node) -> bool:
    return isinstance(node, ast.Starred)


def _decorator(node: _Node) -> str:
    return _dotted(node.func if isinstance(node, ast.Call) else node)


def _parts(node: _Node) -> Iterator[str]:
    while isinstance(node, ast.Attribute):
        yield node.attr
        node = node.value
    yield node.id if isinstance(node, ast.Name) else _root(node)


def _root(node: _Node) -> str:
    """``super()`` is told from other nameless receivers: it never leads back by itself."""
    called = node.func if node.__class__ is ast.Call else None
    return "super()" if called.__class__ is ast.Name and called.id == "super" else "?"


def _dotted(node: _Node) -> str:
    """The dotted text of what is called: ``f``, ``self.m``, ``super().m``, or ``?``."""
    if node.__class__ is ast.Name:
        text: str = node.id
        return text
    if node.__class__ is not ast.Attribute:
        return "?"
    text = ".".join(reversed(list(_parts(node))))
    return "?" if text.startswith("?") else text
