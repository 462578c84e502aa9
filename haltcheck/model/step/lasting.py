"""Values that nothing can change."""

from __future__ import annotations

import re
import struct

from haltcheck.model.step.limit import weigh
from haltcheck.model.step.pure import DATES
from haltcheck.model.step.silent import Logger
from haltcheck.model.step.value import (
    MISSING,
    Blank,
    Bound,
    Class,
    External,
    Field,
    Marker,
    Module,
    Native,
    Pending,
    Routine,
    Value,
    Wrapped,
)

SCALARS = (int, str, bool, float, bytes, type(None), complex, type(Ellipsis), range)
COMPILED = (re.Pattern, struct.Struct, re.RegexFlag, *DATES)
_MEMBERS = (Pending, Wrapped, Marker)
_NAMED = (Blank, Class, External, Module, Native, Routine, Logger)


def is_lasting(value: Value) -> bool:
    """Whether the value, with all that it holds, is the same for ever."""
    kind = type(value)
    if kind in SCALARS or kind in COMPILED or kind in _NAMED or isinstance(value, type):
        return True
    if kind is Bound:
        return type(value.function) is str and is_lasting(value.receiver)
    if kind is Field:
        return all(part is MISSING or is_lasting(part) for part in (value.default, value.factory))
    if isinstance(value, tuple | frozenset):
        weigh(value)
        return all(is_lasting(part) for part in value)
    return False


def is_still(value: Value) -> bool:
    """Whether the value is what it was at first; the attributes of a class count as well."""
    if type(value) is Class:
        held = (one for one in value.members.values() if type(one) not in _MEMBERS)
        return all(is_lasting(one) for one in held)
    return is_lasting(value)


def has_lasting_parts(value: Value) -> bool:
    """Whether nothing can change what a container holds, though it may hold something else."""
    if type(value) is dict:
        return all(is_lasting(part) for pair in value.items() for part in pair)
    return type(value) in (list, set, bytearray) and all(is_lasting(part) for part in value)
