"""For each function of a file, what it runs of the file without calling it by name."""

from __future__ import annotations

import ast
import re
from dataclasses import replace

from haltcheck.frontend.family import short_name
from haltcheck.frontend.syntax import Contents
from haltcheck.frontend.table import Table
from haltcheck.frontend.unseen.flow import Flow, TooMuchFlowsError
from haltcheck.frontend.unseen.heap import Heap
from haltcheck.frontend.unseen.heritage import Heritage
from haltcheck.frontend.unseen.search import searched
from haltcheck.frontend.unseen.unit import Node, units_of
from haltcheck.frontend.unseen.value import CALLING, ENDLESS, LAZY, Values

_REAL = re.compile(r"\d\.\d|\dj\b|\bfloat\(|\bmath\.|\binf\b|\bDecimal\(|\bFraction\(|\*\* ?-")
READS = frozenset({"read", "readline", "recv", "read1", "readinto", "recv_into"})
"""Methods that objects have in common with streams."""


def with_unseen(tree: ast.Module, table: Table, lines: tuple[str, ...]) -> Contents:
    """The contents with special methods, properties and handed functions by the function that runs
    them, and with the places that objects of the file's classes come to.
    """
    if not (_is_needed(table) or any(map(_REAL.search, lines))):
        return table.contents

    def named(node: Node) -> str:
        text = lines[node.lineno - 1]
        offset = node.col_offset
        if not text.isascii():
            before = text.encode("utf-8", "replace")[:offset]
            offset = len(before.decode("utf-8", "ignore"))
        return table.places.get((node.lineno, offset + 1), "")

    try:
        units = units_of(tree, named, table.contents.functions)
        heap = Heap(table.contents, units[0].members)
        values = Values(heap, units)
        Flow(heap, values, units).run()
        found = searched(heap, values, units)
        # They are bound to the values: a cycle that would keep all until garbage is looked for.
        values.evaluators.clear()
        return replace(table.contents, unseen=found, readers=_readers(heap), odd=_odd(heap))
    except (RecursionError, TooMuchFlowsError):
        return table.contents


def _readers(heap: Heap) -> dict[str, frozenset[str]]:
    """By name or attribute, the methods here that it may be asked to read by."""
    found: dict[str, set[str]] = {}
    reads: dict[str, frozenset[str]] = {}
    for place_of, marks in heap.marks.items():
        for kind, cls, _ in marks:
            if kind == "object":
                if cls not in reads:
                    reads[cls] = frozenset().union(*[heap.find(cls, name) for name in READS])
                if reads[cls]:
                    found.setdefault(place_of, set()).update(reads[cls])
    return {name: frozenset(methods) for name, methods in found.items()}


def _is_needed(table: Table) -> bool:
    """Whether the file has what runs unseen, or hands functions on."""
    contents = table.contents
    heritage = Heritage(contents)
    if heritage.is_needed or any(name in READS | {"write"} for _, name in heritage.methods):
        return True
    if any(one.is_generator for one in contents.functions.values()):
        return True
    if any(not _BUILT_IN.keys().isdisjoint(one.bases) for one in contents.classes.values()):
        return True
    shorts = {short_name(name) for name in contents.functions}
    if "<lambda>" in shorts or not table.taken.isdisjoint(shorts):
        return True
    telling = CALLING | LAZY | ENDLESS | {"getattr", "globals"}
    called: set[str] = set().union(*table.calls.values())
    return any(text.rpartition(".")[2] in telling for text in called)


_TELLING = frozenset({"__init__", "__new__", "__repr__", "__str__", "__doc__", "__hash__"})


def _changing(kind: type) -> frozenset[str]:
    """What a class calculates or changes by: not what it tells of itself."""
    return frozenset(dir(kind)) - {
        "__init__",
        "__new__",
        "__repr__",
        "__str__",
        "__doc__",
        "__hash__",
    }


def _odd(heap: Heap) -> frozenset[str]:
    """Places where something may come that calculates, or holds things, in its own way."""
    return frozenset(
        key
        for key, marks in heap.marks.items()
        if any(
            (k == "float" and not sure) or (k == "object" and _own(heap, c)) for k, c, sure in marks
        )
    )


def _is_odd(heap: Heap, kind: str, cls: str, sure: bool) -> bool:
    return _own(heap, cls) if kind == "object" else kind == "float" and not sure


def _own(heap: Heap, cls: str) -> bool:
    """Whether a class derives from a built-in one and changes what that one does."""
    order = heap.heritage.order(cls)
    entries = [heap.contents.classes[one] for one in order]
    bases = {base for one in entries for base in one.bases} & _BUILT_IN.keys()
    methods = frozenset().union(*(one.methods for one in entries))
    return any(methods & _BUILT_IN[base] for base in bases)


_KINDS = (int, float, str, bytes, bytearray, list, dict, set, frozenset, tuple)
_BUILT_IN = {kind.__name__: _changing(kind) for kind in _KINDS}
