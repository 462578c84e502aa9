"""Where the modules of the same tree lie that a file imports, by their dotted names."""

from __future__ import annotations

from pathlib import Path

_LARGEST = 400_000
"""Larger neighbours are not read."""

_DEEPEST = 12


def neighbour(path: str, dotted: str) -> str:
    """The path of the module as the file would import it; empty where the tree has none."""
    place = Path(path)
    if place.suffix != ".py" or not place.is_file():
        return ""
    name = dotted.lstrip(".")
    level = len(dotted) - len(name)
    start = _above(place.parent, level - 1) if level else _root(place.parent)
    found = start.joinpath(*name.split(".")) if name else start
    beside = [found.with_suffix(".py")] if name else []
    for one in (*beside, found / "__init__.py"):
        if one.is_file() and not one.samefile(place):
            return str(one) if one.stat().st_size <= _LARGEST else ""
    return ""


def _above(folder: Path, levels: int) -> Path:
    for _ in range(levels):
        folder = folder.parent
    return folder


def _root(folder: Path) -> Path:
    """The folder from which the packages around the file are imported."""
    for _ in range(_DEEPEST):
        if not (folder / "__init__.py").is_file():
            break
        folder = folder.parent
    return folder
