"""Checks that what a measure counts down is finite: what is left of an iterator need not be."""

from __future__ import annotations

from haltcheck.model.abstract.iterability import Finite, Grows, Unclear
from haltcheck.model.abstract.iterable import classify
from haltcheck.model.assumption import Specific
from haltcheck.model.certificate import Ranking
from haltcheck.model.instruction import Local
from haltcheck.model.program import Function, Next, Program
from haltcheck.model.subject import LoopSubject, Subject
from haltcheck.model.term import variables
from haltcheck.proof.ruling import Granted, Rejected, Ruling

_LEFT = "left("


def check_counted(program: Program, subject: Subject, certificate: Ranking) -> Ruling:
    """Each iterator whose rest a measure mentions is finite."""
    named = {
        name
        for measure in certificate.measures
        for _, term in measure
        for name in variables(term)
        if name.startswith(_LEFT)
    }
    if not named:
        return Granted()
    function = program.functions.get(subject.qualname) if isinstance(subject, LoopSubject) else None
    if function is None:
        return Rejected("a measure counts what is left of an iterator of another function")
    assumed: dict[Specific, None] = {}
    for name in sorted(named):
        found = _loop_over(function, name)
        if found < 0:
            return Rejected(f"nobody knows where {name} comes from")
        iterated = classify(program, LoopSubject(function.qualname, found))
        if not isinstance(iterated, Finite):
            return Rejected(iterated.why)
        assumed.update(dict.fromkeys(iterated.assumptions))
    return Granted(tuple(assumed))


def check_iterated(program: Program, subject: Subject, ruling: Ruling) -> Ruling:
    """A number of rounds that is counted holds only where what is iterated does not grow."""
    function = program.functions.get(subject.qualname) if isinstance(subject, LoopSubject) else None
    if function is None or not isinstance(ruling, Granted) or not isinstance(subject, LoopSubject):
        return ruling
    whole = next(one for one in function.loops if one.id == subject.loop)
    for loop in function.loops:
        if loop.kind == "for" and loop.blocks <= whole.blocks:
            iterated = classify(program, LoopSubject(function.qualname, loop.id))
            unclear = isinstance(iterated, Unclear) and iterated.may_grow
            if unclear or isinstance(iterated, Grows):
                return Rejected(iterated.why)
    return ruling


def _loop_over(function: Function, name: str) -> int:
    """The loop that asks the iterator of this name, -1 where none does."""
    for loop in function.loops:
        asking = function.blocks[loop.head].terminator
        if isinstance(asking, Next) and asking.iterator == Local(name[len(_LEFT) : -1]):
            return loop.id
    return -1
