"""HC102: a loop that makes no progress on what the outside world may do."""

from typing import ClassVar

from haltcheck.basis.answer import Severity
from haltcheck.frontend.pick import is_private
from haltcheck.model.aftermath.outcome import Event
from haltcheck.model.certificate import Stuck
from haltcheck.verdict.cause import cause
from haltcheck.verdict.needed import needed, unlimited
from haltcheck.verdict.rule import Case, NotApplicable, Rule
from haltcheck.verdict.verdict import Finding, kind_of

_ENDS = (Event.END.value, Event.CLOSED.value)


class NoProgress(Rule):
    """A loop that an event of the environment keeps going without progress."""

    severity: ClassVar[Severity] = Severity.ERROR
    summary: ClassVar[str] = "a loop that makes no progress on what the outside world may do"
    why: ClassVar[str] = (
        "Files end, peers close, calls are refused or take nothing, patterns match nothing and "
        "lengths read from data may be zero. "
        "From then on each round of this loop does the same again: nothing that its exits depend "
        "on moves."
    )
    fix: ClassVar[str] = "test for this event in the loop and leave it, or raise"
    diverges: ClassVar[str] = """\
def read_header(stream):
    header = b""
    while not header.endswith(b"\\r\\n"):
        header += stream.read(1)
    return header


def main():
    with open("input.bin", "rb") as stream:
        return read_header(stream)
"""
    halts: ClassVar[str] = """\
def read_header(stream):
    header = b""
    while not header.endswith(b"\\r\\n"):
        piece = stream.read(1)
        if not piece:
            raise EOFError("the header is cut off")
        header += piece
    return header
"""

    def applies(self, case: Case) -> Finding | NotApplicable:
        """Speaks of loops that diverge after an event of the environment."""
        if case.kind == "recursion" or not case.event:
            return NotApplicable("no event of the environment is needed")
        if case.drains and kind_of(case.event) in _ENDS:
            return NotApplicable("whoever throws away what is read waits for something else")
        if needed(case):
            return NotApplicable("it takes arguments of a kind")
        # Who hands over what takes nothing is the caller, and so is who leaves the object as it is
        # or takes a limit away.
        where = unlimited(case)
        by_caller = case.event == Event.UNTAKEN.value or _is_led_to(case) or bool(where)
        level = Severity.WARNING if by_caller else self.severity
        found = cause(case)
        told = found.sentence if found else f"after {case.event} this loop makes no progress"
        told += f", where {where}" if where else ""
        return self.finding(case, told, level, found.remedy if found else "")


def _is_led_to(case: Case) -> bool:
    """Whether a private method is asked while its object is as its callers alone leave it."""
    supposed = case.certificate.supposed if isinstance(case.certificate, Stuck) else ()
    return is_private(case.function.rpartition(".")[2]) and any(
        fact.startswith("self.") for fact, _ in supposed
    )
