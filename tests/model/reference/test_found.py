"""Walks by way of parsers, caches, containers and queues, and what may remember there."""

import pytest

from haltcheck.model.reference.link import Ends, LinkBack
from tests.model.reference.test_link import found

PARSED = """
from configparser import ConfigParser

class Themes:
    def _parsed(self, path):
        parser = ConfigParser()
        with open(path) as stream:
            parser.read_file(stream)
        return {{name: dict(parser.items(name)) for name in parser.sections()}}

    def colours(self, path{parameter}):
        {test}
        own = self._parsed(path)
        found = {{}}
        for other in own["theme"]["on"].split(","):
            found.update(self.colours(other{argument}))
        return found
"""
KEPT = """
class Drawing:
    def shape(self, number):
        if number not in self.cache:
            self.cache[number] = self.blocks.get(number)
        return self.cache[number]

    def parts(self, shape{parameter}):
        {test}
        for number in shape.parts:
            yield from self.parts(self.shape(number){argument})
"""
INDEXED = """
class Units:
    def fill(self, lines):
        for line in lines:
            name, kind, rest = line.split(":")
            self.index[name] = (kind, rest)

    def value(self, name{parameter}):
        {test}
        kind, rest = self.index[name]
        return self.other(rest{argument}) if kind == "=" else float(rest)

    def other(self, rest{parameter}):
        return 2 * self.value(rest.strip(){argument})
"""
TESTED = {
    "parameter": ", on=()",
    "argument": ", (*on, {})",
    "test": "if {} in on: raise ValueError",
}
PLAIN = {"parameter": "", "argument": "", "test": "pass"}
ENDLESS = {
    name: text.format(**PLAIN) for name, text in (("a", PARSED), ("b", KEPT), ("c", INDEXED))
}


def guarded(text: str, name: str) -> str:
    return text.format(**{key: part.format(name) for key, part in TESTED.items()})


FINITE = {
    "parsed": guarded(PARSED, "path"),
    "kept": guarded(KEPT, "shape"),
    "indexed": INDEXED.format(
        parameter=", depth=0",
        argument=", depth + 1",
        test="assert depth < 9",
    ),
}

CRAWL = """
import requests

class Crawl:
    def __init__(self, host):
        self.host = host
        self.pages = []
        self.noted = set()

    def _inside(self, link):
        {inside}

    def _links(self, link):
        page = requests.get(link)
        return [one["href"] for one in page.json()["links"]]

    def run(self, start):
        todo = [start]
        while todo:
            link = todo.pop()
            {taken}
            for other in self._links(link):
                if self._inside(other):
                    todo.append(other)
"""
ENDLESS["a method that is asked and forgets"] = CRAWL.format(
    inside="return link.startswith(self.host)", taken="self.pages.append(link)"
)
FINITE["a method that remembers"] = CRAWL.format(
    inside="""known = link in self.noted
        self.noted.add(link)
        return not known""",
    taken="self.pages.append(link)",
)
FINITE["a list of all that was taken"] = CRAWL.format(
    inside="return link.startswith(self.host)",
    taken="""if link in self.pages:
                continue
            self.pages.append(link)""",
)
FINITE["a method that refuses what is noted"] = CRAWL.format(
    inside="""if link in self.noted:
            raise ValueError(link)
        return True""",
    taken="self.noted.add(link)",
)

QUEUE = """
class Jobs:
    def run(self):
        while {asks}:
            job = self.waiting.get()
            record = self.table.fetch(job)
            for other in record["then"]:
                {test}
                self.waiting.put(other)
"""
ENDLESS["a queue of its own"] = QUEUE.format(asks="not self.waiting.empty()", test="pass")
FINITE["a worker that waits"] = QUEUE.format(asks="not self.stopped", test="pass")
FINITE["a queue and what was put"] = QUEUE.format(
    asks="not self.waiting.empty()",
    test="""if other in self.known: continue
                self.known.add(other)""",
)
ENDLESS["what is found is an object"] = """
def needed(shelf, name):
    todo, found = [name], []
    while todo:
        package = shelf.find(todo.pop())
        found.append(package)
        todo.extend(package.needs)
    return found
"""
ENDLESS["a text that is longer than another"] = """
PREFIX = "{space}"

def entries(site, start):
    todo, found = [start], []
    while todo:
        page = site.fetch(todo.pop())
        if page.tag == PREFIX + "index":
            for entry in page.iter(PREFIX + "entry"):
                todo.append(entry.text)
        else:
            found.append(page)
    return found
"""
FINITE["a level that is compared one further"] = """
def walk(tree):
    todo = [(tree, 0)]
    while todo:
        node, level = todo.pop()
        for kid in node["/Kids"].get_object():
            if level + 1 == 100:
                raise ValueError
            todo.append((kid, level + 1))
"""
FINITE["files that are made and asked for"] = """
import os

def build(names):
    made = []
    for name in names:
        target = fetch_target(name)
        if os.path.exists(target):
            continue
        with open(target, "w") as stream:
            stream.write(name)
        made.append(target)
    if made:
        build(made)
"""


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS.keys())
def test_what_leads_back(text: str) -> None:
    assert any(isinstance(one, LinkBack) for one in found(text)), found(text)


@pytest.mark.parametrize("text", FINITE.values(), ids=FINITE.keys())
def test_what_remembers(text: str) -> None:
    told = found(text)
    assert told and all(isinstance(one, Ends) for one in told), told
