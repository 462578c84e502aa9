"""The kinds of operands, and of what operators and subscripts make of them."""

from __future__ import annotations

from haltcheck.model import instruction as i
from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.demand import Demands, constant_mask
from haltcheck.model.abstract.sign import never_negative
from haltcheck.model.program import Function

Masks = dict[str, int]

COMPARISONS = frozenset(
    {"<", "<=", ">", ">=", "==", "!=", "is", "is not", "in", "not in", "truth", "not"}
    | {"catches", "is sequence", "is mapping", "has keys"}
)


def of_operand(operand: i.Operand, masks: Masks) -> int:
    """The kinds that an operand may have where it is read."""
    if isinstance(operand, i.Const):
        return constant_mask(operand.value)
    return masks.get(operand.name, k.UNBOUND) & ~k.UNBOUND


def item_mask(demands: Demands, base: int, key: int, target: str) -> int:
    """The kinds of ``base[key]`` that is bound to a local."""
    if base and not base & ~k.SEQUENCE and key == k.OBJECT:
        return base
    if base == k.STR:
        return k.STR
    return k.INT if base == k.BYTES else demands.mask(target)


def is_natural(exponent: i.Operand, function: Function) -> bool:
    """Whether an exponent surely is an integer that is not negative."""
    if isinstance(exponent, i.Const):
        return isinstance(exponent.value, int) and exponent.value >= 0
    return exponent.name in never_negative(function)


def operated(
    operator: str, operands: tuple[i.Operand, ...], masks: Masks, function: Function
) -> int:
    """The kinds of the result of an operator."""
    if operator in ("neg", "pos", "invert"):
        mask = of_operand(operands[0], masks)
        if mask and not mask & ~k.NUMBER:
            return (k.INT if mask & k.WHOLE else 0) | mask & k.FLOAT
        return k.ANY
    if operator in ("format", "join"):
        return k.STR
    if operator == "match class":
        return k.TUPLE | k.NONE
    if operator == "rest of mapping":
        return k.DICT
    if operator in COMPARISONS or len(operands) != 2:
        return k.BOOL
    left, right = (of_operand(operand, masks) for operand in operands)
    natural = operator in ("**", "**=") and is_natural(operands[1], function)
    if operator == "+=" and left == k.LIST:
        return k.LIST
    return k.arithmetic_result(operator, left, right, natural)


def element(demands: Demands, iterator: i.Operand, masks: Masks, target: str) -> int:
    """The kinds of what an iterator gives next to a local."""
    mask = of_operand(iterator, masks)
    if mask & k.RANGE and not mask & ~(k.RANGE | k.ITERATOR):
        return k.INT
    return demands.mask(target)
