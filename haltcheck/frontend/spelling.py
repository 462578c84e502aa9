"""What a form of an expression spells: the dotted text of what is called, and its operands."""

from __future__ import annotations

from haltcheck.frontend.expression import (
    Attribute,
    Binary,
    Call,
    Conditional,
    Constant,
    Expression,
    Logical,
    Name,
    Subscript,
    Unary,
)
from haltcheck.frontend.inflow import FLOATS, gives_float, making, passes_on


def parts_of(node: Expression) -> bool | str | tuple[Expression, ...]:
    """What an expression calculates with, for ``Inflow``."""
    match node:
        case Name(id=name):
            return name
        case Constant(value=value):
            return isinstance(value, float)
        case Binary(operator=operator, left=left, right=right):
            return True if operator == "/" else (left, right)
        case Unary(operator=operator, operand=operand):
            return (operand,) if operator in ("-", "+") else ()
        case Conditional(body=body, orelse=orelse):
            return (body, orelse)
        case Logical(values=values):
            return values
        case Call(function=called, arguments=arguments):
            text = dotted_of(called)
            handed = tuple(one.value for one in arguments if one.kind == "positional")
            return gives_float(text) or (handed if passes_on(text) else making(text))
        case Attribute():
            return dotted_of(node) in FLOATS
    return ()


def root_of(node: Expression) -> str:
    """What stands for something without a name; ``super()`` never leads back by itself."""
    is_super = isinstance(node, Call) and dotted_of(node.function) == "super"
    return "super()" if is_super else "?"


def decorator_of(node: Expression) -> str:
    """The dotted text of a decorator, without its arguments."""
    return dotted_of(node.function if isinstance(node, Call) else node)


def base_of(node: Expression) -> str:
    """The dotted text of a base of a class; ``Base[T]`` is ``Base`` for what objects have."""
    return dotted_of(node.value if isinstance(node, Subscript) else node)


def dotted_of(node: Expression) -> str:
    """The dotted text of what is called: ``f``, ``self.m``, ``super().m``, or ``?``."""
    if isinstance(node, Name):
        return node.id
    if not isinstance(node, Attribute):
        return "?"
    _, root, tail = links(node)
    return "?" if root == "?" else ".".join((root, *reversed(tail)))


def links(node: Attribute) -> tuple[Expression, str, list[str]]:
    """What a chain of attributes starts from, its text, and the attributes from the last on."""
    tail: list[str] = []
    inner: Expression = node
    while isinstance(inner, Attribute):
        tail.append(inner.attribute)
        inner = inner.value
    root = inner.id if isinstance(inner, Name) else root_of(inner)
    return inner, root, tail
