import sys
import threading

import libcst as cst
import pytest

from haltcheck.frontend.swift import parse_module

TEXTS = [
    "",
    "x = 1  # why\n\n\nif x:\n    pass\n",
    "@a.b(c, *d, e=f, **g)\nasync def f(x: int, /, y=1, *z, w, **v) -> None:\n    await x\n",
    "class C(D, metaclass=E):\n\tdef m(self): return [i for i in self if i], {**a}, {1, 2}\n",
    "with (open(a) as b, c):\n    lambda q: q if q else not q\n",
    "match x:\n    case [1, *_] | {'a': B(c, d=e)} if f: y = f'{x!r:>{w}}' 'z'\n",
    "try:\n    del a[1:2, ::3]\nexcept (A, B) as e:\n    raise C from e\nfinally:\n    a += 1\n",
]


@pytest.mark.parametrize("text", TEXTS)
def test_the_tree_is_that_of_libcst_down_to_the_last_field(text: str) -> None:
    ours, theirs = parse_module(text), cst.parse_module(text)
    assert ours.deep_equals(theirs)
    assert ours.code == text
    assert _kinds(ours) == _kinds(theirs)


def _kinds(node: cst.CSTNode) -> list[object]:
    return [type(node), *(_kinds(child) for child in node.children)]


def test_libcst_stands_in_its_place_again_whatever_happens() -> None:
    parse_module("x = 1\n")
    assert sys.modules["libcst"] is cst
    with pytest.raises(cst.ParserSyntaxError):
        parse_module("x = (\n")
    assert sys.modules["libcst"] is cst


def test_beside_another_thread_libcst_stays_where_it_is() -> None:
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    beside = _blank("a  =  b\n"), _blank("a  =  b\n")
    done.set()
    other.join()
    assert beside[0] is not beside[1]
    assert _blank("a  =  b\n") is _blank("a  =  b\n")


def _blank(text: str) -> object:
    line = parse_module(text).body[0]
    assert isinstance(line, cst.SimpleStatementLine)
    assert isinstance(line.body[0], cst.Assign)
    return line.body[0].targets[0].whitespace_after_equal
