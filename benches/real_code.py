"""Real code, in one place: published bugs, false alarms, halts, precision, speed, and the bars."""

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from benches import fetch, findings, halts, pairs, precision, speed
from benches.record import RESULTS

COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "fetch": fetch.main,
    "pairs": pairs.main,
    "alarms": findings.main,
    "halts": halts.main,
    "fit": precision.main,
    "speed": speed.main,
}


def share(part: int, whole: int) -> str:
    """``3 of 4 = .75``."""
    return f"{part} of {whole} = {part / whole:.2f}" if whole else "none"


def bars(results: Path = RESULTS) -> list[str]:
    """What the kept results say of each bar, in the order in which they are asked for."""
    told: list[str] = []
    found = _read(results / "pairs.json")
    cases = [one for one in _list(found.get("pairs")) if one["core"]]
    caught = sum(bool(one["caught"]) for one in cases)
    silent = sum(not one["on_fixed"] for one in cases)
    told.append(f"core pairs caught: {share(caught, len(cases))} (bar .85)")
    told.append(f"core pairs, fixed release silent: {share(silent, len(cases))} (bar .95)")
    for path in sorted(results.glob("findings-*.jsonl")):
        told += _alarms(path)
    pace = _read(results / "speed-packages.json")
    told.append(f"pace against mypy: {pace.get('ratio')} (bar .50), stages {pace.get('stages')}")
    return told


def _alarms(path: Path) -> list[str]:
    rows = findings.read_rows(path)
    told = [f"{path.stem}:"]
    for severity, bar in (("error", ".80"), ("warning", ".60")):
        mine = [one for one in rows if one.severity == severity and one.code != "HC900"]
        right = sum(one.mark == "right" for one in mine)
        read = sum(one.mark in ("right", "wrong") for one in mine)
        told.append(f"  {severity}s: {len(mine)}, right {share(right, read)} (bar {bar})")
    return told


def _read(path: Path) -> dict[str, object]:
    if not path.exists():
        return {}
    found = json.loads(path.read_text(encoding="utf-8"))
    return found if isinstance(found, dict) else {}


def _list(found: object) -> Sequence[dict[str, object]]:
    return found if isinstance(found, list) else []


def main(arguments: list[str] | None = None) -> int:
    """Runs one of the benches of real code; ``bars`` sums up what is kept of them."""
    given = sys.argv[1:] if arguments is None else arguments
    command, rest = (given[0], given[1:]) if given else ("", [])
    if command == "bars":
        print("\n".join(bars()))
        return 0
    if command not in COMMANDS:
        print("usage: python -m benches.real_code", "|".join((*COMMANDS, "bars")), "...")
        return 0 if command in ("-h", "--help") else 2
    return COMMANDS[command](rest)


if __name__ == "__main__":
    sys.exit(main())
