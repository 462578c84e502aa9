"""Answers are weighed as competitions weigh them."""

import pytest

from benches.decide import lines, payload
from benches.score import Judged, Mark, by_key, quantile, tally
from benches.street import Alarm, Sight
from corpora.sample import Sample
from haltcheck.basis.answer import Answer, Basis, Severity

HALT, NON_HALT, UNKNOWN = Answer.HALT, Answer.NON_HALT, Answer.UNKNOWN


def judged(
    expected: Answer, said: Answer, *, codes: tuple[str, ...] = (), found: str = "", name: str = "a"
) -> Judged:
    alarms = (Alarm(found, Severity.ERROR, 1, 1, "f", "m"),) if found else ()
    basis = Basis.NONE if said is UNKNOWN else Basis.PROOF
    sight = Sight(name, said, basis, "ranking", alarms=alarms, cpu=0.5, reasons=("too hard",))
    return Judged(Sample(name, "pass", expected, "family", codes=codes), sight)


@pytest.mark.parametrize(
    ("expected", "said", "mark", "points"),
    [
        (HALT, HALT, Mark.RIGHT, 2),
        (NON_HALT, NON_HALT, Mark.RIGHT, 1),
        (HALT, NON_HALT, Mark.WRONG, -16),
        (NON_HALT, HALT, Mark.WRONG, -32),
        (HALT, UNKNOWN, Mark.UNKNOWN, 0),
        (NON_HALT, UNKNOWN, Mark.UNKNOWN, 0),
        (UNKNOWN, HALT, Mark.UNLABELLED, 0),
        (UNKNOWN, NON_HALT, Mark.UNLABELLED, 0),
    ],
)
def test_marks_and_points(expected: Answer, said: Answer, mark: Mark, points: int) -> None:
    one = judged(expected, said)
    assert (one.mark, one.points) == (mark, points)


def test_a_tally_adds_up() -> None:
    every = [judged(HALT, HALT), judged(NON_HALT, HALT), judged(NON_HALT, UNKNOWN)]
    total = tally(every)
    assert (total.programs, total.right, total.wrong, total.unknown) == (3, 1, 1, 1)
    assert (total.points, total.best) == (2 - 32, 2 + 1 + 1)
    assert total.share == pytest.approx(1 / 3)
    assert by_key(every, lambda one: one.sample.family) == {"family": total}
    assert tally([]).share == 0.0


@pytest.mark.parametrize(
    ("codes", "found", "fits"),
    [
        (("HC103",), "HC103", True),
        (("HC103", "HC102"), "HC102", True),
        (("HC103",), "HC101", False),
        (("HC103",), "", False),
        ((), "", True),
        ((), "HC101", False),
        (("HC501",), "HC501", True),
        (("HC501",), "HC101", False),
    ],
)
def test_findings_fit_what_is_expected(codes: tuple[str, ...], found: str, fits: bool) -> None:
    assert judged(NON_HALT, NON_HALT, codes=codes, found=found).finding_fits is fits


@pytest.mark.parametrize(("share", "value"), [(0.0, 1), (0.5, 5), (0.95, 10), (1.0, 10)])
def test_quantile_takes_a_value_that_is_there(share: float, value: float) -> None:
    assert quantile(list(range(10, 0, -1)), share) == value
    assert quantile([], share) == 0.0


def test_findings_on_halting_programs_are_named() -> None:
    every = [judged(HALT, UNKNOWN, found="HC101", name="loud"), judged(HALT, HALT)]
    text = "\n".join(lines(every))
    assert "findings on programs that halt: 1 of 2 programs" in text
    assert "ALARM  loud: HC101 in line 1" in text


def test_the_report_names_what_is_wrong_and_what_is_unknown() -> None:
    every = [judged(HALT, NON_HALT, name="bad"), judged(HALT, UNKNOWN, name="hard")]
    text = "\n".join(lines(every))
    assert "WRONG  bad: non-halt by proof ranking, but halt" in text
    assert "unknown  hard (halt): too hard" in text
    assert "hard" not in "\n".join(lines(every, unknowns=False))
    kept = payload(every)
    assert kept["all"] == kept["families"]["family"]  # type: ignore[index]
