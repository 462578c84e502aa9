"""Every rule speaks on its own diverging example and is silent on the halting one."""

import pytest

from haltcheck.api import check
from haltcheck.basis.answer import Answer
from haltcheck.options import Options
from haltcheck.verdict.selection import rules

# No judge is fitted yet, so nothing rests on a forecast.
UNFITTED = "HC401"


def _codes(text: str, code: str) -> list[str]:
    report = check(text, Options(select=(code,)))
    assert report.files[0].fault is None
    return [finding.code for _, finding in report.findings]


@pytest.mark.parametrize("code", [code for code in rules() if code != UNFITTED])
def test_the_diverging_example_is_found_once(code: str) -> None:
    assert _codes(rules()[code].diverges, code) == [code]


@pytest.mark.parametrize("code", list(rules()))
def test_the_halting_example_is_clean(code: str) -> None:
    report = check(rules()[code].halts, Options(select=(code,), show_intended=True))
    assert not report.findings


@pytest.mark.parametrize("code", [code for code in rules() if not rules()[code].optional])
def test_no_other_rule_speaks_on_an_example(code: str) -> None:
    report = check(rules()[code].diverges)
    assert {finding.code for _, finding in report.findings} <= {code}


def test_a_forecast_is_no_answer_without_a_fitted_judge() -> None:
    report = check(rules()[UNFITTED].diverges, Options(select=(UNFITTED,)))
    verdict = report.files[0].verdict
    assert verdict is not None and verdict.answer is Answer.UNKNOWN
    assert not report.findings


@pytest.mark.parametrize("code", list(rules()))
def test_words_are_whole_and_plain(code: str) -> None:
    rule = rules()[code]
    assert rule.code() == code
    assert rule.summary and not rule.summary.endswith(".") and rule.summary[0].islower()
    assert rule.why.endswith(".") and not rule.fix.endswith(".")
    assert rule.diverges.endswith("\n") and rule.halts.endswith("\n")
