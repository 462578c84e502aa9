"""Parts of f-strings: whether a value fits its format."""

from __future__ import annotations

from haltcheck.basis.once import once
from haltcheck.model import instruction as i
from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.scene import Scene
from haltcheck.model.abstract.state import State
from haltcheck.model.abstract.value import Known, Number, Value, mask_of
from haltcheck.model.program import Function
from haltcheck.model.term import TRUE, Integer

_SAMPLES: dict[int, tuple[object, ...]] = {
    k.INT: (7, -7),
    k.BOOL: (True,),
    k.FLOAT: (1.5, float("nan")),
    k.STR: ("a",),
    k.BYTES: (b"a",),
    k.NONE: (None,),
    k.LIST: ([],),
    k.TUPLE: ((),),
    k.DICT: ({},),
    k.SET: (set(),),
}
_DIGITS = 4_300
"""The longest integer that ``str`` writes."""

_LIMITED = frozenset("ceEfFgG%")
"""Formats that take small integers only."""


def fits(scene: Scene, state: State, values: list[Value]) -> bool:
    """Makes the path on which a format does not fit its value; False where it never does.

    ``values`` are the value, its conversion and its specification, as of ``format``.
    """
    value, conversion, spec = (*values, Known(""), Known(""))[:3]
    if isinstance(value, Number) and isinstance(value.term, Integer):
        digits = abs(value.term.value) >= 10**_DIGITS
        if digits and spec == Known(""):
            return scene.raises(state, TRUE, "ValueError")
    if mask_of(value) & k.WHOLE and has_powers(scene.frame.function):
        # The 4,300-digit limit of ``str``.
        scene.may_raise(state, ("ValueError",))
    if spec == Known(""):
        return True
    mask = k.STR if conversion not in (Known(""), Known(None)) else mask_of(value) & ~k.UNBOUND
    if not isinstance(spec, Known) or mask & ~_COVERED:
        scene.may_raise(state)
        return True
    text = str(spec.value)
    found = {
        _formats(sample, text) for kind, row in _SAMPLES.items() if mask & kind for sample in row
    }
    if found == {False}:
        return scene.raises(state, TRUE, "ValueError")
    if found != {True} or (mask & k.WHOLE and text[-1:] in _LIMITED):
        scene.may_raise(state)
    return True


_COVERED = sum(_SAMPLES)


def _find_powers(function: Function) -> bool:
    return any(
        isinstance(one, i.Operate) and one.operator.removesuffix("=") in ("**", "<<")
        for block in function.blocks
        for one in block.instructions
    )


has_powers = once(_find_powers)
"""Whether a function makes numbers of any length at one stroke."""


def _formats(sample: object, spec: str) -> bool:
    if len(spec) > 40 or sum(map(str.isdigit, spec)) > 3:
        return False
    try:
        format(sample, spec)
    except (TypeError, ValueError):
        return False
    return True
