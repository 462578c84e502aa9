"""A source becomes syntax: contents by ``ast``, the functions that matter by libcst."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from haltcheck.frontend.contents import tabulate
from haltcheck.frontend.quiet import parse_quietly
from haltcheck.frontend.reading import UNREAD, Reading, read_whole
from haltcheck.frontend.source import Source
from haltcheck.frontend.syntax import Syntax, Unreadable

_UNPARSED = (SyntaxError, ValueError, RecursionError, MemoryError)


def parse(source: Source) -> Syntax | Unreadable:
    """Reads a file; what cannot be read at all is Unreadable, what cannot be modelled a gap."""
    with _collection_paused():
        return _parse(source)


def _parse(source: Source) -> Syntax | Unreadable:
    try:
        tree = parse_quietly(source.text)
    except _UNPARSED:
        return read_whole(source)
    try:
        return Reading(source, tabulate(tree, source.lines), tree).run()
    except UNREAD:
        return read_whole(source)


@contextmanager
def _collection_paused() -> Iterator[None]:
    """A tree under construction holds no garbage, and looking for some doubles the cost."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
