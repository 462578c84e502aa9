"""Questions page after page that get empty answers, and twins that see them."""

import pytest

from haltcheck.api import check

PAIRS = {
    "the break stands where there are rows": (
        """
import requests

def rows(url):
    page = 0
    out = []
    while True:
        page += 1
        found = requests.get(url, params={"page": page}).json()
        if len(found) > 0:
            for row in found:
                out.append(row)
            else:
                break
    return out
""",
        """
import requests

def rows(url):
    page = 0
    out = []
    while True:
        page += 1
        found = requests.get(url, params={"page": page}).json()
        if len(found) > 0:
            for row in found:
                out.append(row)
        else:
            break
    return out
""",
    ),
    "so many are wanted": (
        """
def rows(client, total):
    offset = 0
    out = []
    while offset < total:
        found = client.list(offset=offset, limit=100)
        out.extend(found)
        offset += len(found)
    return out
""",
        """
def rows(client, total):
    offset = 0
    out = []
    while offset < total:
        found = client.list(offset=offset, limit=100)
        if not found:
            break
        out.extend(found)
        offset += len(found)
    return out
""",
    ),
    "items are counted": (
        """
def items(client, wanted):
    out = []
    start = 0
    while len(out) < wanted:
        for one in client.search("x", start=start):
            out.append(one)
        start += 50
    return out
""",
        """
def items(client, wanted):
    out = []
    for start in range(0, wanted, 50):
        for one in client.search("x", start=start):
            out.append(one)
    return out
""",
    ),
    "the question is put together elsewhere": (
        """
from shop.web import Client

class Query:
    def __init__(self):
        self.params = {}

    def where(self, **wanted):
        for key, value in wanted.items():
            self.params[key] = value
        return self

    def first(self):
        page = 0
        while True:
            page = page + 1
            self.where(page=page)
            answer = Client.get("/x", self.params)["items"]
            if answer:
                return answer[0]
""",
        """
from shop.web import Client

class Query:
    def __init__(self):
        self.params = {}

    def where(self, **wanted):
        for key, value in wanted.items():
            self.params[key] = value
        return self

    def first(self):
        page = 0
        while True:
            page = page + 1
            self.where(page=page)
            answer = Client.get("/x", self.params)["items"]
            if not answer:
                return None
            if answer[0]:
                return answer[0]
""",
    ),
}


def _found(text, code="HC102"):
    (file,) = check(text).files
    return [one for one in file.findings if one.code == code]


@pytest.mark.parametrize("name", PAIRS)
def test_who_asks_for_more_sees_that_there_is_nothing(name):
    stays, ends = PAIRS[name]
    assert len(_found(stays)) == 1
    assert _found(ends) == []


LAST = """
def rows(client):
    page = 0
    while True:
        data = client.get_page("x", {{"page": page}})
        for one in data["rows"]:
            yield one
        if {test}:
            break
        page += 1
"""


@pytest.mark.parametrize(
    ("test", "count"),
    [
        ("data.get('last', True)", 0),
        ("data['is_last']", 0),
        ("data.done", 0),
        ("data.get('first', False)", 1),
        ("data['first']", 1),
    ],
)
def test_an_empty_answer_may_tell_that_it_is_the_last(test, count):
    assert len(_found(LAST.format(test=test))) == count
