"""Costs are read from the kernel, and paces are compared in CPU seconds."""

import json
import sys
from pathlib import Path

from benches.child import Cost, measure
from benches.record import keep
from benches.speed import Pace, lines, payload


def test_a_child_is_measured(tmp_path: Path) -> None:
    cost = measure([sys.executable, "-c", "print('hello'); raise SystemExit(3)"], tmp_path)
    assert (cost.code, cost.output.strip()) == (3, "hello")
    assert cost.cpu > 0
    assert cost.peak > 1


def test_paces_are_compared() -> None:
    told = json.dumps({"files": 1, "findings": 2, "faults": 0, "stages": {"parse": 1.0}})
    one = Pace("a", 3000, Cost(0, 2.0, 100.0, f"noise\n{told}\n"), Cost(1, 1.0, 50.0, ""))
    two = Pace("b", 1000, Cost(1, 2.0, 200.0, "Traceback: boom"))
    assert one.lines_per_second == 1500
    assert one.ratio == 0.5
    assert two.ratio is None
    text = "\n".join(lines([one, two], {"import": 0.1}))
    assert "FAILED: Traceback: boom" in text
    assert "all: 3.0 kLoC 2.0 s 1.50 kLoC/s 100 MiB  mypy 1.0 s  ratio 0.50" in text
    kept = payload([one, two], {})
    assert kept["stages"] == {"parse": 1.0}
    assert kept["failed"] == ["b"]
    assert kept["ratio"] == 0.5


def test_results_carry_their_circumstances(tmp_path: Path) -> None:
    path = keep("x", {"figure": 1}, tmp_path / "deep" / "x.json")
    kept = json.loads(path.read_text())
    assert kept["figure"] == 1
    assert {"date", "haltcheck", "python", "cpu", "cores"} <= kept["circumstances"].keys()
