"""Scopes follow Python's own symbol table."""

import symtable
from pathlib import Path

import pytest

from haltcheck.frontend.expression import Scope
from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import from_text
from haltcheck.frontend.syntax import Syntax


def scopes(text: str) -> dict[str, Scope]:
    syntax = parse(from_text("while 0: pass\n" + text))
    assert isinstance(syntax, Syntax)
    return {name: function.scope for name, function in syntax.functions.items()}


TEXT = """
def outer(a, b=1, *c, **d):
    import os.path, sys as s
    x = y = 0
    total: int
    for i, (j, *k) in a:
        with b as w: del w
    try: pass
    except E as e: pass
    def inner():
        nonlocal x
        x = y + G
        return [q for q in a if (z := q)]
    class C:
        n = x
        def m(self):
            return n, y
    g = (u for u in b if (v := u))
    h = lambda t: t + j
    match a:
        case [p, *r] | {'k': p, **r}: return inner, [m for m in j]
    while 1: inner(g)
    global G
    G = 2
outer([i for i in range(3)])
"""


def test_who_owns_which_names() -> None:
    found = scopes(TEXT)
    outer = found["outer"]
    bound = "a b c d os s x y total i j k w e inner C g h p r v"
    assert outer.locals == frozenset(bound.split())
    assert outer.shared == frozenset({"a", "x", "y", "j", "v"})
    assert outer.rebound == frozenset({"x", "v"})
    assert outer.globals == frozenset({"G"})
    assert outer.free == frozenset()
    assert found["outer.inner"].locals == frozenset({"z"})
    assert found["outer.inner"].free == frozenset({"x", "y", "a"})
    assert found["outer.C.m"].free == frozenset({"y"})
    assert found["outer.<genexpr>"].locals == frozenset({"u"})
    assert found["outer.<lambda>"].free == frozenset({"j"})


FOLDER = Path(__file__).parent / "snippets"


@pytest.mark.parametrize("name", ["loops", "classes", "expressions", "control", "odd_layout"])
def test_locals_are_those_of_the_symbol_table(name: str) -> None:
    text = "while 0: pass\n" + (FOLDER / f"{name}.txt").read_text("utf-8").replace(
        "async for z", "for z"
    )
    syntax = parse(from_text(text))
    assert isinstance(syntax, Syntax)
    tables = [symtable.symtable(text, "x", "exec")]
    for table in tables:
        tables.extend(table.get_children())
    known = {
        (table.get_name(), table.get_lineno()): table
        for table in tables
        if isinstance(table, symtable.Function) and not table.get_name().endswith("comp")
    }
    checked = 0
    for function in syntax.functions.values():
        table = known.get((function.name, function.span.line))
        if table is None or function.name.startswith("<"):
            continue
        assert function.scope.locals == frozenset(table.get_locals()), function.qualname
        assert function.scope.free == frozenset(table.get_frees()) - {"__class__"}
        checked += 1
    assert checked
