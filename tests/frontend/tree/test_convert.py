"""What the tree of ``ast`` becomes is what libcst makes of the same text, place by place."""

import pytest

from haltcheck.frontend import reading
from haltcheck.frontend.expression import Comprehension
from haltcheck.frontend.parse import parse
from haltcheck.frontend.reading import read_whole
from haltcheck.frontend.source import from_text
from haltcheck.frontend.statement import Assign
from haltcheck.frontend.syntax import Syntax
from haltcheck.frontend.tree.reader import ForeignError

TEXTS = {
    "parentheses": "x = ((a) + (b))[(c):(d), (e)](f)((g) for g in (h) if ((i)))\n",
    "clauses": "x = [ä for (ä), ö in ((ü)) if (ä) for b in ä if not (b)]; y = {a: b for a in b}\n",
    "code points": "x = 'äöü'; y = f('ß', é := 1).ñ[x]\n",
    "pieces": "x = ('a'  # one\n    'b' f'{c!r:>{d}}' 'e') + f'{g(lambda: h)=}'\n",
    "arguments": "f(*a, b=1, *c, **d, e=2)(x for x in y)\n",
    "targets": "(a), [b, *c] = d.e, = *f, g\ndel (a, b), c\ndel (d, e)\ni: 'A.B' = 2\n",
    "parameters": "def h(a: (int), /, b: 'B' = 1, *c: C, d=(2), **e) -> 'x' 'y':\n"
    "    yield (yield a)\n",
    "plain": "@a.b(c)\nasync def h(a, *, b: list[int]) -> None:\n    async with a as (b), c:\n"
    "        return [await d async for d in b]\n",
    "classes": "class C(B, *c, k=1, **d):\n    def m(self): return super().m(); pass\n    n = m\n",
    "attempts": "try:\n    pass\nexcept (A, B) as e:\n    raise X from (e)\n"
    "else:\n    a\nfinally: b;\n",
    "branches": "if a:\n    b\nelif (c):\n    d\nelse:\n    if e: f; g;\nassert (h), (i)\n",
    "names": "import a.b, c.d as e\nfrom ..f import (g as h, i,)\nfrom . import *\nglobal j\n",
    "matches": "match a:\n    case [b, *_] if (c): pass\n",
}


def _in_loop(text: str) -> str:
    inside = "".join(f"    {line}\n" for line in text.splitlines())
    return f"def f(a):\n    while a:\n        a = a.b\n{inside}" if "import *" not in text else ""


@pytest.mark.parametrize("name", TEXTS)
def test_tree_and_libcst_agree(name: str) -> None:
    for text in (f"for _ in x: pass\n{TEXTS[name]}", _in_loop(TEXTS[name])):
        source = from_text(text)
        assert isinstance(parse(source), Syntax)
        assert parse(source) == read_whole(source)


def test_a_comprehension_ends_where_its_bracket_does() -> None:
    found = parse(from_text("for _ in x:\n    y = [ä for ä in (z)]\n"))
    assert isinstance(found, Syntax)
    (statement,) = found.functions["<module>"].body[0].body
    assert isinstance(statement, Assign) and isinstance(statement.value, Comprehension)
    assert (statement.value.span.column, statement.value.span.end_column) == (9, 25)
    (clause,) = statement.value.clauses
    assert (clause.span.column, clause.span.end_column) == (12, 24)


def test_what_the_tree_leaves_open_is_read_by_libcst(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    convert = reading.convert_nodes

    def told_convert(nodes, reader):
        try:
            return convert(nodes, reader)
        except ForeignError as error:
            told.append(str(error))
            raise

    monkeypatch.setattr(reading, "convert_nodes", told_convert)
    parse(from_text(_in_loop(TEXTS["matches"])))
    parse(from_text(_in_loop(TEXTS["plain"])))
    assert told == ["Match"]
