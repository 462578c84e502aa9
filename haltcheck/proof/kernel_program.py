"""Checks certificates against the lowered program itself: its graph and its exact runs."""

from __future__ import annotations

from typing import assert_never

from haltcheck.model.abstract.iterable import (
    Delegated,
    Endless,
    Finite,
    Grows,
    Iterability,
    Unclear,
    classify,
)
from haltcheck.model.abstract.scene import tables_of
from haltcheck.model.abstract.unlooped import iteration
from haltcheck.model.assumption import ReturnsNormally, Specific
from haltcheck.model.certificate import (
    Ended,
    EndlessIteration,
    Entry,
    FiniteIteration,
    NoWayBack,
    Replay,
)
from haltcheck.model.domain import outside
from haltcheck.model.instruction import Call, CallMethod, Local
from haltcheck.model.later import function_of
from haltcheck.model.program import Block, Function, Loop, Next, Test, successors
from haltcheck.model.subject import IterationSubject, LoopSubject, RecursionSubject
from haltcheck.model.system import ENTRY, System
from haltcheck.model.term import TRUE, ZERO, Formula, Variable, compare, conjunction
from haltcheck.model.world import World
from haltcheck.proof.condition import needed
from haltcheck.proof.encode import Found, Prover
from haltcheck.proof.kernel_looping import find_entry
from haltcheck.proof.path import bounds, entering, inner, leaving
from haltcheck.proof.problem import Problem
from haltcheck.proof.ruling import Granted, Rejected, Ruling, Witness, leaned_on

_SHOWN = frozenset({"iter", "__next__"})
"""What an iterator without an end does is shown, and need not be supposed."""

_LONGEST = 1_000_000
"""No run of more steps is stepped again."""


def check_program(
    problem: Problem,
    certificate: NoWayBack | FiniteIteration | EndlessIteration | Ended | Replay,
) -> Ruling:
    """Looks at the graph, classifies the iterable again, or steps the exact machine again."""
    match certificate:
        case NoWayBack():
            return _check_no_way_back(problem)
        case FiniteIteration(generator=generator):
            return _check_finite(problem, generator)
        case EndlessIteration():
            return _check_endless(problem, certificate)
        case Ended() | Replay():
            return _check_run(problem, certificate)
        case _:
            assert_never(certificate)


def _check_no_way_back(problem: Problem) -> Ruling:
    """No path inside the loop leads from its head back to it."""
    subject = problem.subject
    if not isinstance(subject, LoopSubject):
        return Rejected("only a loop has a head")
    function = problem.program.functions.get(subject.qualname)
    loops = [loop for loop in function.loops if loop.id == subject.loop] if function else []
    if function is None or not loops:
        return Rejected("there is no such loop")
    return Rejected("the body leads back") if comes_back(function, loops[0]) else Granted()


def comes_back(function: Function, loop: Loop) -> bool:
    """Whether some path inside the loop leads from its head back to it."""
    seen: set[int] = set()
    pending = list(successors(function.blocks[loop.head]))
    while pending:
        block = pending.pop()
        if block == loop.head:
            return True
        if block not in seen and block in loop.blocks:
            seen.add(block)
            pending.extend(successors(function.blocks[block]))
    return False


def _check_finite(problem: Problem, generator: str) -> Ruling:
    """What the loop iterates comes to its end; a generator of the file does if its body does.

    That body is a subject of its own: without a proof of it nothing is shown of the loop.
    """
    found = _iterability(problem)
    if isinstance(found, Delegated):
        named = found.qualname == generator
        return Granted(found.assumptions) if named else Rejected("it iterates another generator")
    if not isinstance(found, Finite):
        return Rejected(found.why)
    return Granted(found.assumptions)


def _iterability(problem: Problem) -> Iterability:
    subject = problem.subject
    if isinstance(subject, RecursionSubject):
        return Unclear("a recursion iterates nothing")
    if isinstance(subject, IterationSubject):
        return iteration(problem.program, subject)
    return classify(problem.program, subject)


def _check_endless(problem: Problem, certificate: EndlessIteration) -> Ruling:
    """What the loop iterates never ends, and the loop is left in no other way."""
    found = _iterability(problem)
    growing = isinstance(found, Grows) and found.every_round
    if not (growing if certificate.grows else isinstance(found, Endless)):
        return Rejected(found.why)
    is_slip = isinstance(found, Endless) and found.slip
    if (found.why, is_slip) != (certificate.why, certificate.slip):
        return Rejected("it is endless for another reason")
    if isinstance(problem.subject, IterationSubject) and isinstance(found, Endless):
        return Granted(found.assumptions, found.where)
    if isinstance(_check_no_way_back(problem), Granted):
        return Rejected("control never comes back to the head")
    system = problem.system
    if not isinstance(system, System):
        return Rejected(system.reason)
    if not system.complete:
        return Rejected("paths were cut off, so that absence proves nothing")
    head, asking = _asking(problem)
    given = bounds(system)
    for index in leaving(system):
        transition = system.transitions[index]
        ends = transition.blocks == (head.id,) and not head.instructions
        if not ends and not problem.prover.refutes(conjunction(given, transition.guard)):
            return Rejected("something else leaves the loop")
    states: dict[int, Formula] = dict.fromkeys(system.inside, TRUE)
    if isinstance(found, Grows):
        left = f"left({asking})"
        if all(variable.name != left for variable in system.variables):
            return Rejected("nobody knows whether what it iterates is empty at first")
        states[head.id] = compare("<", ZERO, Variable(left))
    entry = find_entry(system, problem.prover, states)
    before: list[Specific] = []
    if isinstance(entry, Rejected) and isinstance(found, Endless):
        entry = _likely_entry(system, problem.prover, head.id)
        before = [] if isinstance(entry, Rejected) else _called(problem, system, entry)
        if not isinstance(entry, Rejected) and not before and _is_tested(problem, system, entry):
            return Rejected("nobody showed that the tests before it let anything pass")
    if isinstance(entry, Rejected):
        return entry
    used = (*entry.stem, *inner(system))
    assumed = [
        one
        for one in leaned_on(system.transitions[index] for index in used)
        if getattr(one, "callee", "") not in _SHOWN
    ]
    supposed = found.assumptions if isinstance(found, Endless) else ()
    condition = needed(system, problem.prover, states, entry)
    both = tuple(dict.fromkeys((*supposed, *before, *assumed)))
    return Granted(both, condition, Witness(entry.inputs))


def _likely_entry(system: System, prover: Prover, head: int) -> Entry | Rejected:
    """A way to the head that nothing speaks against, as far as its calls return."""
    for index in entering(system):
        way = system.transitions[index]
        if way.source == ENTRY and way.target == head:
            reply = prover.ask(conjunction(bounds(system), system.entry_condition, way.guard))
            if isinstance(reply, Found):
                return Entry((), (index,))
    return Rejected("no way in is known for certain")


def _is_tested(problem: Problem, system: System, entry: Entry) -> bool:
    function = problem.program.functions[problem.subject.qualnames[0]]
    blocks = system.transitions[entry.stem[0]].blocks
    return any(isinstance(function.blocks[number].terminator, Test) for number in blocks)


def _called(problem: Problem, system: System, entry: Entry) -> list[Specific]:
    """Every call on the way returns, but for those that only make an object."""
    function = problem.program.functions[problem.subject.qualnames[0]]
    resolver = tables_of(problem.program).resolver
    return [
        ReturnsNormally(one.text or "?", one.span.line)
        for number in system.transitions[entry.stem[0]].blocks
        for one in function.blocks[number].instructions
        if isinstance(one, Call | CallMethod) and one.text not in _SHOWN
        if getattr(resolver.resolve(function, one), "qualnames", None) != ()
    ]


def _asking(problem: Problem) -> tuple[Block, str]:
    """The head, whose only work is to ask an iterator, and the name of that.

    A way that leaves from the head alone leaves because the iterator has ended or has raised.
    """
    subject = problem.subject
    assert isinstance(subject, LoopSubject)
    function = problem.program.functions[subject.qualname]
    head = function.blocks[next(one.head for one in function.loops if one.id == subject.loop)]
    asking = head.terminator
    assert isinstance(asking, Next)
    return head, asking.iterator.name if isinstance(asking.iterator, Local) else ""


def _check_run(problem: Problem, certificate: Ended | Replay) -> Ruling:
    """The exact machine goes the same way again, from inputs of the domain."""
    function = function_of(problem.program, certificate.qualname)
    if function is None:
        return Rejected(f"{certificate.qualname} was not read")
    if isinstance(certificate, Replay):
        if problem.program.entry not in ("", certificate.qualname):
            return Rejected("nobody calls it with these inputs from outside")
        odd = outside(problem.program, function, dict(certificate.inputs))
        if odd or len(dict(certificate.inputs)) < len(certificate.inputs):
            return Rejected(f"{odd or 'an input'} is outside of its domain")
        length = certificate.stem + certificate.cycle
    else:
        length = certificate.steps
    if not 0 <= length <= _LONGEST:
        return Rejected("the run is too long to be stepped again")
    from haltcheck.model.step.replay import confirms

    if not confirms(problem.program, problem.subject, certificate):
        return Rejected("the run does not go the same way again")
    if isinstance(certificate, Ended):
        return Granted()
    shown = tuple((name, value) for name, value in certificate.inputs if isinstance(value, int))
    return Granted((), _condition(problem, certificate), Witness(shown))


def _condition(problem: Problem, certificate: Replay) -> str:
    """The inputs as a condition; a sentence where they are those of a function around it."""
    subject, given = problem.subject, certificate.inputs
    if all(isinstance(value, World) for _, value in given):
        return ""
    names = (subject.qualname,) if isinstance(subject, LoopSubject) else subject.qualnames
    of_entry = isinstance(subject, RecursionSubject) and problem.program.entry
    if certificate.qualname not in (*names, of_entry):
        listed = ", ".join(f"{name}={value!r}" for name, value in given)
        return f"it is called by {certificate.qualname}({listed})"
    return " and ".join(f"{name} == {value!r}" for name, value in given)
