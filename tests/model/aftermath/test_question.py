"""Questions that are asked again and get the same answer, and names that are all the same."""

import pytest

from haltcheck.api import check

HEAD = """
import itertools
import os
import time

"""

TWINS = {
    "HC102: an empty page is asked for again": (
        """
def rows(fetch):
    mark = None
    for number in itertools.count(1):
        page = fetch(mark)
        if not page["rows"] and page["more"]:
            continue
        yield from page["rows"]
        mark = page["more"]
        if not mark:
            return
""",
        """
def rows(fetch):
    mark = None
    for number in itertools.count(1):
        page = fetch(mark)
        mark = page["more"]
        if not page["rows"] and mark:
            continue
        yield from page["rows"]
        if not mark:
            return
""",
    ),
    "HC102: a batch with an error is asked for again": (
        """
def found(api, step=100):
    offset, hits = 0, []
    while True:
        batch = api.search(offset=offset, limit=step)
        if batch.error:
            continue
        hits += batch.hits
        offset += step
        if offset >= batch.total:
            return hits
""",
        """
def found(api, step=100):
    offset, hits = 0, []
    while True:
        batch = api.search(offset=offset, limit=step)
        if batch.error:
            raise RuntimeError(batch.error)
        hits += batch.hits
        offset += step
        if offset >= batch.total:
            return hits
""",
    ),
    "HC103: no number in the names": (
        """
class Saver:
    def __init__(self, folder, template="picture-{index}.png"):
        self.folder = folder
        self.template = template

    def free(self):
        for name in (self.template.format(index=n) for n in itertools.count()):
            path = os.path.join(self.folder, name)
            if not os.path.exists(path):
                return path
""",
        """
class Saver:
    def __init__(self, folder, template="picture-{index}.png"):
        if "{index}" not in template:
            raise ValueError(template)
        self.folder = folder
        self.template = template

    def free(self):
        for name in (self.template.format(index=n) for n in itertools.count()):
            path = os.path.join(self.folder, name)
            if not os.path.exists(path):
                return path
""",
    ),
    "HC103: the same label again": (
        """
def label(taken, pattern):
    number = 1
    while True:
        name = pattern.format(number)
        if name not in taken:
            return name
        number += 1
""",
        """
def label(taken, pattern):
    number = 1
    while True:
        name = "{}-{}".format(pattern, number)
        if name not in taken:
            return name
        number += 1
""",
    ),
}

QUIET = {
    "a service that waits for news": """
def listen(bot):
    offset = 0
    while True:
        news = bot.news(offset)
        if not news:
            continue
        for one in news:
            print(one)
        offset = news[-1].id + 1
""",
    "who waits before asking again": """
def found(api):
    offset = 0
    while True:
        batch = api.search(offset=offset)
        if batch.busy:
            time.sleep(1)
            continue
        offset += len(batch.hits)
        if offset >= batch.total:
            return offset
""",
    "what is waited for": """
def wait(api, job):
    while True:
        state = api.status(job)
        if state == "done":
            return
""",
    "a person is asked again": """
def agreed(text, default):
    answer = ""
    while True:
        answer = input(text + default)
        if answer in ("y", "n"):
            return answer
        text = answer or text
""",
    "columns of a table": """
def columns(line):
    found, end = [], 0
    while True:
        begin = line.find("=", end)
        end = line.find(" ", begin)
        if begin < 0:
            return found
        if end < 0:
            end = len(line)
        found.append((begin, end))
""",
    "a pattern that is put in order": """
def label(taken, pattern):
    if "{" not in pattern:
        pattern += "{}"
    for number in itertools.count(1):
        name = pattern.format(number)
        if name not in taken:
            return name
""",
}


def _found(text: str) -> list[str]:
    return [one.code for one in check(HEAD + text).files[0].findings]


@pytest.mark.parametrize("name", sorted(TWINS))
def test_what_comes_again_is_told(name: str) -> None:
    assert _found(TWINS[name][0]) == [name.partition(":")[0]]


@pytest.mark.parametrize("name", sorted(TWINS))
def test_its_twin_moves_on(name: str) -> None:
    assert _found(TWINS[name][1]) == []


@pytest.mark.parametrize("name", sorted(QUIET))
def test_what_is_not_told(name: str) -> None:
    assert _found(QUIET[name]) == []
