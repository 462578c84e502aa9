"""The arguments of calls and classes, and the parameters that take them."""

from collections.abc import Sequence

import libcst as cst

from haltcheck.frontend.annotation import spelling
from haltcheck.frontend.expression import Argument, Parameter
from haltcheck.frontend.normal import normal
from haltcheck.frontend.reader import Reader

_KINDS = {"": "positional", "*": "*", "**": "**"}


def convert_arguments(nodes: Sequence[cst.Arg], reader: Reader) -> tuple[Argument, ...]:
    """Everything between the parentheses, which are taken too."""
    cursor = reader.cursor
    if len(nodes) == 1 and _is_bare_generator(nodes[0]):
        # The parentheses of the call are those of the generator expression, which takes them.
        return (Argument("positional", None, reader.expression(nodes[0].value)),)
    cursor.take("(")
    arguments = tuple(_argument(node, reader) for node in nodes)
    cursor.take(")")
    return arguments


def _is_bare_generator(node: cst.Arg) -> bool:
    return isinstance(node.value, cst.GeneratorExp) and not node.value.lpar and not node.star


def _argument(node: cst.Arg, reader: Reader) -> Argument:
    if node.keyword is None:
        return Argument(_KINDS[node.star], None, reader.expression(node.value))
    reader.cursor.take_word(node.keyword.value)
    return Argument("keyword", normal(node.keyword.value), reader.expression(node.value))


def convert_parameters(node: cst.Parameters, reader: Reader) -> tuple[Parameter, ...]:
    """Every parameter in order; defaults are read in the block around the function."""
    return tuple(_parameter(kind, item, reader) for kind, item in _groups(node))


def _groups(node: cst.Parameters) -> Sequence[tuple[str, cst.Param]]:
    groups = [("positional only", item) for item in node.posonly_params]
    groups += [("normal", item) for item in node.params]
    if isinstance(node.star_arg, cst.Param):
        groups.append(("*", node.star_arg))
    groups += [("keyword only", item) for item in node.kwonly_params]
    if node.star_kwarg is not None:
        groups.append(("**", node.star_kwarg))
    return groups


def _parameter(kind: str, node: cst.Param, reader: Reader) -> Parameter:
    reader.cursor.take_word(node.name.value)
    annotation = convert_annotation(node.annotation, reader)
    return Parameter(normal(node.name.value), kind, annotation, reader.maybe(node.default))


def convert_annotation(node: cst.Annotation | None, reader: Reader) -> str | None:
    """The text of an annotation, without the quotes of a quoted one."""
    if node is None:
        return None
    text = spelling(node.annotation)
    if not reader.cursor.take_next(text):
        text = reader.code(node.annotation)
    if isinstance(node.annotation, cst.SimpleString):
        value = node.annotation.raw_value
        return value.strip()
    return text
