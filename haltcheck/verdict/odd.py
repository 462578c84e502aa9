"""Measures over things that calculate in their own way, as far as the file shows where they go."""

from __future__ import annotations

import re

from haltcheck.model.program import Program
from haltcheck.model.subject import LoopSubject, Subject
from haltcheck.verdict.evidence import Settled
from haltcheck.verdict.exhibit import exhibit

_SPOKEN = re.compile(r"(?<![\w.])((?:[\w.]+:)?)([A-Za-z_]\w*)((?:\.\w+)*)")
"""A place, behind the function that it is of where that is grafted into another one."""


def odd_place(program: Program, subject: Subject, evidence: Settled) -> str:
    """What a halting certificate speaks of and that may be no plain number or container."""
    contents = program.contents
    if not contents.odd:
        return ""
    text = exhibit(evidence.certificate).text
    names = (subject.qualname,) if isinstance(subject, LoopSubject) else subject.qualnames
    for owner, root, rest in _SPOKEN.findall(text):
        for qualname in (owner.rstrip(":"),) if owner else names:
            taken = contents.floats.get(qualname, frozenset())
            key = f".{rest.rpartition('.')[2]}" if rest else f"{qualname}:{root}"
            if key in contents.odd and (rest or root not in taken):
                return f"{root}{rest}"
    return ""
