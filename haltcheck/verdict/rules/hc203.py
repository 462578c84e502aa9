"""HC203: a ``__getattr__`` that asks itself for what is not bound yet."""

from typing import ClassVar

from haltcheck.basis.answer import Severity
from haltcheck.model.certificate import Uninitialised
from haltcheck.verdict.rule import Case, NotApplicable, Rule
from haltcheck.verdict.verdict import Finding


class UnboundInGetattr(Rule):
    """A ``__getattr__`` that reads an attribute of ``self`` which a new object does not have."""

    severity: ClassVar[Severity] = Severity.WARNING
    summary: ClassVar[str] = "a __getattr__ that asks itself for an attribute that is not bound yet"
    why: ClassVar[str] = (
        "copy and pickle make an object without __init__ and ask it for __setstate__. The class "
        "has none, so __getattr__ is asked; it reads an attribute that __init__ alone binds, and "
        "for that __getattr__ is asked again, without end."
    )
    fix: ClassVar[str] = (
        "raise AttributeError for special names or for this attribute first, or bind it in the "
        "class body"
    )
    diverges: ClassVar[str] = """\
class Proxy:
    def __init__(self, wrapped):
        self.wrapped = wrapped

    def __getattr__(self, name):
        return getattr(self.wrapped, name)
"""
    halts: ClassVar[str] = """\
class Proxy:
    def __init__(self, wrapped):
        self.wrapped = wrapped

    def __getattr__(self, name):
        if name.startswith("__") or name == "wrapped":
            raise AttributeError(name)
        return getattr(self.wrapped, name)
"""

    def applies(self, case: Case) -> Finding | NotApplicable:
        """Speaks of recursions on objects that nothing has initialised."""
        if not isinstance(case.certificate, Uninitialised):
            return NotApplicable("it reads nothing that is not bound yet")
        return self.finding(case, f"this never comes back where {case.verdict.condition}")
