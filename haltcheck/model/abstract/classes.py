"""Values that stand where Python wants a class."""

from __future__ import annotations

import builtins
from typing import Final

from haltcheck.model.abstract.value import Items, Name, Number, Value
from haltcheck.model.special import BUILTIN_NAMES
from haltcheck.model.term import Integer

_MATCHED_WHOLE: Final = frozenset(
    {"bool", "bytearray", "bytes", "dict", "float", "frozenset", "int", "list", "set", "str"}
    | {"tuple"}
)


def is_class(value: Value) -> bool:
    """Whether ``isinstance`` takes it as its second argument; a name from elsewhere may be one."""
    if isinstance(value, Items):
        return all(is_class(member) for member in value.values)
    if not isinstance(value, Name):
        return False
    if value.dotted in BUILTIN_NAMES:
        return isinstance(getattr(builtins, value.dotted, None), type)
    return True


def takes_apart(values: list[Value]) -> bool:
    """Whether a class pattern surely has as many places as its class gives.

    ``values`` are the subject, the class, the number of positional places, and the names of the
    others, as of ``match class``.
    """
    cls, count = values[1], values[2]
    if not isinstance(cls, Name) or not is_class(cls):
        return False
    places = (
        count.term.value if isinstance(count, Number) and isinstance(count.term, Integer) else 9
    )
    return places == 0 or (places == 1 and cls.dotted in _MATCHED_WHOLE)
