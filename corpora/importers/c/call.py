"""Calls: of the program's functions, of those that every suite knows, and of nobody's."""

from __future__ import annotations

import re
from typing import Any

from corpora.importers.c.declare import External, Scope, converted, integer, line_of, type_of
from corpora.importers.c.kind import (
    BOOL,
    CHAR,
    INT,
    LONG,
    SHORT,
    UCHAR,
    UINT,
    ULONG,
    USHORT,
    Kind,
)
from corpora.importers.c.tree import (
    Array,
    Ask,
    Assign,
    Call,
    Comma,
    Convert,
    Demand,
    Expression,
    Function,
    Mark,
    Number,
    Unary,
    nodes,
)
from corpora.importers.c.usual import ASSERTIONS, ASSUMPTIONS, EXITS, PRINTERS
from corpora.refusal import RefusedError

MARKS = "__mark"
"""The external function that only watches; it gives nothing back."""

_NONDET = re.compile(r"_*(VERIFIER_)?_*(nondet|unknown|random|havoc|input)(_*)(?P<kind>\w*)")
_KINDS = {
    "": INT,
    "int": INT,
    "bool": BOOL,
    "_Bool": BOOL,
    "char": CHAR,
    "uchar": UCHAR,
    "u8": UCHAR,
    "short": SHORT,
    "ushort": USHORT,
    "u16": USHORT,
    "uint": UINT,
    "unsigned": UINT,
    "unsigned_int": UINT,
    "u32": UINT,
    "long": LONG,
    "longlong": LONG,
    "ulong": ULONG,
    "ulonglong": ULONG,
    "size_t": ULONG,
}


def call(node: Any, scope: Scope) -> Expression:
    """What a call means. Raises RefusedError where nobody knows."""
    line = line_of(node)
    if type(node.name).__name__ != "ID":
        raise RefusedError("a call of what is no function's name", line)
    name = node.name.name
    given = list(node.args.exprs) if node.args is not None else []
    meant = scope.find(name)
    if isinstance(meant, Function):
        return _own_call(meant, given, scope, line)
    if name in ASSERTIONS | ASSUMPTIONS:
        return _demand(name, given, scope, line, claim=name in ASSERTIONS)
    if name in EXITS:
        values = [scope.resolver.express(one, scope) for one in given if _counts(one)]
        return _after(values, Demand(line, None, None, claim=False))
    if name == "assume":
        return _demand(name, given, scope, line, claim=False)
    if name in PRINTERS:
        return _printed(given, scope, line)
    if isinstance(meant, External) or meant is None:
        return _external(node, meant, given, scope)
    raise RefusedError(f"{name} is no function", line)


def _demand(name: str, given: list[Any], scope: Scope, line: int, *, claim: bool) -> Expression:
    if not given or (len(given) > 1 and name != "__CPROVER_assert"):
        raise RefusedError(f"{name} takes one condition", line)
    condition = scope.resolver.express(given[0], scope)
    integer(condition.kind, line)
    return Demand(line, None, condition, claim)


def _own_call(function: Function, given: list[Any], scope: Scope, line: int) -> Expression:
    if len(given) != len(function.parameters):
        raise RefusedError(f"{function.name} is called with {len(given)} arguments", line)
    arguments = []
    for one, parameter in zip(given, function.parameters, strict=True):
        value = scope.resolver.express(one, scope)
        if isinstance(parameter.kind, Array):
            if not isinstance(value.kind, Array) or not _alike(value.kind, parameter.kind):
                raise RefusedError(f"{function.name} wants another array", line)
            arguments.append(value)
        else:
            arguments.append(converted(value, parameter.kind))
    return Call(line, function.kind, function, arguments)


def _alike(given: Array, wanted: Array) -> bool:
    if isinstance(given.element, Array) and isinstance(wanted.element, Array):
        return _alike(given.element, wanted.element)
    return given.element == wanted.element


def _counts(node: Any) -> bool:
    """Whether an argument that is dropped might do something; a text or a name does nothing."""
    return type(node).__name__ not in ("Constant", "ID")


def _after(values: list[Expression], last: Expression) -> Expression:
    for value in reversed(values):
        last = Comma(last.line, last.kind, value, last)
    return last


def _printed(given: list[Any], scope: Scope, line: int) -> Expression:
    """What is printed is nobody's business here; how much it was must not be asked."""
    values = [scope.resolver.express(one, scope) for one in given if _counts(one)]
    if (
        sum(any(isinstance(one, Assign | Call | Ask) for one in nodes(value)) for value in values)
        > 1
    ):
        raise RefusedError("what is printed does things in no certain order", line)
    return _after(values, Convert(line, None, Number(line, INT, 0)))


def _external(node: Any, meant: External | None, given: list[Any], scope: Scope) -> Expression:
    name, line = node.name.name, line_of(node)
    if name == MARKS:
        values = [scope.resolver.express(one, scope) for one in given]
        return Mark(line, None, name, values)
    kind = _returned(meant, scope) if meant else None
    if name == "random" and not given and kind in (None, LONG):
        # POSIX: never negative, and no more than 2**31 - 1.
        return converted(Ask(line, Kind("31 bits", 31, signed=False), node), LONG)
    if name in ("abs", "labs", "llabs") and len(given) == 1:
        return _absolute(name, given[0], scope, line)
    found = _NONDET.fullmatch(name)
    if found is None or given:
        raise RefusedError(f"nobody knows what {name} does", line)
    if found["kind"] in ("bool", "_Bool"):
        kind = BOOL
    if kind is None:
        # Without a declaration, what a call gives is an int.
        kind = _KINDS.get(found["kind"].rstrip("0123456789") if meant is None else found["kind"])
    if kind is None:
        raise RefusedError(f"nobody knows what {name} does", line)
    return Ask(line, kind, node)


def _returned(meant: External, scope: Scope) -> Kind | None:
    kind = type_of(meant.node.type.type, scope)
    return kind if isinstance(kind, Kind) else None


def _absolute(name: str, node: Any, scope: Scope, line: int) -> Expression:
    kind = INT if name == "abs" else LONG
    value = converted(scope.resolver.express(node, scope), kind)
    return Unary(line, kind, "abs", value)
