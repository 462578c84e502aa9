"""What is known of the Python that runs: it is a third one, and no old one."""

from __future__ import annotations

from haltcheck.model.aftermath.value import Known, Listed, Symbol, Value

VERSION = "::sys.version_info"
_AT_LEAST, _BELOW = (3, 8), (4,)


def compared(operator: str, left: Value, right: Value) -> Value | None:
    """``(3, 0) < sys.version_info``; None for anything else, and where it may be either."""
    for one, other, is_left in ((left, right, True), (right, left, False)):
        if not (isinstance(one, Symbol) and one.text == VERSION and isinstance(other, Listed)):
            continue
        numbers = [part.value for part in other.values if isinstance(part, Known)]
        whole = tuple(number for number in numbers if isinstance(number, int))
        if len(whole) < len(other.values) or not whole:
            return None
        if whole < _AT_LEAST:
            return Known(operator == "<" and not is_left)
        return Known(operator == "<" and is_left) if whole >= _BELOW else None
    return None


def part_of_version(base: Value, key: Value) -> Value | None:
    """``sys.version_info[0]``; None for anything else."""
    is_first = isinstance(base, Symbol) and base.text == VERSION and key == Known(0)
    return Known(3) if is_first else None
