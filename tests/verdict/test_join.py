"""The worst answer wins, and what it rests on is carried along."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from haltcheck.basis.answer import Answer, Basis
from haltcheck.model.assumption import NotOverridden
from haltcheck.verdict.join import NO_LOOPS, join
from haltcheck.verdict.judge import unknown
from haltcheck.verdict.verdict import Verdict

HALT = Verdict(Answer.HALT, Basis.PROOF, 1.0, 1.0, technique="ranking")
ENDLESS = Verdict(Answer.NON_HALT, Basis.PROOF, 1.0, 0.0, technique="no exit")
DOUBT = unknown(("no measure was found",), 0.999)
ASSUMED = replace(
    HALT, basis=Basis.ASSUMED, confidence=0.9, p_halt=0.9, assumptions=(NotOverridden("C.f"),)
)
SAMPLES = [NO_LOOPS, HALT, ENDLESS, DOUBT, ASSUMED, replace(ENDLESS, intended=True)]


def test_nothing_joined_is_straight_code() -> None:
    assert join([]) == NO_LOOPS


def test_non_halt_beats_unknown_beats_halt() -> None:
    assert join([HALT, DOUBT, ENDLESS]).answer is Answer.NON_HALT
    assert join([HALT, DOUBT]).answer is Answer.UNKNOWN
    assert join([HALT, HALT]).answer is Answer.HALT


def test_a_mistake_beats_a_service() -> None:
    conditional = replace(ENDLESS, condition="n < 0")
    assert join([replace(ENDLESS, intended=True), conditional]).condition == "n < 0"


def test_the_unconditional_divergence_is_shown_first() -> None:
    assert join([replace(ENDLESS, condition="n < 0"), ENDLESS]).condition == ""


def test_halting_rests_on_the_weakest_basis_and_all_assumptions() -> None:
    joined = join([HALT, ASSUMED])
    assert joined.basis is Basis.ASSUMED
    assert joined.confidence == 0.9
    assert joined.assumptions == (NotOverridden("C.f"),)


def test_unknown_keeps_its_reasons_once() -> None:
    assert join([DOUBT, DOUBT, HALT]).reasons == ("no measure was found",)


@given(st.lists(st.sampled_from(SAMPLES), max_size=5), st.randoms())
def test_order_changes_no_answer(parts: list[Verdict], random: object) -> None:
    joined, turned = join(parts), join(list(reversed(parts)))
    assert (joined.answer, joined.basis, joined.p_halt, joined.intended) == (
        turned.answer,
        turned.basis,
        turned.p_halt,
        turned.intended,
    )


@given(st.lists(st.sampled_from(SAMPLES), max_size=4), st.lists(st.sampled_from(SAMPLES)))
def test_joins_nest(first: list[Verdict], second: list[Verdict]) -> None:
    nested = join([join(first), join(second)])
    flat = join([*first, *second])
    assert (nested.answer, nested.basis, nested.p_halt) == (flat.answer, flat.basis, flat.p_halt)


@given(st.lists(st.sampled_from(SAMPLES), max_size=5))
def test_unknown_always_has_reasons(parts: list[Verdict]) -> None:
    joined = join(parts)
    assert joined.reasons or joined.answer is not Answer.UNKNOWN
