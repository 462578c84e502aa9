"""What the syntax of a file runs of the file unseen, once everything has flowed."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator

from haltcheck.frontend.syntax import Unseen
from haltcheck.frontend.unseen.asking import Ask, Asking, growing, managed
from haltcheck.frontend.unseen.builtin import Builtins
from haltcheck.frontend.unseen.heap import GrownError, Heap
from haltcheck.frontend.unseen.mark import of_kind
from haltcheck.frontend.unseen.unit import Node, Unit
from haltcheck.frontend.unseen.value import Values, place


def searched(heap: Heap, values: Values, units: list[Unit]) -> dict[str, tuple[Unseen, ...]]:
    """What runs; where something flows on that had not by then, nothing is known before."""
    search = _Search(heap, values)
    try:
        return search.run(units)
    except GrownError:
        heap.is_closed = False
        values.start({}, set(), set())
        return search.run(units)


class _Asks:
    """What each kind of node asks for."""

    def __init__(self, heap: Heap, values: Values) -> None:
        self.heap = heap
        self.values = values
        self.asking = Asking(heap, values)
        self.builtins = Builtins(self.asking)

    def attribute(self, node: ast.Attribute, unit: Unit) -> Iterable[Ask]:
        """``a.b``."""
        marks = self.values.of(node.value, unit)
        if not marks and f".{node.attr}" not in self.heap.marks:
            return ()
        return self.asking.attribute(node, marks)

    def subscript(self, node: ast.Subscript, unit: Unit) -> Iterable[Ask]:
        """``a[b]``."""
        marks, key = self.values.of(node.value, unit), self.values.of(node.slice, unit)
        return self.asking.subscript(node, marks, key) if marks or key else ()

    def calculated(self, node: ast.BinOp, unit: Unit) -> Iterator[Ask]:
        """``a + b``."""
        left, right = self.values.of(node.left, unit), self.values.of(node.right, unit)
        if left or right:
            yield from self.asking.calculated(left, node.op, right, False)
        if isinstance(node.op, ast.Mod):
            yield from self._filled_in(node.left, node.right, unit)

    def augmented(self, node: ast.AugAssign, unit: Unit) -> Iterator[Ask]:
        """``a += b``."""
        left, right = self.values.of(node.target, unit), self.values.of(node.value, unit)
        if isinstance(node.target, ast.Subscript):
            # What is there is asked for first.
            yield from self.asking.missed(self.values.of(node.target.value, unit))
        if left or right:
            yield from self.asking.calculated(left, node.op, right, True)
            yield from growing(right, [place(node.target, unit)])

    def turned(self, node: ast.UnaryOp, unit: Unit) -> Iterable[Ask]:
        """``-a``."""
        marks = self.values.of(node.operand, unit)
        return self.asking.turned(node, marks) if marks else ()

    def chosen(self, node: ast.BoolOp, unit: Unit) -> Iterable[Ask]:
        """``a or b``."""
        return [
            ask for value in node.values for ask in self.asking.truth(self.values.of(value, unit))
        ]

    def spelled(self, node: ast.FormattedValue, unit: Unit) -> Iterable[Ask]:
        """``f"{a}"``."""
        marks = self.values.of(node.value, unit)
        how = chr(node.conversion) if node.conversion > 0 else "f"
        return self.asking.spelled(marks, how) if marks else ()

    def tested(self, node: Node, unit: Unit) -> Iterable[Ask]:
        """``if a``."""
        return self.asking.truth(self.values.of(node.test, unit))

    def filtered(self, node: ast.comprehension, unit: Unit) -> Iterator[Ask]:
        """``for a in b if c`` in a display."""
        yield from self.looped(node, unit)
        for test in node.ifs:
            yield from self.asking.truth(self.values.of(test, unit))

    def looped(self, node: Node, unit: Unit) -> Iterable[Ask]:
        """``for a in b``."""
        marks = self.values.of(node.iter, unit)
        return self.asking.looped(marks) if marks else ()

    def emptied(self, node: Node, unit: Unit) -> Iterable[Ask]:
        """``yield from a`` or ``*a``."""
        if isinstance(node, ast.Starred) and not isinstance(node.ctx, ast.Load):
            return ()
        return self.asking.iterated(self.values.of(node.value, unit), whole=True)

    def assigned(self, node: ast.Assign, unit: Unit) -> Iterable[Ask]:
        """``a, b = c``."""
        found: list[Ask] = []
        for target in node.targets:
            if isinstance(target, ast.Tuple | ast.List):
                starred = any(isinstance(one, ast.Starred) for one in target.elts)
                found += self.asking.iterated(self.values.of(node.value, unit), whole=starred)
        return found

    def awaited(self, node: ast.Await, unit: Unit) -> Iterable[Ask]:
        """``await a``."""
        return self.asking.objects(self.values.of(node.value, unit), "__await__")

    def keyed(self, node: Node, unit: Unit) -> Iterator[Ask]:
        """``{a, b}`` or ``{a: b}``."""
        for key in filter(None, node.elts if isinstance(node, ast.Set) else node.keys):
            marks = self.values.of(key, unit)
            if marks:
                yield from self.asking.hashed(marks)

    def matched(self, node: ast.Match, unit: Unit) -> Iterator[Ask]:
        """``match a``."""
        marks = self.values.of(node.subject, unit)
        for special in ("__eq__", "__len__", "__getitem__"):
            yield from self.asking.objects(marks, special)

    def managed(self, node: Node, unit: Unit) -> Iterator[Ask]:
        """``with a``."""
        yield from managed(self.asking, node, unit)

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


class _Search(_Asks):
    """Goes through the nodes of each unit once everything has flowed."""

    def run(self, units: list[Unit]) -> dict[str, tuple[Unseen, ...]]:
        """By the name of each unit."""
        found: dict[str, dict[Unseen, None]] = {}
        asks = _asks(self)
        for unit in units:
            mine: dict[Unseen, None] = {}
            for node in unit.nodes:
                made = asks[node.__class__](node, unit)
                if made:
                    line = getattr(getattr(node, "iter", node), "lineno", 0)
                    for ask in made:
                        one = Unseen(line, ask.target, ask.sure, ask.whole, ask.looped)
                        mine[one] = None
            if mine:
                found[unit.qualname] = mine
        return {name: tuple(mine) for name, mine in found.items()}

    def defined(self, node: Node, unit: Unit) -> Iterable[Ask]:
        """A function or class is made."""
        is_bare = not node.decorator_list and not isinstance(node, ast.ClassDef)
        return () if is_bare else self._defined(node, unit)

    def _defined(self, node: Node, unit: Unit) -> Iterator[Ask]:
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

    def call(self, node: ast.Call, unit: Unit) -> Iterable[Ask]:
        """``a(b)``."""
        called = self.values.of(node.func, unit)
        found = list(self.asking.called(called)) if called else ()
        return found or self.builtins.asks(node, unit)


def _asks(search: _Search) -> dict[type, Callable[[Node, Unit], Iterable[Ask]]]:
    definitions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return {
        ast.Attribute: search.attribute,
        ast.Call: search.call,
        ast.Subscript: search.subscript,
        ast.Compare: search.asking.compared,
        ast.BinOp: search.calculated,
        ast.AugAssign: search.augmented,
        ast.UnaryOp: search.turned,
        ast.BoolOp: search.chosen,
        ast.FormattedValue: search.spelled,
        **dict.fromkeys((ast.If, ast.While, ast.IfExp, ast.Assert), search.tested),
        ast.comprehension: search.filtered,
        **dict.fromkeys((ast.For, ast.AsyncFor), search.looped),
        **dict.fromkeys((ast.YieldFrom, ast.Starred), search.emptied),
        ast.Assign: search.assigned,
        **dict.fromkeys((ast.With, ast.AsyncWith), search.managed),
        ast.Await: search.awaited,
        **dict.fromkeys((ast.Set, ast.Dict), search.keyed),
        ast.Match: search.matched,
        **dict.fromkeys(definitions, search.defined),
    }
