"""Translates a folder of C programs to typed Python that means the same, or says why not."""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

from corpora.importers.c.names import ENTRY
from corpora.importers.labels import SUFFIXES, Labels, read_given, stem
from corpora.reader import LabelError
from corpora.refusal import RefusedError
from haltcheck.basis.answer import Answer
from haltcheck.output import complain, replace, why

MANIFEST = "manifest.jsonl"
_LARGEST = 2**20


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one C program; ``reason`` tells why it was refused, and where."""

    name: str
    source: str
    status: str
    reason: str
    answer: str
    entry: str


def import_folder(root: Path, target: Path, labels: Labels) -> Iterator[Row]:
    """Translates every C program below ``root`` to a file below ``target``, sorted by path."""
    taken: set[str] = set()
    for path in programs(root):
        source = path.relative_to(root).as_posix() if root.is_dir() else path.name
        name = (PurePosixPath(source).parent / f"{stem(PurePosixPath(source))}.py").as_posix()
        # Where x.c and x.i lie side by side, the second one keeps its suffix.
        name = f"{source}.py" if name in taken else name
        taken.add(name)
        answer = _label(labels, path).value
        try:
            python = import_file(path, source)
        except RefusedError as error:
            yield Row(name, source, "refused", str(error), answer, ENTRY)
            continue
        place = target / name
        place.parent.mkdir(parents=True, exist_ok=True)
        replace(str(place), python)
        yield Row(name, source, "translated", "", answer, ENTRY)


def _label(labels: Labels, path: Path) -> Answer:
    """What the suite says; a program that it contradicts itself about has no label."""
    try:
        return labels.answer(path)
    except LabelError as error:
        complain(str(error))
        return Answer.UNKNOWN


def programs(root: Path) -> list[Path]:
    """The C programs below a folder, or the only one."""
    if root.is_file():
        return [root]
    return sorted(path for path in root.rglob("*") if path.suffix in SUFFIXES and path.is_file())


def import_file(path: Path, source: str) -> str:
    """One program as Python. Raises RefusedError."""
    from corpora.importers.c.translate import translate

    try:
        data = path.read_bytes()
    except OSError as error:
        raise RefusedError(f"it cannot be read: {error.strerror}") from error
    if len(data) > _LARGEST:
        raise RefusedError("it is larger than a mebibyte")
    text = data.decode("utf-8", "replace")
    try:
        return translate(text, str(path), f"Translated from {source}.").python
    except RecursionError as error:
        raise RefusedError("it is nested too deeply") from error


def summary(rows: list[Row]) -> list[str]:
    """How many were translated and labelled, and why the others were not, by frequency."""
    done = [row for row in rows if row.status == "translated"]
    known = sum(row.answer != Answer.UNKNOWN.value for row in done)
    told = [f"{len(done)} of {len(rows)} translated, {known} of them with a label"]
    reasons = Counter(_reason(row) for row in rows if row.status == "refused")
    return told + [f"{count:6}  {reason}" for reason, count in reasons.most_common()]


def _reason(row: Row) -> str:
    return re.sub(r"^line \d+: ", "", row.reason)


def main(arguments: list[str] | None = None) -> int:
    """Translates integer C to typed Python; exit 2 where there is nothing to translate."""
    parser = argparse.ArgumentParser(prog="python -m corpora.import_c", description=main.__doc__)
    parser.add_argument("folder", type=Path, help="C programs (.c, .i), or one of them")
    parser.add_argument("-o", "--output", type=Path, required=True, help="the folder to write to")
    parser.add_argument("--labels", type=Path, help="JSONL of names and answers")
    parser.add_argument("--quiet", action="store_true", help="only the manifest tells")
    wanted = parser.parse_args(arguments)
    missing = [name for name in ("pycparser", "pcpp") if find_spec(name) is None]
    if missing:
        complain(f"this needs {' and '.join(missing)}: pip install 'haltcheck[corpora]'")
        return 2
    if not programs(wanted.folder):
        complain(f"{wanted.folder} has no C programs")
        return 2
    try:
        given = read_given(wanted.labels) if wanted.labels else {}
        labels = Labels(wanted.folder, given)
        wanted.output.mkdir(parents=True, exist_ok=True)
        rows = list(import_folder(wanted.folder, wanted.output, labels))
        lines = [json.dumps(asdict(row)) + "\n" for row in rows]
        replace(str(wanted.output / MANIFEST), "".join(lines))
    except LabelError as error:
        complain(str(error))
        return 2
    except OSError as error:
        complain(f"{error.filename or wanted.output}: {why(error, 'written')}")
        return 2
    if not wanted.quiet:
        print("\n".join(summary(rows)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
