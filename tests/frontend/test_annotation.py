"""Annotations are kept as they are written, whatever their blanks."""

import libcst as cst
import pytest

from haltcheck.frontend.annotation import spelling
from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import from_text
from haltcheck.frontend.syntax import Syntax

COMMON = [
    "int",
    "a.b.C",
    "'List[int]'",
    "dict[str, a.b[int]]",
    "Callable[[int, str], None]",
    "tuple[int, ...]",
    "int | None | 'C'",
]
ODD = [
    "a . b",
    "dict[str,int]",
    "dict[str, int,]",
    "(int)",
    "int|None",
    "f(x)",
    "x[1:2]",
    "tuple[*T]",
    "Callable[[], None]",
    "a[b][\n    c  # why\n]",
    "int if x else str",
]


@pytest.mark.parametrize("text", COMMON)
def test_common_annotations_are_spelled_as_written(text: str) -> None:
    assert spelling(cst.parse_expression(text)) == text


@pytest.mark.parametrize("text", [*COMMON, *ODD])
def test_the_text_of_an_annotation_is_kept(text: str) -> None:
    code = f"def f(x: {text}, y :{text} = 1) -> {text}:\n    while x: y = x\n"
    found = parse(from_text(code))
    assert isinstance(found, Syntax)
    function = found.functions["f"]
    told = text[1:-1] if text == "'List[int]'" else text
    assert [one.annotation for one in function.parameters] == [told, told]
    assert function.returns == told
    assert function.parameters[0].name == "x"
    assert function.span.end_column == len("    while x: y = x") + 1


def test_the_same_text_further_down_is_not_taken_for_the_annotation() -> None:
    found = parse(from_text("def f(x: a . b = a.b):\n    while a.b: pass\n"))
    assert isinstance(found, Syntax)
    (parameter,) = found.functions["f"].parameters
    assert parameter.annotation == "a . b"
    assert parameter.default is not None
    assert parameter.default.span.column == 18
