"""How the verdicts of parts become the verdict of the whole: the worst answer wins."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence
from dataclasses import replace

from haltcheck.basis.answer import Answer, Basis, weaker
from haltcheck.model.assumption import Specific
from haltcheck.verdict.judge import unknown
from haltcheck.verdict.verdict import Verdict

NO_LOOPS = Verdict(
    Answer.HALT,
    Basis.PROOF,
    1.0,
    1.0,
    technique="no loops",
    explanation="straight code: no loop, no recursion",
)
"""What is said of code that neither loops nor recurs, and of a call that leaves it alone."""

_LONGEST = 160
_STRENGTH = {basis: rank for rank, basis in enumerate(Basis)}


def join(parts: Iterable[Verdict]) -> Verdict:
    """Non-halt before unknown before halt, with condition, intent and assumptions carried.

    ``p_halt`` is the least of the parts': they may share what they call, so a product would
    count the same doubt twice.
    """
    given = [part for part in parts if part != NO_LOOPS]
    if not given:
        return NO_LOOPS
    if len(given) == 1:
        return given[0]
    least = min(part.p_halt for part in given)
    endless = [part for part in given if part.answer is Answer.NON_HALT]
    if endless:
        return replace(_worst(endless, given), p_halt=least)
    doubts = [part for part in given if part.answer is Answer.UNKNOWN]
    if doubts:
        return unknown(tuple(reason for part in doubts for reason in part.reasons), least)
    return _all_halt(given, least)


def _worst(endless: Sequence[Verdict], given: Sequence[Verdict]) -> Verdict:
    """The strongest claim, with the conditions of all where each of them has one."""
    worst = min(endless, key=_claim_order)
    sure = all(part.exact if part in endless else part.basis is Basis.PROOF for part in given)
    conditions = tuple(dict.fromkeys(part.condition for part in endless))
    whole = any_of(conditions) if all(conditions) else ""
    alike = all(part.basis is worst.basis and part.intended is worst.intended for part in endless)
    if not alike or not whole:
        return replace(worst, exact=sure and len(endless) == 1)
    return replace(worst, condition=whole, exact=sure)


def any_of(conditions: Sequence[str]) -> str:
    """One condition for all of them; empty where one is no expression or it grows too long."""
    if len(conditions) == 1:
        return conditions[0]
    try:
        trees = [ast.parse(text, mode="eval").body for text in conditions]
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ""
    either = [one for tree in trees for one in _ways(tree)]
    text = " or ".join(dict.fromkeys(_nested(one) for one in either))
    return text if len(text) <= _LONGEST else ""


def _ways(tree: ast.expr) -> Sequence[ast.expr]:
    return tree.values if isinstance(tree, ast.BoolOp) and isinstance(tree.op, ast.Or) else [tree]


def _nested(tree: ast.expr) -> str:
    text = ast.unparse(tree)
    return f"({text})" if isinstance(tree, ast.BoolOp | ast.IfExp) else text


def _claim_order(part: Verdict) -> tuple[bool, bool, int]:
    """By mistake before by design, unconditional before conditional, strong before weak."""
    return (part.intended, bool(part.condition) or part.missed, _STRENGTH[part.basis])


def _all_halt(parts: Sequence[Verdict], least: float) -> Verdict:
    basis = Basis.PROOF
    assumptions: dict[Specific, None] = {}
    for part in parts:
        basis = weaker(basis, part.basis)
        assumptions.update(dict.fromkeys(part.assumptions))
    named = ", ".join(part.technique for part in parts if part.technique)
    techniques = tuple(dict.fromkeys(named.split(", ")))
    return Verdict(
        Answer.HALT,
        basis,
        min(1.0 if part.confidence is None else part.confidence for part in parts),
        least,
        technique=", ".join(techniques[:4]),
        assumptions=tuple(assumptions),
        explanation="every loop, recursion and call of it halts",
    )
