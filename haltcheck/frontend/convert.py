"""Whole lines of source become our forms by way of libcst."""

from __future__ import annotations

from functools import cache

import libcst as cst

from haltcheck.basis.discover import load_all
from haltcheck.frontend.block import resolve
from haltcheck.frontend.cursor import LostError
from haltcheck.frontend.depth import DEEPEST, depth
from haltcheck.frontend.form import Form
from haltcheck.frontend.reader import Converter, Reader, TooDeepError
from haltcheck.frontend.statement import Statement


class _Converters(dict[type, Converter]):
    """A node that no form claims makes its text unreadable, and nothing worse."""

    def __missing__(self, kind: type) -> Converter:
        raise LostError(f"{kind.__name__} is a construct that no form reads")


@cache
def converters() -> dict[type, Converter]:
    """The converter of every libcst node type, from the open set of forms."""
    forms = load_all("haltcheck.frontend.forms", Form)
    table = {kind: way for form in forms.values() for kind, way in form().converters().items()}
    return _Converters(table)


_VALIDATE = cst.CSTNode.__post_init__


def _accept(self: cst.CSTNode) -> None:
    """Takes a node as it is."""


def _parse(text: str) -> cst.Module:
    """The tree of a text, whose nodes are not validated one by one, as those made by hand are.

    The parser makes valid nodes alone, and asking each of them takes a fifth of its time.
    """
    cst.CSTNode.__post_init__ = _accept  # type: ignore[method-assign]
    try:
        return cst.parse_module(text)
    finally:
        cst.CSTNode.__post_init__ = _VALIDATE  # type: ignore[method-assign]


def convert_lines(lines: tuple[str, ...], reader: Reader) -> tuple[Statement, ...]:
    """Converts lines verbatim; indented ones stand under a line of their own for libcst.

    Raises ParserSyntaxError where libcst cannot parse, LostError where a token is missing and
    TooDeepError where forms nest too deep; gaps are noted in the reader.
    """
    indented = bool(lines) and lines[0][:1] in (" ", "\t", "\f")
    text = "\n".join(("if 1:", *lines) if indented else lines) + "\n"
    if reader.guarded and depth(text) > DEEPEST:
        raise TooDeepError
    module = _parse(text)
    reader.default_indent = module.default_indent
    top = module.body
    first = top[0].body if indented else None
    body = reader.suite(first) if isinstance(first, cst.BaseSuite) else reader.statements(top)
    resolve(reader.block)
    return body
