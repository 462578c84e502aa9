"""Models of the guards of loops and branches over parameters, asked of a solver."""

from __future__ import annotations

from collections.abc import Iterator

from haltcheck.model.instruction import Const, Local, Operand, Operate
from haltcheck.model.oracle import Oracle
from haltcheck.model.program import Function
from haltcheck.model.term import Formula, Integer, Term, Variable, compare, conjunction, invert

_SIGNS = ("<", "<=", ">", ">=", "==", "!=")
MOST = 8


def models(function: Function, names: frozenset[str], oracle: Oracle) -> Iterator[dict[str, int]]:
    """Values for the parameters that satisfy its comparisons, together or one by one."""
    guards = [
        guard
        for block in function.blocks
        for instruction in block.instructions
        if type(instruction) is Operate and instruction.operator in _SIGNS
        for guard in _guard(instruction, names)
    ][:MOST]
    together: Formula = conjunction(*guards)
    for formula in (together, *guards, *(invert(guard) for guard in guards)) if guards else ():
        model = oracle.model(formula)
        if model is not None:
            yield model


def _guard(instruction: Operate, names: frozenset[str]) -> Iterator[Formula]:
    terms = [_term(operand, names) for operand in instruction.operands]
    known = [term for term in terms if term is not None]
    if len(known) == 2 and any(isinstance(term, Variable) for term in known):
        yield compare(instruction.operator, known[0], known[1])


def _term(operand: Operand, names: frozenset[str]) -> Term | None:
    if type(operand) is Local:
        return Variable(operand.name) if operand.name in names else None
    if type(operand) is Const and type(operand.value) is int:
        return Integer(operand.value)
    return None
