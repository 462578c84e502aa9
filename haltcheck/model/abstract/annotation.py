"""What an annotation says of the kinds of a value."""

from __future__ import annotations

import re
from collections.abc import Iterable

from haltcheck.model.abstract import kind as k
from haltcheck.model.program import Program
from haltcheck.model.special import BUILTIN_NAMES

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


_PLAIN = re.compile(r"[\w.\[\], |]*")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")


def are_plain(program: Program, qualname: str) -> bool:
    """Whether evaluating the annotations of a function, as its ``def`` does, surely works.

    They are made of names that the file or Python has; from 3.14 on nothing is evaluated (PEP 649).
    """
    function = program.functions.get(qualname)
    if function is None or program.contents.imports.get("annotations") == "__future__.annotations":
        return True
    texts = [one.annotation for one in function.parameters if one.annotation]
    for text in (*texts, *([function.returns] if function.returns else ())):
        bare = _QUOTED.sub("", text)
        roots = re.findall(r"(?<![\w.])[^\W\d]\w*", bare)
        known = program.contents.global_writes
        if not _PLAIN.fullmatch(bare) or any(
            one not in known and one not in BUILTIN_NAMES for one in roots
        ):
            return False
    return True
