"""Draws a random sample of loops that are said to halt given what is supposed, for review."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random

from benches.findings import OPEN, excerpt, relative, root_of, source_files
from benches.record import RESULTS, circumstances
from benches.street import Item, Sight, look_at_all
from haltcheck.options import Options


@dataclass(frozen=True, slots=True)
class Row:
    """One such loop or recursion; ``mark`` is right, wrong or open, as a reader decided."""

    path: str
    line: int
    function: str
    kind: str
    causes: tuple[str, ...]
    supposed: tuple[str, ...]
    explanation: str
    excerpt: str
    mark: str = OPEN
    why: str = ""


def draw(sights: Sequence[Sight], root: Path, count: int, seed: int) -> list[Row]:
    """So many rows, each subject as likely as any other, by place."""
    found = [(sight.path, one) for sight in sights for one in sight.leaning]
    drawn = Random(seed).sample(found, min(count, len(found)))
    return [
        Row(
            relative(path, root),
            one.line,
            one.function,
            one.kind,
            one.causes,
            one.supposed,
            one.explanation,
            excerpt("", path, one.line),
        )
        for path, one in sorted(drawn, key=lambda pair: (pair[0], pair[1].line))
    ]


def read_rows(path: Path) -> list[Row]:
    """The rows of a table; none where there is no file."""
    if not path.exists():
        return []
    text = path.read_text(encoding="utf-8")
    made = [json.loads(line) for line in text.splitlines() if line.strip()]
    listed = ("causes", "supposed")
    return [Row(**{**row, **{name: tuple(row[name]) for name in listed}}) for row in made]


def main(arguments: list[str] | None = None) -> int:
    """Checks folders and draws the sample; a table that is there already is not overwritten."""
    parser = argparse.ArgumentParser(prog="python -m benches.halts", description=main.__doc__)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--name", default="halts", help="name of the table that is kept")
    parser.add_argument("--results", type=Path, default=RESULTS)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--limit", type=float, default=10.0, help="seconds for each file")
    options = parser.parse_args(arguments)
    path = options.results / f"{options.name}.jsonl"
    if path.exists():
        print(f"{path} is there already: what was read by hand is not overwritten")
        return 2
    items = [Item(str(one)) for one in source_files(options.folders, ())]
    sights = list(look_at_all(items, Options(timeout=options.limit), options.workers))
    root = root_of(options.folders)
    rows = draw(sights, root, options.count, options.seed)
    told = "".join(json.dumps(asdict(row), ensure_ascii=False) + "\n" for row in rows)
    options.results.mkdir(parents=True, exist_ok=True)
    path.write_text(told, encoding="utf-8")
    total = sum(len(sight.leaning) for sight in sights)
    print(json.dumps({**circumstances(), "drawn": len(rows), "of": total}, indent=1))
    print("kept in", path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
