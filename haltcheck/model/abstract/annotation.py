"""What an annotation says of the kinds of a value."""

from __future__ import annotations

import re
from collections.abc import Iterable

from haltcheck.model.abstract import kind as k

_ANNOTATIONS = {
    "int": k.INT,
    "bool": k.BOOL,
    "float": k.FLOAT | k.INT,
    "str": k.STR,
    "bytes": k.BYTES,
    "list": k.LIST,
    "List": k.LIST,
    "tuple": k.TUPLE,
    "Tuple": k.TUPLE,
    "dict": k.DICT,
    "Dict": k.DICT,
    "set": k.SET,
    "Set": k.SET,
    "Sequence": k.LIST | k.TUPLE | k.TEXT,
    "MutableSequence": k.LIST,
    "None": k.NONE,
    "range": k.RANGE,
    "BinaryIO": k.STREAM,
    "TextIO": k.STREAM,
    "IO": k.STREAM,
    "Iterator": k.ITERATOR,
}


def annotated(text: str) -> int:
    """The kinds that an annotation allows; ANY where it is not understood."""
    mask = 0
    for part in text.strip("\"'").split("|") if "[" not in text else [text.strip("\"'")]:
        part = part.strip()
        if part.startswith("Optional[") and part.endswith("]"):
            return annotated(part[9:-1]) | k.NONE
        name = part.split("[")[0].rpartition(".")[2]
        mask |= _ANNOTATIONS.get(name, k.ANY)
    return mask


def mentions(text: str, names: Iterable[str]) -> bool:
    """Whether an annotation speaks of one of these names."""
    return not set(re.findall(r"\w+", text)).isdisjoint(names)
