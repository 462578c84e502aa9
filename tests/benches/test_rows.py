"""A run that was stopped goes on where it was, and what was said once is not asked again."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from benches import decide, provers, rows, street
from benches.rows import counted, look_at_rest
from benches.street import Alarm, Item, Sight
from haltcheck.basis.answer import Answer, Basis, Severity
from haltcheck.options import Options

ROOT = Path(__file__).parents[2]
ITEMS = [Item(name, f"code of {name}", "main") for name in "abcd"]
OPTIONS = Options()


class Street:
    """Stands in for the street: remembers what was asked and stops at the names it is told to."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.stops: dict[str, BaseException] = {}
        self.faults: set[str] = set()

    def look(self, items: Sequence[Item], options: Options, workers: int) -> Iterator[Sight]:
        for item in items:
            self.asked.append(item.path)
            if item.path in self.stops:
                raise self.stops.pop(item.path)
            yield self.sight(item)

    def sight(self, item: Item) -> Sight:
        alarm = Alarm("HC103", Severity.WARNING, 1, 2, "f", "é\ud800", item.code or "")
        return Sight(
            item.path,
            Answer.NON_HALT,
            Basis.REPLAY,
            "drift",
            "n < 0",
            reasons=("hard",),
            alarms=(alarm,),
            loops=((Answer.HALT, Basis.PROOF),),
            functions=(("f", 1, 2),),
            stages=(("prove", 0.25),),
            cpu=0.125,
            fault="crash" if item.path in self.faults else "",
        )


@pytest.fixture
def made_up(monkeypatch: pytest.MonkeyPatch) -> Street:
    one = Street()
    monkeypatch.setattr(rows, "look_at_all", one.look)
    return one


def every(path: Path, items: Sequence[Item] = ITEMS, options: Options = OPTIONS) -> list[Sight]:
    return list(look_at_rest(items, options, 1, path))


def test_a_stopped_run_goes_on_and_says_the_same(made_up: Street, tmp_path: Path) -> None:
    path = tmp_path / "deep" / "x.rows.jsonl"
    made_up.stops["c"] = KeyboardInterrupt()
    with pytest.raises(KeyboardInterrupt):
        every(path)
    assert made_up.asked == ["a", "b", "c"]
    assert every(path) == [made_up.sight(item) for item in ITEMS]
    assert made_up.asked == ["a", "b", "c", "c", "d"]
    assert every(path) == [made_up.sight(item) for item in ITEMS]
    assert len(made_up.asked) == 5


@pytest.mark.parametrize("cut", [1, 40, 10_000])
def test_a_line_that_was_cut_is_asked_again(made_up: Street, tmp_path: Path, cut: int) -> None:
    path = tmp_path / "x.rows.jsonl"
    every(path, ITEMS[:2])
    whole = path.read_bytes()
    path.write_bytes(whole[: max(whole.index(b"\n") + 1, len(whole) - 1 - cut)])
    assert every(path) == [made_up.sight(item) for item in ITEMS]
    assert made_up.asked == ["a", "b", "b", "c", "d"]
    every(path)
    assert len(made_up.asked) == 5


def test_rows_of_another_program_entry_limit_or_version_are_not_heard(
    made_up: Street, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.rows.jsonl"
    item = ITEMS[0]
    every(path, [item])
    for other in (Item("a", "else", "main"), Item("a", item.code), Item("z", item.code, "main")):
        every(path, [other])
    every(path, [item], Options(timeout=1.0))
    every(path, [item], Options(jobs=7))
    assert len(made_up.asked) == 5
    monkeypatch.setattr(rows, "_version", lambda: "another")
    every(path, [item])
    assert len(made_up.asked) == 6
    monkeypatch.undo()
    monkeypatch.setattr(rows, "look_at_all", made_up.look)
    every(path, [item])
    assert len(made_up.asked) == 6


def test_a_fault_is_asked_again(made_up: Street, tmp_path: Path) -> None:
    made_up.faults = {"b"}
    assert every(tmp_path / "x")[1].fault
    made_up.faults = set()
    assert not every(tmp_path / "x")[1].fault
    assert made_up.asked == ["a", "b", "c", "d", "b"]


def test_a_terminal_alone_is_told_how_far_it_is(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    sights = [Sight("a", Answer.HALT), Sight("b", Answer.HALT)]
    assert list(counted(iter(sights), 2)) == sights
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert list(counted(iter(sights), 2)) == sights
    assert capsys.readouterr().err == "\r1 of 2 programs\r2 of 2 programs\n"


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    folder = tmp_path / "suite"
    folder.mkdir()
    for number in range(4):
        code = f"def main(n: int) -> None:\n    while n > {number}:\n        n -= 1\n"
        (folder / f"p{number}.py").write_text(code)
    manifest = [{"name": f"p{n}.py", "answer": "halt", "entry": "main"} for n in range(4)]
    (folder / "manifest.jsonl").write_text("\n".join(map(json.dumps, manifest)))
    return folder


def test_the_bench_goes_on_after_an_interrupt_and_starts_over_when_told(
    suite: Path, made_up: Street, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [str(suite), "-o", str(suite / "result.json")]
    made_up.stops["p2.py"] = KeyboardInterrupt()
    assert provers.main(words) == 130
    assert "the same command goes on" in capsys.readouterr().err
    assert not (suite / "result.json").exists()
    assert provers.main(words) == 1
    assert "2 of 4 programs stand in" in capsys.readouterr().err
    assert made_up.asked == ["p0.py", "p1.py", "p2.py", "p2.py", "p3.py"]
    assert provers.main([*words, "--limit", "3"]) == 1
    assert len(made_up.asked) == 9
    assert provers.main([*words, "--fresh"]) == 1
    assert len(made_up.asked) == 13


def test_without_rows_everything_is_asked(
    suite: Path, made_up: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decide, "look_at_all", made_up.look)
    for _ in range(2):
        decide.decide([suite], 1, 1.0, False)
    assert len(made_up.asked) == 8
    assert street.look_at_all is not made_up.look


def test_a_killed_run_goes_on(suite: Path) -> None:
    """A real kill, while a program keeps the bench busy that is taken away afterwards."""
    target = suite / "result.json"
    kept = Path(f"{target}.rows.jsonl")
    busy = (
        "import sys, time\n"
        "from benches import provers, rows\n"
        "real = rows.look_at_all\n"
        "def slow(items, options, workers):\n"
        "    for number, sight in enumerate(real(items, options, workers)):\n"
        "        if number == 2:\n"
        "            time.sleep(60)\n"
        "        yield sight\n"
        "rows.look_at_all = slow\n"
        "provers.main(sys.argv[1:])\n"
    )
    words = [str(suite), "-o", str(target)]
    child = subprocess.Popen([sys.executable, "-c", busy, *words], cwd=ROOT)
    try:
        deadline = time.monotonic() + 60
        while not (kept.exists() and kept.read_bytes().count(b"\n") == 2):
            assert child.poll() is None and time.monotonic() < deadline
            time.sleep(0.05)
    finally:
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
    before = kept.read_bytes()
    assert provers.main(words) == 0
    assert kept.read_bytes().startswith(before)
    names = [json.loads(line)["id"] for line in kept.read_text().splitlines() if line]
    assert names == ["p0.py", "p1.py", "p2.py", "p3.py"]
    assert json.loads(target.read_text())["all"]["points"] == 8
