"""Where things stand: a cursor that walks over the text as conversion walks over the tree.

libcst gives no positions, and its metadata provider writes every token out again to count them.
Conversion meets the tokens in the order of the text, so it is enough to skip from one to the next.
"""

import re
from bisect import bisect_right
from itertools import accumulate

from haltcheck.basis.span import Span

_BLANK = r"[ \t\f\n]*(?:(?:\\\n|#[^\n]*)[ \t\f\n]*)*"
_TRIVIA = re.compile(_BLANK)
_WORD = re.compile(rf"{_BLANK}(\w+|.)", re.DOTALL)
_SIGN = re.compile(rf"{_BLANK}(?:(?:->|:){_BLANK})?")
# The next word where nothing but signs and blanks stands before it.
_NEXT = re.compile(r"[^\w#\\'\"]*(\w+)")


class LostError(Exception):
    """A token of the tree is not where the text should have it."""


class Cursor:
    """A position in a text that only moves forward; ``first`` is where the last thing began."""

    def __init__(self, text: str, starts: list[int], position: int = 0) -> None:
        self.text = text
        self.starts = starts
        self.position = position
        self.first = position

    def take(self, token: str) -> int:
        """Moves behind the next ``token`` and yields where it began."""
        text = self.text
        at = self.position
        if not text.startswith(token, at):
            found = _TRIVIA.match(text, at)
            at = found.end() if found else at
        while not text.startswith(token, at):
            step = _WORD.match(text, at)
            if step is None:
                raise LostError(token)
            after = _TRIVIA.match(text, step.end())
            at = after.end() if after else step.end()
        self.position = at + len(token)
        return at

    def take_word(self, word: str) -> int:
        """Moves behind the next whole word ``word`` and yields where it began."""
        if not word.isascii():
            return self.take(word)
        text = self.text
        found = _NEXT.match(text, self.position)
        if found is not None and found[1] == word:
            self.position = end = found.end()
            return end - len(word)
        match = _WORD.match
        found = match(text, self.position)
        while found is None or found[1] != word:
            if found is None:
                raise LostError(word)
            found = match(text, found.end())
        self.position = found.end()
        return found.start(1)

    def take_next(self, text: str) -> bool:
        """Moves behind a text that comes next, behind the sign of an annotation at most."""
        found = _SIGN.match(self.text, self.position)
        at = found.end() if found else self.position
        if not text or not self.text.startswith(text, at):
            return False
        self.first = at
        self.position = at + len(text)
        return True

    def skip(self, length: int) -> None:
        """Moves on by a number of code points, blank or not."""
        self.position += length

    def span(self, start: int) -> Span:
        """From ``start`` to the end of what was taken last."""
        starts = self.starts
        line = end_line = bisect_right(starts, start)
        first = end_first = starts[line - 1] - 1
        end = self.position
        if line < len(starts) and end >= starts[line]:
            end_line = bisect_right(starts, end, line)
            end_first = starts[end_line - 1] - 1
        return Span(line, start - first, end_line, end - end_first)


def line_starts(lines: tuple[str, ...]) -> list[int]:
    """Where each line begins in the whole text."""
    return [0, *accumulate(len(line) + 1 for line in lines)][:-1]
