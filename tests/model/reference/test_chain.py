"""Pages whose answers name the next one, and twins that remember or count."""

import pytest

from haltcheck.api import check

FOLLOWS = {
    "a field of the question": """
def rows(session, path):
    params = {"limit": 100}
    out = []
    while True:
        answer = session.get(path, params=params).json()
        out.extend(answer["rows"])
        if not answer.get("next"):
            break
        params["cursor"] = answer["next"]
    return out
""",
    "items are given on the way": """
class Service:
    def rows(self, path):
        cursor = None
        while True:
            answer = self.client.get(path, params={"cursor": cursor})
            yield from answer["rows"]
            cursor = answer["next_cursor"]
            if not cursor:
                break
""",
}

ENDS = {
    "the pages are remembered": """
def rows(session, path):
    params = {"limit": 100}
    out = []
    seen = set()
    while True:
        answer = session.get(path, params=params).json()
        out.extend(answer["rows"])
        if not answer.get("next") or answer["next"] in seen:
            break
        seen.add(answer["next"])
        params["cursor"] = answer["next"]
    return out
""",
    "the pages are counted": """
def rows(session, path):
    params = {"limit": 100, "page": 0}
    while True:
        answer = session.get(path, params=params).json()
        yield from answer["rows"]
        params["page"] = params["page"] + 1
        if not answer["more"]:
            break
""",
}


def _found(text):
    (file,) = check(text).files
    return [one.code for one in file.findings]


@pytest.mark.parametrize("name", FOLLOWS)
def test_an_answer_may_name_a_page_again(name):
    assert _found(FOLLOWS[name]) == ["HC103"]


@pytest.mark.parametrize("name", ENDS)
def test_who_remembers_or_counts_comes_to_an_end(name):
    assert _found(ENDS[name]) == []
