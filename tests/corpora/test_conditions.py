"""A condition over whole numbers is true exactly where the program does not come to its end."""

import inspect
import itertools
import types

import pytest

from corpora.confirm import Outcome, Patience, run
from corpora.reader import TEXTBOOK, Guard, Program, load
from haltcheck.basis.answer import Answer

VALUES = (-3, -1, 0, 1, 2, 3)
PATIENCE = Patience(steps=20_000)


def parameters(program: Program) -> tuple[str, ...]:
    """The parameters of a module-level function that takes nothing but whole numbers."""
    scope: dict[str, object] = {"__name__": "program"}
    exec(compile(program.code, program.id, "exec"), scope)
    function = scope.get(program.function)
    if not isinstance(function, types.FunctionType):
        return ()
    found = inspect.signature(function).parameters
    whole = all(p.annotation in (int, inspect.Parameter.empty) for p in found.values())
    return tuple(found) if whole else ()


CONDITIONAL = [
    program
    for program in (*load(), *load(TEXTBOOK))
    if program.condition
    and program.guard is Guard.STEPS
    and program.family not in ("outside", "generator", "lookalike", "service")
    and parameters(program)
]


@pytest.mark.parametrize("program", CONDITIONAL, ids=lambda program: program.id)
def test_condition_holds_exactly_where_the_program_diverges(program: Program) -> None:
    names = parameters(program)
    for values in itertools.product(VALUES, repeat=len(names)):
        call = f"{program.function}({', '.join(map(str, values))})"
        expected = bool(eval(program.condition, {}, dict(zip(names, values, strict=True))))
        assert (run(program, call, PATIENCE) is Outcome.STOPPED) is expected, call


def test_many_programs_are_conditional() -> None:
    assert len(CONDITIONAL) >= 25
    assert all(program.answer is Answer.NON_HALT for program in CONDITIONAL)
