"""What is read from may be an object of the file, which ends in its own way."""

from __future__ import annotations

from collections.abc import Iterator

from haltcheck.frontend.unseen.find import READS
from haltcheck.model.instruction import CallMethod
from haltcheck.model.program import Function, Program, Raise
from haltcheck.model.subject import LoopSubject, Subject
from haltcheck.verdict.evidence import Settled


def read_here(program: Program, subject: Subject, evidence: Settled) -> str:
    """A method of the file that a divergence takes for the read of a stream; else nothing.

    One that only hands on what it reads itself ends as a stream does.
    """
    if not _rests_on_end(evidence):
        return ""
    names = (subject.qualname,) if isinstance(subject, LoopSubject) else subject.qualnames
    for function in (program.functions[name] for name in names):
        for place in _places(function):
            for method in sorted(program.contents.readers.get(place, ())):
                if not _hands_on(program, method):
                    return method
    return ""


def _rests_on_end(evidence: Settled) -> bool:
    told = (evidence.witness.event, evidence.condition, str(evidence.certificate))
    return any(word in text for word in ("end of file", "closes", "remaining(") for text in told)


def _places(function: Function) -> Iterator[str]:
    """Where what the function reads from is kept."""
    for block in function.blocks:
        for one in block.instructions:
            if isinstance(one, CallMethod) and one.name in READS:
                holder = one.text.split(".")[:-1]
                if len(holder) > 1:
                    yield f".{holder[-1]}"
                elif holder:
                    yield f"{function.qualname}:{holder[0]}"


def _hands_on(program: Program, method: str) -> bool:
    entry = program.contents.functions[method]
    reads = any(text.rpartition(".")[2] in READS for text in entry.calls)
    read = program.functions.get(method)
    return reads and not any(
        isinstance(block.terminator, Raise) for block in (read.blocks if read is not None else ())
    )
