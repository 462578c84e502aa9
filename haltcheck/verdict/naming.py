"""Loops that look for a name that is still free: only finitely many files are there."""

from __future__ import annotations

from haltcheck.model.binding import bound
from haltcheck.model.certificate import Certificate, Recurrent, Trapped
from haltcheck.model.instruction import Call, CallMethod, Local
from haltcheck.model.program import Program
from haltcheck.model.slice import reads
from haltcheck.model.subject import LoopSubject, Subject
from haltcheck.verdict.case import loop_of

_ASKS = frozenset({"exists", "lexists", "isfile", "isdir", "islink", "is_file", "is_dir"})


def asks_free_name(program: Program, subject: Subject, certificate: Certificate) -> bool:
    """Whether the loop asks the file system for a name that its rounds make anew."""
    if not isinstance(subject, LoopSubject) or not isinstance(certificate, Recurrent | Trapped):
        return False
    function, loop = program.functions[subject.qualname], loop_of(program, subject)
    inside = [one for number in sorted(loop.blocks) for one in function.blocks[number].instructions]
    made = {name for one in inside for name in bound(one) if name in function.locals}
    for one in inside:
        # A name that is written in place of it: in an order that comes before its use.
        if not made.isdisjoint(reads(one)):
            made.update(bound(one))
    for one in inside:
        if isinstance(one, CallMethod) and one.name in _ASKS:
            asked = [one.object, *(item.value for item in one.items)]
        elif isinstance(one, Call) and one.text.rpartition(".")[2] in _ASKS:
            asked = [item.value for item in one.items]
        else:
            continue
        if any(isinstance(x, Local) and x.name in made for x in asked):
            return True
    return False
