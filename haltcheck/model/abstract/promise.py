"""Parameters that are called for integers or truth values, as their annotations promise."""

from __future__ import annotations

import re

from haltcheck.basis.once import once
from haltcheck.model import instruction as i
from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.access import bound
from haltcheck.model.program import Function, Next

_PROMISE = re.compile(r"[\"']?(?:[\w.]+\.)?Callable\[\[.*\], *(int|bool)\][\"']?\Z")
_KINDS = {"int": k.INT, "bool": k.BOOL}


def _callables(function: Function) -> dict[str, int]:
    written = set(function.rebound)
    for block in function.blocks:
        for instruction in block.instructions:
            written.update(bound(instruction))
        if isinstance(block.terminator, Next):
            written.add(block.terminator.target)
    found: dict[str, int] = {}
    for parameter in function.parameters:
        promise = _PROMISE.match(parameter.annotation or "")
        plain = parameter.default is None and parameter.kind not in ("*", "**")
        if promise is not None and plain and parameter.name not in written:
            found[parameter.name] = _KINDS[promise[1]]
    return found


callables = once(_callables)
"""The parameters of a function that are called and never bound anew, with what they answer."""


def promised(function: Function, call: i.Call) -> int:
    """The kind of what a callable argument answers to this call; 0 where it calls none."""
    called = call.function
    return callables(function).get(called.name, 0) if isinstance(called, i.Local) else 0
