"""What one file may cost is shared among its subjects, and world models are found by name."""

import pytest

from haltcheck.api import check
from haltcheck.basis.answer import Answer, Basis
from haltcheck.basis.budget import Budget
from haltcheck.basis.error import HaltcheckError
from haltcheck.inquiry import known_model, shared_budget, world_model
from haltcheck.options import Options
from haltcheck.simulation.imagination import WorldModel


def test_few_subjects_get_all_and_many_get_some() -> None:
    assert shared_budget(0) == shared_budget(1) == Budget()
    assert shared_budget(10_000).queries > 0
    assert shared_budget(50).queries < shared_budget(5).queries


def test_an_unknown_world_model_is_the_users_mistake() -> None:
    with pytest.raises(HaltcheckError, match="priors"):
        known_model("crystal ball")
    with pytest.raises(HaltcheckError):
        check("pass", Options(world_model="crystal ball"))
    assert isinstance(world_model("priors"), WorldModel)


ONLY_RUN = (
    "def f():\n    x = 27\n    while x != 1:\n        x = x // 2 if x % 2 == 0 else 3 * x + 1\n"
)


def test_the_only_run_of_a_hard_loop_is_replayed() -> None:
    (report,) = check(ONLY_RUN).files
    verdict = next(one.verdict for one in report.functions if one.name == "f")
    assert (verdict.answer, verdict.basis) in (
        (Answer.HALT, Basis.REPLAY),
        (Answer.HALT, Basis.PROOF),
    )


def test_without_a_world_model_only_the_only_run_is_followed() -> None:
    (report,) = check(ONLY_RUN, Options(world_model="none")).files
    assert "simulate" in dict(report.stages)
    open_text = "def f(n: int, g):\n    while g(n):\n        n = g(n + 1)\n"
    (report,) = check(open_text, Options(world_model="none")).files
    assert "simulate" not in dict(report.stages)
