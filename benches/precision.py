"""Makes the confidence of assumed answers out of tables that were read by hand."""

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path

from benches import findings, halts
from haltcheck.verdict import precision
from haltcheck.verdict.precision import Count

FITTED = Path(precision.__file__).parent / "fitted" / precision.FILE
_ABOUT = (
    "Answers with basis assumed that were read by hand on released packages which no rule was "
    "written on: [right, read] for each cause. benches.real_code fit writes it."
)


def counts(marked: Iterable[tuple[str, str]]) -> dict[str, Count]:
    """Right and read answers of each cause, from causes with their marks; none that is open."""
    found: dict[str, Count] = {}
    for cause, mark in marked:
        if cause and mark in ("right", "wrong"):
            old = found.get(cause, Count())
            found[cause] = Count(old.right + (mark == "right"), old.read + 1)
    return dict(sorted(found.items()))


def main(arguments: list[str] | None = None) -> int:
    """Counts the marks of tables of findings and of halts, and writes them into the package."""
    parser = argparse.ArgumentParser(prog="python -m benches.precision", description=main.__doc__)
    parser.add_argument("--findings", type=Path, nargs="*", default=[])
    parser.add_argument("--halts", type=Path, nargs="*", default=[])
    parser.add_argument("-o", "--output", type=Path, default=FITTED)
    options = parser.parse_args(arguments)
    marked = [
        (row.cause, row.mark)
        for path in options.findings
        for row in findings.read_rows(path)
        if row.basis == "assumed"
    ]
    marked += [
        (cause, row.mark)
        for path in options.halts
        for row in halts.read_rows(path)
        for cause in row.causes
    ]
    found = counts(marked)
    table = {cause: [count.right, count.read] for cause, count in found.items()}
    told = {"about": _ABOUT, "causes": table}
    options.output.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    for cause, count in found.items():
        print(f"{cause:40} {count.right:4} of {count.read:4} right: {count.precision:.2f}")
    print("kept in", options.output)
    return 0


if __name__ == "__main__":
    sys.exit(main())
