"""Compares translations of C with the program that gcc builds, call by call and round by round."""

import argparse
import ast
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benches.instrument import MARK, RUNTIME, instrument, program
from benches.record import RESULTS, keep
from corpora.import_c import programs
from corpora.importers.c.kind import BOOL, INT, LONG, Kind
from corpora.importers.c.source import parse
from corpora.importers.c.translate import Translation, translated
from corpora.importers.c.tree import Array
from corpora.refusal import RefusedError

STREAM = 4_000
"""So many answers are at hand for what is asked again and again."""

WIDE = 64
"""So many items of an array are at hand."""

MARKS = 3_000
"""A run is followed so far."""

_DEEPEST = 20_000
_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of one program: ``alike``, ``differs``, ``refused`` or ``not built``.

    ``runs`` were compared, ``left_out`` overflowed or did what C does not define.
    """

    name: str
    outcome: str
    why: str = ""
    runs: int = 0
    left_out: int = 0


class _EnoughError(Exception):
    """The run was followed far enough."""


def compare(name: str, text: str, file: str, seeds: Sequence[int]) -> Comparison:
    """Translates a program, builds it, and runs both on inputs that the seeds make."""
    try:
        syntax = instrument(parse(text, file))
        found = translated(syntax, name)
        plain = translated(parse(text, file), name)
    except RefusedError as error:
        return Comparison(name, "refused", str(error))
    except RecursionError:
        return Comparison(name, "refused", "nested too deeply")
    if _unmarked(found.python) != _unmarked(plain.python):
        return Comparison(name, "differs", "marks change the translation")
    if any(isinstance(one.kind, Array) and _kind(one.kind) == BOOL for one in found.inputs):
        return Comparison(name, "not built", "an array of truth values is not filled here")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        try:
            built = _build(program(syntax, found), place)
        except subprocess.CalledProcessError as error:
            return Comparison(name, "not built", error.stderr.decode(errors="replace")[-500:])
        left_out = 0
        for seed in seeds:
            given = _inputs(found, seed)
            told = _run_c(built, place, given)
            if told is None:
                left_out += 1
                continue
            expected = _run_python(found, given, place, told[-1])
            if expected != told:
                why = _first_difference(told, expected)
                return Comparison(name, "differs", f"seed {seed}: {why}")
        return Comparison(name, "alike", "", len(seeds) - left_out, left_out)


class _Marks(ast.NodeTransformer):
    """Takes the marks out, and what stands for nothing."""

    def visit_Expr(self, node: ast.Expr) -> ast.Expr | None:
        call = node.value
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == MARK:
            return None
        return node

    def generic_visit(self, node: ast.AST) -> ast.AST:
        super().generic_visit(node)
        for name in ("body", "orelse"):
            block = getattr(node, name, None)
            if isinstance(block, list):
                block[:] = [one for one in block if not isinstance(one, ast.Pass)]
        return node


def _unmarked(python: str) -> str:
    """A translation without its marks, for what watches must change nothing."""
    return ast.dump(_Marks().visit(ast.parse(python)))


def _build(text: str, place: Path) -> Path:
    (place / "program.c").write_text(text)
    (place / "runtime.c").write_text(RUNTIME)
    flags = ["-std=gnu11", "-w", "-O0", "-ftrapv", "-fno-builtin"]
    # Functions that nothing reaches may ask for what nobody has.
    flags += ["-ffunction-sections", "-Wl,--gc-sections"]
    flags += [
        "-fsanitize=shift,bounds,integer-divide-by-zero",
        "-fsanitize-undefined-trap-on-error",
    ]
    command = ["gcc", *flags, "program.c", "runtime.c", "-o", "program"]
    subprocess.run(command, cwd=place, check=True, capture_output=True, timeout=60)
    return place / "program"


Given = tuple[list[list[int]], list[int]]
"""The values of each input (of a number the first counts), and the stream of answers."""


def _inputs(found: Translation, seed: int) -> Given:
    chance = random.Random(seed)
    reach = chance.choice([2, 5, 20, 100])
    values = [
        [_fit(_kind(one.kind), chance.randint(-reach, reach)) for _ in range(WIDE)]
        for one in found.inputs
    ]
    return values, [chance.randint(-reach, reach) for _ in range(STREAM)]


def _kind(kind: Kind | Array) -> Kind:
    return _kind(kind.element) if isinstance(kind, Array) else kind


def _fit(kind: Kind, value: int) -> int:
    if kind in (INT, LONG):
        return value
    if kind == BOOL:
        return value % 2
    return min(max(value if kind.signed else abs(value), kind.span[0]), kind.span[1])


def _run_c(built: Path, place: Path, given: Given) -> list[str] | None:
    """What the C program told; None where its run is left out."""
    values, stream = given
    numbers = [len(values), *(one for row in values for one in row), *stream]
    (place / "given").write_text("\n".join(map(str, numbers)))
    for name in "told", "filled":
        (place / name).write_text("")
    try:
        run = subprocess.run([built], cwd=place, capture_output=True, timeout=_SECONDS)
    except subprocess.TimeoutExpired:
        return None
    if run.returncode < 0:
        return None
    told = (place / "told").read_text().splitlines()
    if told and told[-1] in ("enough", "exit", "assume"):
        return told
    return [*told, f"return {run.returncode}"]


def _run_python(found: Translation, given: Given, place: Path, end: str) -> list[str]:
    """What the translation tells on the same inputs; ``end`` is how the program in C ended."""
    values, stream = given
    lines: list[str] = []

    def mark(*arguments: int) -> None:
        lines.append(" ".join(str(int(one)) for one in arguments))
        if len(lines) >= MARKS:
            raise _EnoughError

    answers = iter(stream)
    module: dict[str, Any] = {MARK: mark, "__name__": "translated"}
    exec(compile(found.python, "<translated>", "exec"), module)
    filled = [line.split() for line in (place / "filled").read_text().splitlines()]
    lengths = {int(index): int(length) for index, length in filled}
    arguments: list[Any] = [1] * found.own
    for index, one in enumerate(found.inputs):
        truths = _kind(one.kind) == BOOL
        row: list[Any] = [bool(value) for value in values[index]] if truths else values[index]
        wide = isinstance(one.kind, Array)
        arguments.append(row[: lengths.get(index, 0)] if wide else row[0])
    if found.answered:
        arguments.append(lambda: next(answers))
    ended = _end(module["main"], arguments, end)
    return [*lines, ended]


def _end(main: Callable[..., Any], arguments: list[Any], end: str) -> str:
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(_DEEPEST)
    try:
        value = main(*arguments)
    except (_EnoughError, StopIteration):
        return "enough"
    except (SystemExit, AssertionError):
        return "exit" if end != "assume" else end
    except Exception as error:
        return f"crash {error!r}"
    finally:
        sys.setrecursionlimit(limit)
    if end == "assume" and value in (0, None):
        return end
    if value is None and end.startswith("return"):
        return end
    return f"return {int(value or 0) & 255}"


def _first_difference(told: Sequence[str], expected: Sequence[str]) -> str:
    for place, (one, other) in enumerate(zip(told, expected, strict=False)):
        if one != other:
            return f"at {place} C has {one!r} and Python {other!r}"
    return f"C tells {len(told)} lines and Python {len(expected)}"


def compare_all(folder: Path, seeds: Sequence[int]) -> Iterator[Comparison]:
    """Compares every program below a folder."""
    for path in programs(folder):
        name = path.relative_to(folder).as_posix() if folder.is_dir() else path.name
        yield compare(name, path.read_text(errors="replace"), str(path), seeds)


def main(arguments: list[str] | None = None) -> int:
    """Compares translations with what gcc builds; exit 1 where one differs."""
    parser = argparse.ArgumentParser(prog="python -m benches.faithful", description=main.__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--runs", type=int, default=20, help="inputs for each program")
    parser.add_argument("-o", "--output", type=Path, help="JSON")
    wanted = parser.parse_args(arguments)
    found = []
    for one in compare_all(wanted.folder, range(wanted.runs)):
        found.append(one)
        if one.outcome != "alike":
            print(f"{one.outcome:9} {one.name}: {one.why}", flush=True)
    outcomes = Counter(one.outcome for one in found)
    runs, left_out = sum(one.runs for one in found), sum(one.left_out for one in found)
    print(", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items())))
    print(f"{runs} runs compared, {left_out} left out")
    payload = {
        "outcomes": dict(outcomes),
        "runs": runs,
        "left_out": left_out,
        "others": [asdict(one) for one in found if one.outcome != "alike"],
    }
    print("kept in", keep("faithful", payload, wanted.output or RESULTS / "faithful.json"))
    return 1 if outcomes["differs"] else 0


if __name__ == "__main__":
    sys.exit(main())
