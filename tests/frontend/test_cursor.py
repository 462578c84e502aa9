"""Positions are those of Python's own parser, in code points."""

import ast
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haltcheck.basis.span import Span
from haltcheck.frontend import expression, statement
from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import Source, decode, from_text
from haltcheck.frontend.syntax import Syntax

PAIRS = {
    ast.While: statement.While,
    ast.For: statement.For,
    ast.AsyncFor: statement.For,
    ast.Call: expression.Call,
    ast.Attribute: expression.Attribute,
    ast.Subscript: expression.Subscript,
    ast.BinOp: expression.Binary,
    ast.Compare: expression.Comparison,
    ast.BoolOp: expression.Logical,
    ast.Return: statement.Leave,
    ast.Assign: statement.Assign,
    ast.AugAssign: statement.Augment,
    ast.Tuple: expression.Display,
    ast.AnnAssign: statement.Assign,
    ast.ListComp: expression.Comprehension,
    ast.SetComp: expression.Comprehension,
    ast.DictComp: expression.Comprehension,
    ast.GeneratorExp: expression.Comprehension,
    ast.Lambda: expression.Lambda,
    ast.IfExp: expression.Conditional,
    ast.Dict: expression.Mapping,
    ast.Try: statement.Try,
    ast.TryStar: statement.Try,
    ast.With: statement.With,
    ast.AsyncWith: statement.With,
    ast.Match: statement.Match,
}
SNIPPETS = sorted((Path(__file__).parent / "snippets").glob("*.txt"))


def forms(root: Any) -> list[Any]:
    found, todo = [], [root]
    while todo:
        item = todo.pop()
        if isinstance(item, tuple):
            todo.extend(item)
        elif hasattr(item, "__slots__") and not isinstance(item, Span):
            found.append(item)
            todo.extend(getattr(item, name) for name in item.__slots__)
    return found


def places_of_ast(text: str, lines: tuple[str, ...]) -> dict[str, Counter[Span]]:
    found: dict[str, Counter[Span]] = {}
    for node in ast.walk(ast.parse(text)):
        if type(node) in PAIRS:
            ends = [(node.lineno, node.col_offset), (node.end_lineno, node.end_col_offset)]
            first, last = (
                (line, len(lines[line - 1].encode()[:offset].decode()) + 1) for line, offset in ends
            )
            found.setdefault(PAIRS[type(node)].__name__, Counter())[Span(*first, *last)] += 1
    return found


def check_places(text: str) -> None:
    """Every place that a form of the module has is a place of such a node of ast."""
    source = from_text("while 0: pass\n" + text)
    syntax = parse(source)
    assert isinstance(syntax, Syntax)
    known = places_of_ast(source.text, source.lines)
    checked = 0
    for form in forms(tuple(syntax.functions.values())):
        name = type(form).__name__
        if name in known and name not in ("Leave", "Display", "Call", "For"):
            assert form.span in known[name], (name, form.span)
            checked += 1
    assert checked


@pytest.mark.parametrize("path", SNIPPETS, ids=[path.stem for path in SNIPPETS])
def test_places_are_those_of_ast(path: Path) -> None:
    check_places(path.read_text("utf-8"))


@pytest.mark.parametrize("name", ["bisect", "heapq", "shlex", "textwrap", "calendar"])
def test_so_they_are_in_the_standard_library(name: str) -> None:
    path = __import__(name).__file__
    with open(path, "rb") as file:
        source = decode(file.read(), path)
    assert isinstance(source, Source)
    check_places(source.text)


EXPRESSIONS = st.recursive(
    st.sampled_from(["a", "é", "1", "'x'", "f'{b}'", "x.y", "()", "..."]),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(["+", " and ", "<", "**", " not in "]), inner).map(
            "".join
        ),
        inner.map("({})".format),
        inner.map("( ( {} ) )".format),
        inner.map("f({}, *a, k=b)".format),
        inner.map("[{}, b]".format),
        inner.map("(({}),)".format),
        inner.map("not {}".format),
        inner.map("(lambda a, b=1: {})".format),
        st.tuples(inner, inner).map(lambda two: f"({two[0]} if {two[1]} else c)"),
        st.tuples(inner, inner).map(lambda two: f"[i for i in ({two[0]}) if ({two[1]})]"),
        inner.map("g({} for i in a)".format),
        inner.map("a[{}, 1:2]".format),
    ),
    max_leaves=12,
)


@given(EXPRESSIONS)
def test_spans_nest(text: str) -> None:
    program = f"while {text}:\n  b = {text}\n  return {text}\n"
    syntax = parse(from_text(f"def f():\n {program}".replace("\n  ", "\n     ")))
    if not isinstance(syntax, Syntax):
        return
    assert [gap.construct for gap in syntax.gaps] == []
    for form in forms(syntax.functions["f"].body):
        for name in form.__slots__:
            for inner in getattr(form, name) if isinstance(getattr(form, name), tuple) else ():
                if hasattr(inner, "span") and not isinstance(form, statement.Function):
                    outer = form.span
                    assert (outer.line, outer.column) <= (inner.span.line, inner.span.column)
                    assert (inner.span.end_line, inner.span.end_column) <= (
                        outer.end_line,
                        outer.end_column,
                    )
