"""What built-in functions and methods of containers ask their arguments for."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from haltcheck.frontend.unseen.asking import Ask, Asking, growing
from haltcheck.frontend.unseen.mark import NOTHING, Marks, joined
from haltcheck.frontend.unseen.unit import Unit
from haltcheck.frontend.unseen.value import CALLING, LAZY, place

_SINGLE: dict[str, tuple[str, ...]] = {
    "len": ("__len__",),
    "bool": ("__bool__", "__len__"),
    "int": ("__int__", "__index__", "__trunc__"),
    "float": ("__float__", "__index__"),
    "complex": ("__complex__", "__float__", "__index__"),
    "abs": ("__abs__",),
    "round": ("__round__",),
    "divmod": ("__divmod__",),
    "pow": ("__pow__",),
    "range": ("__index__",),
    "chr": ("__index__",),
    "bin": ("__index__",),
    "hex": ("__index__",),
    "dir": ("__dir__",),
    "next": ("__next__",),
    "reversed": ("__reversed__", "__getitem__"),
    "bytes": ("__bytes__", "__iter__", "__index__"),
    "copy": ("__copy__", "__reduce_ex__", "__reduce__"),
    "deepcopy": ("__deepcopy__", "__reduce_ex__", "__reduce__"),
    "fspath": ("__fspath__",),
    "open": ("__fspath__",),
    "floor": ("__floor__", "__float__"),
    "ceil": ("__ceil__", "__float__"),
    "trunc": ("__trunc__",),
}
_SPELLING = {"str": "s", "repr": "r", "ascii": "r", "print": "s", "format": "f"}
_WHOLE_WORDS = """
list tuple set frozenset dict sum min max sorted any all deque Counter bytes bytearray extend
extendleft update join reduce union intersection difference fromkeys
"""
_WHOLE = frozenset(_WHOLE_WORDS.split())
_EXTENDING = frozenset({"extend", "extendleft"})
_ORDERING_WORDS = """
sorted min max sort heappush heappop heapify heapreplace heappushpop insort bisect bisect_left
bisect_right insort_left insort_right nlargest nsmallest
"""
_ORDERING = frozenset(_ORDERING_WORDS.split())
_HASHING_WORDS = """
set frozenset dict Counter add discard setdefault get pop update union fromkeys
"""
_HASHING = frozenset(_HASHING_WORDS.split())
_EQUATING = frozenset({"index", "remove", "count"})


class Builtins:
    """Says what calls run that lead out of the file."""

    def __init__(self, asking: Asking) -> None:
        self.asking = asking

    def asks(self, node: ast.Call, unit: Unit) -> Iterable[Ask]:
        """What the function or method asks what it is handed, and what it belongs to."""
        of = self.asking.of
        given = [of(one.value if isinstance(one, ast.Starred) else one, unit) for one in node.args]
        every = joined([*given, *[of(one.value, unit) for one in node.keywords]])
        whole = of(node.func.value, unit) if isinstance(node.func, ast.Attribute) else NOTHING
        if not every and not whole and _name(node.func) != "print":
            return ()
        return self._asks(node, unit, given, every, whole)

    def _asks(
        self, node: ast.Call, unit: Unit, given: list[Marks], every: Marks, whole: Marks
    ) -> Iterator[Ask]:
        is_method = isinstance(node.func, ast.Attribute)
        text = node.func.attr if isinstance(node.func, ast.Attribute) else _name(node.func)
        if text in CALLING:
            yield from self.asking.called(every)
        if text == "format" and is_method:
            how = "fr" if "!r" in ast.unparse(node.func) else "f"
            yield from (ask for one in how for ask in self.asking.spelled(every, one))
        elif text in _SPELLING:
            yield from self.asking.spelled(every, _SPELLING[text])
        if text == "print":
            yield from self._written(node, unit)
        if text in _SINGLE:
            yield from self.asking.objects(every, *_SINGLE[text])
        if text in ("setattr", "delattr", "getattr", "hasattr") and node.args:
            yield from self._by_name(text, node, given[0])
        yield from self._collected(text, every, whole)
        if isinstance(node.func, ast.Attribute) and text in _EXTENDING:
            yield from growing(every, [place(node.func.value, unit)])

    def _written(self, node: ast.Call, unit: Unit) -> Iterator[Ask]:
        """What is printed to."""
        files = [one.value for one in node.keywords if one.arg == "file"]
        marks = frozenset().union(*(self.asking.of(one, unit) for one in files))
        if not files:
            marks = frozenset(self.asking.heap.look(".stdout"))
        yield from self.asking.objects(marks, "write")

    def _by_name(self, text: str, node: ast.Call, marks: Marks) -> Iterator[Ask]:
        name = node.args[1] if len(node.args) > 1 else None
        if isinstance(name, ast.Constant) and isinstance(name.value, str):
            context = {"setattr": ast.Store(), "delattr": ast.Del()}.get(text, ast.Load())
            read = ast.Attribute(node.args[0], name.value, context)
            yield from self.asking.attribute(read, marks)
            return
        special = {"setattr": "__setattr__", "delattr": "__delattr__"}.get(text)
        names = (special,) if special is not None else ("__getattribute__", "__getattr__")
        for one in names:
            yield from self.asking.objects(marks, one)

    def _collected(self, text: str, every: Marks, whole: Marks) -> Iterator[Ask]:
        asking, marks = self.asking, every | whole
        items = asking.heap.items(every) if text in _WHOLE | _ORDERING else NOTHING
        if text in _WHOLE or text in LAZY:
            yield from asking.iterated(every, whole=text in _WHOLE)
        steps: list[tuple[frozenset[str], tuple[str, ...]]] = [
            (_ORDERING, ("__lt__", "__gt__")),
            (_HASHING, ("__hash__", "__eq__")),
            (_EQUATING, ("__eq__",)),
            (frozenset({"sum"}), ("__add__", "__radd__")),
            (frozenset({"any", "all"}), ("__bool__", "__len__")),
        ]
        for names, specials in steps:
            for special in specials if text in names else ():
                yield from asking.members(marks, special)
                yield from asking.objects(every | items, special)


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""
