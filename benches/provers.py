"""Weighs haltcheck as the termination provers are weighed: score, time, and each technique."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from benches import ablation, cactus
from benches.decide import case, decide, payload, row
from benches.record import RESULTS, keep
from benches.score import Judged, Mark, by_key, median, quantile, tally
from corpora.reader import TEXTBOOK, LabelError
from haltcheck.basis.answer import Answer, Basis
from haltcheck.options import Options


def lines(judged: Sequence[Judged]) -> list[str]:
    """Score, times, techniques and the cactus table as people read them."""
    labelled = [one for one in judged if one.mark is not Mark.UNLABELLED]
    families = by_key(labelled, lambda one: one.sample.family)
    told = ["SV-COMP points: right halt +2, right non-halt +1, wrong halt -32, wrong non-halt -16"]
    told += [row("all", tally(labelled)), ""]
    told += [row(name, part) for name, part in families.items()]
    if len(labelled) < len(judged):
        counts = ", ".join(f"{count} {name}" for name, count in unlabelled(judged).items())
        told += ["", f"without a label, beside these: {counts}"]
    told += ["", f"{'CPU seconds':16} {'':>13} {'median':>8} {'p95':>8} {'most':>8}"]
    told += [_times("a program", _cpu(judged)), _times("a proof", _cpu(_proofs(judged)))]
    for name, part in by_technique(judged).items():
        told.append(_times(name, _cpu(part), _answers(part)))
    told += ["", *cactus.table(curves(judged)["all"]), ""]
    told += [case(one) for one in judged if one.mark is Mark.WRONG]
    told += [f"FAULT  {one.sample.id}: {one.sight.fault}" for one in judged if one.sight.fault]
    return told


def opened(judged: Sequence[Judged]) -> list[str]:
    """How many programs nothing was shown of, and each of them with the reasons."""
    every = [one for one in judged if one.sight.answer is Answer.UNKNOWN]
    return [f"{len(every)} of {len(judged)} programs are open", *(case(one) for one in every)]


def unlabelled(judged: Sequence[Judged]) -> dict[str, int]:
    """How often each answer was given for programs of which nobody says what is right."""
    said = [one.sight.answer for one in judged if one.mark is Mark.UNLABELLED]
    return {answer.value: said.count(answer) for answer in Answer}


def by_technique(judged: Sequence[Judged]) -> dict[str, list[Judged]]:
    """The programs that were decided rightly, below each technique that the answer names."""
    right = [one for one in judged if one.mark is Mark.RIGHT]
    names = {name for one in right for name in ablation.named(one.sight)}
    parts = {name: [one for one in right if name in ablation.named(one.sight)] for name in names}
    return dict(sorted(parts.items(), key=lambda item: (-len(item[1]), item[0])))


def curves(judged: Sequence[Judged]) -> dict[str, cactus.Series]:
    """The cactus data: CPU seconds of the right answers, together and by answer."""
    right = [one for one in judged if one.mark is Mark.RIGHT]
    parts = {"all": right} | {
        answer.value: [one for one in right if one.sight.answer is answer]
        for answer in (Answer.HALT, Answer.NON_HALT)
    }
    return {name: cactus.series(_cpu(part)) for name, part in parts.items()}


def figures(judged: Sequence[Judged]) -> dict[str, object]:
    """The result as it is kept, beside what ``benches.decide`` keeps."""
    proofs = _cpu(_proofs(judged))
    parts = by_technique(judged)
    return {
        **payload(judged),
        "unlabelled": unlabelled(judged),
        "proof_cpu_median": median(proofs),
        "proof_cpu_p95": quantile(proofs, 0.95),
        "by_technique": {
            name: {
                "decided": len(part),
                "cpu_median": median(_cpu(part)),
                "cpu_p95": quantile(_cpu(part), 0.95),
            }
            for name, part in parts.items()
        },
        "cactus": curves(judged),
    }


def _proofs(judged: Sequence[Judged]) -> list[Judged]:
    return [one for one in judged if one.mark is Mark.RIGHT and one.sight.basis is Basis.PROOF]


def _cpu(judged: Sequence[Judged]) -> list[float]:
    # One that was cut from outside has no CPU seconds of its own to tell.
    return [one.sight.cpu or one.sight.seconds for one in judged]


def _answers(part: Sequence[Judged]) -> str:
    halting = sum(one.sight.answer is Answer.HALT for one in part)
    return f"{halting} halt, {len(part) - halting} non-halt"


def _times(name: str, cpu: Sequence[float], note: str = "") -> str:
    middle, late, most = median(cpu), quantile(cpu, 0.95), max(cpu, default=0.0)
    return f"{name:16} {len(cpu):13} {middle:8.3f} {late:8.3f} {most:8.3f}  {note}".rstrip()


def main(arguments: list[str] | None = None) -> int:
    """Scores haltcheck as provers are scored; exit 1 if an answer is wrong or a fault.

    A run that was stopped goes on where it was when the same command is given again.
    """
    parser = argparse.ArgumentParser(prog="python -m benches.provers", description=main.__doc__)
    parser.add_argument("paths", type=Path, nargs="*", default=[TEXTBOOK])
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--limit", type=float, default=10.0, help="seconds for each program")
    parser.add_argument("--follow", action="store_true", help="step proofs again, in the time too")
    parser.add_argument("--ablate", action="store_true", help="ask again without each technique")
    parser.add_argument("--fresh", action="store_true", help="forget what was said before")
    parser.add_argument("--hide-unknown", action="store_true", help="do not list what is open")
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        help="JSON; the drawing and the rows lie beside it",
    )
    wanted = parser.parse_args(arguments)
    name = "provers-" + "-".join(path.resolve().stem for path in wanted.paths)
    target = wanted.output or RESULTS / f"{name}.json"
    try:
        return _weigh(wanted, name, target)
    except LabelError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\ninterrupted; the same command goes on from here", file=sys.stderr)
        return 130


def _weigh(wanted: argparse.Namespace, name: str, target: Path) -> int:
    rows = Path(f"{target}.rows.jsonl")
    if wanted.fresh:
        rows.unlink(missing_ok=True)
    judged = decide(wanted.paths, wanted.workers, wanted.limit, wanted.follow, rows)
    if not judged:
        raise LabelError(f"no program in {', '.join(map(str, wanted.paths))}")
    print("\n".join(lines(judged)), flush=True)
    if not wanted.hide_unknown:
        print("\n".join(opened(judged)), flush=True)
    kept = figures(judged)
    if wanted.ablate:
        kept["ablation"] = _ablations(judged, wanted)
    print("kept in", keep(name, kept, target))
    target.with_suffix(".svg").write_text(cactus.drawing(curves(judged)), encoding="utf-8")
    return 1 if any(one.mark is Mark.WRONG or one.sight.fault for one in judged) else 0


def _ablations(judged: Sequence[Judged], wanted: argparse.Namespace) -> list[dict[str, object]]:
    options = Options(timeout=wanted.limit, check_proofs=wanted.follow, show_intended=True)
    ablations = []
    print(ablation.HEADER)
    for one in ablation.ablate(judged, options, wanted.workers):
        print("\n".join(ablation.lines(one)), flush=True)
        ablations.append(asdict(one))
    return ablations


if __name__ == "__main__":
    sys.exit(main())
