"""Exported C goes the ways of the system and of the Python function; needs gcc and pycparser."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

import pytest
from compiled import Follower, compiled, names_of, run
from hypothesis import given, settings
from hypothesis import strategies as st
from pycparser.c_parser import CParser

from corpora.export import places, read, system_of
from corpora.exporters.c import c
from corpora.importers.c.translate import translate
from corpora.reader import FOLDER
from haltcheck.api import check
from haltcheck.basis.answer import Answer
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
from haltcheck.proof.sample import near

TEXTBOOK = FOLDER / "textbook" / "programs"
PROGRAMS = sorted(TEXTBOOK.rglob("*.py"))
ROUNDS = 60


def named(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def systems(path: Path) -> list[System]:
    program = read(path)
    return [
        system_of(program, place.subject)
        for function in sorted(program.functions)
        for place in places(program, function)
    ]


def answers(system: System, random: Random) -> list[int]:
    """Inputs, choices and picks; often small, so that a pick is that of a transition."""
    pool = [*range(-4, 10), *near(system)[:4]]
    small = random.random() < 0.5
    return [random.choice((0, 1) if small and random.random() < 0.6 else pool) for _ in range(40)]


def goes_along(system: System, random: Random, folder: Path, runs: int) -> int:
    """How many transitions were taken, each of them held against the system."""
    text = c(system, "made")
    program = compiled(text, names_of(text, len(system.variables)), folder)
    count = 0
    for _ in range(runs):
        follower = Follower(system)
        follower.follow(run(program, answers(system, random)))
        count += len(follower.taken)
    return count


@pytest.mark.parametrize("path", PROGRAMS[::4], ids=named)
def test_compiled_exports_go_the_ways_of_the_system(path: Path, tmp_path: Path) -> None:
    assert sum(goes_along(one, Random(1), tmp_path, 8) for one in systems(path))


@pytest.mark.nightly
@pytest.mark.parametrize("path", PROGRAMS, ids=named)
def test_every_compiled_export_goes_the_ways_of_the_system(path: Path, tmp_path: Path) -> None:
    assert sum(goes_along(one, Random(2), tmp_path, 30) for one in systems(path))


NAMES = st.sampled_from([Name("x"), Name("y"), Name("?1")])
DIVISORS = st.sampled_from([Integer(3), Integer(-2), Name("x"), Name("y")])
SIGNS = st.sampled_from(["<", "<=", "==", "!="])


def terms() -> Any:
    def larger(inner: Any) -> Any:
        return st.one_of(
            st.builds(add, inner, inner),
            st.builds(multiply, inner, inner),
            st.builds(floor_divide, inner, DIVISORS),
            st.builds(modulo, inner, DIVISORS),
            st.builds(choose, st.builds(compare, SIGNS, inner, inner), inner, inner),
        )

    return st.recursive(NAMES | st.integers(-4, 4).map(Integer), larger, max_leaves=5)


def formulas() -> Any:
    return st.recursive(
        st.builds(compare, SIGNS, terms(), terms()),
        lambda inner: st.builds(conjunction, inner, inner) | st.builds(disjunction, inner, inner),
        max_leaves=4,
    )


@settings(max_examples=60, deadline=None)
@given(formulas(), terms(), terms(), st.integers(0, 99))
def test_any_transition_goes_its_way(
    tmp_path_factory: pytest.TempPathFactory, guard: Any, one: Any, other: Any, seed: int
) -> None:
    x, y = Variable("x", -9, parameter=True), Variable("y", high=9, parameter=True)
    system = System(
        LoopSubject("f", 0),
        (x, y),
        frozenset({0}),
        (
            Transition(ENTRY, 0, TRUE, ()),
            Transition(0, 0, guard, (("x", one), ("y", other)), ("?1",)),
            Transition(0, EXIT, compare("<", Name("x"), Name("y")), ()),
        ),
    )
    goes_along(system, Random(seed), tmp_path_factory.mktemp("made"), 12)


class _EnoughError(Exception):
    """So many rounds are enough."""


def traced(path: Path, function: str, inputs: Sequence[int], lines: set[int]) -> list[Any]:
    """The values of the locals each time that the Python function comes to one of the lines."""
    scope: dict[str, Any] = {}
    exec(compile(path.read_text(), str(path), "exec"), scope)
    seen: list[Any] = []

    def local(frame: Any, event: str, argument: object) -> Any:
        if event == "line" and frame.f_lineno in lines:
            whole = {name: int(v) for name, v in frame.f_locals.items() if isinstance(v, int)}
            seen.append((frame.f_lineno, whole))
            if len(seen) == ROUNDS:
                raise _EnoughError
        return local

    code = scope[function].__code__
    sys.settrace(lambda frame, event, argument: local if frame.f_code is code else None)
    try:
        scope[function](*inputs)
    except (_EnoughError, ZeroDivisionError):
        pass
    finally:
        sys.settrace(None)
    return seen


def straight(path: Path) -> tuple[str, System] | None:
    """The only outermost loop of a program whose inputs say all, and its function."""
    program = read(path)
    found = [(f, place) for f in sorted(program.functions) for place in places(program, f)]
    outer = [(f, place) for f, place in found if not place.around]
    if len(outer) != 1 or outer[0][1].kind == "recursion" or "import" in path.read_text():
        return None
    function, place = outer[0]
    system = system_of(program, place.subject)
    free = [one.name for one in system.variables if one.parameter]
    known = program.functions.get(function)
    fits = known is not None and free == [one.name for one in known.parameters]
    certain = all(t.faith is Faith.EXACT and not t.choices for t in system.transitions)
    return (function, system) if fits and certain and function != "<module>" else None


STRAIGHT = [(path, *found) for path in PROGRAMS if (found := straight(path))]


def test_most_programs_are_compared_with_python() -> None:
    assert len(STRAIGHT) > 150
    assert {path.parent.name for path, *_ in STRAIGHT} >= {"division", "nested", "nonlinear"}


@pytest.mark.parametrize(
    ("path", "function", "system"),
    STRAIGHT[::3],
    ids=lambda one: named(one) if one in PROGRAMS else "",
)
def test_compiled_exports_go_the_ways_of_python(
    path: Path, function: str, system: System, tmp_path: Path
) -> None:
    text = c(system, "made")
    program = compiled(text, names_of(text, len(system.variables)), tmp_path)
    lines = {one.line for one in system.transitions if one.source in system.inside}
    random = Random(path.stem)
    for _ in range(6):
        inputs = [random.randint(-4, 11) for one in system.variables if one.parameter]
        ran = run(program, inputs)
        follower = Follower(system)
        follower.follow(ran)
        inside = [(t.line, at) for t, at in follower.taken if t.source in system.inside]
        if ran.overflowed:
            continue
        wanted = traced(path, function, inputs, lines)
        assert [line for line, _ in inside[:ROUNDS]] == [line for line, _ in wanted]
        for (_, ours), (_, theirs) in zip(inside, wanted, strict=False):
            assert {name: theirs[name] for name in ours if name in theirs} == {
                name: value for name, value in ours.items() if name in theirs
            }


def test_a_wrong_export_is_seen(tmp_path: Path) -> None:
    file = tmp_path / "down.py"
    file.write_text("def f(n: int) -> None:\n    while n > 0:\n        n -= 1\n")
    (system,) = systems(file)
    text = c(system, "down")
    program = compiled(text, ["n"], tmp_path)
    Follower(system).follow(run(program, [5]))
    for right, wrong in ("n = n - 1", "n = n - 2"), ("n <= 0", "n <= 1"):
        assert right in text
        program = compiled(text.replace(right, wrong), ["n"], tmp_path)
        with pytest.raises(AssertionError):
            Follower(system).follow(run(program, [5]))


@pytest.mark.parametrize("path", PROGRAMS, ids=named)
def test_exports_are_plain_c_that_we_read_ourselves(path: Path) -> None:
    for system in systems(path):
        text = c(system, named(path))
        assert "goto" not in re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
        CParser().parse(re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))
        assert translate(text, "made.c", "Translated.").python


@pytest.mark.parametrize("path", PROGRAMS[::12], ids=named)
def test_what_is_read_back_halts_if_the_program_does(path: Path) -> None:
    """Coarse exports may go on where the program ends, so that only exact ones are compared."""
    there = check(path.read_text()).files[0].verdict
    assert there is not None
    for system in systems(path):
        text = c(system, named(path))
        if "Every transition is exact" not in text or there.answer is not Answer.HALT:
            continue
        back = check(translate(text, "made.c", "Translated.").python).files[0].verdict
        assert back is not None and back.answer is not Answer.NON_HALT, back
