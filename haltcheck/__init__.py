"""haltcheck tells whether a Python program halts."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from haltcheck.api import check, check_paths
    from haltcheck.basis.answer import Answer, Basis, Severity
    from haltcheck.basis.error import HaltcheckError
    from haltcheck.basis.span import Span
    from haltcheck.frontend.expression import Gap
    from haltcheck.frontend.source import Source
    from haltcheck.model.assumption import (
        Consumes,
        DefinesNone,
        DoesNotWrite,
        NotOverridden,
        ReturnsNormally,
        SetElsewhere,
        Specific,
        Standing,
        YieldsFinitely,
    )
    from haltcheck.options import Options
    from haltcheck.verdict.verdict import Exhibit, Finding, Moment, Verdict, Witness
    from haltcheck.writers.report import (
        Fault,
        FileReport,
        FunctionReport,
        LoopReport,
        Report,
        Summary,
    )

_HOMES = {
    "haltcheck.api": ("check", "check_paths"),
    "haltcheck.basis.answer": ("Answer", "Basis", "Severity"),
    "haltcheck.basis.error": ("HaltcheckError",),
    "haltcheck.basis.span": ("Span",),
    "haltcheck.frontend.expression": ("Gap",),
    "haltcheck.frontend.source": ("Source",),
    "haltcheck.model.assumption": (
        "Consumes",
        "DefinesNone",
        "DoesNotWrite",
        "NotOverridden",
        "ReturnsNormally",
        "SetElsewhere",
        "Specific",
        "Standing",
        "YieldsFinitely",
    ),
    "haltcheck.options": ("Options",),
    "haltcheck.verdict.verdict": ("Exhibit", "Finding", "Moment", "Verdict", "Witness"),
    "haltcheck.writers.report": (
        "Fault",
        "FileReport",
        "FunctionReport",
        "LoopReport",
        "Report",
        "Summary",
    ),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Answer",
    "Basis",
    "Consumes",
    "DefinesNone",
    "DoesNotWrite",
    "Exhibit",
    "Fault",
    "FileReport",
    "Finding",
    "FunctionReport",
    "Gap",
    "HaltcheckError",
    "LoopReport",
    "Moment",
    "NotOverridden",
    "Options",
    "Report",
    "ReturnsNormally",
    "SetElsewhere",
    "Severity",
    "Source",
    "Span",
    "Specific",
    "Standing",
    "Summary",
    "Verdict",
    "Witness",
    "YieldsFinitely",
    "__version__",
    "check",
    "check_paths",
]


def __getattr__(name: str) -> object:
    """Loads a public name from its home when it is first asked for (PEP 562)."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
