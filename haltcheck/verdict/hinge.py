"""Which answers hinge on the arguments that callees get."""

from __future__ import annotations

from dataclasses import replace

from haltcheck.basis.answer import Answer
from haltcheck.basis.budget import Budget
from haltcheck.model.abstract.promise import callables
from haltcheck.model.abstract.scene import tables_of
from haltcheck.model.abstract.surrounding import entered
from haltcheck.model.program import Program
from haltcheck.verdict.compose import Composition
from haltcheck.verdict.join import NO_LOOPS
from haltcheck.verdict.survey import Component, Survey


def behind(surveyed: Survey, program: Program) -> Survey:
    """The part of a survey that the program's entry may run; all of it where there is none."""
    if not program.entry:
        return surveyed
    inside = entered(tables_of(program).resolver)
    kept = tuple(one for one in surveyed.components if inside.issuperset(one.qualnames))
    return replace(surveyed, components=kept)


def hinges(composition: Composition, component: Component, budget: Budget) -> bool:
    """Whether a function that is open calls what may halt for the arguments that it gets.

    A callee that diverges under a condition may never meet it. Where all that runs is known and the
    file is small, it is enough that a callee loops or recurs.
    """
    name = component.qualnames[0]
    if composition.program.entry or not component.read or len(component.qualnames) > 1:
        return False
    if composition.functions[name].answer is not Answer.UNKNOWN:
        return False
    sites = composition.surveyed.sites.get(name, ())
    called = [composition.functions.get(site.callee, NO_LOOPS) for site in sites if site.sure]
    if any(one.condition and not one.intended for one in called):
        return True
    return (
        not budget.crowded
        and any(one != NO_LOOPS for one in called)
        and _is_all_known(composition.program, name)
    )


def _is_all_known(program: Program, name: str) -> bool:
    """Whether it calls nothing unseen but callables whose answers are promised."""
    asked = {one for function in program.functions.values() for one in callables(function)}
    unseen = tables_of(program).summaries.of(name).unseen
    return all(text in asked for text, _ in unseen)
