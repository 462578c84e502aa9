"""How deep a text nests, told by one scan of its tokens before any parser descends.

Parsers descend once per level on the C stack, which no exception guards: libcst dies of some
1,500 nested parentheses and takes minutes for 1,000. So deep text is read on a large stack, and
what is deeper than any program that people write is not read at all.
"""

import re

SHALLOW = 60
DEEPEST = 1_000
DEEPEST_BRACKETS = 100

_TOKEN = re.compile(
    r"#[^\n]*"
    r"|[bfrtuBFRTU]{0,2}(?:"
    r'"""(?:\\.|[^\\])*?(?:"""|\Z)'
    r"|'''(?:\\.|[^\\])*?(?:'''|\Z)"
    r'|"(?:\\.|[^"\\\n])*"?'
    r"|'(?:\\.|[^'\\\n])*'?)"
    r"|\\\n"
    r"|\n[ \t\f]*(?![ \t\f#\n])(?:elif\b|else\b)?"
    r"|[()\[\]{},;]"
    r"|\b(?:if|not|lambda|and|or|await|for|in|is|yield)\b"
    r"|[-+*/%&|^~@.<>=!]+",
    re.DOTALL,
)


def depth(text: str) -> int:
    """A bound on how deep a parser must descend; more than DEEPEST means too deep."""
    scan = _Scan()
    for token in _TOKEN.findall(text):
        scan.take(token)
        if scan.deepest > DEEPEST:
            break
    return scan.deepest


class _Scan:
    """Counts what is open: brackets, operators since the last comma, blocks and ``elif``."""

    def __init__(self) -> None:
        self.counts = [0]
        self.total = 0
        self.deepest = 0
        self.run = 0
        self.indents: list[tuple[int, int]] = []
        self.blocks = 0

    def take(self, token: str) -> None:
        first = token[0]
        counts = self.counts
        if first == "\n":
            if len(counts) == 1:
                self._line(token)
            return
        if first in ",;":
            self.run = 0
            self.total -= counts[-1]
            counts[-1] = 0
            return
        if first in "([{":
            counts.append(1)
            self.total += 1
            if len(counts) > DEEPEST_BRACKETS:
                self.deepest = DEEPEST + 1
        elif first in ")]}":
            self._close()
        elif first not in "#\\":
            self._operator(token)
        if self.total + self.blocks > self.deepest:
            self.deepest = self.total + self.blocks

    def _close(self) -> None:
        counts = self.counts
        if len(counts) > 1:
            self.total -= counts.pop()
        counts[-1] += 1
        self.total += 1

    def _operator(self, token: str) -> None:
        if token[-1] in "'\"":
            weight = self._string(token)
        else:
            weight = len(token) if token[0] in "-+*/%&|^~@.<>=!" else 1
        self.counts[-1] += weight
        self.total += weight

    def _string(self, token: str) -> int:
        """Adjacent strings are a chain for libcst alone, which refuses very long ones itself."""
        self.run += 1
        self.deepest = max(self.deepest, min(self.run, DEEPEST))
        prefix = token[:2].lower().strip("rb'\"")
        return 1 + token.count("{") if prefix in ("f", "t") else 0

    def _line(self, token: str) -> None:
        """A new logical line: its indentation closes blocks, ``elif`` adds to the last one."""
        self.total = 0
        self.run = 0
        self.counts[0] = 0
        body = token[1:]
        width = len(body) - len(body.lstrip())
        word = body[width:]
        while self.indents and self.indents[-1][0] > width:
            self.blocks -= self.indents.pop()[1]
        if not self.indents or self.indents[-1][0] < width:
            self.indents.append((width, 1))
            self.blocks += 1
        elif word == "elif":
            self.indents[-1] = (width, self.indents[-1][1] + 1)
            self.blocks += 1
        elif word != "else" and self.indents[-1][1] > 1:
            self.blocks -= self.indents[-1][1] - 1
            self.indents[-1] = (width, 1)
        if self.blocks > self.deepest:
            self.deepest = self.blocks
