"""A source becomes syntax: by ``ast``, and by libcst where ``ast`` says too little."""

import gc
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from haltcheck.basis.span import Span
from haltcheck.frontend.depth import SHALLOW, depth
from haltcheck.frontend.overview import Overview, keep, kept, overview
from haltcheck.frontend.quiet import parse_quietly
from haltcheck.frontend.reader import TooDeepError
from haltcheck.frontend.reading import UNREAD, Reading, read_whole
from haltcheck.frontend.rest import keep_tree, tree_of
from haltcheck.frontend.source import Source
from haltcheck.frontend.syntax import Syntax, Unreadable
from haltcheck.frontend.unseen.find import with_unseen

_UNPARSED = (SyntaxError, ValueError, RecursionError, MemoryError)
_LARGE_STACK = 256 << 20
# CPython's parser keeps every prefix of a dotted name: a hundred thousand parts cost gigabytes.
_DOTTED = re.compile(r"\w(?:\s*\.\s*\w+){5000}")
_TOO_DEEP = Unreadable(Span(1, 1, 1, 2), "nested too deep to be read")


def parse(source: Source, *, piecemeal: bool = False) -> Syntax | Unreadable:
    """Reads a file; what cannot be read at all is Unreadable, what cannot be modelled a gap.

    If ``piecemeal``, functions are read when they are asked for; one that libcst cannot read
    is not there then.
    """
    if not source.text.isascii():
        broken = _surrogate(source.text)
        if broken is not None:
            return broken
    with _collection_paused():
        # What is remembered was shallow.
        if kept(source) is not None or depth(source.text) <= SHALLOW:
            return _parse(source, guarded=False, piecemeal=piecemeal)
        if _DOTTED.search(source.text):
            return _TOO_DEEP
        return _parse_on_large_stack(source)


def _surrogate(text: str) -> Unreadable | None:
    """Half a pair is no character; no parser takes it."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        before = text[: error.start]
        line, column = before.count("\n") + 1, error.start - before.rfind("\n")
        return Unreadable(Span(line, column, line, column + 1), "a surrogate is no character")
    return None


def _with_unseen(source: Source, seen: Overview) -> Overview:
    """What runs without being called by name is asked for of the file that is checked alone."""
    table = seen.table
    contents = with_unseen(tree_of(source), table, source.lines)
    return replace(seen, table=replace(table, contents=contents))


def _parse(source: Source, guarded: bool, piecemeal: bool = False) -> Syntax | Unreadable:
    try:
        seen = kept(source)
        if seen is None:
            try:
                tree = parse_quietly(source.text)
            except _UNPARSED as error:
                return read_whole(source, _first_error(error))
            seen = overview(source, tree)
            if not guarded:
                keep(source, seen)
                keep_tree(source, tree)
        try:
            if not piecemeal:
                seen = _with_unseen(source, seen)
            return Reading(source, seen, guarded).run(piecemeal)
        except (*UNREAD, TooDeepError):
            return read_whole(source)
    except (RecursionError, MemoryError):
        return _TOO_DEEP


def _first_error(error: BaseException) -> Unreadable | None:
    if not isinstance(error, SyntaxError) or error.lineno is None:
        return None
    line, column = max(1, error.lineno), max(1, error.offset or 1)
    return Unreadable(Span(line, column, line, column + 1), f"syntax error: {error.msg}")


def _parse_on_large_stack(source: Source) -> Syntax | Unreadable:
    """The same on a thread of its own, whose C stack is large enough."""
    found: list[Syntax | Unreadable] = []
    before = threading.stack_size(_LARGE_STACK)
    try:
        thread = threading.Thread(target=lambda: found.append(_parse(source, guarded=True)))
        thread.start()
    finally:
        threading.stack_size(before)
    thread.join()
    return found[0] if found else _TOO_DEEP


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
