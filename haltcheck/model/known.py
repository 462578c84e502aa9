"""Looks up what the library models know of a dotted name or of a method of a kind."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from functools import cache

from haltcheck.basis.discover import load, names
from haltcheck.model.fact import Fact, Library, Unlisted

_PACKAGE = "haltcheck.model.library"
_ALIASES = {"posixpath": "os.path", "ntpath": "os.path", "_io": "io"}


@cache
def facts_of(name: str) -> Mapping[str, Fact]:
    """All facts of one file of the library; empty where there is no such file."""
    if name not in names(_PACKAGE):
        return {}
    return load(_PACKAGE, name, Library).facts


@cache
def function_fact(dotted: str) -> Fact | Unlisted:
    """What is known of a function by its dotted name; built-in ones have a plain name."""
    parts = dotted.split(".")
    if len(parts) == 1:
        return facts_of("module_builtins").get(dotted, Unlisted(dotted))
    if parts[0] == "builtins":
        return function_fact(".".join(parts[1:]))
    for cut in range(len(parts) - 1, 0, -1):
        module = ".".join(parts[:cut])
        module = _ALIASES.get(module, module)
        found = facts_of("module_" + module.replace(".", "_")).get(".".join(parts[cut:]))
        if found is not None:
            return found
    if len(parts) == 2 and hasattr(builtins, parts[0]):
        # ``str.join``, ``dict.fromkeys``: a method by way of its class.
        return facts_of("kind_" + parts[0]).get(parts[1], Unlisted(dotted))
    return Unlisted(dotted)


@cache
def method_fact(kind: str, name: str) -> Fact | Unlisted:
    """What is known of a method of an object of a kind."""
    return facts_of("kind_" + kind).get(name, Unlisted(f"{kind}.{name}"))


def methods_named(name: str) -> Mapping[str, Fact]:
    """For a receiver of unknown kind: each kind with a method of that name, and its fact."""
    return _methods().get(name, {})


@cache
def _methods() -> Mapping[str, Mapping[str, Fact]]:
    """By the names of methods the kinds that have them."""
    found: dict[str, dict[str, Fact]] = {}
    for file in names(_PACKAGE):
        prefix, _, kind = file.partition("_")
        for name, fact in facts_of(file).items() if prefix == "kind" else ():
            found.setdefault(name, {})[kind] = fact
    return found
