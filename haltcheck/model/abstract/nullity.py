"""Which tests tell whether a local is None, and what is left of its kinds behind them."""

from __future__ import annotations

from haltcheck.model import instruction as i
from haltcheck.model.abstract import kind as k


def note_test(tests: dict[str, tuple[str, bool]], operation: i.Operate) -> None:
    """Remembers that an operation asks whether a local is None, and with which outcome."""
    match operation:
        case i.Operate(
            operator="is" | "is not", operands=(i.Local(name=name), i.Const(value=None))
        ):
            tests[operation.target] = (name, operation.operator == "is")
        case _:
            tests.pop(operation.target, None)


def narrowed(
    masks: dict[str, int], tests: dict[str, tuple[str, bool]], condition: i.Operand, outcome: bool
) -> dict[str, int]:
    """The kinds of the locals where a condition has an outcome."""
    if not isinstance(condition, i.Local):
        return masks
    name, positive = tests.get(condition.name, ("", True))
    if name and masks.get(name, 0) & k.NONE:
        kinds = dict(masks)
        if positive == outcome:
            kinds[name] &= k.NONE | k.UNBOUND
        elif kinds[name] & ~k.NONE:
            kinds[name] &= ~k.NONE
        return kinds
    if not name and outcome and masks.get(condition.name, 0) & k.NONE & ~k.UNBOUND:
        kinds = dict(masks)
        if kinds[condition.name] & ~k.NONE:
            kinds[condition.name] &= ~k.NONE
        return kinds
    return masks
