"""Which rules speak, what they say of the judged subjects, and what comments silence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from haltcheck.basis.answer import Answer
from haltcheck.basis.discover import load_all
from haltcheck.basis.record import record
from haltcheck.basis.span import Span
from haltcheck.verdict.rule import Case, Rule
from haltcheck.verdict.suppression import Suppression
from haltcheck.verdict.verdict import Finding

_INTENDED = "HC501"
_UNREADABLE = "HC900"
_IDLE = "HC902"


@record
class Selection:
    """Codes or prefixes of codes; no ``select`` means every rule that is not optional."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    show_intended: bool = False
    min_confidence: float = 0.9

    def has(self, code: str) -> bool:
        """Whether findings of this code are wanted; an unreadable file is never passed over."""
        if _matches(code, self.ignore):
            return False
        if code == _UNREADABLE or (code == _INTENDED and self.show_intended):
            return True
        return _matches(code, self.select) if self.select else not rules()[code].optional


def _matches(code: str, given: tuple[str, ...]) -> bool:
    return any(code.startswith(prefix.upper()) for prefix in given)


@cache
def rules() -> dict[str, Rule]:
    """Every rule by code, in order of the codes."""
    found = load_all("haltcheck.verdict.rules", Rule)
    return {kind.code(): kind() for _, kind in sorted(found.items())}


def findings(cases: Iterable[Case], selection: Selection) -> tuple[Finding, ...]:
    """What the selected rules say, in the order of the source."""
    found = [
        finding
        for case in cases
        if case.verdict.answer is Answer.NON_HALT
        for finding in _speak(case, selection)
    ]
    return tuple(sorted(found, key=lambda finding: (finding.span, finding.code)))


def _speak(case: Case, selection: Selection) -> list[Finding]:
    confidence = case.verdict.confidence
    said = [
        outcome
        for code, rule in rules().items()
        if selection.has(code) and isinstance(outcome := rule.applies(case), Finding)
    ]
    enough = confidence is None or confidence >= selection.min_confidence
    return [finding for finding in said if enough or finding.code != "HC401"]


@dataclass(slots=True)
class _Use:
    suppression: Suppression
    silenced: list[Finding] = field(default_factory=list)


def silence(
    found: Iterable[Finding], comments: Iterable[Suppression], selection: Selection
) -> tuple[Finding, ...]:
    """The findings that no comment on their first line silences; idle comments are HC902."""
    by_line: dict[int, list[_Use]] = {}
    for comment in comments:
        by_line.setdefault(comment.line, []).append(_Use(comment))
    kept = []
    for finding in found:
        covering = [
            use
            for use in by_line.get(finding.span.line, [])
            if use.suppression.covers(finding.code)
        ]
        for use in covering:
            use.silenced.append(finding)
        if not covering:
            kept.append(finding)
    if by_line and selection.has(_IDLE):
        uses = (use for on_line in by_line.values() for use in on_line)
        kept += [_idle(use.suppression) for use in uses if not use.silenced]
    return tuple(sorted(kept, key=lambda finding: (finding.span, finding.code)))


def _idle(comment: Suppression) -> Finding:
    rule = rules()[_IDLE]
    what = ", ".join(comment.codes) or "anything"
    return Finding(
        code=_IDLE,
        severity=rule.severity,
        span=Span(comment.line, comment.column, comment.line, comment.end_column),
        message=f"this comment does not silence {what}",
        function="<module>",
        hint=rule.fix,
    )


def unreadable(span: Span, why: str, text: str = "") -> Finding:
    """The finding for a file that cannot be read as Python."""
    rule = rules()[_UNREADABLE]
    return Finding(
        code=_UNREADABLE,
        severity=rule.severity,
        span=span,
        message=f"could not be analysed: {why}",
        function="<module>",
        hint=rule.fix,
        text=text,
    )
