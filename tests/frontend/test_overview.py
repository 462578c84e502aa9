"""What is remembered of a text changes nothing of what is read."""

from haltcheck.frontend.overview import kept
from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import from_text
from haltcheck.frontend.syntax import Syntax

TEXT = "LIMIT = 7\n\ndef f(n):\n    while n < LIMIT:\n        n += 1\n\ndef g():\n    pass\n"


def test_a_text_is_tabulated_once() -> None:
    first = parse(from_text(TEXT))
    seen = kept(from_text(TEXT, "elsewhere.py"))
    assert seen is not None
    second = parse(from_text(TEXT, "elsewhere.py"))
    assert isinstance(first, Syntax)
    assert isinstance(second, Syntax)
    assert first == second
    assert first.contents is second.contents is seen.table.contents


def test_piece_by_piece_the_same_is_read() -> None:
    whole, pieces = parse(from_text(TEXT)), parse(from_text(TEXT), piecemeal=True)
    assert isinstance(whole, Syntax)
    assert isinstance(pieces, Syntax)
    assert dict(pieces.functions) == whole.functions
    assert pieces.constants == whole.constants == {"LIMIT": 7}


def test_what_nests_deep_or_is_no_python_is_not_remembered() -> None:
    deep, broken = from_text(f"x = {'(' * 70}1{')' * 70}\n"), from_text("def f(:\n")
    parse(deep)
    parse(broken)
    assert kept(deep) is None
    assert kept(broken) is None


def test_only_the_last_few_are_remembered() -> None:
    parse(from_text(TEXT))
    for number in range(70):
        parse(from_text(f"x = {number}\n"))
    assert kept(from_text(TEXT)) is None
