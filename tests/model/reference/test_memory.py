"""Entries that are removed on the way: they end a walk only where it would miss them."""

from haltcheck.api import check

HEAD = """
class Writer:
    def __init__(self):
        self.cached = {}
        self.table = {}

    def load(self, ref):
        found = self.parse(ref)
        self.cached[ref] = found
        return found
"""

ENDLESS = """
    def clean(self, doomed):
        for ref in doomed:
            while ref:
                node = self.cached[ref]
                if ref.number in self.table:
                    del self.table[ref.number]
                ref = node.get(b"Parent", None)
"""

REPAIRED = """
    def marked(self, doomed):
        for ref in doomed:
            seen = []
            while ref and ref not in seen:
                seen.append(ref)
                node = self.cached[ref]
                if ref.number in self.table:
                    del self.table[ref.number]
                ref = node.get(b"Parent", None)

    def once(self, ref):
        while ref:
            node = self.cached[ref]
            if ref.number not in self.table:
                break
            del self.table[ref.number]
            ref = node.get(b"Parent", None)

    def hard(self, ref):
        while ref:
            node = self.cached[ref]
            del self.table[ref.number]
            ref = node.get(b"Parent", None)

    def emptied(self, ref):
        while ref:
            node = self.cached[ref]
            if ref in self.cached:
                del self.cached[ref]
            ref = node.get(b"Parent", None)
"""


def _found(text: str) -> list[str]:
    (report,) = check(text).files
    assert report.fault is None
    return [one.function for one in report.findings]


def test_an_entry_that_is_removed_if_it_is_there_remembers_nothing() -> None:
    assert _found(HEAD + ENDLESS) == ["Writer.clean"]


def test_an_entry_that_the_walk_would_miss_ends_it() -> None:
    assert not _found(HEAD + REPAIRED)


LIST_OF_ITS_OWN = """
class Node:
    def __init__(self, key, after):
        self.key = key
        self.after = after


class Recent:
    def __init__(self):
        self._cache = {}
        self.first = None

    def put(self, key):
        node = self._cache.get(key)
        if node is None:
            node = Node(key, self.first)
            self._cache[key] = node
        self.first = node

    def walk(self):
        node = self.first
        while node is not None:
            yield node
            node = self._cache[node.after]
"""


def test_a_cache_of_nodes_that_the_code_makes_is_its_own_list() -> None:
    assert not _found(LIST_OF_ITS_OWN)


GIVEN_BACK = """
def holders(table, name, exclude=None):
    found = set()
    if name in table:
        for other in table[name]:
            if other == exclude:
                continue
            found.add(other)
            more = holders(table, other, exclude=name)
            more.discard(name)
            found.update(more)
    return found
"""


def test_what_is_removed_from_what_the_walk_gave_back_ends_no_walk() -> None:
    assert _found(GIVEN_BACK) == ["holders"]


def test_what_is_removed_before_the_walk_goes_on_may_end_it() -> None:
    removed = GIVEN_BACK.replace("found = set()", "found = set()\n    open_names.discard(name)")
    asked = removed.replace("if name in table", "if name in open_names")
    handed = asked.replace("exclude=None", "open_names").replace("exclude=name", "open_names")
    assert not _found(handed.replace("if other == exclude", "if other not in open_names"))


def test_what_an_earlier_call_gave_back_may_end_it() -> None:
    earlier = GIVEN_BACK.replace(
        "more = holders(table, other, exclude=name)", "more = left(table)"
    ).replace("found.update(more)", "found.update(holders(more, other, exclude=name))")
    assert not _found(earlier)
