"""How deep a text nests, told by one scan of its tokens before any parser descends.

Parsers descend once per level on the C stack, which no exception guards: libcst dies of some
1,500 nested parentheses and takes minutes for 1,000. So deep text is read on a large stack, and
what is deeper than any program that people write is not read at all.
"""

import re

SHALLOW = 60
DEEPEST = 1_000
DEEPEST_BRACKETS = 100

_WORDS = r"(?:if|not|lambda|and|or|await|for|in|is|yield)\b"
# Words, blanks and empty lines are passed over on the way to the next token that counts.
_BETWEEN = (
    rf"(?:(?!{_WORDS}|[bfrtuBFRTU]{{1,2}}['\"])\w++"
    r"|[^\w\n#'\"()\[\]{},;\-+*/%&|^~@.<>=!\\]++"
    r"|\n[ \t\f]*+(?=[#\n]))*+"
)
_TOKEN = re.compile(
    rf"{_BETWEEN}("
    r"#[^\n]*+"
    r"|[bfrtuBFRTU]{0,2}(?:"
    r'"""[^"\\]*+(?:(?:\\.|"(?!""))[^"\\]*+)*+(?:"""|\Z)'
    r"|'''[^'\\]*+(?:(?:\\.|'(?!''))[^'\\]*+)*+(?:'''|\Z)"
    r'|"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"?'
    r"|'[^'\\\n]*+(?:\\.[^'\\\n]*+)*+'?)"
    r"|\\\n?"
    r"|\n[ \t\f]*+(?:(?:elif|else)\b)?"
    r"|[()\[\]{},;]"
    rf"|{_WORDS}"
    r"|[-+*/%&|^~@.<>=!]++"
    r"|\Z)",
    re.DOTALL,
)

_SIGNS = frozenset("-+*/%&|^~@.<>=!")


def depth(text: str) -> int:
    """A bound on how deep a parser must descend; more than DEEPEST means too deep.

    Counts what is open: brackets, operators since the last comma, blocks and ``elif``. One loop
    without calls, for it goes through every token of every file.
    """
    indentation = _Indentation()
    counts = [0]
    total = deepest = run = blocks = 0
    for token in _TOKEN.findall(text):
        first = token[:1]
        if first in _SIGNS:
            total += len(token)
            counts[-1] += len(token)
        elif first == "\n":
            if len(counts) > 1:
                continue
            total = run = counts[0] = 0
            blocks = indentation.take(token)
        elif first in ",;":
            run = 0
            total -= counts[-1]
            counts[-1] = 0
        elif first in "([{":
            counts.append(1)
            total += 1
            if len(counts) > DEEPEST_BRACKETS:
                return DEEPEST + 1
        elif first in ")]}":
            if len(counts) > 1:
                total -= counts.pop()
            counts[-1] += 1
            total += 1
        elif first and first not in "#\\":
            weight = 1
            if token[-1] in "'\"":
                # Adjacent strings are a chain for libcst alone, which refuses very long ones.
                run += 1
                deepest = max(deepest, min(run, DEEPEST))
                weight = _inside(token)
            total += weight
            counts[-1] += weight
        if total + blocks > deepest:
            deepest = total + blocks
            if deepest > DEEPEST:
                break
    return deepest


def _inside(token: str) -> int:
    """What nests in a string that is formatted; nothing in others."""
    prefix = token[:2].lower().strip("rb'\"")
    return 1 + token.count("{") if prefix in ("f", "t") else 0


class _Indentation:
    """The blocks that are open, each with its width and with ``elif`` counted as one more."""

    def __init__(self) -> None:
        self.indents: list[tuple[int, int]] = []
        self.blocks = 0

    def take(self, token: str) -> int:
        """How many are open behind a line break and what indents the next line."""
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
        return self.blocks
