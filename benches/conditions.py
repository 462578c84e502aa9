"""Compares the conditions that haltcheck reports with those that are known, input by input."""

import argparse
import ast
import itertools
import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import Enum
from pathlib import Path

import haltcheck
from benches.record import keep
from benches.score import median, quantile
from corpora.reader import FOLDER, TEXTBOOK, Guard, Program, load
from haltcheck.basis.answer import Answer
from haltcheck.options import Options
from haltcheck.verdict.verdict import Verdict

_NEAR = range(-3, 4)
_CONSTANTS = 4
_LARGEST = 300
_MOST = 4000
_ASIDE = ("outside", "generator", "lookalike", "service")


class Match(Enum):
    """How a reported condition stands to the true one on small inputs."""

    EXACT = "the same inputs"
    SUFFICIENT = "only inputs that diverge, but not all of them"
    WRONG = "an input that halts"
    UNTOLD = "no divergence reported"


@dataclass(frozen=True, slots=True)
class Compared:
    """One program: what is known and what was said; ``proved`` where all other inputs halt."""

    id: str
    family: str
    known: str
    said: str
    match: Match
    proved: bool
    seconds: float


def conditional(programs: Iterable[Program]) -> list[Program]:
    """Those whose function takes whole numbers only and diverges under a known condition."""
    return [
        program
        for program in programs
        if program.condition
        and program.guard is Guard.STEPS
        and program.family not in _ASIDE
        and parameters(program)
    ]


def parameters(program: Program) -> tuple[str, ...]:
    """The parameters of a module-level function of whole numbers; empty where it is another."""
    for node in ast.parse(program.code).body:
        if isinstance(node, ast.FunctionDef) and node.name == program.function:
            given = node.args.args
            whole = all(one.annotation is None or _is_int(one.annotation) for one in given)
            return tuple(one.arg for one in given) if whole else ()
    return ()


def _is_int(annotation: ast.expr) -> bool:
    return isinstance(annotation, ast.Name) and annotation.id == "int"


def compare(program: Program) -> Compared:
    """Asks haltcheck about the program and weighs the condition of its function."""
    began = time.process_time()
    (file,) = haltcheck.check(program.code, options=Options()).files
    seconds = time.process_time() - began
    (verdict,) = (one.verdict for one in file.functions if one.name == program.function)
    match = weigh(program, verdict)
    told = verdict.condition if verdict.answer is Answer.NON_HALT else verdict.answer.value
    return Compared(
        program.id, program.family, program.condition, told, match, verdict.exact, seconds
    )


def weigh(program: Program, verdict: Verdict) -> Match:
    """The condition against the known one, on every small input and near the constants."""
    if verdict.answer is not Answer.NON_HALT:
        return Match.UNTOLD
    missed = False
    for values in inputs(program):
        diverges = holds(program.condition, values)
        said = holds(verdict.condition or "True", values)
        if said and not diverges:
            return Match.WRONG
        missed = missed or (diverges and not said)
    return Match.SUFFICIENT if missed else Match.EXACT


def holds(condition: str, values: Mapping[str, int]) -> bool:
    """Whether a condition, ours or a label's, is true of these values."""
    return bool(eval(condition, {}, dict(values)))


def inputs(program: Program) -> list[dict[str, int]]:
    """All combinations of small values and of the program's constants, as many as bearable."""
    names = parameters(program)
    numbers = {
        node.value
        for text in (program.code, program.condition)
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Constant) and type(node.value) is int
    }
    near = sorted(one for one in numbers if 3 < abs(one) <= _LARGEST)[:_CONSTANTS]
    values = sorted(
        {*_NEAR, *(sign * one + by for one in near for by in (-1, 0, 1) for sign in (1, -1))}
    )
    if len(values) ** len(names) > _MOST:
        values = list(_NEAR)
    found = itertools.islice(itertools.product(values, repeat=len(names)), _MOST)
    return [dict(zip(names, chosen, strict=True)) for chosen in found]


def lines(compared: Sequence[Compared], *, whole: bool) -> list[str]:
    """The result as people read it; ``whole`` lists every program, else those that fall short."""
    told = [_row("all", compared)]
    for family in sorted({one.family for one in compared}):
        told.append(_row(family, [one for one in compared if one.family == family]))
    seconds = [one.seconds for one in compared]
    told.append(f"CPU seconds: median {median(seconds):.3f}, p95 {quantile(seconds, 0.95):.3f}")
    for one in compared:
        if whole or one.match is not Match.EXACT or not one.proved:
            sure = "proved" if one.proved else "open"
            told.append(f"{one.match.name:10} {sure:6} {one.seconds:5.2f}s {one.id}: {one.known}")
            told.append(f"{'':26}{one.said or 'without a condition'}")
    return told


def _row(name: str, compared: Sequence[Compared]) -> str:
    counts = Counter(one.match for one in compared)
    proved = sum(one.proved for one in compared)
    share = counts[Match.EXACT] / max(1, len(compared))
    parts = ", ".join(f"{counts[match]} {match.name.lower()}" for match in Match)
    return f"{name:12} {len(compared):4} {parts}; {proved} proved exact  {share:6.1%}"


def payload(compared: Sequence[Compared]) -> dict[str, object]:
    """The result as it is kept."""
    counts = Counter(one.match.name.lower() for one in compared)
    proved = sum(one.proved for one in compared)
    programs = [asdict(one) | {"match": one.match.name.lower()} for one in compared]
    return {"counts": dict(counts), "proved": proved, "programs": programs}


def main(arguments: list[str] | None = None) -> int:
    """Weighs reported conditions; exit 1 if one is true of an input that halts."""
    parser = argparse.ArgumentParser(prog="python -m benches.conditions", description=main.__doc__)
    parser.add_argument("words", nargs="*", help="only programs whose id has one of these")
    parser.add_argument("--all", action="store_true", help="list every program")
    parser.add_argument("-o", "--output", type=Path)
    options = parser.parse_args(arguments)
    programs = conditional((*load(FOLDER), *load(TEXTBOOK)))
    chosen = [one for one in programs if not options.words or _named(one, options.words)]
    compared = [compare(program) for program in chosen]
    print("\n".join(lines(compared, whole=options.all)))
    if not options.words or options.output:
        print("kept in", keep("conditions", payload(compared), options.output))
    return 1 if any(one.match is Match.WRONG for one in compared) else 0


def _named(program: Program, words: Sequence[str]) -> bool:
    return any(word in program.id for word in words)


if __name__ == "__main__":
    sys.exit(main())
