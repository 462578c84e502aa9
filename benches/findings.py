"""Lists every finding on real code in a table that people fill in: right, wrong or open."""

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benches.record import RESULTS, circumstances
from benches.score import quantile
from benches.street import Item, Sight, look_at_all
from haltcheck.basis.answer import Severity
from haltcheck.options import Options

OPEN = "open"
SLOW = 10.0


@dataclass(frozen=True, slots=True)
class Row:
    """A finding with what a reader decided about it; ``mark`` is right, wrong or open."""

    path: str
    line: int
    code: str
    severity: str
    function: str
    message: str
    excerpt: str
    mark: str = OPEN
    why: str = ""
    basis: str = ""
    cause: str = ""

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What stays the same when lines move, so that marks are kept from run to run."""
        return self.path, self.code, self.function, self.excerpt


def source_files(folders: Sequence[Path], skipped: Sequence[str]) -> list[Path]:
    """The Python files at or below the folders, without those inside skipped folder names."""
    found = [
        path
        for folder in folders
        for path in (sorted(folder.rglob("*.py")) if folder.is_dir() else [folder])
    ]
    return [path for path in found if path.is_file() and not set(path.parts[:-1]) & set(skipped)]


def root_of(folders: Sequence[Path]) -> Path:
    """The folder that paths below these ones are told from."""
    return Path(os.path.commonpath([folder.resolve().parent for folder in folders]))


def rows(sights: Sequence[Sight], root: Path) -> list[Row]:
    """One row for each finding of the sights, paths told from ``root``."""
    return [
        Row(
            relative(sight.path, root),
            alarm.line,
            alarm.code,
            alarm.severity.value,
            alarm.function,
            alarm.message,
            excerpt(alarm.text, sight.path, alarm.line),
            basis=alarm.basis.value if alarm.cause else "",
            cause=alarm.cause,
        )
        for sight in sights
        for alarm in sight.alarms
    ]


def relative(path: str, root: Path) -> str:
    """The path as it is told from the root, where it lies below it."""
    place = Path(path).resolve()
    return place.relative_to(root).as_posix() if place.is_relative_to(root) else path


def excerpt(text: str, path: str, line: int) -> str:
    """The first line of a finding's text; where it brings none, that line of its file."""
    if text:
        return text.strip().splitlines()[0][:160]
    source = Path(path).read_text(encoding="utf-8", errors="replace").splitlines()
    return source[line - 1].strip()[:160] if 0 < line <= len(source) else ""


def with_old_marks(fresh: Sequence[Row], old: Sequence[Row]) -> list[Row]:
    """The fresh rows with the marks that the same findings had before."""
    known = {row.key: row for row in old}
    return [
        Row(**{**asdict(row), "mark": known[row.key].mark, "why": known[row.key].why})
        if row.key in known
        else row
        for row in fresh
    ]


def read_rows(path: Path) -> list[Row]:
    """The rows of an earlier table; none where there is no file."""
    if not path.exists():
        return []
    text = path.read_text(encoding="utf-8")
    return [Row(**json.loads(line)) for line in text.splitlines() if line.strip()]


def summary(sights: Sequence[Sight], table: Sequence[Row], loc: int) -> dict[str, object]:
    """The figures of a run: crashes, slow files, memory, pace and alarms per 100,000 lines."""
    errors = [row for row in table if row.severity == Severity.ERROR.value and row.code != "HC900"]
    warnings = [row for row in table if row.severity == Severity.WARNING.value]
    hundred = loc / 100_000 or 1.0
    return {
        "files": len(sights),
        "lines": loc,
        "faults": [f"{sight.path}: {sight.fault}" for sight in sights if sight.fault],
        "not_analysed": [f"{sight.path}: {sight.error}" for sight in sights if sight.error],
        "slow_files": [sight.path for sight in sights if sight.seconds > SLOW],
        "slow_files_by_cpu": [sight.path for sight in sights if sight.cpu > SLOW],
        "peak_mib": round(max((sight.peak for sight in sights), default=0.0)),
        "cpu": round(sum(sight.cpu for sight in sights), 1),
        "cpu_p99_of_a_file": round(quantile([sight.cpu for sight in sights], 0.99), 2),
        "loops": dict(
            Counter(f"{a.value} {b.value}" for s in sights for a, b in s.loops).most_common()
        ),
        "findings": dict(Counter(row.code for row in table).most_common()),
        "marks": dict(Counter(f"{row.severity} {row.mark}" for row in table).most_common()),
        "errors_per_100_kloc": round(len(errors) / hundred, 2),
        "wrong_errors_per_100_kloc": round(sum(r.mark == "wrong" for r in errors) / hundred, 2),
        "warnings_per_100_kloc": round(len(warnings) / hundred, 2),
    }


def write(name: str, table: Sequence[Row], figures: dict[str, object], folder: Path) -> Path:
    """Writes the table as JSONL, which is edited by hand, and as Markdown, which is read."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.jsonl"
    told = "".join(json.dumps(asdict(row), ensure_ascii=False) + "\n" for row in table)
    path.write_text(told, encoding="utf-8")
    (folder / f"{name}.md").write_text(_markdown(name, table, figures), encoding="utf-8")
    return path


def _markdown(name: str, table: Sequence[Row], figures: dict[str, object]) -> str:
    facts = {**circumstances(), **figures}
    told = [f"# {name}", "", *(f"- {key}: {value}" for key, value in facts.items()), ""]
    told += ["| mark | code | place | function | line of source | message | why |"]
    told += ["|---|---|---|---|---|---|---|"]
    for row in table:
        cells = (
            row.mark,
            f"{row.code} {row.severity}",
            f"{row.path}:{row.line}",
            row.function,
            f"`{row.excerpt}`",
            row.message,
            row.why,
        )
        told.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(told) + "\n"


def main(arguments: list[str] | None = None) -> int:
    """Checks folders and keeps every finding for review; marks of earlier runs are carried over."""
    parser = argparse.ArgumentParser(prog="python -m benches.findings", description=main.__doc__)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--name", default="findings", help="name of the table that is kept")
    parser.add_argument("--results", type=Path, default=RESULTS)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--limit", type=float, default=10.0, help="seconds for each file")
    parser.add_argument("--skip", action="append", default=[], help="folder names to leave out")
    options = parser.parse_args(arguments)
    files = source_files(options.folders, options.skip)
    loc = sum(len(path.read_bytes().splitlines()) for path in files)
    wishes = Options(timeout=options.limit)
    sights = list(look_at_all([Item(str(path)) for path in files], wishes, options.workers))
    root = root_of(options.folders)
    old = read_rows(options.results / f"{options.name}.jsonl")
    table = with_old_marks(rows(sights, root), old)
    figures = summary(sights, table, loc)
    print(json.dumps(figures, indent=1))
    print("kept in", write(options.name, table, figures, options.results))
    return 1 if figures["faults"] else 0


if __name__ == "__main__":
    sys.exit(main())
