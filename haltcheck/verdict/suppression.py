"""Comments that silence findings: ``# haltcheck: ignore`` and ``# haltcheck: ignore[HC103]``."""

from __future__ import annotations

import io
import re
import tokenize

from haltcheck.basis.record import record

_MARK = re.compile(r"#\s*haltcheck:\s*ignore(?:\s*\[([^\]]*)\])?(?![\w-])", re.IGNORECASE)
_TOKEN = "haltcheck:"


@record
class Suppression:
    """One comment; no ``codes`` means every code."""

    line: int
    column: int
    codes: tuple[str, ...]
    end_column: int

    def covers(self, code: str) -> bool:
        """Whether a finding of this code is silenced."""
        return not self.codes or any(code.startswith(given) for given in self.codes)


def suppressions(text: str) -> tuple[Suppression, ...]:
    """Every suppression of a source, in order; look-alikes inside strings do not count."""
    if _TOKEN not in text.lower():
        return ()
    return tuple(found for found in map(_read, _comments(text)) if found is not None)


@record
class _Comment:
    line: int
    column: int
    text: str


def _comments(text: str) -> list[_Comment]:
    comments = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.COMMENT:
                comments.append(_Comment(token.start[0], token.start[1] + 1, token.string))
    except (tokenize.TokenError, SyntaxError):
        # Newer syntax than the running Python knows: what was read so far counts, and the rest
        # is read line by line, where a mark in a string is taken for a comment.
        seen = max((comment.line for comment in comments), default=0)
        comments += _by_line(text, seen)
    return comments


def _by_line(text: str, after: int) -> list[_Comment]:
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        at = line.find("#")
        if number > after and at >= 0:
            found.append(_Comment(number, at + 1, line[at:]))
    return found


def _read(comment: _Comment) -> Suppression | None:
    match = _MARK.search(comment.text)
    if match is None:
        return None
    listed = match.group(1) or ""
    codes = tuple(code.strip().upper() for code in listed.split(",") if code.strip())
    start = comment.column + match.start()
    return Suppression(comment.line, start, codes, comment.column + match.end())
