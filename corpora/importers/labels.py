"""Finds out what a suite says of its C programs: in a list, in task files beside them, in names."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from corpora.manifest import MEANING, NAMES, answer, first, rows
from corpora.reader import LabelError
from haltcheck.basis.answer import Answer

SUFFIXES = (".c", ".i")
"""How the names of C programs end; ``.c.i`` is one that was preprocessed."""

Saying = tuple[str, Answer]
"""Who says it, in words, and what."""

Key = tuple[str, ...]

_VERDICT = re.compile(r"(?:^|[_-])(true|false)-termination(?![A-Za-z])")
_ENDING = re.compile(r"[_-](NT|T)$")
_PROPERTY = "termination"


def read_given(listed: Path) -> dict[str, Answer]:
    """The labels of a list that a person made, by the name of the program.

    The keys are those of a list beside programs, and ``source``. Raises LabelError for a row that
    does not name a program and an answer, and for two rows that contradict each other.
    """
    given: dict[str, Answer] = {}
    for place, row in rows(listed):
        name = str(first(place, row, (*NAMES, "source")))
        said = answer(place, row)
        if given.setdefault(name, said) is not said:
            raise LabelError(f"{place} says {said.value} of {name}, an earlier one does not")
    return given


class Labels:
    """The labels of the C programs below a folder.

    ``given`` names programs by their path below the folder, by the end of it, or by the file name
    or its stem, where only one label and one program have that.
    """

    def __init__(self, root: Path, given: Mapping[str, Answer] | None = None) -> None:
        self._root = root.resolve()
        self._given = {PurePosixPath(name): said for name, said in (given or {}).items()}
        self._given_by_key = _by_key(self._given)
        self._tasks = cache(_tasks)

    def answer(self, path: Path) -> Answer:
        """Whether a program halts; unknown where nobody says it.

        Raises LabelError where two say the contrary, and for a task file that cannot be read.
        """
        path = path.resolve()
        sayings = [*self._said_by_list(path), *self._tasks(path.parent).get(path, ())]
        sayings += said_by_name(path.name)
        for who, said in sayings:
            if said is not sayings[0][1]:
                first_who, first_said = sayings[0]
                raise LabelError(
                    f"{path}: {first_who} says {first_said.value}, but {who} says {said.value}"
                )
        return sayings[0][1] if sayings else Answer.UNKNOWN

    def _said_by_list(self, path: Path) -> Iterator[Saying]:
        if not self._given:
            return
        name = self._name(path)
        for key in _keys(name):
            if named := self._given_by_key.get(key):
                said = self._given[named[0]]
                alone = len(named) == 1 and self._programs.get(key, [name]) == [name]
                if alone and said is not Answer.UNKNOWN:
                    yield f"the list, which names {named[0]},", said
                return

    @cached_property
    def _programs(self) -> dict[Key, list[PurePosixPath]]:
        paths = self._root.rglob("*") if self._root.is_dir() else iter([self._root])
        return _by_key(self._name(path) for path in paths if path.suffix in SUFFIXES)

    def _name(self, path: Path) -> PurePosixPath:
        inside = path != self._root and path.is_relative_to(self._root)
        return PurePosixPath(path.relative_to(self._root) if inside else path.name)


def stem(name: PurePosixPath) -> str:
    """A file's name without what says that it is a program: ``a.b`` of ``a.b.c.i``."""
    while name.suffix in (*SUFFIXES, ".py"):
        name = name.with_suffix("")
    return name.name


def _keys(name: PurePosixPath) -> Iterator[Key]:
    """What two names of the same program have in common, the closest first."""
    yield ("path", *name.parts)
    yield ("stem in folder", *name.parent.parts, stem(name))
    if len(name.parts) > 1:
        yield ("end", *name.parts[-2:])
    yield ("name", name.name)
    yield ("stem", stem(name))


def _by_key(names: Iterable[PurePosixPath]) -> dict[Key, list[PurePosixPath]]:
    found: dict[Key, list[PurePosixPath]] = {}
    for name in names:
        for key in _keys(name):
            found.setdefault(key, []).append(name)
    return found


def said_by_name(name: str) -> list[Saying]:
    """What a file's name says: ``_true-termination`` anywhere, ``_NT`` or ``-T`` at its end."""
    who = f"the name {name}"
    sayings = [(who, MEANING[word]) for word in _VERDICT.findall(name)]
    ending = _ENDING.search(stem(PurePosixPath(name)))
    return [*sayings, (who, MEANING[ending[1].lower()])] if ending else sayings


def _tasks(folder: Path) -> dict[Path, list[Saying]]:
    """What the task files of a folder say of programs; several may speak of one."""
    found: dict[Path, list[Saying]] = {}
    for task in sorted(folder.glob("*.yml")):
        whole = _yaml(task)
        if not isinstance(whole, dict):
            continue
        for said in _verdicts(whole.get("properties")):
            for name in _listed(whole.get("input_files")):
                found.setdefault((folder / str(name)).resolve(), []).append((task.name, said))
    return found


def _verdicts(properties: object) -> Iterator[Answer]:
    for one in _listed(properties):
        if isinstance(one, dict) and PurePosixPath(str(one.get("property_file"))).stem == _PROPERTY:
            said = MEANING.get(str(one.get("expected_verdict")).lower(), Answer.UNKNOWN)
            if said is not Answer.UNKNOWN:
                yield said


def _listed(value: object) -> list[Any]:
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def _yaml(task: Path) -> object:
    try:
        import yaml
    except ImportError as error:
        raise LabelError(
            f"{task} needs PyYAML, which is not installed; pip install 'haltcheck[corpora]'"
        ) from error
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(task.read_text(encoding="utf-8"), Loader=loader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        why = " ".join(str(error).split())
        raise LabelError(f"{task} is no YAML: {why}") from error
