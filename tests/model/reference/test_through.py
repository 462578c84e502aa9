"""Walks through generator expressions, callbacks, contexts and tables that the code keeps sound."""

import pytest

import haltcheck
from haltcheck.model.reference.link import Ends, LinkBack
from tests.model.reference.test_link import found

SUMMED = """
class Costs:
    def cost(self, name{parameter}):
        {test}
        part = self.parts[name]
        return part.cost + sum(self.cost(other.name{given}) for other in part.parts)
"""
INSERTED = """
class Letter:
    def fill(self, text{parameter}):
        def insert(match):
            name = match.group(1)
            {test}
            return self.fill(self.values[name]{given})

        return MARK.sub(insert, text)
"""
FETCHED = """
class Site:
    async def visit(self, link):
        {test}
        async with {context} as answer:
            page = await answer.json()
        for other in page["links"]:
            await self.visit(other)
"""
SECTORS = """
class Disk:
    def chain(self, sector):
        found = []
        while sector >= 0:
            {test}
            found.append(sector)
            try:
                sector = self.table[sector]
            except IndexError:
                raise ValueError(sector)
        return found
"""
WORDS = """
def words(aliases, line):
    found = line.split()
    {begin}
    while found and found[0] not in KNOWN:
        {test}
        found[:1] = aliases[found[0]].split()
    return found
"""
LAYERS = """
class Layers:
    def put(self, name, on):
        if {asks}:
            raise ValueError(name)
        self.on[name] = on

    def lowest(self, name):
        while name in self.on:
            name = self.on[name]
        return name
"""
COLLECTED = """
class Pages:
    def prepare(self):
        self.above = self.{made}()

    def way(self, page):
        found = []
        above = self.above.get(page)
        while above and above[0]:
            found.append((above[0], self.titles[above[1]]))
            above = self.above.get(above[0])
        return found
"""
REFRESHED = """
import urllib.request

def body(link):
    {begin}
    while True:
        {test}
        with urllib.request.urlopen(link) as answer:
            text = answer.read().decode()
        match = REFRESH.search(text)
        if not match:
            return text
        link = match.group(1)
"""
FOLDERS = """
def names(index, folder):
    for name in index[folder]:
        names(index, {joined})
"""
PLAIN = {"parameter": "", "test": "pass", "given": "", "begin": "pass"}
WAY = {
    "parameter": ", way=()",
    "given": ", (*way, name)",
    "test": "if name in way: raise ValueError",
}

ENDLESS = {
    "a sum": SUMMED.format(**PLAIN),
    "a callback": INSERTED.format(**PLAIN),
    "a context that is a resource": FETCHED.format(test="pass", context="self.web.get(link)"),
    "a chain of numbers with a mark of the end": SECTORS.format(test="pass"),
    "words put in place": WORDS.format(**PLAIN),
    "who fills it asks something else": LAYERS.format(asks="name in self.on"),
    "a table that is loaded": COLLECTED.format(made="load_pages"),
    "what is read from the item": REFRESHED.format(**PLAIN),
    "a folder that is looked up": "import os\n" + FOLDERS.format(joined="os.path.join('/', name)"),
}
FINITE = {
    "a sum with a way": SUMMED.format(**WAY),
    "a sum with a depth": SUMMED.format(
        parameter=", depth=0", given=", depth + 1", test="if depth > 9: raise ValueError"
    ),
    "a sum with a budget": SUMMED.format(
        parameter=", left=9", given=", left - 1", test="if not left: return 0"
    )
    .replace("sum(", "max(")
    .replace("return part.cost + ", "return "),
    "what was seen is taken out": """
def around(graph, start):
    seen, todo = {start}, [start]
    while todo:
        new = sorted(set(graph[todo.pop()]) - seen)
        seen.update(new)
        todo.extend(new)
    return seen
""",
    "a list that is emptied": """
def last(answers, name):
    records = answers[name]
    while records:
        record = records.pop()
        if record.alias:
            records = answers[record.alias]
    return name
""",
    "a sum with a set that grows": SUMMED.format(
        parameter=", seen=()",
        given=", seen",
        test="if name in seen: raise ValueError\n        seen = seen + (name,)",
    ),
    "a callback with a way": INSERTED.format(**WAY),
    "a context that may guard": FETCHED.format(test="pass", context="self.guard(link)")
    .replace(" as answer", "")
    .replace("answer.json()", "self.load(link)"),
    "a result that is kept first": FETCHED.format(
        test="if link in self.pages: return\n        self.pages[link] = None",
        context="self.web.get(link)",
    ),
    "a chain that is measured": SECTORS.format(
        test="if len(found) > len(self.table): raise ValueError"
    ),
    "words that were used": WORDS.format(
        begin="used = set()",
        test="if found[0] in used: raise ValueError\n        used.add(found[0])",
    ),
    "who fills it walks first": LAYERS.format(asks="self.lowest(on) == name"),
    "a table that is worked out": COLLECTED.format(made="collect_pages"),
    "links that were read": REFRESHED.format(
        begin="read = set()", test="if link in read: raise ValueError\n        read.add(link)"
    ),
    "longer and longer": "import os\n" + FOLDERS.format(joined="os.path.join(folder, name)"),
    "longer paths": FOLDERS.format(joined="folder / name"),
}


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS.keys())
def test_what_leads_back(text: str) -> None:
    findings = haltcheck.check(text).files[0].findings
    assert any(isinstance(one, LinkBack) for one in found(text)) or findings, found(text)


@pytest.mark.parametrize("text", FINITE.values(), ids=FINITE.keys())
def test_what_comes_to_an_end(text: str) -> None:
    assert all(isinstance(one, Ends) for one in found(text)), found(text)
    assert not haltcheck.check(text).files[0].findings


def test_a_handler_that_waits_for_what_is_missing_does_not_end_a_circle() -> None:
    (finding,) = (
        haltcheck.check(ENDLESS["a chain of numbers with a mark of the end"]).files[0].findings
    )
    assert finding.code == "HC103"
