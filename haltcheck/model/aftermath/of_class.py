"""Attributes that the bodies of classes bind, each class to something of its own."""

from __future__ import annotations

from haltcheck.model import instruction as i
from haltcheck.model.aftermath.start import Site
from haltcheck.model.program import Return


def is_of_class(site: Site, place: str) -> bool:
    """Whether the place is an attribute that a class body binds and no function of the file."""
    function, parts = site.function, place.split(".")
    first = function.parameters[0].name if function.parameters else ""
    contents = site.program.contents
    cls = contents.classes.get(function.in_class or "")
    if cls is None or len(parts) != 2 or parts[0] != first:
        return False
    owners, _ = site.resolver.members.hierarchy.order(function.in_class or "")
    if not any(parts[1] in contents.classes[one].names for one in owners):
        return False
    written = (
        text.rpartition(".")[2] for one in contents.functions.values() for text in one.writes
    )
    return parts[1] not in set(written)


def some_class_says(site: Site, fact: str, answer: bool, place: str) -> bool:
    """Whether a class of the file binds the attribute so that the fact is what is supposed."""
    name = place.rpartition(".")[2]
    found = [
        end.value.value
        for cls, entry in site.program.contents.classes.items()
        if name in entry.names
        for one in site.program.later.binding(f"{cls}.{name}")
        if isinstance(end := one.function.blocks[0].terminator, Return)
        if isinstance(end.value, i.Const)
    ]
    kinds = site.program.contents.classes.values()
    varies = sum(name in entry.names for entry in kinds) > 1
    if fact in (f"{place} == ''", f"{place} == b''"):
        told = [value in ("", b"") for value in found]
        # Who derives from it puts something there, or there would be nothing to override.
        return not answer if varies else answer in told
    return f"] == {place}" in fact and varies
