"""Exports for other provers allow what the transition system allows, or say why there are none."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
import z3
from hypothesis import given, settings
from hypothesis import strategies as st
from readback import TEXTBOOK, Direct, differences, read_chc, read_koat, subjects

import corpora.export as door
from corpora.export import FORMATS, main
from corpora.exporters.c import c
from corpora.exporters.chc import chc
from corpora.exporters.koat import koat
from corpora.exporters.names import Names, name_locations
from corpora.refusal import RefusedError
from haltcheck.model.subject import LoopSubject
from haltcheck.model.system import ENTRY, EXIT, Faith, System, Transition, Variable
from haltcheck.model.term import (
    TRUE,
    Integer,
    add,
    choose,
    compare,
    conjunction,
    disjunction,
    floor_divide,
    modulo,
    multiply,
)
from haltcheck.model.term import Variable as Name

PROGRAMS = sorted(TEXTBOOK.rglob("*.py"))
TWO = """\
def f(n: int) -> int:
    while n > 0:
        n -= 1
    while n < 9:
        for i in range(n):
            n += i
        n += 1
    return n
class C:
    def m(self, n: int) -> None:
        while n: n -= 2
def plain(): pass
def twice(n: int) -> int:
    return 0 if n < 1 else twice(n - 1) + twice(n - 2)
"""


def direct(system: System) -> Direct:
    ends = (end for one in system.transitions for end in (one.source, one.target))
    return Direct(system, name_locations(ends))


def loop_of(guard, update, choices=(), variables=("x", "y"), **more) -> System:
    """A loop that counts y down, with one transition of any kind in it."""
    x, y = Name("x"), Name("y")
    return System(
        LoopSubject("f", 0),
        tuple(Variable(name, parameter=True) for name in variables),
        frozenset({0}),
        (
            Transition(ENTRY, 0, TRUE, (("y", x),)),
            Transition(0, 0, guard, update, choices, **more),
            Transition(0, EXIT, compare("<=", y, Integer(0)), ()),
        ),
    )


def both(system: System):
    return read_koat(koat(system, "made"))[1], read_chc(chc(system, "made"))


@pytest.mark.parametrize("path", PROGRAMS[::9], ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_textbook_programs_read_back_equal(path: Path) -> None:
    for name, system in subjects(path):
        for export in both(system):
            assert not differences(direct(system), export, Random(name), 2)


@pytest.mark.nightly
@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_textbook_program_reads_back_equal(path: Path) -> None:
    for name, system in subjects(path):
        for export in both(system):
            assert not differences(direct(system), export, Random(name), 5)


def test_every_textbook_subject_is_exported_in_each_format() -> None:
    count = 0
    for path in PROGRAMS[::5]:
        for name, system in subjects(path):
            for form in FORMATS.values():
                assert form(system, name).isascii()
                count += 1
    assert count > 200


NAMES = st.sampled_from([Name("x"), Name("y"), Name("?1")])
DIVISORS = st.sampled_from([Integer(3), Integer(-2), Name("x"), Name("y")])
SIGNS = st.sampled_from(["<", "<=", "==", "!="])


def terms():
    def larger(inner):
        return st.one_of(
            st.builds(add, inner, inner),
            st.builds(multiply, inner, inner),
            st.builds(floor_divide, inner, DIVISORS),
            st.builds(modulo, inner, DIVISORS),
            st.builds(choose, st.builds(compare, SIGNS, inner, inner), inner, inner),
        )

    return st.recursive(NAMES | st.integers(-4, 4).map(Integer), larger, max_leaves=4)


def formulas():
    return st.recursive(
        st.builds(compare, SIGNS, terms(), terms()),
        lambda inner: st.builds(conjunction, inner, inner) | st.builds(disjunction, inner, inner),
        max_leaves=3,
    )


@settings(max_examples=30, deadline=None)
@given(formulas(), terms(), terms(), st.integers(0, 99))
def test_any_transition_reads_back_equal(guard, one, other, seed: int) -> None:
    # A divisor is not 0 where it is used.
    used = conjunction(*(compare("!=", divisor, Integer(0)) for divisor in (Name("x"), Name("y"))))
    system = loop_of(conjunction(used, guard), (("x", one), ("y", other)), ("?1",))
    for export in both(system):
        assert not differences(direct(system), export, Random(seed), 2)


@pytest.mark.parametrize("divisor", [2, 3, -1, -3])
def test_quotients_and_remainders_are_those_of_python(divisor: int) -> None:
    by = Integer(divisor)
    update = (("x", floor_divide(Name("x"), by)), ("y", modulo(Name("x"), by)))
    for export in both(loop_of(TRUE, update)):
        for x in range(-7, 8):
            (after,) = {state for place, state in export.steps("l1", (x, 5)) if place == "l1"}
            assert after == divmod(x, divisor)


def test_nothing_is_divided_by_zero() -> None:
    system = loop_of(TRUE, (("x", floor_divide(Name("x"), Name("y"))),))
    for export in both(system):
        assert [step[0] for step in export.steps("l1", (4, 0))] == ["done"]
        assert ("l1", (-2, -2)) in export.steps("l1", (4, -2))


def test_bounds_and_the_domain_are_kept() -> None:
    system = System(
        LoopSubject("f", 0),
        (Variable("len(xs)", 0, parameter=True), Variable("bool(b)", 0, 1, parameter=True)),
        frozenset({0}),
        (
            Transition(ENTRY, 0, TRUE, ()),
            Transition(0, 0, TRUE, (("len(xs)", Name("?1")),), ("?1",)),
        ),
        entry_condition=compare("<", Integer(2), Name("len(xs)")),
    )
    for export in both(system):
        assert export.allows("start", (3, 1), "l1", (3, 1))
        for state in (2, 1), (3, 2), (3, -1):
            assert not export.allows("start", state, "l1", state)
        assert export.allows("l1", (0, 0), "l1", (7, 0))
        assert not export.allows("l1", (0, 0), "l1", (-1, 0))


@pytest.mark.parametrize(("right", "wrong"), [("0 < n", "0 <= n"), ("n - 1", "n - 2")])
def test_a_wrong_export_is_seen(right: str, wrong: str, tmp_path: Path) -> None:
    file = tmp_path / "down.py"
    file.write_text("def f(n: int) -> None:\n    while n > 0:\n        n -= 1\n")
    ((_, system),) = subjects(file)
    text = koat(system, "down")
    assert text.count(right) == 1
    assert not differences(direct(system), read_koat(text)[1], Random(1), 40)
    assert differences(direct(system), read_koat(text.replace(right, wrong))[1], Random(1), 40)


@pytest.mark.parametrize(("test", "answer"), [("n > 0", z3.unsat), ("True", z3.sat)])
def test_the_query_tells_whether_the_exit_is_reachable(test, answer, tmp_path: Path) -> None:
    file = tmp_path / "loop.py"
    file.write_text(f"def f(n: int) -> None:\n    while {test}:\n        n -= 1\n")
    ((_, system),) = subjects(file)
    solver = z3.SolverFor("HORN")
    solver.set("timeout", 20_000)
    solver.from_string(chc(system, "loop"))
    assert solver.check() == answer


def test_names_are_legal_and_each_is_given_once() -> None:
    names = Names()
    wanted = ["n", "n", "len(xs)", "self.i", "?4.4.1", "while", "l1", "start", "é", "_", "next_n"]
    found = [names.give(one) for one in [*wanted, "len xs", "3"]]
    assert len(set(found)) == len(found)
    assert all(one.isascii() and one.isidentifier() for one in found)
    assert not {"while", "l1", "start", "next_n"} & set(found)


def test_the_heading_says_what_carries_over() -> None:
    exact = loop_of(TRUE, (("x", Integer(1)),))
    assert "Every transition is exact" in koat(exact, "t")
    for loose in (
        loop_of(TRUE, (("x", Name("?1")),), ("?1",)),
        loop_of(TRUE, (), faith=Faith.COARSE),
    ):
        for form in FORMATS.values():
            assert "Transitions 1 are coarse" in form(loose, "t")
    free = loop_of(TRUE, (("x", Name("?1")),), ("?1",), world=frozenset({"?1"}))
    assert "Every transition is exact" in koat(free, "t")


def test_a_title_cannot_leave_its_comment() -> None:
    system = loop_of(TRUE, ())
    title = "a\n*/ (check-sat) é \udcff\\"
    for form in FORMATS.values():
        text = form(system, title)
        assert text.isascii() and text.count("*/ (check-sat)") == 0
        assert form(system, "t").count("\n") == text.count("\n")


def test_too_many_cases_are_refused() -> None:
    names = "xyabcdef"
    apart = [compare("!=", Name(name), Integer(0)) for name in names]
    system = loop_of(conjunction(*apart), (), variables=names)
    with pytest.raises(RefusedError, match="more than 128 cases"):
        koat(system, "t")
    assert read_chc(chc(system, "t")).allows("l1", (1,) * 8, "l1", (1,) * 8)
    assert "x != 0 && y != 0" in c(system, "t")


def test_numbers_that_c_has_no_word_for_are_refused() -> None:
    assert "long long" in c(loop_of(TRUE, (("x", Integer(2**40)),)), "t")
    with pytest.raises(RefusedError, match="64 bits"):
        c(loop_of(TRUE, (("x", Integer(2**70)),)), "t")


@pytest.fixture
def two(tmp_path: Path) -> Path:
    (tmp_path / "two.py").write_text(TWO)
    return tmp_path / "two.py"


@pytest.mark.parametrize(
    ("named", "kind"),
    [
        ("f:2", "while loop of line 2"),
        ("f:4", "while loop of line 4"),
        ("f:5", "for loop of line 5"),
        ("C.m", "while loop of line 11"),
        ("twice", "recursion of line 13"),
    ],
)
@pytest.mark.parametrize("form", sorted(FORMATS))
def test_subjects_are_named_by_function_and_line(two, named, kind, form, capsys) -> None:
    assert main([f"{two}::{named}", "--format", form]) == 0
    assert f", the {kind}" in capsys.readouterr().out


def test_the_module_body_is_a_function(tmp_path: Path, capsys) -> None:
    (tmp_path / "body.py").write_text("n = 9\nwhile n:\n    n -= 1\n")
    assert main([f"{tmp_path}/body.py::<module>", "--format", "koat", "-o", "-"]) == 0
    assert "(RULES" in capsys.readouterr().out


def test_a_file_is_written_at_one_stroke(two, tmp_path: Path, capsys) -> None:
    out = tmp_path / "out.smt2"
    assert main([f"{two}::f:2", "--format", "chc", "-o", str(out)]) == 0
    assert capsys.readouterr().out == ""
    assert read_chc(out.read_text()).clauses
    assert sorted(one.name for one in tmp_path.iterdir()) == ["out.smt2", "two.py"]


@pytest.mark.parametrize(
    ("subject", "told"),
    [
        ("two.py::f", "f has several, on lines 2 (while loop), 4 (while loop): name one"),
        ("two.py::f:3", "nothing of f begins on line 3, but on 2 (while loop), 4 (while loop)"),
        ("two.py::plain", "plain has no loop and no recursion"),
        ("two.py::<module>", "<module> has no loop and no recursion"),
        ("two.py::g", "there is no function g"),
        ("two.py", "this is not FILE::FUNCTION or FILE::FUNCTION:LINE"),
        ("::f", "this is not FILE::FUNCTION or FILE::FUNCTION:LINE"),
        ("two.py::", "this is not FILE::FUNCTION or FILE::FUNCTION:LINE"),
        ("missing.py::f", "no such file or directory"),
        (".::f", "is a directory"),
        ("broken.py::f", "line 3: parser error"),
        ("deep.py::f", "line 1: nested too deep"),
        ("bytes.py::f", "line 2: byte 0xff is not valid utf-8"),
        ("line.py::f", "on lines 1 (comprehension loop), 1 (comprehension loop): they cannot"),
        ("line.py::f:1", "they cannot be told apart"),
        ("unsuited.py::Bag.__len__", "it has no transition system: a test"),
    ],
)
def test_what_is_refused_is_told_in_one_line(
    subject: str, told: str, two, tmp_path: Path, monkeypatch, capsys
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("broken.py").write_text("def f(:\n")
    Path("deep.py").write_text("def f(n):\n    while " + "(" * 5000 + "n" + ")" * 5000 + ": pass\n")
    Path("bytes.py").write_bytes(b"# coding: utf-8\n\xff\xfe = 1\n")
    Path("line.py").write_text("def f(n: int): [0 for a in range(n)]; [0 for a in range(n)]\n")
    Path("unsuited.py").write_text(
        "class Bag:\n    def __len__(self):\n        return 0 if not self else 1\n"
    )
    for form in FORMATS:
        assert main([subject, "--format", form, "-o", "out"]) == 2
        out, error = capsys.readouterr()
        assert out == "" and error.count("\n") == 1 and told in error, error
    assert not Path("out").exists()


def test_an_incomplete_system_is_refused(two, monkeypatch, capsys) -> None:
    whole = door.build

    def cut(*given):
        return replace(whole(*given), complete=False)

    monkeypatch.setattr(door, "build", cut)
    assert main([f"{two}::f:2", "--format", "c"]) == 2
    assert "its transition system is incomplete" in capsys.readouterr().err


def test_what_is_nested_too_deeply_is_refused(two, monkeypatch, capsys) -> None:
    def deep(*given):
        raise RecursionError

    monkeypatch.setattr(door, "build", deep)
    assert main([f"{two}::f:2", "--format", "c"]) == 2
    assert "it is nested too deeply" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_told(two, tmp_path: Path, capsys) -> None:
    for place in tmp_path, tmp_path / "no" / "out":
        assert main([f"{two}::f:2", "--format", "koat", "-o", str(place)]) == 2
        assert capsys.readouterr().err.startswith(str(place))


def test_it_is_a_command(two) -> None:
    command = [sys.executable, "-m", "corpora.export", f"{two}::f:2", "--format", "koat"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0 and read_koat(done.stdout)[0] == ["n"]
    wrong = subprocess.run([*command[:-1], "horn"], capture_output=True, text=True, timeout=60)
    assert wrong.returncode == 2 and "Traceback" not in wrong.stderr
