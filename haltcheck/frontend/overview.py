"""What ``ast`` tells of a file, once for all that read it: itself, and the files that import it."""

from __future__ import annotations

import ast
from collections import OrderedDict

from haltcheck.basis.record import record
from haltcheck.frontend.constant import Telling, telling
from haltcheck.frontend.contents import tabulate
from haltcheck.frontend.pick import Pick, pick
from haltcheck.frontend.source import Source
from haltcheck.frontend.table import Table

_MOST = 64
_LARGEST = 400_000
_KNOWN: OrderedDict[str, Overview] = OrderedDict()


@record
class Overview:
    """The contents of a file, what of it is to be read, and what binds its constants."""

    table: Table
    picked: Pick
    tellings: tuple[Telling, ...]


def overview(source: Source, tree: ast.Module) -> Overview:
    """All that is asked of the tree of a file as a whole."""
    table = tabulate(tree, source.lines)
    return Overview(table, pick(table), tuple(telling(tree)))


def keep(source: Source, seen: Overview) -> None:
    """Remembers it for whoever reads the same text; the last few that are not large are kept."""
    if len(source.text) <= _LARGEST:
        _KNOWN[source.text] = seen
    if len(_KNOWN) > _MOST:
        _KNOWN.popitem(last=False)


def kept(source: Source) -> Overview | None:
    """What is remembered of the text."""
    return _KNOWN.get(source.text)
