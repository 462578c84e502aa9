"""The confidence of an assumed answer is how often its cause was right; a half before that."""

from hypothesis import given
from hypothesis import strategies as st

from haltcheck.basis.answer import Answer
from haltcheck.model.assumption import DoesNotWrite, NotOverridden
from haltcheck.verdict.precision import UNMEASURED, Count, causes, confidence, measured


def test_nothing_measured_is_a_half() -> None:
    assert UNMEASURED.precision == 0.5
    assert confidence(Answer.NON_HALT, "Nothing of this kind", "", ()) == 0.5
    assert confidence(Answer.HALT, "Ranking", "", ()) == 0.5


@given(st.integers(0, 500), st.integers(0, 500))
def test_precision_lies_between_none_and_all(right: int, wrong: int) -> None:
    count = Count(right, right + wrong)
    assert 0.0 < count.precision < 1.0
    assert (count.precision > 0.5) is (right > wrong)
    assert Count(right + 1, right + wrong + 1).precision > count.precision


def test_a_divergence_is_told_by_its_certificate_and_event() -> None:
    found = causes(Answer.NON_HALT, "Stuck", "end of file after 3 bytes", ())
    assert found == ("Stuck: end of file",)
    assert causes(Answer.NON_HALT, "Unvisited", "", ()) == ("Unvisited",)


def test_a_halt_is_told_by_what_it_leans_on() -> None:
    given = (NotOverridden("C.f"), DoesNotWrite("g", "self.i", 3), NotOverridden("C.g"))
    found = causes(Answer.HALT, "Ranking", "", given)
    assert found == ("halt: DoesNotWrite", "halt: NotOverridden")
    least = min(measured().get(one, UNMEASURED).precision for one in found)
    assert confidence(Answer.HALT, "Ranking", "", given) == least


def test_what_is_kept_can_be() -> None:
    assert all(0 <= count.right <= count.read for count in measured().values())
