"""The table ``[tool.haltcheck]`` of the nearest pyproject.toml, checked against the options."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import field
from enum import Enum

from haltcheck.basis.error import HaltcheckError
from haltcheck.basis.record import record


class Kind(Enum):
    """What type of value a key takes, in the words of the message that refuses another."""

    FLAG = "true or false"
    INTEGER = "an integer"
    NUMBER = "a number"
    TEXT = "a string"
    TEXTS = "a string or a list of strings"


@record
class Configuration:
    """The values that a pyproject.toml sets, by option name, and the folder it lies in."""

    folder: str = ""
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def excludes(self) -> tuple[str, ...]:
        """The patterns under ``exclude``."""
        given = self.values.get("exclude", ())
        if isinstance(given, str):
            return (given,)
        return tuple(str(item) for item in given) if isinstance(given, list) else ()


def load(start: str, kinds: Mapping[str, Kind]) -> Configuration:
    """The configuration that holds for ``start``; a broken one is the user's mistake."""
    folder = os.path.abspath(start)
    while True:
        path = os.path.join(folder, "pyproject.toml")
        table = _table(path) if os.path.isfile(path) else None
        if table is not None:
            return Configuration(folder, _checked(path, table, kinds))
        parent = os.path.dirname(folder)
        if parent == folder:
            return Configuration()
        folder = parent


def common_folder(paths: Sequence[str]) -> str:
    """The folder from which the nearest pyproject.toml is looked for: what all paths share."""
    absolute = [os.path.abspath(path) for path in paths]
    if not absolute:
        return os.getcwd()
    shared = os.path.commonpath(absolute)
    return shared if os.path.isdir(shared) else os.path.dirname(shared)


def _table(path: str) -> Mapping[str, object] | None:
    """The table of one file, None where the file has none and the search goes on above."""
    try:
        with open(path, "rb") as stream:
            tool = tomllib.load(stream).get("tool", {})
    except (OSError, ValueError, RecursionError) as error:
        raise HaltcheckError(f"{path}: {error}") from error
    table = tool.get("haltcheck") if isinstance(tool, dict) else None
    if table is None or isinstance(table, dict):
        return table
    raise HaltcheckError(f"{path}: tool.haltcheck must be a table")


def _checked(
    path: str, table: Mapping[str, object], kinds: Mapping[str, Kind]
) -> dict[str, object]:
    values = {}
    for key, value in table.items():
        name = key.replace("_", "-")
        if name not in kinds:
            raise HaltcheckError(f"{path}: unknown key {key!r} in [tool.haltcheck]")
        if not _fits(value, kinds[name]):
            raise HaltcheckError(f"{path}: {key!r} in [tool.haltcheck] must be {kinds[name].value}")
        values[name] = value
    return values


def _fits(value: object, kind: Kind) -> bool:
    match kind:
        case Kind.FLAG:
            return isinstance(value, bool)
        case Kind.INTEGER:
            return isinstance(value, int) and not isinstance(value, bool)
        case Kind.NUMBER:
            return isinstance(value, int | float) and not isinstance(value, bool)
        case Kind.TEXT:
            return isinstance(value, str)
        case Kind.TEXTS:
            return isinstance(value, str) or (
                isinstance(value, list) and all(isinstance(item, str) for item in value)
            )
