"""Reads a folder of programs beside which a list names each with its answer."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from corpora.reader import LabelError
from corpora.sample import Sample
from haltcheck.basis.answer import Answer

LISTS = ("labels.jsonl", "manifest.jsonl", "labels.json", "manifest.json")
"""The names that such a list may have: rows a line each, or one array or object of JSON."""

NAMES = ("name", "file", "path", "id")
"""The keys under which a row may name its program."""

ANSWERS = ("answer", "expected", "label", "terminates", "verdict")
"""The keys under which a row may say whether its program halts."""

_FAMILIES = ("family", "suite")
_WORDS = {
    Answer.HALT: ("halt", "halts", "terminating", "terminates", "true", "yes", "t"),
    Answer.NON_HALT: ("non-halt", "nonterminating", "non-terminating", "false", "no", "nt"),
    Answer.UNKNOWN: ("unknown", "maybe", "none", ""),
}
MEANING = {word: answer for answer, words in _WORDS.items() for word in words}
"""What each word for an answer means; words are compared in small letters."""

_REFUSED = "refused"


def manifest(folder: Path) -> Path | None:
    """The list that labels the programs of the folder, where there is one."""
    return next((folder / name for name in LISTS if (folder / name).is_file()), None)


def read_manifest(listed: Path, part: Path | None = None) -> tuple[Sample, ...]:
    """The programs that a list names, as far as they lie in a part of its folder.

    A row gives a program's file below the folder, with ``.py`` or without, and its answer; an
    object of JSON gives them as keys and values. ``entry`` may name the function that the answer
    is about. A row whose ``status`` is refused stands for a program that could not be translated
    and is passed over. Raises LabelError for a row that is none of these.
    """
    folder = listed.parent
    named = ((place, row, str(first(place, row, NAMES))) for place, row in rows(listed))
    return tuple(
        _sample(folder, place, row, name)
        for place, row, name in named
        if row.get("status") != _REFUSED and _lies_in(folder / name, part or folder)
    )


def speaks_of(listed: Path, part: Path) -> bool:
    """Whether a list names a program in this part of its folder; one that is no list does not."""
    try:
        named = [str(first(place, row, NAMES)) for place, row in rows(listed)]
    except (LabelError, UnicodeDecodeError, OSError):
        return False
    return any(_lies_in(listed.parent / name, part) for name in named)


def _lies_in(path: Path, part: Path) -> bool:
    return path.is_relative_to(part) or Path(f"{path}.py") == part


def rows(listed: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each row of a list, after its place in words; LabelError where one is no object."""
    text = listed.read_text(encoding="utf-8")
    try:
        if listed.suffix == ".jsonl":
            found = [json.loads(line) for line in text.split("\n") if line.strip()]
        else:
            whole = json.loads(text)
            paired = isinstance(whole, dict)
            found = [{"name": k, "answer": v} for k, v in whole.items()] if paired else whole
    except ValueError as error:
        raise LabelError(f"{listed} is no JSON: {error}") from error
    if not isinstance(found, list):
        raise LabelError(f"{listed} is neither an array nor an object")
    for number, row in enumerate(found, 1):
        place = f"{listed}, row {number}"
        if not isinstance(row, dict):
            raise LabelError(f"{place} is no object")
        yield place, row


def first(place: str, row: dict[str, Any], keys: Sequence[str]) -> Any:
    """What a row has under the first of some keys; LabelError where it has none."""
    for key in keys:
        if key in row:
            return row[key]
    raise LabelError(f"{place} has none of the keys {', '.join(keys)}")


def answer(place: str, row: dict[str, Any]) -> Answer:
    """What a row says of its program; LabelError for a word that is no answer."""
    word = str(first(place, row, ANSWERS)).lower()
    if word not in MEANING:
        raise LabelError(f"{place} has the unknown answer {word}")
    return MEANING[word]


def _sample(folder: Path, place: str, row: dict[str, Any], name: str) -> Sample:
    path = _program(folder, place, name)
    outer = path.parent.relative_to(folder).as_posix()
    family = next((str(row[key]) for key in _FAMILIES if key in row), outer)
    return Sample(
        name,
        path.read_text(encoding="utf-8", errors="replace"),
        answer(place, row),
        folder.name if family == "." else family,
        entry=str(row.get("entry", "")),
    )


def _program(folder: Path, place: str, name: str) -> Path:
    for path in (folder / name, folder / f"{name}.py"):
        if path.is_file():
            return path
    raise LabelError(f"{place} names {name}, which is no file of {folder}")
