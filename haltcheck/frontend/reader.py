"""What every converter is handed: the cursor, the block being read, and the way to the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import libcst as cst
from libcst._nodes.internal import CodegenState

from haltcheck.basis.span import Span
from haltcheck.frontend.block import Block
from haltcheck.frontend.cursor import Cursor
from haltcheck.frontend.expression import (
    Constant,
    Display,
    Expression,
    Gap,
    Name,
    Starred,
    Unmodelled,
)
from haltcheck.frontend.normal import normal
from haltcheck.frontend.statement import Function, Pattern, Statement
from haltcheck.frontend.syntax import Entry

Converter = Callable[[Any, Any], Any]
DEEPEST = 160
_SINGLETONS = {"True": True, "False": False, "None": None}
_BRACKETED = (cst.Tuple, cst.GeneratorExp, cst.MatchTuple)


class TooDeepError(Exception):
    """Forms nest deeper than the rooms to the right can be asked to follow."""


class _Position:
    """Where a reading stands: in the text, in the blocks of names, in the nesting of forms."""

    def __init__(
        self,
        cursor: Cursor,
        table: Mapping[type, Converter],
        names: Mapping[tuple[int, int], str] | None = None,
    ) -> None:
        self.cursor = cursor
        self.table = table
        self.names = names
        self.unread: Mapping[str, Entry] = {}
        self.in_class: str | None = None
        self.seen: Counter[str] = Counter()
        self.block = Block("module", "<module>")
        self.functions: dict[str, Function] = {}
        self.gaps: list[Gap] = []
        self.indents: list[str] = []
        self.default_indent = "    "
        self.depth = 0
        # Whether the text may be too deep for libcst, so that each piece is measured first.
        self.guarded = True

    def read_name(self, word: str) -> Name | Constant:
        """The next word as a name that is read, or as one of the three constants."""
        name = self.name(word)
        if word in _SINGLETONS:
            return Constant(name.span, _SINGLETONS[word])
        self.block.reads.add(name.id)
        return name

    def bind_name(self, word: str) -> Name:
        """The next word as a name that is bound here."""
        name = self.name(word)
        self.block.bound.add(name.id)
        return name

    def name(self, word: str) -> Name:
        """The next word as a name, neither read nor bound."""
        cursor = self.cursor
        cursor.first = cursor.take_word(word)
        return Name(cursor.span(cursor.first), word if word.isascii() else normal(word))

    def qualname(self, name: str, start: int) -> str:
        """The unique name of the function or class that begins at ``start``."""
        span = self.cursor.span(start)
        if self.names is not None:
            known = self.names.get((span.line, span.column))
            if known is not None:
                return known
        block = self.block
        while block.kind == "comprehension" and block.parent is not None:
            block = block.parent
        full = name if block.kind == "module" else f"{block.qualname}.{name}"
        self.seen[full] += 1
        return full if self.seen[full] == 1 else f"{full}#{self.seen[full]}"

    def code(self, node: cst.CSTNode) -> str:
        """The text of a node that is kept as text; the cursor moves behind it."""
        if isinstance(node, cst.Name) and not node.lpar:
            self.cursor.first = self.cursor.take_word(node.value)
            return node.value
        state = CodegenState(self.default_indent, "\n", indent_tokens=list(self.indents))
        node._codegen(state)
        text = "".join(state.tokens)
        self.cursor.first = self.cursor.take(text)
        return text

    def gap(self, span: Span, construct: str, why: str) -> Gap:
        """A new gap, noted for the report."""
        found = Gap(span, construct, why)
        self.gaps.append(found)
        return found

    def unmodelled(self, span: Span, construct: str, why: str) -> Unmodelled:
        """An expression that is a gap."""
        return Unmodelled(span, self.gap(span, construct, why))

    def owner(self) -> str | None:
        """The class whose body is being read, None in a function."""
        if self.block.kind == "module":
            return self.in_class
        return self.block.qualname if self.block.kind == "class" else None

    @contextmanager
    def deeper(self) -> Iterator[None]:
        """One level of nesting that no other method of the reader counts."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise TooDeepError
        yield
        self.depth -= 1

    def _parenthesised(self, node: Any) -> Any:
        cursor = self.cursor
        opened = [cursor.take("(") for _ in node.lpar]
        if isinstance(node, _BRACKETED):
            cursor.position = opened.pop()
        result = self._inside(node)
        for _ in opened:
            cursor.take(")")
        cursor.first = opened[0] if opened else cursor.first
        return result

    def _inside(self, node: Any) -> Any:
        if node.__class__ is cst.Name:
            return self.read_name(node.value)
        return self._convert(node)

    def _convert(self, node: Any) -> Any:
        self.depth += 1
        if self.depth > DEEPEST:
            raise TooDeepError
        result = self.table[node.__class__](node, self)
        self.depth -= 1
        return result


class Reader(_Position):
    """One reading of a piece of a file; converters call each other through it."""

    def expression(self, node: cst.BaseExpression) -> Expression:
        """Converts an expression that is read; its own parentheses belong to no span."""
        if node.lpar:
            result: Expression = self._parenthesised(node)
            return result
        if node.__class__ is cst.Name:
            return self.read_name(node.value)
        found: Expression = self._convert(node)
        return found

    def target(self, node: cst.BaseExpression) -> Expression:
        """Converts what is assigned to or deleted; its bare names are bound."""
        cursor = self.cursor
        if isinstance(node, cst.Name):
            opened = [cursor.take("(") for _ in node.lpar]
            name = self.bind_name(node.value)
            for _ in opened:
                cursor.take(")")
            cursor.first = opened[0] if opened else cursor.first
            return name
        if isinstance(node, cst.Tuple | cst.List):
            return self._target_display(node)
        if isinstance(node, cst.StarredElement):
            start = cursor.take("*")
            value = self.target(node.value)
            cursor.first = start
            return Starred(cursor.span(start), value)
        return self.expression(node)

    def _target_display(self, node: cst.Tuple | cst.List) -> Expression:
        cursor = self.cursor
        opened = [cursor.take("(") for _ in node.lpar]
        is_list = isinstance(node, cst.List)
        start = cursor.take("[") if is_list else opened.pop() if opened else None
        items, first = self.items(node.elements, self.target)
        if is_list:
            cursor.take("]")
        elif node.lpar:
            cursor.take(")")
        elif isinstance(node.elements[-1].comma, cst.Comma):
            cursor.take(",")
        start = first if start is None else start
        result = Display(cursor.span(start), "list" if is_list else "tuple", items)
        for _ in opened:
            cursor.take(")")
        cursor.first = opened[0] if opened else start
        return result

    def items(
        self, elements: Sequence[cst.BaseElement], convert: Callable[[Any], Expression]
    ) -> tuple[tuple[Expression, ...], int]:
        """The items of a display, and where the first of them begins."""
        found: list[Expression] = []
        first = self.cursor.position
        for element in elements:
            starred = isinstance(element, cst.StarredElement)
            found.append(convert(element if starred else element.value))
            if len(found) == 1:
                first = self.cursor.first
        return tuple(found), first

    def maybe(self, node: cst.BaseExpression | None) -> Expression | None:
        """Converts an expression that may be absent."""
        return None if node is None else self.expression(node)

    def statements(self, nodes: Iterable[cst.CSTNode]) -> tuple[Statement, ...]:
        """Converts statements in order; one may yield none or several."""
        found: list[Statement] = []
        table = self.table
        self.depth += 1
        if self.depth > DEEPEST:
            raise TooDeepError
        for node in nodes:
            found.extend(table[node.__class__](node, self))
        self.depth -= 1
        return tuple(found)

    def line(self, nodes: Iterable[Any]) -> tuple[Statement, ...]:
        """Converts the statements of one line; the semicolons belong to the block around it."""
        found: list[Statement] = []
        for node in nodes:
            found.extend(self.table[node.__class__](node, self))
            if node.semicolon.__class__ is cst.Semicolon:
                self.cursor.take(";")
        return tuple(found)

    def suite(self, node: cst.BaseSuite) -> tuple[Statement, ...]:
        """Converts the body of a compound statement."""
        if isinstance(node, cst.IndentedBlock):
            indent = node.indent if node.indent is not None else self.default_indent
            self.indents.append(indent)
            found = self.statements(node.body)
            self.indents.pop()
            return found
        return self.line(node.body)

    def pattern(self, node: cst.MatchPattern) -> Pattern:
        """Converts a pattern of a ``case``."""
        result: Pattern = self._parenthesised(node) if node.lpar else self._convert(node)
        return result
