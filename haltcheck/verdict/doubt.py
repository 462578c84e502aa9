"""Claims that suppose too much: the file itself speaks against what they lean on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from haltcheck.basis.answer import Answer
from haltcheck.model.assumption import DoesNotWrite, ReturnsNormally, YieldsFinitely
from haltcheck.model.program import Program
from haltcheck.model.subject import LoopSubject, Subject
from haltcheck.verdict.case import loop_of
from haltcheck.verdict.evidence import Evidence, Settled
from haltcheck.verdict.intent import caught_exit

_ATTRIBUTE = re.compile(r"[A-Za-z_]\w*\.([A-Za-z_]\w*)")
_CONSTRUCTORS = ("__init__", "__new__", "__post_init__")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why the claim is not believed."""

    why: str


@dataclass(frozen=True, slots=True)
class Trusted:
    """Nothing in the file speaks against what is supposed."""


def doubt(program: Program, subject: Subject, evidence: Evidence) -> Doubt | Trusted:
    """Whether the file speaks against what the claim supposes.

    ``except Empty: break`` expects an exception; a flag that another function sets, and that a
    loop waits for, is expected to be set; what stands in the file is seen, and not supposed.
    """
    if not isinstance(evidence, Settled):
        return Trusted()
    for one in evidence.assumptions:
        if isinstance(one, YieldsFinitely) and _is_here(program, one.callee):
            return Doubt(f"nobody showed that iterating {one.callee} comes to an end")
        if evidence.answer is not Answer.NON_HALT:
            continue
        if isinstance(one, DoesNotWrite):
            writer = _writer(program, subject, one.place)
            if writer:
                return Doubt(f"{one.place} may change while {one.callee} runs: {writer} writes it")
        elif isinstance(one, ReturnsNormally) and _expects_exception(program, subject):
            return Doubt("an exception that a handler in the loop expects would leave it")
    return Trusted()


def _is_here(program: Program, callee: str) -> bool:
    contents = program.contents
    return callee in contents.classes or callee in contents.functions


def _expects_exception(program: Program, subject: Subject) -> bool:
    if not isinstance(subject, LoopSubject):
        return False
    return caught_exit(program.functions[subject.qualname], loop_of(program, subject))


def _writer(program: Program, subject: Subject, place: str) -> str:
    """Another function, constructors apart, that writes an attribute of this name."""
    names = {f".{name}" for name in _ATTRIBUTE.findall(place)}
    own = (subject.qualname,) if isinstance(subject, LoopSubject) else subject.qualnames
    for entry in program.contents.functions.values() if names else ():
        short = entry.qualname.rpartition(".")[2]
        if entry.qualname in own or short in _CONSTRUCTORS:
            continue
        if any(write.endswith(tuple(names)) for write in entry.writes):
            return entry.qualname
    return ""
