"""``name := value``."""

from collections.abc import Mapping

import libcst as cst

from haltcheck.frontend.expression import Expression, Walrus
from haltcheck.frontend.form import Form
from haltcheck.frontend.reader import Converter, Reader


class Walruses(Form):
    """In a comprehension the name is bound in the function around it."""

    def converters(self) -> Mapping[type, Converter]:
        return {cst.NamedExpr: _walrus}


def _walrus(node: cst.NamedExpr, reader: Reader) -> Expression:
    cursor = reader.cursor
    target = node.target
    word = target.value if isinstance(target, cst.Name) else ""
    name = reader.name(word)
    start = cursor.first
    reader.block.bind_outside(name.id)
    value = reader.expression(node.value)
    cursor.first = start
    return Walrus(cursor.span(start), name.id, value)
