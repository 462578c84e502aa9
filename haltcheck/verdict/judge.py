"""Weighs the evidence for one subject: a proof settles, a replay settles, a forecast is weighed."""

from __future__ import annotations

import json
import math
from functools import cache
from importlib.resources import files
from typing import assert_never

from haltcheck.basis.answer import Answer, Basis
from haltcheck.basis.record import record
from haltcheck.verdict.evidence import Evidence, Open, Settled
from haltcheck.verdict.exhibit import exhibit
from haltcheck.verdict.features import Features
from haltcheck.verdict.precision import confidence as measured_confidence
from haltcheck.verdict.verdict import Verdict

_TELLING = 5
"""How many reasons an unknown shows: the first ones come from the techniques nearest to it."""


@record
class Priors:
    """The stated numbers of ``fitted/priors.json``."""

    likelihood_ratio: dict[str, float]
    unseen_ratio: float
    imagined_discount: float
    gap_halts: float
    doubtful_call_halts: float


@cache
def priors() -> Priors:
    """The numbers in use while no judge is fitted."""
    table = json.loads(files("haltcheck.verdict.fitted").joinpath("priors.json").read_text("utf-8"))
    table.pop("about")
    return Priors(**table)


def judge(evidence: Evidence, base_rate: float, intended: bool = False) -> Verdict:
    """The verdict for one subject on its own.

    No judge is fitted, so what is not settled stays unknown, with a probability from priors.
    """
    match evidence:
        case Settled():
            return _settled(evidence, intended)
        case Open(reasons=reasons, features=features):
            return unknown(reasons, 1.0 - endless_probability(features, base_rate))
        case _:
            assert_never(evidence)


def unknown(reasons: tuple[str, ...], p_halt: float) -> Verdict:
    """An honest unknown; reasons are deduplicated and the first few kept."""
    kept = tuple(dict.fromkeys(reason for reason in reasons if reason))[:_TELLING]
    return Verdict(
        Answer.UNKNOWN,
        Basis.NONE,
        None,
        p_halt,
        reasons=kept or ("no technique has anything to say about it",),
    )


def _settled(settled: Settled, intended: bool) -> Verdict:
    halts = settled.answer is Answer.HALT
    shown = exhibit(settled.certificate)
    confidence = 1.0
    if settled.basis is Basis.ASSUMED:
        event = settled.witness.event
        confidence = measured_confidence(settled.answer, shown.kind, event, settled.assumptions)
    return Verdict(
        answer=settled.answer,
        basis=settled.basis,
        confidence=confidence,
        p_halt=confidence if halts else 1.0 - confidence,
        technique=settled.technique,
        certificate=shown,
        condition=settled.condition,
        witness=None if halts else settled.witness,
        intended=intended and not halts,
        assumptions=settled.assumptions,
        explanation=shown.text,
        exact=settled.exact,
        begun=settled.begun,
    )


def endless_probability(features: Features, base_rate: float) -> float:
    """The prior probability that the subject is endless by mistake, after its rollouts.

    odds = base_rate / (1 - base_rate) * prod ratio(ending) ** share(ending); imagined values
    count less: the ratio's exponent falls with their share.
    """
    table = priors()
    weight = 1.0 - table.imagined_discount * features.imagined
    logarithm = sum(
        weight * share * math.log(table.likelihood_ratio.get(ending, table.unseen_ratio))
        for ending, share in features.endings
    )
    rate = min(max(base_rate, 1e-9), 1.0 - 1e-9)
    odds = rate / (1.0 - rate) * math.exp(logarithm)
    return odds / (1.0 + odds)
