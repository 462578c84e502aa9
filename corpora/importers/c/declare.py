"""The types of declarations."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Protocol

from corpora.importers.c.fold import constant
from corpora.importers.c.kind import BOOL, INT, UINT, Kind, kind_of, within
from corpora.importers.c.tree import Array, Ask, Convert, Expression, Function, Number, Variable
from corpora.refusal import RefusedError

_NAMED = {
    "float": "floating-point numbers",
    "double": "floating-point numbers",
    "_Float128": "floating-point numbers",
    "__float128": "floating-point numbers",
    "_Complex": "complex numbers",
    "__int128": "128 bits",
}


@dataclass(slots=True)
class External:
    """A function that is declared and not defined; ``node`` is its declaration."""

    name: str
    node: Any


Meaning = Variable | Function | External | Number
"""What a name may stand for."""


class Resolver(Protocol):
    """Who settles what a scope alone cannot."""

    def express(self, node: Any, scope: Scope) -> Expression:
        """The expression of the tree for one of the syntax."""

    def reach(self, name: str) -> Meaning | None:
        """What a name of the file stands for, which belongs to the translation from now on."""


@dataclass(slots=True)
class Scope:
    """The names of a block, of the blocks around it, and the types that have names.

    A type comes with the scope that it was named in; ``enumerations`` are the types of those whose
    constants are known, by the identity of their syntax, for all scopes of a file.
    """

    resolver: Resolver
    outer: Scope | None = None
    names: dict[str, Meaning] = field(default_factory=dict)
    types: dict[str, tuple[Any, Scope]] = field(default_factory=dict)
    enumerations: dict[int, Kind] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.outer is not None:
            self.enumerations = self.outer.enumerations

    def find(self, name: str) -> Meaning | None:
        """What the name stands for here."""
        scope: Scope | None = self
        while scope is not None:
            if name in scope.names:
                return scope.names[name]
            scope = scope.outer
        return self.resolver.reach(name)

    def type(self, name: str) -> tuple[Any, Scope] | None:
        """The syntax of the type that has this name here, and where it was named."""
        scope: Scope | None = self
        while scope is not None:
            if name in scope.types:
                return scope.types[name]
            scope = scope.outer
        return None


def line_of(node: Any) -> int:
    """The line of a node of the syntax."""
    coordinate = getattr(node, "coord", None)
    return int(coordinate.line) if coordinate is not None and coordinate.line else 0


def type_of(node: Any, scope: Scope) -> Kind | Array | None:
    """The type that a declaration gives; None is ``void``.

    Raises RefusedError for what is no integer and no array of them.
    """
    what = type(node).__name__
    line = line_of(node)
    if "volatile" in (getattr(node, "quals", None) or ()):
        raise RefusedError("a volatile variable may change by itself", line)
    if what in ("Decl", "TypeDecl", "Typename", "Typedef"):
        return type_of(node.type, scope)
    if what == "IdentifierType":
        return _named(node, scope)
    if what == "Enum":
        return enumeration(node, scope)
    if what == "ArrayDecl":
        element = type_of(node.type, scope)
        if element is None:
            raise RefusedError("an array of nothing", line)
        size = scope.resolver.express(node.dim, scope) if node.dim is not None else None
        return Array(element, size)
    words = {
        "PtrDecl": "a pointer",
        "Struct": "a struct",
        "Union": "a union",
        "FuncDecl": "a function as a value",
    }
    raise RefusedError(words.get(what, f"a type that is no integer ({what})"), line)


def _named(node: Any, scope: Scope) -> Kind | Array | None:
    names = list(node.names)
    line = line_of(node)
    if names == ["void"]:
        return None
    if len(names) == 1 and (meant := scope.type(names[0])) is not None:
        try:
            return type_of(*meant)
        except RefusedError as error:
            raise RefusedError(error.reason, line) from error
    kind = kind_of(names)
    if kind is None:
        known = next((_NAMED[name] for name in names if name in _NAMED), None)
        raise RefusedError(known or f"the type {' '.join(names)}", line)
    return kind


def enumeration(node: Any, scope: Scope) -> Kind:
    """The type of an enumeration, whose constants become known in the scope.

    As GNU's compiler has it, the type has a sign only if a constant is negative.
    """
    if node.values is None:
        meant = scope.type(f"enum {node.name}")
        if meant is None:
            raise RefusedError(f"there is no enum {node.name}", line_of(node))
        return enumeration(*meant)
    if id(node) in scope.enumerations:
        return scope.enumerations[id(node)]
    values: list[int] = []
    for one in node.values.enumerators:
        value = values[-1] + 1 if values else 0
        if one.value is not None:
            value = fixed(one.value, scope)
        values.append(value)
        scope.names[one.name] = Number(line_of(one), INT, value)
    if node.name:
        scope.types[f"enum {node.name}"] = (node, scope)
    kind = INT if any(value < 0 for value in values) else UINT
    scope.enumerations[id(node)] = kind
    return kind


def fixed(node: Any, scope: Scope) -> int:
    """The value of a constant expression. Raises RefusedError if it is none."""
    value = constant(scope.resolver.express(node, scope))
    if value is None:
        raise RefusedError("a constant was expected", line_of(node))
    return value


def learn_enumerations(node: Any, scope: Scope) -> None:
    """Makes the constants known that stand in a declaration."""
    inner = node
    while inner is not None and type(inner).__name__ in ("Decl", "Typedef", "TypeDecl"):
        inner = inner.type
    if type(inner).__name__ == "Enum" and inner.values is not None:
        enumeration(inner, scope)


def integer(kind: Kind | Array | None, line: int) -> Kind:
    """The type, which must be one of integers. Raises RefusedError."""
    if isinstance(kind, Kind):
        return kind
    if isinstance(kind, Array):
        raise RefusedError("an array as a value", line)
    raise RefusedError("a value that there is not", line)


def converted(value: Expression, kind: Kind) -> Expression:
    """The value in this type."""
    was = integer(value.kind, value.line)
    if was == kind:
        return value
    if isinstance(value, Number) and kind != BOOL and within((value.value, value.value), kind):
        return Number(value.line, kind, value.value)
    if isinstance(value, Ask) and kind.bits <= was.bits and value.input is None:
        # Any value that is asked for becomes any value of a type that is no wider.
        return Ask(value.line, kind, value.site)
    return Convert(value.line, kind, value)
