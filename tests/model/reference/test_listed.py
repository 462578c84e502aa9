"""Walks along what a listing, an item that is filled anew, or a type's fields lead to."""

from __future__ import annotations

import pytest

import haltcheck

ENDLESS = {
    "a listing of what was given": """
def tree(packages):
    index = {one.key: one for one in packages}
    def lines(package, indent=0):
        mark = "- " if indent > 0 else ""
        told = [" " * indent + mark + package.key]
        for name in index[package.key].needs():
            told += lines(name, indent + 2)
        return told
    return [lines(one) for one in packages]
""",
    "an item that is filled anew": """
def resolve(schema, resolver):
    if "$ref" in schema:
        found = resolver.lookup(schema.pop("$ref"))
        schema.update(found.contents)
        return resolve(schema, resolver)
    return schema
""",
    "a private walk that is handed on": """
def plain(schema, defs):
    return _plain(schema, defs)

def _plain(node, defs):
    if "$ref" in node:
        name = node["$ref"].split("/")[-1]
        if name in defs:
            return _plain(defs[name], defs)
    return node
""",
    "a private walk of what a call gave": """
def plain(model):
    schema = model.schema()
    return _plain(schema, schema["defs"])

def _plain(node, defs):
    if "$ref" in node:
        return _plain(defs[node["$ref"]], defs)
    return node
""",
    "the types of fields": """
from typing import get_type_hints

def shape(cls):
    found = {}
    for name, kind in get_type_hints(cls).items():
        found[name] = shape(kind) if hasattr(kind, "__annotations__") else kind.__name__
    return found
""",
    "the model that a field relates to": """
def tables(model):
    for field in model.fields:
        if field.related_model is not None:
            yield from tables(field.related_model)
    yield model.name
""",
    "a question that shuts nothing": """
class Reader:
    def parts(self, kind):
        return [one for one in kind.parts if one.named]

    def read(self, kind):
        extra = {}
        if self.parts(kind):
            extra["named"] = True
        for field in kind.fields:
            self.read(field.message_type)
        return extra
""",
}
FINITE = {
    "a chain that is handed on": """
def tree(packages):
    index = {one.key: one for one in packages}
    def lines(package, indent=0, chain=()):
        told = [" " * indent + package.key]
        for one in index[package.key].needs():
            if one.key not in chain:
                told += lines(one, indent + 2, chain + (one.key,))
        return told
    return [lines(one) for one in packages]
""",
    "a table of the code's own": """
def tree(count):
    index = {number: number // 2 for number in range(count)}
    def lines(number):
        return [number] if number == 0 else lines(index[number])
    return lines(count - 1)
""",
    "a depth that is compared": """
def tree(packages):
    index = {one.key: one for one in packages}
    def lines(package, indent=0):
        if indent > 20:
            return []
        return [line for one in index[package.key].needs() for line in lines(one, indent + 2)]
    return [lines(one) for one in packages]
""",
    "references that were followed": """
def resolve(schema, resolver, seen=None):
    seen = set() if seen is None else seen
    if "$ref" in schema:
        name = schema.pop("$ref")
        if name in seen:
            return schema
        seen.add(name)
        schema.update(resolver.lookup(name).contents)
        return resolve(schema, resolver, seen)
    return schema
""",
    "types that were seen": """
from typing import get_type_hints

def shape(cls, seen=()):
    if cls in seen:
        return cls.__name__
    hints = get_type_hints(cls)
    return {name: shape(kind, (*seen, cls)) for name, kind in hints.items()}
""",
    "a question that shuts the way": """
class Reader:
    def read(self, kind):
        if self.begun(kind):
            return None
        return [self.read(field.message_type) for field in kind.fields]

    def begun(self, kind):
        known = kind.name in self.names
        self.names.add(kind.name)
        return known
""",
}


def _codes(text: str) -> list[str]:
    return [one.code for one in haltcheck.check(text).files[0].findings]


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS)
def test_what_leads_back_is_followed_for_ever(text: str) -> None:
    assert _codes(text) == ["HC202"]


@pytest.mark.parametrize("text", FINITE.values(), ids=FINITE)
def test_what_remembers_is_seen(text: str) -> None:
    assert _codes(text) == []
