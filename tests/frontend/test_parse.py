"""A file is read the same by both ways, and never raises."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from haltcheck.frontend.expression import Constant, Unmodelled
from haltcheck.frontend.parse import parse
from haltcheck.frontend.reading import read_whole
from haltcheck.frontend.source import Source, decode, from_text
from haltcheck.frontend.statement import Assign, Define, DefineClass, Leave, Skip
from haltcheck.frontend.syntax import Syntax, Unreadable

FOLDER = Path(__file__).parent / "snippets"
SNIPPETS = {path.stem: path.read_text("utf-8") for path in sorted(FOLDER.glob("*.txt"))}


def read(text: str) -> Syntax:
    found = parse(from_text(text))
    assert isinstance(found, Syntax), found
    return found


def known_to_both(syntax: Syntax | Unreadable) -> Syntax | Unreadable:
    """Without what only ``ast`` tells: what runs unseen, and under other names."""
    assert isinstance(syntax, Syntax)
    contents = replace(syntax.contents, growing=frozenset(), unseen={}, readers={}, odd=frozenset())
    return replace(syntax, contents=contents)


@pytest.mark.parametrize("name", SNIPPETS)
def test_libcst_alone_gives_the_same_as_with_ast(name: str) -> None:
    source = from_text(SNIPPETS[name])
    assert known_to_both(parse(source)) == read_whole(source)


@pytest.mark.parametrize("name", ["bisect", "heapq", "shlex", "types", "graphlib", "fnmatch"])
def test_so_it_is_on_the_standard_library(name: str) -> None:
    module = __import__(name)
    with open(module.__file__, "rb") as file:
        source = decode(file.read(), module.__file__)
    assert isinstance(source, Source)
    assert known_to_both(parse(source)) == read_whole(source)


def test_what_loops_recurs_or_is_called_is_read() -> None:
    names = set(read(SNIPPETS["recursion"]).functions)
    special = {"T.__eq__", "T.__getattr__"}
    lambdas = {"<lambda>", "<module>"}
    assert names == special | lambdas | {"T.depth", "even", "odd", "helper", "loop"}


def test_the_module_body_is_read_where_it_loops_and_the_rest_is_left_out() -> None:
    syntax = read(SNIPPETS["module"])
    assert "<module>" in syntax.functions
    assert "C.h" not in syntax.functions
    body = read("for i in j: pass\ndef f():\n    return 1\n").functions["<module>"].body
    assert isinstance(body[1], Define)
    assert isinstance(body[1].function.body[0], Skip)


def test_constants_are_bound_once_to_a_literal() -> None:
    text = (
        "A = 1\nB: int = -2\nC = 'a' 'b'; D = b''\nE = 1\nE = 2\nG = 3\nH = I = True\nJ = [1]\n"
        "L = None\n"
        "def f():\n    global G\n    G = 1\n    while A: B, C, D, E, G, H, I, J\n"
    )
    expected = {"A": 1, "B": -2, "C": "ab", "D": b"", "H": True, "I": True}
    assert read(text).constants == expected


def test_an_import_of_everything_may_rebind_what_stands_before() -> None:
    text = "A = 1\nfrom x import *\nB = 2\ndef f():\n    while A: B\n"
    assert read(text).constants == {"B": 2}


def test_two_functions_of_one_name_are_told_apart() -> None:
    text = (
        "def f(): return f()\ndef f(): return [x for x in y]\nclass C:\n  def f(self): self.f()\n"
    )
    assert list(read(text).functions) == ["f", "f#2", "C.f"]


def test_newer_syntax_than_the_running_python_is_read() -> None:
    text = (
        "type X[T] = list[T]\ndef f[T: int](a: T) -> T:\n    while a: T\n"
        "class C[*Ts]:\n    def m(self):\n        return t'{self.m()}'\n"
    )
    syntax = read(text)
    assert list(syntax.functions) == ["f", "C.m"]
    assert {gap.construct for gap in syntax.gaps} == {"type parameter", "template string"}


def test_a_huge_number_is_a_gap() -> None:
    found = read(f"def f():\n    while 1: x = {'9' * 5000}\n")
    assert [gap.construct for gap in found.gaps] == ["number"]


def test_a_syntax_error_is_placed() -> None:
    found = parse(from_text("x = 1\nif x\n  y\n"))
    assert isinstance(found, Unreadable)
    assert found.span.line == 2


def test_literals_have_their_values() -> None:
    values = {
        "1_000": 1000, "0xfF": 255, "1.5e3": 1500.0, "2j": 2j, "'a\\n' \"b\"": "a\nb",
        "b'\\x00a'": b"\0a", "r'\\n'": "\\n", "'''a\nb'''": "a\nb", "None": None, "True": True,
        "u'é'": "é", "Rb'\\d'": b"\\d", "00": 0, "'\\N{DASH}'": None,
    }  # fmt: skip
    for text, value in values.items():
        function = read(f"while 1:\n    x = {text}\n").functions["<module>"]
        loop = function.body[0]
        statement = loop.body[0]  # type: ignore[union-attr]
        assert isinstance(statement, Assign)
        found = statement.value
        if "DASH" in text:
            assert isinstance(found, Unmodelled)
        else:
            assert isinstance(found, Constant)
            assert (found.value, type(found.value)) == (value, type(value))


def test_assert_raises() -> None:
    function = read("def f(n):\n    while n: pass\n    assert n, 'm'\n").functions["f"]
    branch = function.body[1]
    leave = branch.body[0]  # type: ignore[union-attr]
    assert isinstance(leave, Leave)
    assert leave.kind == "raise"


def test_a_class_keeps_its_methods() -> None:
    body = read("for i in j: pass\nclass C(B):\n    def m(self): self.m()\n").functions["<module>"]
    found = body.body[1]
    assert isinstance(found, DefineClass)
    assert isinstance(found.body[0], Define)


@given(st.binary(max_size=200))
def test_no_bytes_raise(data: bytes) -> None:
    source = decode(data, "a.py")
    if isinstance(source, Source):
        assert isinstance(parse(source), Syntax | Unreadable)


TOKENS = """x y f ( ) [ ] { } : , . = == + - * ** not and if else elif for in while def class lambda
    return yield await async with as try except finally match case type import from global 1
    'a' f'{x}' t'{x}' @ := -> ... # ; é True 0777 1if"""
WORDS = st.sampled_from([*TOKENS.split(), '"""', "\\", "\n", "\t", "\x0c", "\r", " "])


@settings(max_examples=300)
@given(st.lists(WORDS, max_size=40), st.sampled_from(["", " "]))
def test_no_heap_of_tokens_raises(words: list[str], gap: str) -> None:
    assert isinstance(parse(from_text(gap.join(words))), Syntax | Unreadable)


@given(st.text(max_size=60))
def test_no_text_raises(text: str) -> None:
    assert isinstance(parse(from_text("while x:\n    " + text)), Syntax | Unreadable)


def test_many_classes_of_one_name_cost_no_more_than_others() -> None:
    one = "class A(B):\n    def m(self): return super().m() + A.m(self)\nclass B(A):\n    m = 1\n"
    found = read(one * 300)
    assert len(found.contents.classes) == 600
