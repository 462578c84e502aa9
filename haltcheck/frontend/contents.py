"""The table of contents of a file, from ``ast`` alone; nothing is lowered from it."""

from __future__ import annotations

import ast
from collections.abc import Callable

from haltcheck.frontend.inflow import names_float
from haltcheck.frontend.star import hidden_by
from haltcheck.frontend.table import Record, Table
from haltcheck.frontend.walk import (
    Node,
    Walker,
    base_text,
    decorator_text,
    dotted_text,
    may_be_float,
    parts_of,
)


def tabulate(tree: ast.Module, lines: tuple[str, ...]) -> Table:
    """The table of contents of a parsed file whose lines are given."""
    return _Tabulator(lines).run(tree)


class _Openers(Walker):
    """What opens a record of its own: functions, classes, comprehensions."""

    def _function(self, node: Node) -> None:
        record = self.draft.open("def", node.name, self._span(node), self.scope)
        self.scope.writes.append(node.name)
        record.is_async = node.__class__ is ast.AsyncFunctionDef
        record.first_line = min((d.lineno for d in node.decorator_list), default=node.lineno)
        record.body_line = self._body_line(node)
        record.decorators = tuple(decorator_text(item) for item in node.decorator_list)
        self.stack.extend(node.decorator_list)
        self._parameters(record, node.args)
        parameters = getattr(node, "type_params", ())
        record.writes.extend(parameter.name for parameter in parameters)
        self.work.append((record, record, list(node.body)))

    def _body_line(self, node: Node) -> int:
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
        positional = (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)
        record.inflow.floats.update(
            item.arg for item in positional if _is_float(item.annotation, self.lines)
        )
        self.stack.extend(arguments.defaults)
        self.stack.extend(item for item in arguments.kw_defaults if item is not None)

    def _class(self, node: Node) -> None:
        record = self.draft.open("class", node.name, self._span(node), self.scope)
        self.scope.writes.append(node.name)
        parameters = getattr(node, "type_params", ())
        record.writes.extend(parameter.name for parameter in parameters)
        record.bases = tuple(base_text(base) for base in node.bases if not _is_star(base))
        record.decorators = (
            *(decorator_text(item) for item in node.decorator_list),
            *(f"{keyword.arg}=" for keyword in node.keywords),
            *(
                f"{keyword.arg}="
                for item in node.decorator_list
                if isinstance(item, ast.Call)
                for keyword in item.keywords
                if keyword.arg in ("frozen", "slots")
            ),
            *("*" for base in node.bases if _is_star(base)),
        )
        self.stack.extend(node.decorator_list)
        self.stack.extend(node.bases)
        self.stack.extend(keyword.value for keyword in node.keywords)
        self.work.append((self.unit, record, list(node.body)))

    def _lambda(self, node: Node) -> Record:
        record = self.draft.open("lambda", "<lambda>", self._span(node), self.scope)
        self._parameters(record, node.args)
        self.work.append((record, record, [node.body]))
        return record

    def _generator(self, node: Node) -> None:
        record = self.draft.open("genexpr", "<genexpr>", self._span(node), self.scope)
        record.is_generator = True
        record.loops = 1
        record.operators = True
        record.is_async = any(clause.is_async for clause in node.generators)
        record.parameters = (".0",)
        first = node.generators[0]
        self.stack.append(first.iter)
        inner: list[Node] = [node.elt, *first.ifs]
        self._targets(first.target, record.writes, inner)
        for clause in node.generators[1:]:
            self._targets(clause.target, record.writes, inner)
            inner.extend((clause.iter, *clause.ifs))
        self.work.append((record, record, inner))

    def _comprehension(self, node: Node) -> None:
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

    def _targets(self, target: Node, writes: list[str], stack: list[Node]) -> None:
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


class _Tabulator(_Openers):
    """The rest: what binds names, and what runs more than it shows."""

    def _handlers(self) -> dict[type, Callable[[Node], object]]:
        found: dict[type, Callable[[Node], object]] = {
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
            found[alias] = self._type_alias
        return found

    def _import(self, node: Node) -> None:
        for alias in node.names:
            name = alias.asname or alias.name.partition(".")[0]
            self.scope.writes.append(name)
            dotted = alias.name if alias.asname else name
            self.draft.imports.append((node.lineno, node.col_offset, name, dotted))

    def _import_from(self, node: Node) -> None:
        module = "." * node.level + (node.module or "")
        for alias in node.names:
            if alias.name == "*":
                self.draft.star_line = max(self.draft.star_line, node.lineno)
                self.scope.writes.extend(hidden_by(module))
                continue
            name = alias.asname or alias.name
            self.scope.writes.append(name)
            dotted = module + alias.name if module.endswith(".") else f"{module}.{alias.name}"
            self.draft.imports.append((node.lineno, node.col_offset, name, dotted))

    def _handler(self, node: Node) -> None:
        if node.name:
            self.scope.writes.append(node.name)
        if node.type is not None:
            self.stack.append(node.type)
        self.stack.extend(node.body)

    def _global(self, node: Node) -> None:
        self.scope.global_names.update(node.names)

    def _nonlocal(self, node: Node) -> None:
        self.scope.nonlocal_names.update(node.names)

    def _walrus(self, node: Node) -> None:
        holder = self.scope
        while holder.kind == "genexpr" and holder.parent is not None:
            holder = holder.parent
        holder.writes.append(node.target.id)
        self.stack.append(node.value)

    def _yield(self, node: Node) -> None:
        self.unit.is_generator = True
        if node.value is not None:
            self.stack.append(node.value)

    def _assign(self, node: Node) -> None:
        self._assign_to(node.targets, node.value)

    def _assign_to(self, targets: list[Node], value: Node) -> None:
        self.stack.extend(targets)
        for target in targets:
            if target.__class__ is ast.Attribute and value.__class__ is ast.Name:
                self.draft.give(self.scope, dotted_text(target), value.id)
            if target.__class__ is ast.Name and may_be_float(value):
                self.unit.inflow.assign(target.id, value, parts_of)
        if value.__class__ is ast.Lambda:
            record = self._lambda(value)
            names = (dotted_text(target).rpartition(".")[2] for target in targets)
            self.draft.lambda_names.extend((name, record) for name in names)
        else:
            self.stack.append(value)

    def _annotated(self, node: Node) -> None:
        if node.target.__class__ is ast.Name and _is_float(node.annotation, self.lines):
            self.unit.inflow.floats.add(node.target.id)
        if node.value is not None:
            self._assign_to([node.target], node.value)

    def _augment(self, node: Node) -> None:
        if isinstance(node.target, ast.Name):
            self.unit.mentions.add(node.target.id)
            self.unit.inflow.assign(node.target.id, node.value, parts_of)
            if node.op.__class__ is ast.Div:
                self.unit.inflow.floats.add(node.target.id)
        self.stack.extend((node.target, node.value))

    def _assert(self, node: Node) -> None:
        self.unit.mentions.add("AssertionError")
        self.stack.append(node.test)
        if node.msg is not None:
            self.unit.calls.add("AssertionError")
            self.stack.append(node.msg)

    def _unary(self, node: Node) -> None:
        if not isinstance(node.operand, ast.Constant):
            self.unit.operators = True
        self.stack.append(node.operand)

    def _capture(self, node: Node) -> None:
        if node.name:
            self.scope.writes.append(node.name)
        pattern = getattr(node, "pattern", None)
        if pattern is not None:
            self.stack.append(pattern)

    def _rest(self, node: Node) -> None:
        if node.rest:
            self.scope.writes.append(node.rest)
        self.stack.extend(node.keys)
        self.stack.extend(node.patterns)

    def _type_alias(self, node: Node) -> None:
        self.scope.writes.append(node.name.id)


def _is_float(annotation: Node, lines: tuple[str, ...]) -> bool:
    """Whether an annotation names floats, in quotes or without."""
    if annotation is None or annotation.__class__ is ast.Name:
        return getattr(annotation, "id", "") == "float"
    around = lines[annotation.lineno - 1 : annotation.end_lineno]
    if not any("float" in line or not line.isascii() for line in around):
        return False
    return any(
        getattr(node, "id", "") == "float" or names_float(str(getattr(node, "value", "")))
        for node in ast.walk(annotation)
    )


def _is_star(node: Node) -> bool:
    return isinstance(node, ast.Starred)
