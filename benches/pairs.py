"""Asks whether published bugs are reported on the vulnerable release and not on the fixed one."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from benches.record import keep
from benches.street import Alarm, Item, Sight, look_at_all
from haltcheck.basis.answer import Severity
from haltcheck.options import Options


class Place(Enum):
    """How near a finding stands to the published place."""

    LINES = "lines"
    FUNCTION = "function"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Side:
    """One release of a pair: the file, and the lines where the loop stands."""

    version: str
    path: Path
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Pair:
    """A published bug: where it stands in the vulnerable and in the fixed release."""

    case: str
    function: str
    core: bool
    vulnerable: Side
    fixed: Side


@dataclass(frozen=True, slots=True)
class Seen:
    """What haltcheck said of both releases of a pair."""

    pair: Pair
    vulnerable: Sight
    fixed: Sight

    @property
    def caught(self) -> tuple[Alarm, ...]:
        """The findings at the published place of the vulnerable release."""
        return _there(self.vulnerable, self.pair.vulnerable)

    @property
    def false(self) -> tuple[Alarm, ...]:
        """The findings at the same place of the fixed release."""
        return _there(self.fixed, self.pair.fixed)


def read_pairs(rows: Path, archives: Path, *, only_core: bool) -> tuple[Pair, ...]:
    """The pairs that a JSONL file lists, with their files below ``archives``."""
    table = [json.loads(line) for line in rows.read_text(encoding="utf-8").splitlines() if line]
    return tuple(
        Pair(
            row["case"],
            row["function"],
            row["core"],
            *(_side(row, kind, archives) for kind in ("vulnerable", "fixed")),
        )
        for row in table
        if row["core"] or not only_core
    )


def _side(row: dict[str, str], kind: str, archives: Path) -> Side:
    version = row[f"{kind}_version"]
    key = "vuln_lines" if kind == "vulnerable" else "fixed_lines"
    first, last = map(int, row[key])
    folder = archives / f"{row['package']}-{version}"
    return Side(version, _file(folder, row["module_path"]), first, last)


def _file(folder: Path, module_path: str) -> Path:
    """The file itself, or the one whose path agrees with it from the end."""
    exact = folder / module_path
    parts = Path(module_path).parts
    for start in range(len(parts)):
        tail = parts[start:]
        for found in sorted(folder.rglob(tail[-1])) if not exact.exists() else [exact]:
            if found == exact or found.parts[-len(tail) :] == tail:
                return found
    return exact


def place(alarm: Alarm, side: Side, functions: Sequence[tuple[str, int, int]]) -> Place:
    """Whether a finding touches the published lines, or else stands in the same function."""
    if alarm.line <= side.last and side.first <= alarm.end_line:
        return Place.LINES
    around = [
        (last - first, first, last)
        for name, first, last in functions
        if name != "<module>" and first <= side.first and side.last <= last
    ]
    if not around:
        return Place.ELSEWHERE
    _, first, last = min(around)
    return Place.FUNCTION if first <= alarm.line <= last else Place.ELSEWHERE


def _there(sight: Sight, side: Side) -> tuple[Alarm, ...]:
    loud = (a for a in sight.alarms if a.severity is not Severity.INFORMATION)
    return tuple(a for a in loud if place(a, side, sight.functions) is not Place.ELSEWHERE)


def look_at_pairs(pairs: Sequence[Pair], workers: int, limit: float) -> list[Seen]:
    """What haltcheck says of both files of every pair."""
    items = [Item(str(side.path)) for pair in pairs for side in (pair.vulnerable, pair.fixed)]
    sights = list(look_at_all(items, Options(timeout=limit), workers))
    return [
        Seen(pair, vulnerable, fixed)
        for pair, vulnerable, fixed in zip(pairs, sights[::2], sights[1::2], strict=True)
    ]


def lines(seen: Sequence[Seen]) -> list[str]:
    """The result as people read it."""
    told = [
        f"{one.pair.case:32} {_codes(one.caught) or 'missed':16}"
        f" fixed: {_codes(one.false) or 'quiet':16} {_trouble(one)}".rstrip()
        for one in seen
    ]
    clean = sum(bool(one.caught) and not one.false for one in seen)
    caught = sum(bool(one.caught) for one in seen)
    noisy = sum(bool(one.false) for one in seen)
    return [*told, f"{caught} of {len(seen)} caught, {clean} of them clean; {noisy} fixed reported"]


def _trouble(one: Seen) -> str:
    sights = (one.vulnerable, one.fixed)
    return "; ".join({why: None for sight in sights if (why := sight.fault or sight.error)})


def _codes(alarms: Sequence[Alarm]) -> str:
    return ",".join(sorted({f"{alarm.code}@{alarm.line}" for alarm in alarms}))


def payload(seen: Sequence[Seen]) -> dict[str, object]:
    """The result as it is kept."""
    return {
        "caught": sum(bool(one.caught) for one in seen),
        "clean": sum(bool(one.caught) and not one.false for one in seen),
        "pairs": [
            {
                "case": one.pair.case,
                "function": one.pair.function,
                "core": one.pair.core,
                "caught": _codes(one.caught),
                "on_fixed": _codes(one.false),
                "errors": [one.vulnerable.error, one.fixed.error],
                "faults": [one.vulnerable.fault, one.fixed.fault],
                "cpu": [round(one.vulnerable.cpu, 2), round(one.fixed.cpu, 2)],
            }
            for one in seen
        ],
    }


def main(arguments: list[str] | None = None) -> int:
    """Checks the module of both releases of each published bug."""
    parser = argparse.ArgumentParser(prog="python -m benches.pairs", description=main.__doc__)
    parser.add_argument("rows", type=Path)
    parser.add_argument("--archives", type=Path, required=True)
    parser.add_argument("--all", action="store_true", help="every case, not the core ones alone")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--limit", type=float, default=60.0, help="seconds for each file")
    parser.add_argument("-o", "--output", type=Path)
    options = parser.parse_args(arguments)
    pairs = read_pairs(options.rows, options.archives, only_core=not options.all)
    if absent := [pair.case for pair in pairs if not _there_are_files(pair)]:
        print("not fetched:", ", ".join(absent), file=sys.stderr)
    seen = look_at_pairs([p for p in pairs if _there_are_files(p)], options.workers, options.limit)
    print("\n".join(lines(seen)))
    print("kept in", keep("pairs", payload(seen), options.output))
    return 0


def _there_are_files(pair: Pair) -> bool:
    return pair.vulnerable.path.is_file() and pair.fixed.path.is_file()


if __name__ == "__main__":
    sys.exit(main())
