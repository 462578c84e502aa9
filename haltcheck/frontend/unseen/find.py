"""For each function of a file, what it runs of the file without calling it by name."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import replace

from haltcheck.frontend.family import short_name
from haltcheck.frontend.syntax import Contents, Unseen
from haltcheck.frontend.table import Table
from haltcheck.frontend.unseen.asking import Ask, Asking, growing, managed
from haltcheck.frontend.unseen.builtin import Builtins
from haltcheck.frontend.unseen.flow import Flow
from haltcheck.frontend.unseen.heap import GrownError, Heap
from haltcheck.frontend.unseen.heritage import Heritage
from haltcheck.frontend.unseen.mark import of_kind
from haltcheck.frontend.unseen.unit import Node, Unit, units_of
from haltcheck.frontend.unseen.value import CALLING, ENDLESS, LAZY, Values, place

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
        found = _searched(heap, values, units)
        return replace(table.contents, unseen=found, readers=_readers(heap), odd=_odd(heap))
    except RecursionError:
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


def _searched(heap: Heap, values: Values, units: list[Unit]) -> dict[str, tuple[Unseen, ...]]:
    """What runs; where something flows on that had not by then, nothing is known before."""
    search = _Search(heap, values)
    try:
        return search.run(units)
    except GrownError:
        heap.is_closed = False
        values.start({}, set(), set())
        return search.run(units)


class _Search:
    """Goes through the nodes of each unit once everything has flowed."""

    def __init__(self, heap: Heap, values: Values) -> None:
        self.heap = heap
        self.values = values
        self.asking = Asking(heap, values)
        self.builtins = Builtins(self.asking)

    def run(self, units: list[Unit]) -> dict[str, tuple[Unseen, ...]]:
        found: dict[str, dict[Unseen, None]] = {}
        for unit in units:
            mine: dict[Unseen, None] = {}
            for node in unit.nodes:
                line = getattr(getattr(node, "iter", node), "lineno", 0)
                for ask in self._asks(node, unit):
                    mine[Unseen(line, ask.target, ask.sure, ask.whole, ask.looped)] = None
            if mine:
                found[unit.qualname] = mine
        return {name: tuple(mine) for name, mine in found.items()}

    def _asks(self, node: Node, unit: Unit) -> Iterator[Ask]:
        of, asking = self.values.of, self.asking
        match node:
            case ast.Attribute():
                yield from asking.attribute(node, of(node.value, unit))
            case ast.Call():
                yield from self._call(node, unit)
            case ast.Subscript():
                yield from asking.subscript(node, of(node.value, unit), of(node.slice, unit))
            case ast.Compare():
                yield from asking.compared(node, unit)
            case ast.BinOp(left=left, op=operator, right=right):
                yield from asking.calculated(of(left, unit), operator, of(right, unit), False)
                if isinstance(operator, ast.Mod):
                    yield from self._filled_in(left, right, unit)
            case ast.AugAssign(target=target, op=operator, value=value):
                yield from asking.calculated(of(target, unit), operator, of(value, unit), True)
                yield from growing(of(value, unit), [place(target, unit)])
            case ast.UnaryOp():
                yield from asking.turned(node, of(node.operand, unit))
            case ast.BoolOp(values=values):
                for value in values:
                    yield from asking.truth(of(value, unit))
            case ast.FormattedValue(value=value, conversion=conversion):
                how = chr(conversion) if conversion > 0 else "f"
                yield from asking.spelled(of(value, unit), how)
            case _:
                yield from self._statement(node, unit)

    def _statement(self, node: Node, unit: Unit) -> Iterator[Ask]:
        of, asking = self.values.of, self.asking
        match node:
            case ast.If() | ast.While() | ast.IfExp() | ast.Assert():
                yield from asking.truth(of(node.test, unit))
            case ast.comprehension():
                yield from asking.looped(of(node.iter, unit))
                for test in node.ifs:
                    yield from asking.truth(of(test, unit))
            case ast.For() | ast.AsyncFor():
                yield from asking.looped(of(node.iter, unit))
            case ast.YieldFrom(value=value):
                yield from asking.iterated(of(value, unit), whole=True)
            case ast.Starred(value=value, ctx=ast.Load()):
                yield from asking.iterated(of(value, unit), whole=True)
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    if isinstance(target, ast.Tuple | ast.List):
                        starred = any(isinstance(one, ast.Starred) for one in target.elts)
                        yield from asking.iterated(of(value, unit), whole=starred)
            case _:
                yield from self._rest(node, unit)

    def _rest(self, node: Node, unit: Unit) -> Iterator[Ask]:
        of, asking = self.values.of, self.asking
        match node:
            case ast.With() | ast.AsyncWith():
                yield from managed(asking, node, unit)
            case ast.Await(value=value):
                yield from asking.objects(of(value, unit), "__await__")
            case ast.Set(elts=elements):
                for element in elements:
                    yield from asking.hashed(of(element, unit))
            case ast.Dict(keys=keys):
                for key in filter(None, keys):
                    yield from asking.hashed(of(key, unit))
            case ast.Match(subject=subject):
                for special in ("__eq__", "__len__", "__getitem__"):
                    yield from asking.objects(of(subject, unit), special)
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                yield from self._definition(node, unit)

    def _definition(self, node: Node, unit: Unit) -> Iterator[Ask]:
        of = self.values.of
        for decorator in node.decorator_list:
            made = self.asking.called(of(decorator, unit))
            yield from (one for one in made if one.sure)
        if isinstance(node, ast.ClassDef):
            for base in node.bases:
                for cls, sure in of_kind(of(base, unit), "class"):
                    for name in self.heap.find(cls, "__init_subclass__"):
                        yield Ask(name, sure)
            for keyword in node.keywords:
                for cls, sure in of_kind(of(keyword.value, unit), "class"):
                    for special in ("__prepare__", "__new__", "__init__"):
                        yield from (Ask(one, sure) for one in self.heap.find(cls, special))

    def _call(self, node: ast.Call, unit: Unit) -> Iterator[Ask]:
        called = self.values.of(node.func, unit)
        found = list(self.asking.called(called))
        yield from found
        if not found:
            yield from self.builtins.asks(node, unit)

    def _filled_in(self, text: Node, value: Node, unit: Unit) -> Iterator[Ask]:
        """``"%s" % value``: each value is spelled as the text says."""
        is_text = isinstance(text, ast.Constant) and isinstance(text.value, str)
        if not is_text and not isinstance(text, ast.JoinedStr | ast.BinOp | ast.Name):
            return
        parts = value.elts if isinstance(value, ast.Tuple) else [value]
        shown = text.value if is_text else "%s %r"
        for part in parts:
            marks = self.values.of(part, unit)
            if "%r" in shown or "%a" in shown:
                yield from self.asking.spelled(marks, "r")
            if "%s" in shown or "%(" in shown:
                yield from self.asking.spelled(marks, "s")
