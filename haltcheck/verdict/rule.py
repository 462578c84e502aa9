"""What a rule is: one file that says when it applies, and shows it on two programs."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar

from haltcheck.basis.answer import Severity
from haltcheck.basis.record import record
from haltcheck.basis.span import Span
from haltcheck.model.aftermath.turn import NOWHERE, Occasion
from haltcheck.model.certificate import Certificate
from haltcheck.verdict.intent import Intent
from haltcheck.verdict.verdict import Finding, Verdict


@record
class Case:
    """One judged subject as the rules see it.

    ``kind`` is ``while``, ``for``, ``comprehension`` or ``recursion``. ``certificate`` is what
    the verdict rests on; None where it rests on none. ``event`` is the environment's event that
    the divergence needs; ``callables_only`` says that only free answers of callable arguments
    keep the subject going; ``public_exit`` names an attribute or global in the exits that public
    code elsewhere may write. ``occasion`` is where the event comes, ``exits`` are the lines of the
    tests that see nothing of it; ``drains`` says that all that is read is thrown away; ``numbered``
    are the parameters that are numbers unless a caller says otherwise.
    """

    kind: str
    function: str
    span: Span
    verdict: Verdict
    certificate: Certificate | None
    intent: Intent = Intent.NONE
    event: str = ""
    callables_only: bool = False
    public_exit: str = ""
    occasion: Occasion = NOWHERE
    exits: tuple[int, ...] = ()
    drains: bool = False
    numbered: frozenset[str] = frozenset()


@record
class NotApplicable:
    """Why a rule has nothing to report on a case."""

    why: str


class Rule(ABC):
    """A reportable fact; its code is its file's name.

    ``diverges`` and ``halts`` are whole programs: on the first the rule speaks, on the second
    nothing does. A rule with ``optional`` reports only when asked for.
    """

    severity: ClassVar[Severity]
    summary: ClassVar[str]
    why: ClassVar[str]
    fix: ClassVar[str]
    diverges: ClassVar[str]
    halts: ClassVar[str]
    optional: ClassVar[bool] = False

    @classmethod
    def code(cls) -> str:
        """``HC101`` for the rule in ``hc101.py``."""
        return cls.__module__.rpartition(".")[2].upper()

    @abstractmethod
    def applies(self, case: Case) -> Finding | NotApplicable:
        """The finding that this rule makes of the case, or why it makes none."""

    def finding(
        self, case: Case, message: str, severity: Severity | None = None, remedy: str = ""
    ) -> Finding:
        """A finding of this rule at the place of the case; ``remedy`` where the rule's is vague."""
        return Finding(
            code=self.code(),
            severity=severity or self.severity,
            span=case.span,
            message=message,
            function=case.function,
            hint=remedy or self.fix,
            verdict=case.verdict,
        )
