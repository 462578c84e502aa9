"""Flags that a comparison in front of the loop sets: they may be either, unless more is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from haltcheck.model import instruction as i
from haltcheck.model.aftermath.provenance import Maker, at_head, is_chosen, is_constant, makers
from haltcheck.model.aftermath.start import Site
from haltcheck.model.slice import reads

_ALIKE = frozenset({"==", "!=", "in", "not in"})
_ORDER = frozenset({"<", "<=", ">", ">="})
_STARTS = frozenset({"startswith", "endswith"})
_DEEPEST = 4


def may_be_either(site: Site, supposed: Mapping[str, bool], place: str) -> bool:
    """Whether the local is what a comparison of something free gave, of which no fact speaks."""
    found = [one for one in at_head(site, place) if not is_constant(one)]
    if not found or place in site.function.rebound:
        return False
    if not all(_compares(site, one) for one in found):
        return False
    asked = set(re.findall(r"[A-Za-z_]\w*", " ".join(supposed)))
    behind = {name for one in found for name in _behind(site, one, 0)}
    return not asked & {name for name in behind if name[:1] != "$"}


def _compares(site: Site, maker: Maker) -> bool:
    match maker.instruction:
        case i.Operate(operator="truth" | "not", operands=(i.Local(name=name),)):
            inner = tuple(makers(site, name, maker.at))
            return is_chosen(site, inner) or all(_compares(site, one) for one in inner)
        case i.Operate(operator=operator, operands=(left, i.Const(value=value))):
            texts = isinstance(value, str | bytes) and bool(value) and operator in _ALIKE
            numbers = type(value) is int and value > 0 and operator in _ALIKE | _ORDER
            return (texts or numbers) and _is_free(site, left, maker)
        case i.CallMethod(name=name, object=whole, items=(item,)) if name in _STARTS:
            return isinstance(item.value, i.Const) and _is_free(site, whole, maker)
        case _:
            return False


def _is_free(site: Site, operand: i.Operand, maker: Maker) -> bool:
    if not isinstance(operand, i.Local):
        return False
    return is_chosen(site, tuple(makers(site, operand.name, maker.at)))


def _behind(site: Site, maker: Maker, depth: int) -> Iterator[str]:
    """The locals of which the value is made."""
    if maker.instruction is None or depth > _DEEPEST:
        return
    for name in reads(maker.instruction):
        yield name
        for one in makers(site, name, maker.at):
            yield from _behind(site, one, depth + 1)
