"""The look-ups that a value comes of, among all that a function makes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from haltcheck.model import instruction as i
from haltcheck.model.binding import bound
from haltcheck.model.program import Next
from haltcheck.model.reference.kin import Kin, Kinship
from haltcheck.model.reference.store import place_of
from haltcheck.model.slice import reads


def followed(kinship: Kinship, operands: Iterable[i.Operand]) -> list[i.Instruction]:
    """The last look-ups on the ways to the values, in the order of the lines.

    All look-ups of the function where none is known to lead to the values, as with a row that was
    chosen out of a table, or a stream that was sought.
    """
    found: dict[int, i.Instruction] = {}
    seen: set[str] = set()
    pending = list(operands)
    while pending:
        operand = pending.pop()
        if not isinstance(operand, i.Local) or operand.name in seen:
            continue
        seen.add(operand.name)
        for one, sources in _makers(kinship, operand.name):
            if one is not None and id(one) in kinship.lookups:
                found[id(one)] = one
            else:
                pending += [x for x in sources if kinship.of(x) is Kin.REFERRED]
    looks = found.values() or kinship.lookups.values()
    return sorted(looks, key=lambda one: (one.span.line, one.span.column))


def _makers(kinship: Kinship, name: str) -> Iterator[tuple[i.Instruction | None, list[i.Operand]]]:
    """What binds a local or fills it, each with what it takes."""
    for block in kinship.function.blocks:
        for one in block.instructions:
            if name in bound(one):
                yield one, [i.Local(source) for source in reads(one)]
            elif isinstance(one, i.Extend) and one.container == i.Local(name):
                yield None, [one.value]
            elif isinstance(one, i.CallMethod) and _named(kinship, one.object) == name:
                yield None, [item.value for item in one.items]
        end = block.terminator
        if isinstance(end, Next) and end.target == name:
            yield None, [end.iterator]


def _named(kinship: Kinship, operand: i.Operand) -> str:
    return place_of(kinship.resolver, kinship.function, operand)
