"""Objects of the library that are values: compiled patterns and formats, matches, dates, views."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Hashable
from typing import Any

from haltcheck.model.step.expression import (
    MATCH_PARTS,
    PATTERN_PARTS,
    match_method,
    pattern_method,
)
from haltcheck.model.step.fault import HoleError
from haltcheck.model.step.layout import STRUCT_PARTS, struct_method
from haltcheck.model.step.limit import check_size
from haltcheck.model.step.pure import DATE_PARTS, DATES, date_method
from haltcheck.model.step.state import State
from haltcheck.model.step.value import Value

Named = dict[str, Value]
Method = Callable[[State, Value, str, list[Value], Named], Value]


def _of_memory(state: State, view: memoryview, name: str, args: list[Value], named: Named) -> Value:
    if name != "tobytes" or args or named:
        raise HoleError(f"a memoryview's {name}")
    check_size(len(view))
    return view.tobytes()


METHODS: dict[type, Method] = {
    re.Pattern: pattern_method,
    re.Match: lambda _, match, name, args, named: match_method(match, name, args, named),
    struct.Struct: struct_method,
    memoryview: _of_memory,
    **dict.fromkeys(
        DATES, lambda _, value, name, args, named: date_method(value, name, args, named)
    ),
}
PARTS: dict[type, tuple[str, ...]] = {
    re.Pattern: PATTERN_PARTS,
    re.Match: MATCH_PARTS,
    struct.Struct: STRUCT_PARTS,
    memoryview: ("nbytes",),
    **DATE_PARTS,
}


def _match_form(match: re.Match[Any]) -> Hashable:
    pattern = match.re
    place = (match.string, match.pos, match.endpos, match.regs, match.lastindex, match.lastgroup)
    return ("match", pattern.pattern, pattern.flags, *place)


FORMS: dict[type, Callable[[Any], Hashable]] = {
    re.Pattern: lambda pattern: ("pattern", pattern.pattern, pattern.flags),
    re.Match: _match_form,
    re.RegexFlag: lambda flag: ("flag", int(flag)),
    struct.Struct: lambda value: ("struct", value.format),
    memoryview: lambda view: ("memoryview", view.tobytes()),
    **dict.fromkeys(DATES, lambda value: ("date", repr(value))),
}
"""Canonical forms."""
