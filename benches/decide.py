"""Asks haltcheck about programs whose answer is known and counts what it decides."""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path

from benches.record import keep
from benches.rows import counted, look_at_rest
from benches.score import Judged, Mark, Tally, by_key, median, quantile, tally
from benches.street import Item, look_at_all
from corpora.external import read
from corpora.reader import FOLDER
from haltcheck.basis.answer import Answer, Basis
from haltcheck.options import Options


def decide(
    paths: Sequence[Path], workers: int, limit: float, follow: bool, rows: Path | None = None
) -> list[Judged]:
    """Every program of the inputs with what is known of it and what haltcheck says.

    ``follow`` steps every accepted proof again on the exact machine. With ``rows``, a file, what
    is said is kept there as it comes, and what was said there is not asked again.
    """
    samples = [sample for path in paths for sample in read(path)]
    items = [Item(sample.id, sample.code, sample.entry) for sample in samples]
    options = Options(timeout=limit, check_proofs=follow, show_intended=True)
    asked = partial(look_at_rest, path=rows) if rows else look_at_all
    sights = counted(asked(items, options, workers), len(items))
    return [Judged(sample, sight) for sample, sight in zip(samples, sights, strict=True)]


def lines(judged: Sequence[Judged], *, unknowns: bool = True) -> list[str]:
    """The result as people read it."""
    cpu = [one.sight.cpu for one in judged]
    told = [row("all", tally(judged))]
    textbook = [one for one in judged if one.sample.textbook]
    told += [row("textbook", tally(textbook)), ""] if textbook else [""]
    told += [
        row(name, part) for name, part in by_key(judged, lambda one: one.sample.family).items()
    ]
    told += ["", "decided by basis and technique:"]
    told += [f"  {count:5}  {name}" for name, count in _techniques(judged).most_common()]
    told += ["", _findings(judged), *_false_alarms(judged)]
    told += [f"CPU seconds a program: median {median(cpu):.3f}, p95 {quantile(cpu, 0.95):.3f}"]
    told += [case(one) for one in judged if one.mark is Mark.WRONG]
    told += [f"FAULT  {one.sample.id}: {one.sight.fault}" for one in judged if one.sight.fault]
    if unknowns:
        told += [case(one) for one in judged if one.mark is Mark.UNKNOWN]
    return told


def row(name: str, part: Tally) -> str:
    """The counts and points of some programs on one line."""
    counts = f"{part.right:4} right {part.wrong:4} wrong {part.unknown:4} unknown"
    return f"{name:14} {part.programs:5} {counts}  {part.share:6.1%}  {part.points:+}/{part.best}"


def _techniques(judged: Sequence[Judged]) -> Counter[str]:
    decided = (one.sight for one in judged if one.sight.basis is not Basis.NONE)
    return Counter(f"{s.answer.value} {s.basis.value} {s.technique or '-'}" for s in decided)


def _findings(judged: Sequence[Judged]) -> str:
    named = [one for one in judged if one.sample.codes]
    fitting = sum(one.finding_fits for one in named)
    return f"findings of an expected code: {fitting} of {len(named)} programs that expect one"


def _false_alarms(judged: Sequence[Judged]) -> list[str]:
    halting = [one for one in judged if one.sample.expected is Answer.HALT]
    alarmed = [one for one in halting if not one.finding_fits]
    told = [f"findings on programs that halt: {len(alarmed)} of {len(halting)} programs"]
    for one in alarmed:
        found = ", ".join(f"{alarm.code} in line {alarm.line}" for alarm in one.sight.alarms)
        told.append(f"ALARM  {one.sample.id}: {found}")
    return told


def case(one: Judged) -> str:
    """What was said of one program, on one line."""
    said = f"{one.sight.answer.value} by {one.sight.basis.value} {one.sight.technique}".rstrip()
    if one.mark is Mark.WRONG:
        return f"WRONG  {one.sample.id}: {said}, but {one.sample.expected.value}"
    why = one.sight.error or "; ".join(one.sight.reasons[:2])
    right = "no label" if one.mark is Mark.UNLABELLED else one.sample.expected.value
    return f"unknown  {one.sample.id} ({right}): {why[:160]}"


def payload(judged: Sequence[Judged]) -> dict[str, object]:
    """The result as it is kept."""
    families = by_key(judged, lambda one: one.sample.family)
    return {
        "all": asdict(tally(judged)),
        "textbook": asdict(tally(one for one in judged if one.sample.textbook)),
        "families": {name: asdict(part) for name, part in families.items()},
        "techniques": dict(_techniques(judged).most_common()),
        "cpu_median": median([one.sight.cpu for one in judged]),
        "cpu_p95": quantile([one.sight.cpu for one in judged], 0.95),
        "programs": [
            {
                "id": one.sample.id,
                "expected": one.sample.expected.value,
                "answer": one.sight.answer.value,
                "mark": one.mark.value,
                "basis": one.sight.basis.value,
                "technique": one.sight.technique,
                "condition": one.sight.condition,
                "codes": [alarm.code for alarm in one.sight.alarms],
                "reasons": list(one.sight.reasons[:3]),
                "cpu": round(one.sight.cpu, 4),
                "error": one.sight.error,
                "fault": one.sight.fault,
            }
            for one in judged
        ],
    }


def main(arguments: list[str] | None = None) -> int:
    """Scores haltcheck on programs whose answer is known; exit 1 if one is wrong or a fault."""
    parser = argparse.ArgumentParser(prog="python -m benches.decide", description=main.__doc__)
    parser.add_argument("paths", type=Path, nargs="*", default=[FOLDER])
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--limit", type=float, default=10.0, help="seconds for each program")
    parser.add_argument("--no-follow", action="store_true", help="do not step proofs again")
    parser.add_argument("--hide-unknown", action="store_true")
    parser.add_argument("-o", "--output", type=Path)
    options = parser.parse_args(arguments)
    judged = decide(options.paths, options.workers, options.limit, not options.no_follow)
    print("\n".join(lines(judged, unknowns=not options.hide_unknown)))
    name = "decide-" + "-".join(path.resolve().stem for path in options.paths)
    print("kept in", keep(name, payload(judged), options.output))
    wrong = any(one.mark is Mark.WRONG or one.sight.fault for one in judged)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
