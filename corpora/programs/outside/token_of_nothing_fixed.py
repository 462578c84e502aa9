import re

TOKEN = re.compile(r"(?P<skip>\s*)|(?P<name>[a-z]+)")


class Lexer:
    def __init__(self, source):
        self.source = source
        self.pos = 0

    def token(self):
        if self.pos >= len(self.source):
            return "end", ""
        match = TOKEN.match(self.source, self.pos)
        if match.end() == self.pos:
            raise SyntaxError(self.source[self.pos])
        self.pos = match.end()
        if match.lastgroup == "skip":
            return self.token()
        return match.lastgroup, match.group()
