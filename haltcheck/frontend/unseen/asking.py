"""Which special methods a piece of syntax asks its operands for."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence

from haltcheck.basis.record import record
from haltcheck.frontend.unseen.heap import Heap
from haltcheck.frontend.unseen.heritage import OPEN, is_property, is_setter
from haltcheck.frontend.unseen.mark import NOTHING, Marks, of_kind
from haltcheck.frontend.unseen.unit import Node, Unit
from haltcheck.frontend.unseen.value import Values

_OPERATORS: dict[type, str] = {
    ast.Add: "add",
    ast.Sub: "sub",
    ast.Mult: "mul",
    ast.Div: "truediv",
    ast.FloorDiv: "floordiv",
    ast.Mod: "mod",
    ast.Pow: "pow",
    ast.LShift: "lshift",
    ast.RShift: "rshift",
    ast.BitAnd: "and",
    ast.BitOr: "or",
    ast.BitXor: "xor",
    ast.MatMult: "matmul",
    ast.USub: "neg",
    ast.UAdd: "pos",
    ast.Invert: "invert",
}
_COMPARISONS: dict[type, tuple[str, str]] = {
    ast.Lt: ("__lt__", "__gt__"),
    ast.LtE: ("__le__", "__ge__"),
    ast.Gt: ("__gt__", "__lt__"),
    ast.GtE: ("__ge__", "__le__"),
    ast.Eq: ("__eq__", "__eq__"),
    ast.NotEq: ("__ne__", "__ne__"),
}
_SPELLED: dict[str, tuple[str, ...]] = {
    "s": ("__str__", "__repr__"),
    "r": ("__repr__",),
    "a": ("__repr__",),
    "f": ("__format__", "__str__", "__repr__"),
}
_DESCRIPTION: dict[type, str] = {
    ast.Load: "__get__",
    ast.Store: "__set__",
    ast.Del: "__delete__",
}
_TRUTH = ("__bool__", "__len__")
_ITERATION = ("__iter__", "__getitem__")


@record
class Ask:
    """A function that runs, whether it surely is that one, and whether all its items are asked for:
    by straight code (``whole``) or by a loop (``looped``). Nothing is the target where no function
    of the file decides about the end.
    """

    target: str
    sure: bool
    whole: bool = False
    looped: bool = False


class _Plain:
    """Says what single values run."""

    def __init__(self, heap: Heap, values: Values) -> None:
        self.heap = heap
        self.of = values.of
        self._runs: dict[tuple[str, str, type], tuple[str, ...]] = {}

    def objects(self, marks: Marks, *names: str) -> Sequence[Ask]:
        """The first of the names on each object."""
        return self._first("object", marks, names)

    def members(self, marks: Marks, *names: str) -> Sequence[Ask]:
        """The same for what a container holds."""
        return self._first("member", marks, names)

    def _first(self, kind: str, marks: Marks, names: tuple[str, ...]) -> Sequence[Ask]:
        if not marks or self.heap.members.isdisjoint(names):
            return ()
        find = self.heap.find
        return [
            Ask(one, sure) for mark, cls, sure in marks if mark == kind for one in find(cls, *names)
        ]

    def truth(self, marks: Marks) -> Sequence[Ask]:
        """Testing a value."""
        return self.objects(marks, *_TRUTH)

    def spelled(self, marks: Marks, how: str) -> Iterator[Ask]:
        """A value becomes text; what a container holds is told by ``__repr__``."""
        yield from self.objects(marks, *_SPELLED[how])
        yield from self.members(marks, "__repr__")

    def missed(self, marks: Marks) -> Sequence[Ask]:
        """A key is looked up: a ``defaultdict`` may lack it."""
        return [Ask(one, sure) for one, sure in of_kind(marks, "factory")]

    def hashed(self, marks: Marks) -> Iterator[Ask]:
        """A value becomes a key."""
        for name in ("__hash__", "__eq__"):
            yield from self.objects(marks, name)
            yield from self.members(marks, name)

    def called(self, marks: Marks) -> Iterator[Ask]:
        """A value is called."""
        for name, sure in of_kind(marks, "function"):
            yield Ask(name, sure)
        for cls, sure in of_kind(marks, "class"):
            for maker in ("__new__", "__init__", "__post_init__", "__del__"):
                yield from (Ask(one, sure) for one in self.heap.find(cls, maker))
            for meta, _ in of_kind(self.heap.look(f"{cls.removesuffix(OPEN)}::meta"), "class"):
                yield from (Ask(one, sure) for one in self.heap.find(meta, "__call__"))
            made = of_kind(self.heap.look(f"{cls.removesuffix(OPEN)}::makers"), "function")
            yield from (Ask(one, sure) for one, _ in made)
        yield from self.objects(marks, "__call__")

    def iterated(self, marks: Marks, whole: bool) -> Iterator[Ask]:
        """Straight code asks for items, for all of them if ``whole``."""
        if not marks:
            return
        yield from growing(marks, (name for name, _ in of_kind(marks, "growing")))
        yield from self.objects(marks, *_ITERATION)
        yield from (Ask(one.target, one.sure, whole) for one in self._steps(marks))
        if whole:
            yield from (Ask(name, sure, True) for name, sure in of_kind(marks, "generator"))
            yield from (Ask("", True, True) for _ in of_kind(marks, "endless"))

    def looped(self, marks: Marks) -> Iterator[Ask]:
        """A loop asks for items."""
        yield from growing(marks, (name for name, _ in of_kind(marks, "growing")))
        yield from self.objects(marks, *_ITERATION)
        found = [(one.target, one.sure) for one in self._steps(marks)]
        yield from (Ask(*one) for one in found)
        found += [*of_kind(marks, "generator"), *(("", True) for _ in of_kind(marks, "endless"))]
        yield from (Ask(*one, looped=True) for one in found)

    def _steps(self, marks: Marks) -> Iterator[Ask]:
        for cls, sure in of_kind(marks, "object"):
            makers = self.heap.find(cls, "__iter__")
            steps = [] if makers else [*self.heap.find(cls, "__next__")]
            for maker in makers:
                for made, _ in of_kind(self.heap.results(maker), "object"):
                    steps += self.heap.find(made, "__next__")
            yield from (Ask(one, sure) for one in steps)


class Asking(_Plain):
    """Says what single operations run."""

    def compared(self, node: ast.Compare, unit: Unit) -> Iterator[Ask]:
        """A chain of comparisons."""
        left = self.of(node.left, unit)
        for operator, operand in zip(node.ops, node.comparators, strict=True):
            right = self.of(operand, unit)
            if not left and not right:
                pass
            elif isinstance(operator, ast.In | ast.NotIn):
                yield from self._sought(left, right)
            elif type(operator) in _COMPARISONS:
                yield from self._ordered(left, right, *_COMPARISONS[type(operator)])
            left = right

    def _sought(self, one: Marks, many: Marks) -> Iterator[Ask]:
        found = list(self.objects(many, "__contains__"))
        yield from found
        if not found:
            yield from self.iterated(many, whole=True)
            yield from self.hashed(one)
        yield from self.members(many, "__eq__")

    def _ordered(self, left: Marks, right: Marks, name: str, mirrored: str) -> Iterator[Ask]:
        own = ("__ne__", "__eq__") if name == "__ne__" else (name,)
        other = ("__ne__", "__eq__") if name == "__ne__" else (mirrored,)
        found = list(self.objects(left, *own))
        yield from found
        if not found:
            # Who answers is not known where nobody knows what the left side is.
            yield from (Ask(one.target, False) for one in self.objects(right, *other))
        for marks in (left, right):
            yield from self.members(marks, "__eq__")
            if name not in ("__eq__", "__ne__"):
                yield from self.members(marks, name)

    def calculated(
        self, left: Marks, operator: ast.operator, right: Marks, in_place: bool
    ) -> Iterator[Ask]:
        """A binary operator."""
        name = _OPERATORS[type(operator)]
        names = (f"__i{name}__", f"__{name}__") if in_place else (f"__{name}__",)
        found = list(self.objects(left, *names))
        yield from found
        if not found:
            yield from (Ask(one.target, False) for one in self.objects(right, f"__r{name}__"))
        if in_place and not of_kind(left, "object"):
            yield from self.iterated(right, whole=True)

    def turned(self, node: ast.UnaryOp, marks: Marks) -> Iterator[Ask]:
        """A unary operator."""
        if isinstance(node.op, ast.Not):
            yield from self.truth(marks)
        else:
            yield from self.objects(marks, f"__{_OPERATORS[type(node.op)]}__")

    def attribute(self, node: ast.Attribute, marks: Marks) -> Sequence[Ask]:
        """An attribute is read, written or deleted."""
        kind = node.ctx.__class__
        held = self.heap.marks.get(f".{node.attr}", NOTHING)
        found = [*self.objects(held, _DESCRIPTION[kind])]
        for mark, cls, sure in marks:
            if mark == "object":
                asked = cls, node.attr, kind
                runs = self._runs.get(asked)
                if runs is None or not self.heap.is_closed:
                    runs = self._runs[asked] = tuple(_attribute(self.heap, cls, node))
                found += [Ask(one, sure) for one in runs]
        return found

    def subscript(self, node: ast.Subscript, marks: Marks, key: Marks) -> Iterator[Ask]:
        """A member is read, written or deleted."""
        name = {ast.Load: "__getitem__", ast.Store: "__setitem__", ast.Del: "__delitem__"}
        yield from self.objects(marks, name[type(node.ctx)])
        if isinstance(node.ctx, ast.Load):
            yield from self.missed(marks)
            yield from self.objects(marks, "__missing__")
            for cls, sure in of_kind(marks, "class"):
                found = self.heap.find(cls, "__class_getitem__")
                yield from (Ask(one, sure) for one in found)
        yield from self.hashed(key)
        yield from self.objects(key, "__index__")


def _attribute(heap: Heap, cls: str, node: ast.Attribute) -> Iterator[str]:
    """What an attribute of an object of the class runs."""
    entries = heap.heritage.find(cls, node.attr)
    if isinstance(node.ctx, ast.Store):
        yield from heap.find(cls, "__setattr__")
        yield from (one.qualname for one in entries if is_setter(one))
    elif isinstance(node.ctx, ast.Del):
        yield from heap.find(cls, "__delattr__")
    else:
        yield from heap.find(cls, "__getattribute__")
        yield from (one.qualname for one in entries if is_property(one))
        if not entries and not heap.heritage.has(cls, node.attr):
            yield from heap.find(cls, "__getattr__")


def growing(marks: Marks, keys: Iterable[str]) -> Iterator[Ask]:
    """Whether what adds to a container asks the same container for items as it goes."""
    seen = {name for name, _ in of_kind(marks, "view")}
    if not seen.isdisjoint(keys):
        yield Ask("", True, True)


def managed(asking: Asking, node: Node, unit: Unit) -> Iterator[Ask]:
    """A context is entered and left."""
    prefix = "a" if isinstance(node, ast.AsyncWith) else ""
    for item in node.items:
        marks = asking.of(item.context_expr, unit)
        yield from asking.objects(marks, f"__{prefix}enter__")
        yield from asking.objects(marks, f"__{prefix}exit__")
