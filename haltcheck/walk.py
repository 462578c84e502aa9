"""Which files a run checks: those that are named, and what walking finds in named folders."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING

from haltcheck.basis.error import HaltcheckError
from haltcheck.basis.record import record

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

SUFFIXES = (".py", ".pyi", ".ipynb")


@record
class Exclusion:
    """Patterns in the manner of ``.gitignore``, read from the folder ``root``."""

    root: str
    spec: GitIgnoreSpec

    def verdict(self, path: str, folder: bool = False) -> bool | None:
        """Whether the patterns cover an absolute path; None where none speaks of it."""
        inside = os.path.relpath(path, self.root)
        if inside.startswith(os.pardir) or inside == os.curdir:
            return None
        name = inside.replace(os.sep, "/")
        return self.spec.check_file(name + "/" if folder else name).include

    def covers(self, path: str, folder: bool = False) -> bool:
        """Whether the patterns exclude a path, given from anywhere."""
        return bool(self.verdict(os.path.abspath(path), folder))


@record
class Found:
    """The files to check in their order, and one sentence for each path that is none."""

    files: tuple[str, ...]
    problems: tuple[str, ...] = ()


def exclusion(root: str, patterns: Iterable[str]) -> Exclusion:
    """The exclusion of what a user wrote; a pattern that cannot be read is his mistake."""
    try:
        spec = _spec(list(patterns))
    except ValueError as error:
        raise HaltcheckError(f"exclude: {error}") from error
    return Exclusion(os.path.abspath(root), spec)


def find(
    paths: Iterable[str], exclusions: tuple[Exclusion, ...] = (), force_exclude: bool = False
) -> Found:
    """The files behind the named paths, each once; folders are walked in sorted order."""
    files: dict[str, str] = {}
    problems = []
    for path in dict.fromkeys(paths):
        try:
            inside = _behind(path, exclusions, force_exclude)
            for file in inside:
                files.setdefault(os.path.abspath(file), file)
        except HaltcheckError as error:
            problems.append(str(error))
        except _UnreadableFolderError as error:
            for file in error.files:
                files.setdefault(os.path.abspath(file), file)
            problems.extend(error.sentences)
    return Found(tuple(files.values()), tuple(problems))


class _UnreadableFolderError(Exception):
    """Some folders on the way could not be read; the files that were found go on."""

    def __init__(self, files: list[str], sentences: list[str]) -> None:
        super().__init__(*sentences)
        self.files = files
        self.sentences = sentences


def _behind(path: str, exclusions: tuple[Exclusion, ...], force_exclude: bool) -> list[str]:
    mode = _mode(path)
    shown = PurePath(path).as_posix()
    if force_exclude and _excluded(os.path.abspath(path), exclusions, stat.S_ISDIR(mode)):
        return []
    if stat.S_ISREG(mode):
        return [shown]
    if stat.S_ISDIR(mode):
        return _walk(shown, exclusions)
    raise HaltcheckError(f"{path}: is no regular file")


def _mode(path: str) -> int:
    try:
        return os.stat(path).st_mode
    except OSError as error:
        raise HaltcheckError(f"{path if path.strip() else repr(path)}: {_why(error)}") from error
    except ValueError as error:
        raise HaltcheckError(f"{path!r}: {error}") from error


def _why(error: OSError) -> str:
    return (error.strerror or "cannot be read").lower()


def _excluded(path: str, exclusions: tuple[Exclusion, ...], folder: bool) -> bool:
    return any(layer.covers(path, folder) for layer in exclusions)


def _walk(top: str, exclusions: tuple[Exclusion, ...]) -> list[str]:
    files: list[str] = []
    sentences: list[str] = []
    open_folders = [(top, _inherited(os.path.abspath(top)))]
    while open_folders:
        folder, layers = open_folders.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError as error:
            sentences.append(f"{folder}: {_why(error)}")
            continue
        layers = _layers_inside(os.path.abspath(folder), entries, layers)
        for entry in entries:
            path = PurePath(folder, entry.name).as_posix()
            is_folder = entry.is_dir(follow_symlinks=False)
            if _skipped(entry, is_folder, layers, exclusions):
                continue
            if is_folder:
                open_folders.append((path, layers))
            else:
                files.append(path)
    files.sort()
    if sentences:
        raise _UnreadableFolderError(files, sorted(sentences))
    return files


def _skipped(
    entry: os.DirEntry[str],
    is_folder: bool,
    layers: tuple[Exclusion, ...],
    exclusions: tuple[Exclusion, ...],
) -> bool:
    if is_folder:
        if entry.name.startswith("."):
            return True
    elif not entry.name.endswith(SUFFIXES) or not entry.is_file(follow_symlinks=False):
        return True
    path = os.path.abspath(entry.path)
    return _ignored(path, layers, is_folder) or _excluded(path, exclusions, is_folder)


def _ignored(path: str, layers: tuple[Exclusion, ...], folder: bool) -> bool:
    """What git says: the innermost ``.gitignore`` that speaks of the path decides."""
    for layer in reversed(layers):
        verdict = layer.verdict(path, folder)
        if verdict is not None:
            return verdict
    return False


def _inherited(folder: str) -> tuple[Exclusion, ...]:
    """The ignore files between the top of the repository and ``folder``, outermost first.

    A folder that is itself ignored was named on purpose, so what ignores it is put aside.
    """
    above = _above(folder)
    layers: tuple[Exclusion, ...] = ()
    for outer in above:
        layers += _layers_of(outer, top=outer == above[0])
    return () if _ignored(folder, layers, folder=True) else layers


def _above(folder: str) -> list[str]:
    """The folders from the top of the repository down to just above ``folder``."""
    chain: list[str] = []
    current = folder
    while not os.path.exists(os.path.join(current, ".git")):
        parent = os.path.dirname(current)
        if parent == current:
            return []
        chain.append(parent)
        current = parent
    return chain[::-1]


def _layers_inside(
    folder: str, entries: list[os.DirEntry[str]], layers: tuple[Exclusion, ...]
) -> tuple[Exclusion, ...]:
    names = {entry.name for entry in entries}
    if ".git" in names:
        return _layers_of(folder, top=True)
    if ".gitignore" in names and _in_repository(folder):
        return layers + _layers_of(folder, top=False)
    return layers


def _in_repository(folder: str) -> bool:
    return any(os.path.exists(os.path.join(outer, ".git")) for outer in _up(folder))


def _up(folder: str) -> Iterator[str]:
    while True:
        yield folder
        parent = os.path.dirname(folder)
        if parent == folder:
            return
        folder = parent


def _layers_of(folder: str, top: bool) -> tuple[Exclusion, ...]:
    names = (os.path.join(".git", "info", "exclude"), ".gitignore") if top else (".gitignore",)
    specs = (_read(os.path.join(folder, name)) for name in names)
    return tuple(Exclusion(folder, spec) for spec in specs if len(spec))


def _read(path: str) -> GitIgnoreSpec:
    """The patterns of one ignore file; git skips lines that it cannot read, and so do we."""
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as stream:
            lines = stream.read().splitlines()
    except OSError:
        return _spec([])
    return _spec([line for line in lines if _readable(line)])


def _readable(line: str) -> bool:
    try:
        _spec([line])
    except ValueError:
        return False
    return True


def _spec(lines: list[str]) -> GitIgnoreSpec:
    # Named files need no patterns, and a small file is checked as fast as this is imported.
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(lines)
