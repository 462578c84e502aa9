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
from corpora.reader import TEXTBOOK
from haltcheck.basis.answer import Answer, Basis
from haltcheck.options import Options


def lines(judged: Sequence[Judged]) -> list[str]:
    """Score, times, techniques and the cactus table as people read them."""
    families = by_key(judged, lambda one: one.sample.family)
    told = ["SV-COMP points: right halt +2, right non-halt +1, wrong halt -32, wrong non-halt -16"]
    told += [row("all", tally(judged)), ""]
    told += [row(name, part) for name, part in families.items()]
    told += ["", f"{'CPU seconds':16} {'':>13} {'median':>8} {'p95':>8} {'most':>8}"]
    told += [_times("a program", _cpu(judged)), _times("a proof", _cpu(_proofs(judged)))]
    for name, part in by_technique(judged).items():
        told.append(_times(name, _cpu(part), _answers(part)))
    told += ["", *cactus.table(curves(judged)["all"]), ""]
    told += [case(one) for one in judged if one.mark is Mark.WRONG]
    told += [f"FAULT  {one.sample.id}: {one.sight.fault}" for one in judged if one.sight.fault]
    return told


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
    """Scores haltcheck as provers are scored; exit 1 if an answer is wrong or a fault."""
    parser = argparse.ArgumentParser(prog="python -m benches.provers", description=main.__doc__)
    parser.add_argument("paths", type=Path, nargs="*", default=[TEXTBOOK])
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--limit", type=float, default=10.0, help="seconds for each program")
    parser.add_argument("--follow", action="store_true", help="step proofs again, in the time too")
    parser.add_argument("--ablate", action="store_true", help="ask again without each technique")
    parser.add_argument("--show-unknown", action="store_true")
    parser.add_argument("-o", "--output", type=Path, help="JSON; the drawing lies beside it")
    wanted = parser.parse_args(arguments)
    judged = decide(wanted.paths, wanted.workers, wanted.limit, wanted.follow)
    print("\n".join(lines(judged)), flush=True)
    if wanted.show_unknown:
        print("\n".join(case(one) for one in judged if one.mark is Mark.UNKNOWN))
    kept = figures(judged)
    if wanted.ablate:
        options = Options(timeout=wanted.limit, check_proofs=wanted.follow, show_intended=True)
        ablations = []
        print(ablation.HEADER)
        for one in ablation.ablate(judged, options, wanted.workers):
            print("\n".join(ablation.lines(one)), flush=True)
            ablations.append(one)
        kept["ablation"] = [asdict(one) for one in ablations]
    name = "provers-" + "-".join(path.resolve().stem for path in wanted.paths)
    target = wanted.output or RESULTS / f"{name}.json"
    print("kept in", keep(name, kept, target))
    target.with_suffix(".svg").write_text(cactus.drawing(curves(judged)), encoding="utf-8")
    return 1 if any(one.mark is Mark.WRONG or one.sight.fault for one in judged) else 0


if __name__ == "__main__":
    sys.exit(main())
