"""Reads programs of others: JSONL of code and answer, folders of files with or without labels."""

import json
from pathlib import Path

from corpora.importers.halteval import decoded
from corpora.manifest import manifest, read_manifest, speaks_of
from corpora.reader import LabelError, label_files, load
from corpora.sample import Sample
from haltcheck.basis.answer import Answer


def read(path: Path) -> tuple[Sample, ...]:
    """The programs of a JSONL file, a labelled folder or a part of one, a plain folder, a file.

    Where folders around it carry labels or a list, the nearest one that speaks of it is heard.
    """
    if path.suffix == ".jsonl":
        return read_jsonl(path)
    path = path.resolve()
    for folder in (path, *path.parents):
        if label_files(folder):
            return read_labelled(folder, path)
        listed = manifest(folder)
        if listed and (folder == path or speaks_of(listed, path)):
            return read_manifest(listed, path)
    return read_folder(path)


def read_labelled(folder: Path, part: Path) -> tuple[Sample, ...]:
    """The programs of a folder that carries labels, as far as they lie in a part of it."""
    return tuple(
        Sample(
            program.id,
            program.code,
            program.answer,
            program.family,
            program.intended,
            program.codes,
            program.textbook,
            program.entry,
        )
        for program in load(folder)
        if program.path.is_relative_to(part)
    )


def read_jsonl(path: Path) -> tuple[Sample, ...]:
    """The programs of a JSONL file whose rows have ``id``, ``code`` and ``terminates``.

    Instead of ``code`` a row may have HaltEval's ``enc_code``. ``entry`` may name the function
    that the answer is about, ``family`` what is counted together.

    Raises LabelError for a row that lacks one of them or has one of another type.
    """
    lines = path.read_text(encoding="utf-8").split("\n")
    return tuple(
        _row(f"{path}:{number}", line) for number, line in enumerate(lines, 1) if line.strip()
    )


def _row(place: str, line: str) -> Sample:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise LabelError(f"{place} is no JSON: {error}") from error
    if not isinstance(row, dict):
        raise LabelError(f"{place} has no code")
    code = row.get("code")
    if code is None and "enc_code" in row:
        code = decoded(place, row["enc_code"])
    if not isinstance(code, str):
        raise LabelError(f"{place} has no code")
    terminates = row.get("terminates")
    if not isinstance(terminates, bool):
        raise LabelError(f"{place} does not say whether it terminates")
    name = str(row.get("id", place))
    family = name.partition("/")[0] if "id" in row and "/" in name else Path(place).stem
    return Sample(
        name,
        code,
        Answer.HALT if terminates else Answer.NON_HALT,
        str(row.get("family", family)),
        entry=str(row.get("entry", "")),
    )


def read_folder(folder: Path) -> tuple[Sample, ...]:
    """The Python files at or below ``folder``, without an expected answer."""
    paths = sorted(folder.rglob("*.py")) if folder.is_dir() else [folder]
    return tuple(
        Sample(
            path.as_posix(),
            path.read_text(encoding="utf-8", errors="replace"),
            Answer.UNKNOWN,
            folder.name,
        )
        for path in paths
        if path.is_file()
    )
