"""Loops that are said to halt because what they go through has an end."""

from __future__ import annotations

import re

from haltcheck.basis.answer import Answer
from haltcheck.model.program import Loop
from haltcheck.model.subject import LoopSubject
from haltcheck.verdict.compose import Composition

_COUNTED = re.compile(r"FiniteIteration|\bleft\(")


def reason_of(line: int) -> str:
    """Why nobody knows that an iteration ends."""
    return f"nobody knows whether what line {line} asks for has an end"


def holds(loop: Loop, line: int) -> bool:
    """Whether the line is one of the loop's."""
    return loop.span.line <= line <= loop.span.end_line


def runs_out(composition: Composition, name: str, line: int) -> bool:
    """Whether a loop of the line was said to halt since it runs out of items."""
    function = composition.program.functions.get(name)
    for loop in function.loops if function is not None else ():
        shown = composition.own.get(LoopSubject(name, loop.id))
        here = loop.span.line == line or (loop.kind == "comprehension" and holds(loop, line))
        if here and shown is not None and shown.certificate is not None:
            text = f"{shown.certificate.kind} {shown.certificate.text}"
            if shown.answer is Answer.HALT and _COUNTED.search(text):
                return True
    return False
