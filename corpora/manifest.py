"""Reads a folder of programs beside which a list names each with its answer."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpora.reader import LabelError
from corpora.sample import Sample
from haltcheck.basis.answer import Answer

LISTS = ("labels.jsonl", "manifest.jsonl", "labels.json", "manifest.json")
"""The names that such a list may have: rows a line each, or one array or object of JSON."""

_NAMES = ("name", "file", "path", "id")
_ANSWERS = ("answer", "expected", "label", "terminates")
_FAMILIES = ("family", "suite")
_WORDS = {
    Answer.HALT: ("halt", "halts", "terminating", "terminates", "true", "yes", "t"),
    Answer.NON_HALT: ("non-halt", "nonterminating", "non-terminating", "false", "no", "nt"),
    Answer.UNKNOWN: ("unknown", "maybe", "none", ""),
}
_MEANING = {word: answer for answer, words in _WORDS.items() for word in words}


def manifest(folder: Path) -> Path | None:
    """The list that labels the programs of the folder, where there is one."""
    return next((folder / name for name in LISTS if (folder / name).is_file()), None)


def read_manifest(listed: Path) -> tuple[Sample, ...]:
    """The programs that a list names.

    A row gives a program's file below the folder, with ``.py`` or without, and its answer; an
    object of JSON gives them as keys and values. Raises LabelError for a row that does not.
    """
    return tuple(_sample(listed.parent, place, row) for place, row in _rows(listed))


def _rows(listed: Path) -> Iterator[tuple[str, Any]]:
    text = listed.read_text(encoding="utf-8")
    try:
        if listed.suffix == ".jsonl":
            rows = [json.loads(line) for line in text.splitlines() if line.strip()]
        else:
            whole = json.loads(text)
            paired = isinstance(whole, dict)
            rows = [{"name": k, "answer": v} for k, v in whole.items()] if paired else whole
    except ValueError as error:
        raise LabelError(f"{listed} is no JSON: {error}") from error
    for number, row in enumerate(rows, 1):
        yield f"{listed}, row {number}", row


def _sample(folder: Path, place: str, row: Any) -> Sample:
    if not isinstance(row, dict):
        raise LabelError(f"{place} is no object")
    name = str(_first(place, row, _NAMES))
    path = _program(folder, place, name)
    outer = path.parent.relative_to(folder).as_posix()
    family = next((str(row[key]) for key in _FAMILIES if key in row), outer)
    code = path.read_text(encoding="utf-8", errors="replace")
    return Sample(name, code, _answer(place, row), folder.name if family == "." else family)


def _first(place: str, row: dict[str, Any], keys: tuple[str, ...]) -> Any:
    for key in keys:
        if key in row:
            return row[key]
    raise LabelError(f"{place} has none of the keys {', '.join(keys)}")


def _program(folder: Path, place: str, name: str) -> Path:
    for path in (folder / name, folder / f"{name}.py"):
        if path.is_file():
            return path
    raise LabelError(f"{place} names {name}, which is no file of {folder}")


def _answer(place: str, row: dict[str, Any]) -> Answer:
    word = str(_first(place, row, _ANSWERS)).lower()
    if word not in _MEANING:
        raise LabelError(f"{place} has the unknown answer {word}")
    return _MEANING[word]
