"""Statements about names: ``global``, ``nonlocal``, ``import`` and ``type``."""

from collections.abc import Mapping

import libcst as cst

from haltcheck.frontend.form import Form
from haltcheck.frontend.normal import normal
from haltcheck.frontend.reader import Converter, Reader
from haltcheck.frontend.star import hidden_by
from haltcheck.frontend.statement import Import, Skip, Statement


class Declarations(Form):
    """``global`` and ``nonlocal`` leave no statement, only the scope of their function."""

    def converters(self) -> Mapping[type, Converter]:
        return {
            cst.Global: _global,
            cst.Nonlocal: _nonlocal,
            cst.Import: _import,
            cst.ImportFrom: _import_from,
            cst.LazyImport: _import,
            cst.LazyImportFrom: _import_from,
            cst.TypeAlias: _type_alias,
        }


def _global(node: cst.Global, reader: Reader) -> tuple[Statement, ...]:
    reader.block.globals.update(_words(node, reader))
    return ()


def _nonlocal(node: cst.Nonlocal, reader: Reader) -> tuple[Statement, ...]:
    reader.block.nonlocals.update(_words(node, reader))
    return ()


def _words(node: cst.Global | cst.Nonlocal, reader: Reader) -> list[str]:
    reader.cursor.take_word("global" if isinstance(node, cst.Global) else "nonlocal")
    return [reader.name(item.name.value).id for item in node.names]


def _dotted(node: cst.Attribute | cst.Name | None, reader: Reader) -> str:
    """A module path; its words are taken, and none of them is a name that is read."""
    words: list[str] = []
    while isinstance(node, cst.Attribute):
        words.append(node.attr.value)
        node = node.value if isinstance(node.value, cst.Attribute | cst.Name) else None
    if node is not None:
        words.append(node.value)
    words.reverse()
    for word in words:
        reader.cursor.take_word(word)
    return ".".join(normal(word) for word in words)


def _alias(node: cst.ImportAlias, reader: Reader) -> tuple[str, str | None]:
    dotted = _dotted(node.name, reader)
    if node.asname is None or not isinstance(node.asname.name, cst.Name):
        return dotted, None
    reader.cursor.take_word("as")
    return dotted, reader.name(node.asname.name.value).id


def _import(node: cst.Import, reader: Reader) -> tuple[Statement, ...]:
    start = reader.cursor.take_word("import")
    names: list[tuple[str, str | None, str]] = []
    for item in node.names:
        dotted, alias = _alias(item, reader)
        # ``import a.b`` binds ``a`` to the package a, ``import a.b as c`` binds c to a.b.
        bound = alias or dotted.partition(".")[0]
        reader.block.bound.add(bound)
        names.append((dotted if alias else bound, None, bound))
    return (Import(reader.cursor.span(start), tuple(names)),)


def _import_from(node: cst.ImportFrom, reader: Reader) -> tuple[Statement, ...]:
    cursor = reader.cursor
    start = cursor.take_word("from")
    module = "." * len(node.relative) + _dotted(node.module, reader)
    cursor.take_word("import")
    if isinstance(node.names, cst.ImportStar):
        cursor.take("*")
        span = cursor.span(start)
        gap = reader.gap(span, "import *", f"binds whatever {module} exports")
        return (Skip(span, gap, hidden_by(module)),)
    names: list[tuple[str, str | None, str]] = []
    for item in node.names:
        member, alias = _alias(item, reader)
        reader.block.bound.add(alias or member)
        names.append((module, member, alias or member))
    if node.rpar is not None:
        cursor.take(")")
    return (Import(cursor.span(start), tuple(names)),)


def _type_alias(node: cst.TypeAlias, reader: Reader) -> tuple[Statement, ...]:
    cursor = reader.cursor
    start = cursor.take_word("type")
    name = reader.bind_name(node.name.value).id
    if node.type_parameters is not None:
        reader.code(node.type_parameters)
    cursor.take("=")
    reader.code(node.value)
    span = cursor.span(start)
    return (Skip(span, reader.gap(span, "type alias", "its value is not modelled"), (name,)),)
