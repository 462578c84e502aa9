"""Checks folders in this one process and prints what each stage cost, for the speed bench."""

import argparse
import gc
import json
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import haltcheck
from haltcheck.basis.garbage import look_rarely
from haltcheck.options import Options
from haltcheck.writers.report import Report


def stages(report: Report) -> dict[str, float]:
    """CPU seconds by stage over all files, in the order of the street."""
    total: Counter[str] = Counter()
    for file in report.files:
        total.update(dict(file.stages))
    return dict(total)


def main(arguments: list[str] | None = None) -> int:
    """Checks every file below the folders, one after the other, and prints one JSON object."""
    parser = argparse.ArgumentParser(prog="python -m benches.walk", description=main.__doc__)
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--world-model", default="none", help="what fills in unknown values")
    asked = parser.parse_args(arguments)
    # As the command line does when its process begins.
    look_rarely()
    options = replace(Options(), jobs=1, world_model=asked.world_model)
    paths = sorted(str(path) for folder in asked.folders for path in Path(folder).rglob("*.py"))
    report: Report = haltcheck.check_paths(paths, options=options)
    slow = [file.path for file in report.files if file.seconds > options.timeout]
    told = {
        "files": len(report.files),
        "findings": len(report.findings),
        "faults": sum(file.fault is not None for file in report.files),
        "loops": report.summary.loops,
        "stages": stages(report),
        "slow": slow,
    }
    print(json.dumps(told))
    # As the command line does when its process ends.
    gc.freeze()
    return 0


if __name__ == "__main__":
    sys.exit(main())
