"""Methods that run one of their own class on an object out of a table that they hand on."""

import pytest

from haltcheck.api import check

WALKS = {
    "a part of a part": (
        "class Glyph:\n    def outline(self, table):\n        for part in self.parts:\n"
        "            glyph = table[part.name]\n            glyph.outline(table)\n"
    ),
    "by way of another method, noted too late": (
        "class Glyph:\n    def bounds(self, table, done=None):\n        if self.is_composite:\n"
        "            self.composed(table, done)\n"
        "    def composed(self, table, done=None):\n        for part in self.parts:\n"
        "            glyph = table[part.name]\n"
        "            if done is None or part.name not in done:\n"
        "                glyph.bounds(table, done)\n"
        "                if done is not None:\n                    done.add(part.name)\n"
        "        self.width = glyph.width\n"
    ),
    "a base": (
        "class Style:\n    def colour_of(self, styles):\n        if self.base is None:\n"
        "            return self.colour\n"
        "        return styles.get(self.base).colour_of(styles)\n"
    ),
}
WALKS["what its own loader loads by name"] = (
    "class Template:\n    def parts_of(self, parts):\n        for kind, data in parts:\n"
    "            if kind == 'include':\n                other = self.loader.load(data)\n"
    "                yield from other.parts_of(other.parts)\n"
    "            else:\n                yield data\n"
)
ENDS = {
    "what is loaded is noted": (
        "class Template:\n    def parts_of(self, parts, inlined):\n"
        "        for kind, data in parts:\n"
        "            if kind == 'include' and data not in inlined:\n"
        "                inlined.add(data)\n                other = self.loader.load(data)\n"
        "                yield from other.parts_of(other.parts, inlined)\n"
        "            else:\n                yield data\n"
    ),
    "what was seen is handed on": (
        "class Style:\n    def colour_of(self, styles, seen=()):\n"
        "        if self.base is None or self.base in seen:\n            return self.colour\n"
        "        return styles[self.base].colour_of(styles, (*seen, self.base))\n"
    ),
    "what is under way is marked": (
        "class Style:\n    def colour_of(self, styles):\n        if self.busy:\n"
        "            return None\n        self.busy = True\n"
        "        return styles[self.base].colour_of(styles)\n"
    ),
    "a depth": (
        "class Style:\n    def colour_of(self, styles, depth):\n        if depth > 9:\n"
        "            raise ValueError(self.base)\n"
        "        return styles[self.base].colour_of(styles, depth + 1)\n"
    ),
    "an object of another kind that stands behind": (
        "class Proxy:\n    def launch(self, pool, job):\n"
        "        return pool[self.host].launch(job, self.name)\n"
    ),
    "several classes know how": (
        "class Name:\n    def value_in(self, scope):\n"
        "        return scope[self.name].value_in(scope)\n"
        "class Number:\n    def value_in(self, scope):\n        return self.number\n"
    ),
    "a child": (
        "class Node:\n    def height(self, table):\n"
        "        return 1 + max(child.height(table) for child in self.children)\n"
    ),
    "the recursion is caught": (
        "class Style:\n    def colour_of(self, styles):\n        try:\n"
        "            return styles[self.base].colour_of(styles)\n"
        "        except RecursionError:\n            return None\n"
    ),
    "the key is the caller's": (
        "class Style:\n    def colour_of(self, styles, name):\n"
        "        return styles['default'].colour_of(styles, self.name)\n"
    ),
}


def _codes(text: str) -> list[str]:
    (report,) = check(text).files
    assert report.fault is None
    return [one.code for one in report.findings]


@pytest.mark.parametrize("name", WALKS)
def test_the_table_may_lead_back(name: str) -> None:
    assert _codes(WALKS[name]) == ["HC202"]


@pytest.mark.parametrize("name", ENDS)
def test_it_comes_to_an_end(name: str) -> None:
    assert _codes(ENDS[name]) == []
