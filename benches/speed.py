"""Measures lines per CPU second, import time, stages and peak memory, beside mypy if asked."""

import argparse
import json
import statistics
import sys
from collections import Counter
from collections.abc import Sequence
from compileall import compile_dir
from dataclasses import dataclass
from pathlib import Path

from benches.child import Cost, measure
from benches.record import keep

ROOT = Path(__file__).resolve().parent.parent
SMALL = ROOT / "corpora" / "programs" / "integer" / "bisect_left.py"
MYPY = ("mypy", "--check-untyped-defs", "--cache-dir=/dev/null", "--config-file=")


@dataclass(frozen=True, slots=True)
class Pace:
    """One folder: its lines, what haltcheck used, and what mypy used where it was asked."""

    folder: str
    lines: int
    ours: Cost
    mypy: Cost | None = None

    @property
    def lines_per_second(self) -> float:
        """Lines per CPU second of haltcheck, start-up included."""
        return self.lines / self.ours.cpu if self.ours.cpu else 0.0

    @property
    def ratio(self) -> float | None:
        """How many times mypy's throughput haltcheck reaches."""
        return self.mypy.cpu / self.ours.cpu if self.mypy and self.ours.cpu else None

    @property
    def told(self) -> dict[str, object]:
        """What the walk printed: counts and stages; empty where it failed."""
        last = self.ours.output.strip().splitlines()[-1:] or [""]
        try:
            told = json.loads(last[0])
        except ValueError:
            return {}
        return told if isinstance(told, dict) else {}


def pace(folder: Path, *, mypy: bool, world_model: str = "none") -> Pace:
    """Runs haltcheck over one folder, and mypy right behind it."""
    lines = sum(len(path.read_bytes().splitlines()) for path in folder.rglob("*.py"))
    walk = [sys.executable, "-m", "benches.walk", "--world-model", world_model]
    ours = measure([*walk, str(folder.resolve())], ROOT)
    theirs = measure(_mypy("."), folder) if mypy else None
    return Pace(folder.name, lines, ours, theirs)


def _mypy(path: str) -> list[str]:
    return [sys.executable, "-m", *MYPY, "--ignore-missing-imports", path]


def median_cpu(command: list[str], repeats: int = 5) -> float:
    """The median CPU seconds of a short command."""
    return statistics.median(measure(command, ROOT).cpu for _ in range(repeats))


def start_up(*, mypy: bool) -> dict[str, float]:
    """CPU seconds of starting Python, importing haltcheck, its help, and one small file."""
    python = sys.executable
    found = {
        "python": median_cpu([python, "-c", "pass"]),
        "import": median_cpu([python, "-c", "import haltcheck"]),
        "help": median_cpu([python, "-m", "haltcheck", "--help"]),
        "small_file": median_cpu([python, "-m", "haltcheck", str(SMALL)]),
    }
    if mypy:
        found["small_file_mypy"] = median_cpu(_mypy(str(SMALL)))
    return found


def share_of_stages(paces: Sequence[Pace]) -> dict[str, float]:
    """CPU seconds by stage over all folders."""
    total: Counter[str] = Counter()
    for one in paces:
        stages = one.told.get("stages")
        total.update(stages if isinstance(stages, dict) else {})
    return dict(total)


def lines(paces: Sequence[Pace], starts: dict[str, float]) -> list[str]:
    """The result as people read it."""
    told = [_row(one) for one in paces]
    whole_runs = [one for one in paces if one.told]
    if whole_runs:
        told.append(_sum(whole_runs))
    stages = share_of_stages(paces)
    whole = sum(stages.values()) or 1.0
    told += [f"  {name:12} {cpu:8.1f} s  {cpu / whole:5.1%}" for name, cpu in stages.items()]
    return told + [f"{name:16} {cpu:.2f} CPU s" for name, cpu in starts.items()]


def _row(one: Pace) -> str:
    counts = {key: one.told.get(key, "?") for key in ("findings", "faults")}
    beside = f"  mypy {one.mypy.cpu:6.1f} s  ratio {one.ratio:.2f}" if one.mypy else ""
    failed = "" if one.told else f"  FAILED: {one.ours.output.strip()[-200:]}"
    return (
        f"{one.folder:28} {one.lines / 1000:7.1f} kLoC {one.ours.cpu:7.1f} s"
        f" {one.lines_per_second / 1000:6.2f} kLoC/s {one.ours.peak:6.0f} MiB"
        f" {counts}{beside}{failed}"
    )


def _sum(paces: Sequence[Pace]) -> str:
    count = sum(one.lines for one in paces)
    ours = sum(one.ours.cpu for one in paces) or 1.0
    theirs = sum(one.mypy.cpu for one in paces if one.mypy)
    beside = f"  mypy {theirs:.1f} s  ratio {theirs / ours:.2f}" if theirs else ""
    peak = max(one.ours.peak for one in paces)
    rate = count / ours / 1000
    return f"all: {count / 1000:.1f} kLoC {ours:.1f} s {rate:.2f} kLoC/s {peak:.0f} MiB{beside}"


def payload(paces: Sequence[Pace], starts: dict[str, float]) -> dict[str, object]:
    """The result as it is kept."""
    whole_runs = [one for one in paces if one.told]
    ours = sum(one.ours.cpu for one in whole_runs)
    theirs = sum(one.mypy.cpu for one in whole_runs if one.mypy)
    return {
        "failed": [one.folder for one in paces if not one.told],
        "lines": sum(one.lines for one in whole_runs),
        "cpu": round(ours, 2),
        "mypy_cpu": round(theirs, 2),
        "ratio": round(theirs / ours, 3) if theirs and ours else None,
        "peak_mib": round(max((one.ours.peak for one in paces), default=0.0)),
        "stages": {name: round(cpu, 2) for name, cpu in share_of_stages(paces).items()},
        "start_up": {name: round(cpu, 3) for name, cpu in starts.items()},
        "folders": [
            {
                "folder": one.folder,
                "lines": one.lines,
                "cpu": round(one.ours.cpu, 2),
                "peak_mib": round(one.ours.peak),
                "mypy_cpu": round(one.mypy.cpu, 2) if one.mypy else None,
                "mypy_exit": one.mypy.code if one.mypy else None,
                **{key: one.told.get(key) for key in ("files", "findings", "faults", "slow")},
            }
            for one in paces
        ],
    }


def main(arguments: list[str] | None = None) -> int:
    """Measures haltcheck's pace over folders, each in a process of its own."""
    parser = argparse.ArgumentParser(prog="python -m benches.speed", description=main.__doc__)
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--mypy", action="store_true", help="measure mypy in the same run")
    parser.add_argument("--world-model", default="none", help="what fills in unknown values")
    parser.add_argument("--name", default="speed", help="name of the result that is kept")
    parser.add_argument("-o", "--output", type=Path)
    options = parser.parse_args(arguments)
    # An installer does that; without it the first of the runs below would.
    compile_dir(ROOT / "haltcheck", quiet=1)
    paces = []
    for folder in options.folders:
        paces.append(pace(folder, mypy=options.mypy, world_model=options.world_model))
        print(_row(paces[-1]), file=sys.stderr)
    starts = start_up(mypy=options.mypy)
    print("\n".join(lines(paces, starts)))
    print("kept in", keep(options.name, payload(paces, starts), options.output))
    return 0 if all(one.told for one in paces) else 1


if __name__ == "__main__":
    sys.exit(main())
