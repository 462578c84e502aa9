"""Makes of a judged subject the case that the rules look at."""

from __future__ import annotations

from collections.abc import Mapping

from haltcheck.basis.answer import Answer
from haltcheck.basis.span import Span
from haltcheck.frontend.expression import Constant
from haltcheck.model import instruction as i
from haltcheck.model.aftermath.candidate import drains
from haltcheck.model.aftermath.stream import READS
from haltcheck.model.aftermath.turn import NOWHERE, Occasion, exits
from haltcheck.model.certificate import EndlessIteration, Recurrent
from haltcheck.model.program import Function, Loop, Program
from haltcheck.model.subject import IterationSubject, LoopSubject, RecursionSubject, Subject
from haltcheck.verdict.evidence import Evidence, Settled, answered
from haltcheck.verdict.exits import callables_only, public_exit
from haltcheck.verdict.intent import NO_CALLEES, Intent, intent, suspends_each_round
from haltcheck.verdict.rule import Case
from haltcheck.verdict.verdict import NO_WITNESS, Verdict

Quiet = Mapping[str, frozenset[str]]
"""For each function the texts of its calls that run nothing but quiet code of the file."""

_WORLD = "some answer of the outside world"


def describe(program: Program, subject: Subject) -> tuple[str, Span, str]:
    """Kind, place and function of a subject; a recursion stands at its first function."""
    match subject:
        case LoopSubject(qualname=qualname):
            found = loop_of(program, subject)
            return found.kind, found.span, qualname
        case RecursionSubject(qualnames=qualnames):
            first = min(qualnames, key=lambda name: program.functions[name].span)
            return "recursion", program.functions[first].span, first
        case IterationSubject(qualname=qualname):
            return "iteration", _place(program.functions[qualname], subject), qualname


def _place(function: Function, subject: IterationSubject) -> Span:
    """The instruction that asks for all items, or the function that gives them."""
    if subject.block < 0:
        return function.span
    block = function.blocks[subject.block]
    if subject.index < len(block.instructions):
        return block.instructions[subject.index].span
    return getattr(block.terminator, "span", function.span)


def loop_of(program: Program, subject: LoopSubject) -> Loop:
    """The loop that the subject names."""
    loops = program.functions[subject.qualname].loops
    return next(loop for loop in loops if loop.id == subject.loop)


def intent_of(program: Program, subject: Subject, quiet: Quiet, evidence: Evidence) -> Intent:
    """How an endless subject was meant; a recursion is never meant."""
    if not isinstance(subject, LoopSubject):
        return Intent.NONE
    function = program.functions[subject.qualname]
    named = quiet.get(subject.qualname, NO_CALLEES)
    return intent(function, loop_of(program, subject), named, _unending(evidence))


def _unending(evidence: Evidence) -> bool:
    """A list that grows under its iterator is a mistake; an iterator without an end need not be."""
    certificate = evidence.certificate if isinstance(evidence, Settled) else None
    if not isinstance(certificate, EndlessIteration):
        return False
    return not certificate.grows and not certificate.slip


def intended(program: Program, subject: Subject, evidence: Evidence, quiet: Quiet) -> bool:
    """Whether a divergence is a service: by its shape, and without an event that starves it.

    Which inputs keep a service going says that others end it, and so does a run that was stepped.
    A loop that yields or awaits in each round and was written without an exit is endless for all
    of them: the condition tells no more than which inputs were tried.
    """
    if not isinstance(evidence, Settled) or evidence.answer is Answer.HALT:
        return False
    if event_of(evidence) or (evidence.condition and not _suspends(program, subject)):
        return False
    return intent_of(program, subject, quiet, evidence) is Intent.SERVICE


def _suspends(program: Program, subject: Subject) -> bool:
    if not isinstance(subject, LoopSubject):
        return False
    return suspends_each_round(program.functions[subject.qualname], loop_of(program, subject))


def case_of(
    program: Program, subject: Subject, evidence: Evidence, verdict: Verdict, quiet: Quiet
) -> Case:
    """The case of one subject, as the rules see it."""
    kind, span, name = describe(program, subject)
    function = program.functions[name]
    occasion, seen = _occasion(program, subject, evidence)
    event = event_of(evidence)
    return Case(
        kind=kind,
        function=name,
        span=span,
        verdict=verdict,
        certificate=evidence.certificate if isinstance(evidence, Settled) else None,
        intent=intent_of(program, subject, quiet, evidence),
        event=event,
        callables_only=_is_answered(evidence) or callables_only(function, verdict.condition),
        public_exit=_public_exit(program, function, subject),
        occasion=occasion,
        exits=seen,
        drains=bool(event) and _drains(program, subject),
        numbered=_numbered(function),
    )


def _numbered(function: Function) -> frozenset[str]:
    defaults = {one.name: one.default for one in function.parameters}
    return frozenset(
        name
        for name, default in defaults.items()
        if isinstance(default, Constant) and type(default.value) in (int, float)
    )


def _drains(program: Program, subject: Subject) -> bool:
    if not isinstance(subject, LoopSubject):
        return False
    return drains(program.functions[subject.qualname], loop_of(program, subject))


def event_of(evidence: Evidence) -> str:
    """The environment's part in a divergence; empty where it has none."""
    if not isinstance(evidence, Settled):
        return ""
    certificate = evidence.certificate
    chosen = isinstance(certificate, Recurrent) and any(certificate.picks)
    chosen = chosen and not answered(certificate)
    return evidence.witness.event or (_WORLD if chosen else "")


def _is_answered(evidence: Evidence) -> bool:
    """Whether it takes answers of callable arguments to keep the subject going."""
    return isinstance(evidence, Settled) and bool(answered(evidence.certificate))


def _public_exit(program: Program, function: Function, subject: Subject) -> str:
    if not isinstance(subject, LoopSubject):
        return ""
    return public_exit(program, function, loop_of(program, subject))


def _occasion(
    program: Program, subject: Subject, evidence: Evidence
) -> tuple[Occasion, tuple[int, ...]]:
    """Where the event comes and the tests that see nothing: as shown, or the first read."""
    witness = evidence.witness if isinstance(evidence, Settled) else NO_WITNESS
    if witness.occasion != NOWHERE or not witness.event or not isinstance(subject, LoopSubject):
        return witness.occasion, witness.exits
    function, loop = program.functions[subject.qualname], loop_of(program, subject)
    for number in sorted(loop.blocks):
        for one in function.blocks[number].instructions:
            if isinstance(one, i.Call | i.CallMethod) and one.text.rpartition(".")[2] in READS:
                found = Occasion(one.text, one.span.line)
                return found, exits(function, loop, loop.blocks)
    return NOWHERE, ()
