"""Telling inputs: each program is paired with one that halts and is left alone."""

import re

import pytest

from haltcheck.api import check
from haltcheck.model.certificate import Replay
from haltcheck.model.subject import LoopSubject
from haltcheck.simulation.candidate import blobs, changed, mappings, shorter_ones, streams, texts
from haltcheck.simulation.hint import hints
from haltcheck.simulation.hunt import hunt, wants
from haltcheck.simulation.sample import odd_characters, samples
from haltcheck.simulation.vocabulary import Words, vocabulary

ENDLESS = {
    "an unknown character": (
        "f",
        """
        import re
        WORD = re.compile(r"[^\\s;]+")
        def f(text):
            at, found = 0, []
            while at < len(text):
                m = WORD.match(text, at)
                if m is None:
                    continue
                found.append(m.group())
                at = m.end() + 1
            return found
        """,
        "m is None:\n                    continue",
        "m is None:\n                    break",
    ),
    "an opening bracket without a closing one": (
        "f",
        """
        def f(text):
            while "<<" in text:
                head, _, tail = text.partition("<<")
                inner, mark, rest = tail.partition(">>")
                if mark:
                    text = head + inner + rest
            return text
        """,
        "if mark:",
        "if True:",
    ),
    "a stream that ends": (
        "f",
        """
        def f(stream):
            while True:
                line = stream.readline()
                if line.startswith("end"):
                    return
        """,
        "if line.startswith",
        "if not line or line.startswith",
    ),
    "a length that leads back": (
        "f",
        """
        import struct
        def f(data):
            at = 0
            while at < len(data):
                (size,) = struct.unpack_from("<i", data, at)
                at += 8 + size
        """,
        "<i",
        "<I",
    ),
    "a value that refers to itself": (
        "Table.get",
        """
        import re
        NAME = re.compile(r"%\\((\\w+)\\)s")
        class Table:
            def __init__(self, values=None):
                self.values = values or {}
            def get(self, key):
                text = self.values.get(key, "")
                while NAME.search(text):
                    text = NAME.sub(lambda m: self.values.get(m.group(1), ""), text)
                return text
        """,
        "while NAME.search(text):",
        "for _ in range(9):",
    ),
    "an entry of a table that is empty": (
        "f",
        """
        MARKS = {"py": "#", "css": ""}
        def f(text, kind):
            mark = MARKS[kind]
            while text.startswith(mark):
                text = text[len(mark):]
            return text
        """,
        "while text.startswith(mark):",
        "while mark and text.startswith(mark):",
    ),
}


@pytest.mark.parametrize("name", ENDLESS)
def test_an_endless_run_is_found(program, name):
    qualname, text, wrong, right = ENDLESS[name]
    assert wrong in text
    (claim,) = hunt(program(text), qualname)
    assert isinstance(claim.certificate, Replay)
    assert claim.subject.qualname == qualname
    assert hunt(program(text.replace(wrong, right)), qualname) == ()


def test_the_same_program_is_hunted_alike(program):
    qualname, text, _, _ = ENDLESS["a length that leads back"]
    assert hunt(program(text), qualname) == hunt(program(text), qualname)


def _reported(text):
    (file,) = check(text).files
    return [(one.code, one.verdict.witness.event) for one in file.findings]


READER = """
class Reader:
    def __init__(self, source):
        self.source = source
        self.skip()
    def skip(self):
        piece = self.source.read(1)
        while int.from_bytes(piece, "big") == 0:
            piece = self.source.read(1)
"""


def test_what_a_stream_delivers_is_the_outside_worlds_doing():
    assert _reported(READER) == [("HC102", "end of file")]


def test_an_argument_is_the_callers_doing():
    text = """
    def f(data):
        at = 0
        while at < len(data):
            at += data[at]
    """
    assert [code for code, event in _reported(re.sub("(?m)^    ", "", text)) if not event] in (
        ["HC103"],
        [],
    )


def test_who_goes_on_with_a_bare_yield_may_change_something(program):
    made = program(
        """
        class Feed:
            def __init__(self):
                self.data = b""
            def line(self, most: int):
                while b"x" not in self.data:
                    yield
                return self.data[:most]
        """
    )
    assert hunt(made, "Feed.line") == ()


def test_hints_come_from_the_class_and_from_callees(program):
    made = program(
        """
        class A:
            def __init__(self, source, table, text):
                self.source = source
                self.table = table
                self.text = text.strip()
            def f(self, key):
                while self.source.read(1):
                    helper(self.text, self.table[key])
                return self.table.get("a")
        def helper(text, value):
            while text.startswith("x"):
                text = text[1:]
        """
    )
    found = hints(made, made.later.function("A.__init__") or made.functions["A.__init__"])
    assert found["source"][0] == "stream"
    assert found["table"][0] == "dict"
    assert found["text"][0] == "str"


def test_words_are_those_of_the_function_its_callees_and_its_module(program):
    made = program(
        """
        import re
        PATTERN = re.compile(r"<(\\w+)>")
        TABLE = {"key": 3}
        def f(text):
            while text:
                text = g(PATTERN.sub("", text))
            return TABLE
        def g(text):
            return text.replace("needle", b"blob" and "")
        """
    )
    words = vocabulary(made, made.functions["f"])
    assert {"key", "needle"} <= set(words.texts)
    assert 3 in words.ints
    assert "<a>" in words.matched


PATTERNS = [r"\d+", "a|bc", r"[^x]y", r"(?:ab)*c", r"\{\{\s*(\w+)\s*\}\}", "x{2,3}", "", r"a\Z"]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_samples_match(pattern):
    found = samples(pattern)
    assert found
    assert any(re.search(pattern, text) for text in found)


def test_a_broken_pattern_has_no_samples():
    assert samples("(") == ()
    assert odd_characters("[a;]y") == ("a", ";")


def test_candidates_are_made_of_what_the_code_speaks_of():
    words = Words()
    for value in ("{{", "}}", "key", b"MAGI", 7):
        words.note(value)
    words.note_pattern(r"\$\{(\w+)\}")
    assert {"{{", "a{{", "", "%"} <= set(texts(words))
    assert b"MAGI" + bytes(32) in blobs(words)
    assert {"a": "${a}"} in mappings(words)
    assert any(one.content == b"" for one in streams(words))
    assert "ab;" in changed("ab", _with_characters(";"))
    assert shorter_ones(b"abc") == [b"", b"a", b"ab"]


def _with_characters(characters):
    words = Words()
    words.characters.update(dict.fromkeys(characters))
    return words


def test_only_what_may_go_on_is_hunted(program):
    made = program("def f(xs):\n    for x in xs:\n        pass\n    while xs:\n        pass\n")
    kinds = {loop.kind: loop.id for loop in made.functions["f"].loops}
    assert wants(made, LoopSubject("f", kinds["while"]))
    assert not wants(made, LoopSubject("f", kinds["for"]))


@pytest.mark.parametrize(
    ("compared", "kinds"),
    [
        ('if c == b"":\n            return', {bytes}),
        ('if c in ("", "x"):\n            return', {str}),
        ('if c == b"" or mode == "r":\n            return', {bytes}),
        ("if not c:\n            return", {bytes, str}),
    ],
)
def test_a_stream_is_of_the_kind_that_it_is_compared_with(program, compared, kinds):
    head = "def f(stream, mode):\n    while True:\n        c = stream.read(1)\n"
    made = program(f"{head}        {compared}\n")
    found = streams(vocabulary(made, made.functions["f"]))
    assert {type(one.content) for one in found} == kinds
    assert not hunt(made, "f")
