"""Open sets are folders: the name of a thing is the name of its file."""

import inspect
import pkgutil
from functools import cache
from importlib import import_module
from typing import TypeVar

T = TypeVar("T")


@cache
def names(package: str) -> tuple[str, ...]:
    """Every name in the open set that ``package`` is, sorted, without importing its files."""
    path = import_module(package).__path__
    found = (entry.name for entry in pkgutil.iter_modules(path) if not entry.name.startswith("_"))
    return tuple(sorted(found))


def load(package: str, name: str, kind: type[T]) -> type[T]:
    """The one concrete subclass of ``kind`` that the file ``name`` of ``package`` defines.

    Raises TypeError where the file defines none or several, so that a slip is found at once.
    """
    module = import_module(f"{package}.{name}")
    found = [
        value
        for value in vars(module).values()
        if inspect.isclass(value)
        and issubclass(value, kind)
        and value.__module__ == module.__name__
        and not inspect.isabstract(value)
    ]
    if len(found) != 1:
        raise TypeError(f"{module.__name__} must define exactly one {kind.__name__}")
    return found[0]


def load_all(package: str, kind: type[T]) -> dict[str, type[T]]:
    """The whole open set, by name."""
    return {name: load(package, name, kind) for name in names(package)}
