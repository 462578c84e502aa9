"""A published bug counts as caught where a finding stands at its place."""

import json
from pathlib import Path

import pytest

from benches.pairs import Pair, Place, Seen, Side, lines, payload, place, read_pairs
from benches.street import Alarm, Sight
from haltcheck.basis.answer import Answer, Severity

SIDE = Side("1.0", Path("m.py"), 10, 14)


def alarm(line: int, end: int, severity: Severity = Severity.ERROR) -> Alarm:
    return Alarm("HC102", severity, line, end, "f", "m")


FUNCTIONS = (("<module>", 1, 99), ("C", 2, 50), ("C.f", 8, 20), ("g", 60, 70))


@pytest.mark.parametrize(
    ("line", "end", "expected"),
    [
        (10, 14, Place.LINES),
        (14, 20, Place.LINES),
        (8, 9, Place.FUNCTION),
        (15, 15, Place.FUNCTION),
        (21, 22, Place.ELSEWHERE),
        (60, 61, Place.ELSEWHERE),
    ],
)
def test_place_of_a_finding(line: int, end: int, expected: Place) -> None:
    assert place(alarm(line, end), SIDE, FUNCTIONS) is expected


def test_outside_of_every_function_only_lines_count() -> None:
    assert place(alarm(15, 15), SIDE, FUNCTIONS[:1]) is Place.ELSEWHERE


def test_pairs_are_found_in_their_archives(tmp_path: Path) -> None:
    for folder, file in (("p-1", "lib/p/m.py"), ("p-2", "p/m.py"), ("p-2", "q/m.py")):
        path = tmp_path / folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("pass\n")
    row = {
        "case": "c",
        "package": "p",
        "vulnerable_version": "1",
        "fixed_version": "2",
        "module_path": "lib/p/m.py",
        "function": "f",
        "vuln_lines": [1, 2],
        "fixed_lines": [3, 4],
        "core": True,
    }
    table = tmp_path / "rows.jsonl"
    table.write_text("\n".join(json.dumps(r) for r in (row, {**row, "core": False})))
    (pair,) = read_pairs(table, tmp_path, only_core=True)
    assert pair.vulnerable.path == tmp_path / "p-1/lib/p/m.py"
    assert pair.fixed.path == tmp_path / "p-2/p/m.py"
    assert (pair.fixed.first, pair.fixed.last) == (3, 4)
    assert len(read_pairs(table, tmp_path, only_core=False)) == 2


def seen(*, vulnerable: tuple[Alarm, ...], fixed: tuple[Alarm, ...]) -> Seen:
    def sight(alarms: tuple[Alarm, ...]) -> Sight:
        return Sight("m.py", Answer.NON_HALT, alarms=alarms)

    return Seen(Pair("case", "f", True, SIDE, SIDE), sight(vulnerable), sight(fixed))


def test_caught_and_clean_are_counted_apart() -> None:
    here = alarm(11, 12)
    quiet = alarm(11, 12, Severity.INFORMATION)
    every = [
        seen(vulnerable=(here,), fixed=()),
        seen(vulnerable=(here,), fixed=(here,)),
        seen(vulnerable=(quiet, alarm(99, 99)), fixed=()),
    ]
    assert lines(every)[-1] == "2 of 3 caught, 1 of them clean; 1 fixed reported"
    assert (payload(every)["caught"], payload(every)["clean"]) == (2, 1)
