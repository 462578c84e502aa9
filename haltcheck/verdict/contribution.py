"""What a call inside the file adds to its caller: the callee's answer, as far as it applies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from typing import assert_never

from haltcheck.basis.answer import Answer, Basis
from haltcheck.basis.record import record
from haltcheck.model.assumption import NotOverridden, ReturnsNormally
from haltcheck.model.instruction import Call, CallMethod, Instruction
from haltcheck.model.program import Function, Program, Raise
from haltcheck.verdict.callsite import Site, Writes, arguments, fits
from haltcheck.verdict.condition import Known, Met, MetWhere, Outcome, Unclear, Unmet, at_call
from haltcheck.verdict.consumption import Consumption, consumption
from haltcheck.verdict.intent import QUIET
from haltcheck.verdict.join import NO_LOOPS
from haltcheck.verdict.judge import priors, unknown
from haltcheck.verdict.precision import confidence as measured_confidence
from haltcheck.verdict.reach import Return, Uncertain, reach
from haltcheck.verdict.verdict import Verdict


@record
class Callees:
    """What is known of the functions that a file's calls run.

    ``mutual`` are those that recur through others: a condition on one of them is about the
    parameters of another. ``rooted`` maps closed functions to the one around them whose
    parameters their condition is about, nothing where nobody knows.
    """

    program: Program
    verdicts: Mapping[str, Verdict]
    sites: Mapping[str, Sequence[Site]]
    mutual: frozenset[str] = frozenset()
    rooted: Mapping[str, str] = field(default_factory=dict)


def contribution(callees: Callees, function: Function, site: Site, writes: Writes) -> Verdict:
    """What the call adds: a divergence counts where the call surely is reached and meets it."""
    callee = callees.program.functions.get(site.callee)
    verdict = callees.verdicts[site.callee]
    if callee is not None and callee.is_generator:
        verdict = _consumed(function, site, verdict)
    match verdict.answer:
        case Answer.HALT:
            return replace(verdict, certificate=None)
        case Answer.UNKNOWN:
            return verdict
        case Answer.NON_HALT:
            return _endless(callees, function, site, verdict, writes)
        case _:
            assert_never(verdict.answer)


def from_unread(callees: Callees, name: str, asks: bool) -> Verdict:
    """What a call from unread code adds: nobody knows whether it can meet a divergence.

    ``asks`` says that the code may ask a generator for all of its items.
    """
    verdict = callees.verdicts.get(name, NO_LOOPS)
    if verdict.answer is not Answer.NON_HALT:
        return verdict
    generates = callees.program.contents.functions[name].is_generator
    if generates and verdict.intended and not asks:
        return NO_LOOPS
    condition = f" where {verdict.condition}" if verdict.condition else ""
    reason = f"may call {name}, which need not halt{condition}"
    return unknown((reason,), priors().doubtful_call_halts)


def _endless(
    callees: Callees, function: Function, site: Site, verdict: Verdict, writes: Writes
) -> Verdict:
    callee = callees.program.functions.get(site.callee)
    if callee is None or not site.sure:
        return _doubt(site, verdict, "the call is not followed")
    if not fits(site, callee):
        return _doubt(site, verdict, "the arguments do not fit")
    if callees.rooted.get(site.callee) == function.qualname:
        found = _called(site, verdict, verdict.condition, ())
        return replace(found, missed=not verdict.condition)
    if verdict.missed:
        return _doubt(site, verdict, "not every run of it comes there")
    met = _met(callees, callee, site, verdict, writes)
    if isinstance(met, Unclear):
        return _doubt(site, verdict, met.why)
    if isinstance(met, Unmet) and verdict.exact and _whole(callee, site, writes):
        return _left(site, verdict)
    if isinstance(met, Unmet):
        return _doubt(site, verdict, f"only where {verdict.condition} is that shown")
    reached = reach(function, site.block, site.call, Returns(callees, function).of)
    if isinstance(reached, Uncertain):
        return _doubt(site, verdict, reached.why)
    condition = met.text if isinstance(met, MetWhere) else ""
    return _called(site, verdict, condition, reached.assumptions)


def _met(
    callees: Callees, callee: Function, site: Site, verdict: Verdict, writes: Writes
) -> Outcome:
    if not verdict.condition:
        return Met()
    if site.callee in callees.mutual:
        return Unclear("it recurs through others")
    if site.callee in callees.rooted:
        return Unclear("that is about what surrounds it")
    return at_call(verdict.condition, arguments(site, writes, callee))


def _whole(callee: Function, site: Site, writes: Writes) -> bool:
    """Every parameter gets a whole number that is known: an exact condition speaks of those."""
    given = arguments(site, writes, callee)
    values = [given.get(parameter.name) for parameter in callee.parameters]
    return all(isinstance(one, Known) and isinstance(one.value, int) for one in values)


def _left(site: Site, verdict: Verdict) -> Verdict:
    """The call halts, for its arguments are none of those that the condition tells."""
    why = f"the call of {site.callee} in line {site.line} is not one where {verdict.condition}"
    return Verdict(Answer.HALT, Basis.PROOF, 1.0, 1.0, technique=verdict.technique, explanation=why)


class Returns:
    """Whether the calls of one function return to what follows them."""

    def __init__(self, callees: Callees, function: Function) -> None:
        self._callees = callees
        self._inside = {
            id(site.call): site.callee
            for site in callees.sites.get(function.qualname, ())
            if site.call is not None
        }

    def of(self, call: Instruction) -> Return:
        """SURE where it does, SEEN where it may raise in this file, UNSEEN elsewhere."""
        name = self._inside.get(id(call))
        if name is not None:
            return Return.SURE if self._plain(name) else Return.SEEN
        known = isinstance(call, Call | CallMethod) and call.text in QUIET
        return Return.SURE if known else Return.UNSEEN

    def _plain(self, name: str) -> bool:
        """It halts, raises nothing itself and calls nothing that might."""
        callee = self._callees.program.functions.get(name)
        verdict = self._callees.verdicts.get(name)
        if callee is None or verdict is None or verdict.answer is not Answer.HALT:
            return False
        return not any(
            isinstance(block.terminator, Raise)
            or any(
                isinstance(one, Call | CallMethod) and one.text not in QUIET
                for one in block.instructions
            )
            for block in callee.blocks
        )


def _consumed(function: Function, site: Site, body: Verdict) -> Verdict:
    """What running a generator's body adds, by how the call's result is used."""
    match consumption(function, site.call):
        case Consumption.NEVER:
            return NO_LOOPS
        case Consumption.BY_ROUNDS if body.answer is Answer.NON_HALT and body.intended:
            return NO_LOOPS
        case Consumption.BY_ROUNDS | Consumption.WHOLLY:
            if body.answer is Answer.NON_HALT:
                return _doubt(site, body, "what it yields is consumed in part or not at all")
            return body


def _doubt(site: Site, verdict: Verdict, why: str) -> Verdict:
    condition = f" where {verdict.condition}" if verdict.condition else ""
    reason = f"calls {site.callee} in line {site.line}, which need not halt{condition}: {why}"
    return unknown((reason,), priors().doubtful_call_halts)


def _called(
    site: Site, verdict: Verdict, condition: str, assumptions: tuple[ReturnsNormally, ...]
) -> Verdict:
    """The callee's verdict as the caller's own, leaning on what comes before the call."""
    override = (NotOverridden(site.open_method),) if site.open_method else ()
    supposed = tuple(dict.fromkeys((*verdict.assumptions, *assumptions, *override)))
    basis, confidence = verdict.basis, verdict.confidence
    if supposed and basis in (Basis.PROOF, Basis.REPLAY):
        basis = Basis.ASSUMED
        confidence = measured_confidence(verdict.answer, "call", "", supposed)
    return replace(
        verdict,
        basis=basis,
        confidence=confidence,
        p_halt=verdict.p_halt if confidence is None else 1.0 - confidence,
        certificate=None,
        condition=condition,
        witness=None,
        assumptions=supposed,
        explanation=f"calls {site.callee} in line {site.line}: {verdict.explanation}",
        exact=verdict.exact and not supposed,
    )
