"""HC301: iterating over what never ends."""

from typing import ClassVar

from haltcheck.basis.answer import Severity
from haltcheck.model.certificate import EndlessIteration
from haltcheck.verdict.intent import Intent
from haltcheck.verdict.rule import Case, NotApplicable, Rule
from haltcheck.verdict.verdict import Finding

_LOOPED = "what this loop iterates over"
_TAKEN = "what is asked for all of its items here"
_REMEDY = "wait for what the stream gives at its end, or raise StopIteration or IndexError there"


class EndlessIterable(Rule):
    """An iterable that never ends, or that grows with each round of its loop."""

    severity: ClassVar[Severity] = Severity.ERROR
    summary: ClassVar[str] = (
        "iterating over something that never ends or that the loop itself keeps growing"
    )
    why: ClassVar[str] = (
        "An iteration ends when its iterable does. This one does not: it has no end, or each round "
        "adds to it, and nothing else leaves. A stream of bytes gives b'' at its end, never ''; "
        "without __iter__ Python asks __getitem__ for 0, 1, 2 and so on, until it raises."
    )
    fix: ClassVar[str] = "iterate over a copy, or leave the loop with break"
    diverges: ClassVar[str] = """\
def double():
    items = [1, 2, 3]
    for item in items:
        items.append(item)
    return items
"""
    halts: ClassVar[str] = """\
def double():
    items = [1, 2, 3]
    for item in list(items):
        items.append(item)
    return items
"""

    def applies(self, case: Case) -> Finding | NotApplicable:
        """Speaks of loops over what never ends or grows, and of iterations without a loop."""
        if case.kind not in ("for", "comprehension", "iteration"):
            return NotApplicable("it iterates over nothing")
        shown = case.certificate if isinstance(case.certificate, EndlessIteration) else None
        if case.kind == "iteration" or (shown is not None and shown.slip):
            return self._asked(case)
        if shown is not None and shown.grows:
            where = f" where {case.verdict.condition}" if case.verdict.condition else ""
            message = f"each round adds to what this loop iterates, so it never ends{where}"
            severity = Severity.WARNING if where else Severity.ERROR
            return self.finding(case, message, severity)
        if case.verdict.condition or case.event:
            return NotApplicable("it diverges only under a condition or after an event")
        if case.intent is not Intent.NONE:
            return NotApplicable("it serves the outside world")
        return self.finding(case, f"{_LOOPED} never ends")

    def _asked(self, case: Case) -> Finding:
        """Speaks of what nobody writes on purpose, and of straight code that asks for all items."""
        told = case.verdict.explanation
        if not case.verdict.condition:
            what = _LOOPED if case.kind != "iteration" else _TAKEN
            return self.finding(case, f"{what} never ends: {told}", remedy=_REMEDY)
        message = f"an iteration never ends where {case.verdict.condition}: {told}"
        return self.finding(case, message, Severity.WARNING, _REMEDY)
