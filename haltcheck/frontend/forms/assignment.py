"""Statements that write: assignments of all kinds and ``del``."""

from collections.abc import Mapping

import libcst as cst

from haltcheck.frontend.argument import convert_annotation
from haltcheck.frontend.expression import Display, Expression, Name
from haltcheck.frontend.form import Form
from haltcheck.frontend.reader import Converter, Reader
from haltcheck.frontend.statement import Assign, Augment, Delete, Statement

_AUGMENTING: dict[type, str] = {
    cst.AddAssign: "+",
    cst.SubtractAssign: "-",
    cst.MultiplyAssign: "*",
    cst.DivideAssign: "/",
    cst.FloorDivideAssign: "//",
    cst.ModuloAssign: "%",
    cst.PowerAssign: "**",
    cst.LeftShiftAssign: "<<",
    cst.RightShiftAssign: ">>",
    cst.BitAndAssign: "&",
    cst.BitOrAssign: "|",
    cst.BitXorAssign: "^",
    cst.MatrixMultiplyAssign: "@",
}


class Assignments(Form):
    """A bare annotation binds nothing, but its name is local all the same."""

    def converters(self) -> Mapping[type, Converter]:
        return {
            cst.Assign: _assign,
            cst.AnnAssign: _annotated,
            cst.AugAssign: _augmented,
            cst.Del: _delete,
        }


def _assign(node: cst.Assign, reader: Reader) -> tuple[Statement, ...]:
    cursor = reader.cursor
    targets: list[Expression] = []
    start = -1
    for item in node.targets:
        targets.append(reader.target(item.target))
        start = cursor.first if start < 0 else start
    value = reader.expression(node.value)
    return (Assign(cursor.span(start), tuple(targets), value),)


def _annotated(node: cst.AnnAssign, reader: Reader) -> tuple[Statement, ...]:
    cursor = reader.cursor
    target = reader.target(node.target)
    start = cursor.first
    annotation = convert_annotation(node.annotation, reader)
    if node.value is None:
        return ()
    value = reader.expression(node.value)
    return (Assign(cursor.span(start), (target,), value, annotation),)


def _augmented(node: cst.AugAssign, reader: Reader) -> tuple[Statement, ...]:
    cursor = reader.cursor
    target = reader.target(node.target)
    start = cursor.first
    if isinstance(target, Name):
        reader.block.reads.add(target.id)
    value = reader.expression(node.value)
    operator = _AUGMENTING[node.operator.__class__]
    return (Augment(cursor.span(start), target, operator, value),)


def _delete(node: cst.Del, reader: Reader) -> tuple[Statement, ...]:
    start = reader.cursor.take_word("del")
    target = reader.target(node.target)
    items = target.items if isinstance(target, Display) else (target,)
    return (Delete(reader.cursor.span(start), items),)
