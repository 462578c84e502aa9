"""``match`` and all its patterns."""

from collections.abc import Mapping

import libcst as cst

from haltcheck.frontend.expression import Expression
from haltcheck.frontend.form import Form
from haltcheck.frontend.normal import normal
from haltcheck.frontend.reader import Converter, Reader
from haltcheck.frontend.statement import (
    CapturePattern,
    Case,
    ClassPattern,
    EitherPattern,
    MappingPattern,
    Match,
    Pattern,
    SequencePattern,
    Statement,
    ValuePattern,
)

_Sequence = cst.MatchList | cst.MatchTuple


class Matches(Form):
    """A capture binds its name in the function."""

    def converters(self) -> Mapping[type, Converter]:
        return {
            cst.Match: _match,
            cst.MatchValue: _value,
            cst.MatchSingleton: _value,
            cst.MatchList: _sequence,
            cst.MatchTuple: _sequence,
            cst.MatchMapping: _mapping,
            cst.MatchClass: _class,
            cst.MatchAs: _capture,
            cst.MatchOr: _either,
        }


def _match(node: cst.Match, reader: Reader) -> tuple[Statement, ...]:
    cursor = reader.cursor
    start = cursor.take_word("match")
    subject = reader.expression(node.subject)
    if isinstance(node.subject, cst.Tuple) and not node.subject.lpar:
        cursor.first = start
    reader.indents.append(node.indent if node.indent is not None else reader.default_indent)
    cases = tuple(_case(item, reader) for item in node.cases)
    reader.indents.pop()
    return (Match(cursor.span(start), subject, cases),)


def _case(node: cst.MatchCase, reader: Reader) -> Case:
    cursor = reader.cursor
    start = cursor.take_word("case")
    pattern = reader.pattern(node.pattern)
    guard = reader.maybe(node.guard)
    body = reader.suite(node.body)
    return Case(cursor.span(start), pattern, guard, body)


def _value(node: cst.MatchValue | cst.MatchSingleton, reader: Reader) -> Pattern:
    value: Expression = reader.expression(node.value)
    return ValuePattern(reader.cursor.span(reader.cursor.first), value)


def _sequence(node: _Sequence, reader: Reader) -> Pattern:
    cursor = reader.cursor
    pair = "()" if isinstance(node, cst.MatchTuple) else "[]"
    is_open = isinstance(node, cst.MatchList) and node.lbracket is None
    start = -1 if is_open else cursor.take(pair[0])
    items: list[Pattern] = []
    star = -1
    for number, element in enumerate(node.patterns):
        if isinstance(element, cst.MatchStar):
            star = number
            items.append(_star(element, reader))
        else:
            items.append(reader.pattern(element.value))
        start = cursor.first if start < 0 else start
    if not is_open:
        cursor.take(pair[1])
    elif isinstance(node.patterns[-1].comma, cst.Comma):
        cursor.take(",")
    cursor.first = start
    return SequencePattern(cursor.span(start), tuple(items), star)


def _star(node: cst.MatchStar, reader: Reader) -> Pattern:
    start = reader.cursor.take("*")
    name: str | None = None
    if node.name is None:
        reader.cursor.take_word("_")
    else:
        name = reader.bind_name(node.name.value).id
    reader.cursor.first = start
    return CapturePattern(reader.cursor.span(start), name)


def _mapping(node: cst.MatchMapping, reader: Reader) -> Pattern:
    cursor = reader.cursor
    start = cursor.take("{")
    items = tuple(
        (reader.expression(item.key), reader.pattern(item.pattern)) for item in node.elements
    )
    rest = reader.bind_name(node.rest.value).id if node.rest is not None else None
    cursor.take("}")
    cursor.first = start
    return MappingPattern(cursor.span(start), items, rest)


def _class(node: cst.MatchClass, reader: Reader) -> Pattern:
    cursor = reader.cursor
    cls = reader.expression(node.cls)
    start = cursor.first
    cursor.take("(")
    positional = tuple(reader.pattern(item.value) for item in node.patterns)
    keywords: list[tuple[str, Pattern]] = []
    for item in node.kwds:
        cursor.take_word(item.key.value)
        keywords.append((normal(item.key.value), reader.pattern(item.pattern)))
    cursor.take(")")
    cursor.first = start
    return ClassPattern(cursor.span(start), cls, positional, tuple(keywords))


def _capture(node: cst.MatchAs, reader: Reader) -> Pattern:
    cursor = reader.cursor
    if node.pattern is None:
        if node.name is None:
            cursor.first = cursor.take_word("_")
            return CapturePattern(cursor.span(cursor.first), None)
        name = reader.bind_name(node.name.value)
        return CapturePattern(name.span, name.id)
    pattern = reader.pattern(node.pattern)
    start = cursor.first
    cursor.take_word("as")
    bound = reader.bind_name(node.name.value).id if node.name is not None else None
    cursor.first = start
    return CapturePattern(cursor.span(start), bound, pattern)


def _either(node: cst.MatchOr, reader: Reader) -> Pattern:
    alternatives: list[Pattern] = []
    start = -1
    for item in node.patterns:
        alternatives.append(reader.pattern(item.pattern))
        start = reader.cursor.first if start < 0 else start
    reader.cursor.first = start
    return EitherPattern(reader.cursor.span(start), tuple(alternatives))
