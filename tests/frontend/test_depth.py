"""Deep text is read or refused; no shape and no size kills the process."""

import subprocess
import sys
from collections.abc import Callable

import pytest

from haltcheck.frontend.depth import DEEPEST, SHALLOW, depth
from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import from_text
from haltcheck.frontend.syntax import Syntax, Unreadable

# What is wide and not deep is read in full, so its size is a matter of time alone.
WIDE = 3_000

SHAPES: dict[str, Callable[[int], str]] = {
    "parentheses": lambda n: "x = " + "(" * n + "1" + ")" * n,
    "displays": lambda n: "x = " + "[" * n + "]" * n,
    "dicts": lambda n: "x = " + "{1: " * n + "1" + "}" * n,
    "sums": lambda n: "x = " + " + ".join(["a"] * n),
    "powers": lambda n: "x = " + " ** ".join(["a"] * n),
    "ands": lambda n: "x = " + " and ".join(["a"] * n),
    "comparisons": lambda n: "x = " + " < ".join(["a"] * n),
    "nots": lambda n: "x = " + "not " * n + "a",
    "minuses": lambda n: "x = " + "-" * n + "a",
    "attributes": lambda n: "x = a" + ".b" * n,
    "calls": lambda n: "x = a" + "()" * n,
    "trailers": lambda n: "x = a" + ".b(1)[2]" * n,
    "nested calls": lambda n: "x = " + "f(" * n + ")" * n,
    "conditionals": lambda n: "x = " + "a if b else " * n + "c",
    "lambdas": lambda n: "x = " + "lambda: " * n + "0",
    "strings": lambda n: "x = (" + " ".join(["'a'"] * n) + ")",
    "f-strings": lambda n: "x = " + "f'{" * n + "1" + "}'" * n,
    "specs": lambda n: "x = f'" + "{a:" * n + "}" * n + "'",
    "comprehensions": lambda n: "x = " + "[a for a in " * n + "b" + "]" * n,
    "clauses": lambda n: "x = [a " + "for a in b " * n + "]",
    "walruses": lambda n: "x = " + "(a := " * n + "1" + ")" * n,
    "elifs": lambda n: "if a:\n  b\n" + "elif a:\n  b\n" * n,
    "elses": lambda n: "".join(f"{' ' * i}if a: b\n{' ' * i}else:\n" for i in range(min(n, 2000))),
    "blocks": lambda n: "".join(f"{' ' * i}if a:\n" for i in range(min(n, 2000))) + " " * n + "b",
    "decorators": lambda n: "@a\n" * min(n, WIDE) + "def f(): pass",
    "assignments": lambda n: "a = " * n + "1",
    "imports": lambda n: "import " + ".".join(["a"] * n),
    "either patterns": lambda n: "match a:\n case " + "|".join(["1"] * n) + ": pass",
    "unclosed": lambda n: "x = " + "(" * n,
    "unopened": lambda n: ")" * n,
    "statements": lambda n: "a;" * min(n, WIDE) + "a",
    "items": lambda n: "x = [" + "-a," * min(n, WIDE) + "]",
    "annotations": lambda n: "x: " + "a[" * n + "b" + "]" * n + " = 1",
    "mixture": lambda n: "x = " + "-(~" * n + "a" + ")" * n,
}

SCRIPT = """
import sys
sys.path.insert(0, {tests!r})
from test_depth import SHAPES
from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import from_text
for name, shape in SHAPES.items():
    for loop in ("", "for i in j: pass\\n"):
        result = parse(from_text(loop + shape({size}) + "\\n"))
        assert type(result).__name__ in ("Syntax", "Unreadable"), name
print("alive")
"""


@pytest.mark.parametrize("size", [100, 1_000, 10_000, 100_000])
def test_every_shape_of_every_size_leaves_the_process_alive(size: int) -> None:
    tests = __file__.rpartition("/")[0]
    script = SCRIPT.format(tests=tests, size=size)
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=300, check=False
    )
    assert done.stdout.strip() == "alive", done.stderr[-2000:]


@pytest.mark.parametrize("name", ["sums", "elifs", "calls", "conditionals", "nots"])
def test_a_deep_function_becomes_a_gap_and_the_others_are_read(name: str) -> None:
    inner = SHAPES[name](200).replace("\n", "\n    ")
    text = f"def deep():\n    while a: pass\n    {inner}\n\ndef flat():\n    while a: pass\n"
    syntax = parse(from_text(text))
    assert isinstance(syntax, Syntax)
    assert [gap.why for gap in syntax.gaps] == ["nested too deep"]
    assert len(syntax.functions["flat"].body) == 1


def test_what_people_write_is_shallow() -> None:
    text = "x = [" + "(1, -2, 'a' 'b', f(g(h(i)))),\n" * 10_000 + "]\n"
    assert depth(text) < SHALLOW


def test_brackets_in_strings_and_comments_do_not_count() -> None:
    assert depth("x = '" + "(" * 5_000 + "'\n# " + "[" * 5_000 + "\n") < SHALLOW
    assert depth('x = """\n' + "(" * 5_000 + '\n"""\n') < SHALLOW


def test_too_deep_is_said_in_words() -> None:
    result = parse(from_text("x = " + "(" * 100_000))
    assert isinstance(result, Unreadable)
    assert "nested too deep" in result.why
    assert depth("x = " + "(" * 100_000) > DEEPEST
