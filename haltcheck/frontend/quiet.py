"""The two things of ``ast`` that are used, without the warnings that they would print."""

import ast
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

# The filters of ``warnings`` belong to the whole process, so one reader at a time changes them.
_FILTERS = threading.Lock()


@contextmanager
def quietly() -> Iterator[None]:
    """Nothing is warned of meanwhile."""
    with _FILTERS, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def parse_quietly(text: str) -> ast.Module:
    """The syntax tree of a text; raises what ``ast.parse`` raises."""
    with quietly():
        return ast.parse(text)


def evaluate_string(token: str) -> str | bytes:
    """The value of one string or bytes literal; raises ValueError or SyntaxError."""
    if token[0] in "'\"" and token[1:2] != token[0] and "\\" not in token:
        return token[1:-1]
    quote = min(at for at in (token.find("'"), token.find('"')) if at >= 0)
    prefix = token[:quote].lower()
    width = 3 if token[quote : quote + 3] in ("'''", '"""') and len(token) - quote >= 6 else 1
    body = token[quote + width : -width]
    if "\\" not in body or "r" in prefix:
        return body.encode("ascii") if "b" in prefix else body
    with quietly():
        value = ast.literal_eval(token)
    return value if isinstance(value, bytes) else str(value)
