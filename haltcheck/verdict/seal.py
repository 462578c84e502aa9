"""Functions that only this file calls take their inputs from those calls."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import replace

from haltcheck.basis.answer import Answer
from haltcheck.frontend.pick import is_private
from haltcheck.model.abstract.scene import tables_of
from haltcheck.model.abstract.surrounding import Closed, access
from haltcheck.model.aftermath.outcome import Event
from haltcheck.model.binding import bound
from haltcheck.model.program import Program
from haltcheck.model.reference.given import is_handed_on
from haltcheck.model.subject import LoopSubject, RecursionSubject, Subject
from haltcheck.verdict.compose import Composition
from haltcheck.verdict.join import join
from haltcheck.verdict.judge import priors, unknown
from haltcheck.verdict.survey import MODULE, Component
from haltcheck.verdict.verdict import Verdict

_DEEPEST = 3


def seal(composition: Composition) -> None:
    """Takes back the conditional divergences of closed functions that no call is shown to meet.

    A nested function, or a private one of the module, whose calls all stand in read code of the
    file has no other inputs than theirs. Where every caller halts, so does it. A private method
    gets its arguments there as well, though another file may yet call it. What is taken back from
    a caller may be taken back from what it calls next.
    """
    for _ in range(_DEEPEST):
        known = dict(composition.functions)
        _pass(composition)
        if composition.functions == known:
            break


def _pass(composition: Composition) -> None:
    for component in composition.surveyed.components:
        verdicts = [composition.functions[name] for name in component.qualnames]
        if not component.read or not any(map(_is_conditional, verdicts)):
            continue
        if all(_tells_of_around(composition, name) for name in component.qualnames):
            continue
        if any(_follows_what_is_handed(composition, one) for one in component.subjects):
            continue
        if all(_walks_from_what_is_handed(composition, name) for name in component.qualnames):
            continue
        callers = _callers(composition.program, component.qualnames)
        if callers:
            _take_back(composition, component.qualnames, component.subjects, callers)
        elif len(component.qualnames) == 1 and (callers := _users(composition, component)):
            _take_back(composition, component.qualnames, component.subjects, callers, sure=False)


def _is_conditional(verdict: Verdict) -> bool:
    return verdict.answer is Answer.NON_HALT and bool(verdict.condition) and not verdict.intended


def _tells_of_around(composition: Composition, name: str) -> bool:
    """Whether the days and months that are needed are those of the function around: no call hands
    in any, and that they come from outside was shown where the event was.
    """
    function = composition.program.functions[name]
    verdicts = [composition.whole[LoopSubject(name, loop.id)] for loop in function.loops]
    needing = [one for one in verdicts if _is_conditional(one)]
    dated = all(one.witness and one.witness.event == Event.UNDATED.value for one in needing)
    return bool(needing) and dated and not function.parameters


def _follows_what_is_handed(composition: Composition, subject: Subject) -> bool:
    """Whether a recursion follows data that its callers hand on as they were handed them."""
    certificate = composition.whole[subject].certificate
    if not isinstance(subject, RecursionSubject) or certificate is None:
        return False
    if certificate.kind not in ("HandedBack", "Unvisited"):
        return False
    resolver = tables_of(composition.program).resolver
    functions = [composition.program.functions[name] for name in subject.qualnames]
    asked = certificate.kind == "Unvisited"
    return any(
        is_handed_on(resolver, one, parameter.name, asked=asked)
        for one in functions
        for parameter in one.parameters
    )


def _walks_from_what_is_handed(composition: Composition, name: str) -> bool:
    """Whether the walks of a function begin with an argument that its callers hand on as they
    were handed it: where they lead nobody here decides.
    """
    function = composition.program.functions[name]
    resolver = tables_of(composition.program).resolver
    walks = 0
    for loop in function.loops:
        verdict = composition.whole[LoopSubject(name, loop.id)]
        if not _is_conditional(verdict):
            continue
        if verdict.certificate is None or verdict.certificate.kind != "Unvisited":
            return False
        begun = {
            part
            for number in loop.blocks
            for one in function.blocks[number].instructions
            for part in bound(one)
        }
        walks += 1
        if not any(
            one.name in begun and is_handed_on(resolver, function, one.name, asked=True)
            for one in function.parameters
        ):
            return False
    return walks > 0


def _take_back(
    composition: Composition,
    qualnames: Sequence[str],
    subjects: Sequence[Subject],
    callers: Sequence[str],
    *,
    sure: bool = True,
) -> None:
    known = [composition.functions[name] for name in callers if name in composition.functions]
    around = join(known) if known else None
    if around is not None and around.answer is Answer.NON_HALT:
        return
    condition = next(filter(None, (composition.functions[name].condition for name in qualnames)))
    why = f"only calls in this file decide whether {condition}"
    instead = unknown((why,), priors().doubtful_call_halts)
    if around is not None and around.answer is Answer.HALT and sure:
        instead = replace(around, certificate=None, explanation="every call of it comes back")
    loops = [
        LoopSubject(name, loop.id)
        for name in qualnames
        for loop in composition.program.functions[name].loops
    ]
    for subject in {*subjects, *loops}:
        if _is_conditional(composition.whole[subject]):
            composition.own[subject] = composition.whole[subject] = instead
    for name in qualnames:
        if _is_conditional(composition.functions[name]):
            composition.functions[name] = instead


def _callers(program: Program, qualnames: Sequence[str]) -> tuple[str, ...]:
    """The functions that call these ones from outside; none where anyone may."""
    found: set[str] = set()
    for name in qualnames:
        known = access(tables_of(program).resolver, name)
        if isinstance(known, Closed):
            found.update(known.callers)
        elif is_private(name):
            callers = _module_callers(program, name)
            if not callers:
                return ()
            found.update(callers)
        else:
            return ()
    return tuple(sorted(found - set(qualnames)))


def _users(composition: Composition, component: Component) -> tuple[str, ...]:
    """The functions of the file that ask for a private method whose arguments alone decide."""
    program = composition.program
    (name,) = component.qualnames
    function, condition = program.functions[name], composition.functions[name].condition or ""
    if function.in_class is None or not is_private(function.name):
        return ()
    entry = program.contents.functions.get(name)
    is_static = entry is not None and "staticmethod" in entry.decorators
    given = {one.name for one in function.parameters[0 if is_static else 1 :]}
    if given.isdisjoint(_names(condition)):
        return ()
    entries = program.contents.functions.items()
    users = (one for one, entry in entries if function.name in entry.attributes)
    return tuple(sorted(set(users) - {name}))


def _names(condition: str) -> frozenset[str]:
    """The names that an expression is made of; none where it asks for attributes, or is none."""
    try:
        tree = ast.parse(condition, mode="eval")
    except SyntaxError:
        return frozenset()
    nodes = list(ast.walk(tree))
    if any(isinstance(one, ast.Attribute) for one in nodes):
        return frozenset()
    return frozenset(one.id for one in nodes if isinstance(one, ast.Name))


def _module_callers(program: Program, name: str) -> set[str]:
    """The callers of a function of the module; none where one is unread or it is handed on."""
    contents = program.contents
    if contents.global_writes.get(name, 0) > 1:
        return set()
    callers = {one for one, entry in contents.functions.items() if name in entry.calls}
    if name in contents.module_calls:
        callers.add(MODULE)
    is_read = all(one in program.functions for one in callers)
    return callers if is_read and name not in contents.handed else set()
