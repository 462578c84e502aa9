"""A technique is taken away for one look only, and what is lost without it is named."""

from pathlib import Path

import pytest

from benches.ablation import (
    UnknownTechniqueError,
    ablate,
    lines,
    look_without,
    named,
    techniques,
)
from benches.decide import decide
from benches.score import Judged, Mark
from benches.street import Item, look
from haltcheck.basis.answer import Answer
from haltcheck.options import Options
from haltcheck.proof import prove

COUNTDOWN = "def main(n: int) -> None:\n    while n > 0:\n        n -= 1\n"
STUCK = "def main(n: int) -> None:\n    while n != 0:\n        n = n\n"
STRAIGHT = "def main(n: int) -> int:\n    return n\n"
OPTIONS = Options()


@pytest.fixture
def judged(tmp_path: Path) -> list[Judged]:
    (tmp_path / "labels.jsonl").write_text(
        '{"name": "down", "answer": "halt"}\n{"name": "stuck", "answer": "non-halt"}\n'
        '{"name": "straight", "answer": "halt"}\n'
    )
    for name, code in (("down", COUNTDOWN), ("stuck", STUCK), ("straight", STRAIGHT)):
        (tmp_path / f"{name}.py").write_text(code)
    return decide([tmp_path], 1, 10.0, False)


def only(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    kept = tuple(pair for pair in prove.techniques() if pair[0] in names)
    monkeypatch.setattr(prove, "techniques", lambda: kept)


@pytest.mark.parametrize("code", [COUNTDOWN, STUCK])
def test_who_decided_can_be_left_out_and_comes_back(code: str) -> None:
    item = Item("x", code)
    (name,) = named(look(OPTIONS, item))
    assert name in techniques()
    assert name not in named(look_without(name, OPTIONS, item))
    assert named(look(OPTIONS, item)) == (name,)


def test_what_no_technique_is_called_cannot_be_left_out() -> None:
    with pytest.raises(UnknownTechniqueError, match="magic"):
        look_without("magic", OPTIONS, Item("x", COUNTDOWN))


def test_what_nobody_else_decides_is_lost(
    judged: list[Judged], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert all(one.mark is Mark.RIGHT for one in judged)
    only(monkeypatch, "ranking")
    (down,) = (one for one in judged if one.sample.id == "down")
    assert named(down.sight) == ("ranking",)
    (found,) = ablate(judged, OPTIONS, 1)
    assert (found.technique, found.decided, found.lost, found.others) == (
        "ranking",
        1,
        ("down",),
        {},
    )
    assert "  LOST without ranking: down" in lines(found)


def test_what_others_decide_is_counted_for_them(judged: list[Judged]) -> None:
    found = {one.technique: one for one in ablate(judged, OPTIONS, 1)}
    decided = [name for one in judged for name in named(one.sight) if name in techniques()]
    assert sorted(found) == sorted(decided)
    for name, one in found.items():
        assert not one.wrong
        assert name not in one.others
        assert len(one.lost) + sum(one.others.values()) == one.decided == 1


def test_an_unknown_names_nobody(judged: list[Judged], monkeypatch: pytest.MonkeyPatch) -> None:
    only(monkeypatch)
    sight = look(OPTIONS, Item("x", COUNTDOWN))
    assert (sight.answer, named(sight)) == (Answer.UNKNOWN, ())
