"""A proof settles; everything else stays an honest unknown with a stated probability."""

from hypothesis import given
from hypothesis import strategies as st

from haltcheck.basis.answer import Answer, Basis
from haltcheck.model.assumption import NotOverridden
from haltcheck.model.certificate import Ended, NoExit, NoWayBack
from haltcheck.verdict.evidence import Open, Settled
from haltcheck.verdict.features import Features
from haltcheck.verdict.judge import endless_probability, judge, unknown
from haltcheck.verdict.precision import confidence

RATE = 0.001


def test_a_proof_settles() -> None:
    verdict = judge(Settled(Answer.HALT, NoWayBack(), "structure"), RATE)
    assert (verdict.answer, verdict.basis) == (Answer.HALT, Basis.PROOF)
    assert (verdict.confidence, verdict.p_halt) == (1.0, 1.0)


def test_a_run_to_its_end_is_a_replay() -> None:
    verdict = judge(Settled(Answer.HALT, Ended("main", 7), "run"), RATE)
    assert verdict.basis is Basis.REPLAY


def test_assumptions_weaken_the_basis() -> None:
    settled = Settled(Answer.NON_HALT, NoExit(), "exits", assumptions=(NotOverridden("C.f"),))
    verdict = judge(settled, RATE)
    assert verdict.basis is Basis.ASSUMED
    assert verdict.confidence == confidence(Answer.NON_HALT, "NoExit", "", ())
    assert verdict.p_halt == 1.0 - verdict.confidence


def test_intent_belongs_to_divergence_only() -> None:
    assert judge(Settled(Answer.NON_HALT, NoExit(), "exits"), RATE, intended=True).intended
    assert not judge(Settled(Answer.HALT, NoWayBack(), "exits"), RATE, intended=True).intended


def test_nothing_shown_is_unknown_with_reasons() -> None:
    verdict = judge(Open(("no measure", "no measure", "")), RATE)
    assert (verdict.answer, verdict.basis) == (Answer.UNKNOWN, Basis.NONE)
    assert verdict.confidence is None
    assert verdict.reasons == ("no measure",)
    assert unknown((), 0.5).reasons


def test_without_rollouts_the_base_rate_stands() -> None:
    assert abs(endless_probability(Features(), 0.25) - 0.25) < 1e-9


def test_revisits_tell_more_than_exits() -> None:
    revisits = Features((("revisit", 1.0),))
    exits = Features((("exit", 1.0),))
    imagined = Features((("revisit", 1.0),), imagined=1.0)
    assert endless_probability(exits, RATE) < RATE < endless_probability(imagined, RATE)
    assert endless_probability(imagined, RATE) < endless_probability(revisits, RATE)


@given(
    st.dictionaries(st.sampled_from(["exit", "budget", "growing", "other"]), st.floats(0, 1)),
    st.floats(0, 1),
    st.floats(0, 1),
)
def test_probabilities_are_probabilities(
    endings: dict[str, float], imagined: float, rate: float
) -> None:
    assert 0.0 <= endless_probability(Features(tuple(endings.items()), imagined), rate) <= 1.0
