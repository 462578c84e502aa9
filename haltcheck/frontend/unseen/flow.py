"""Where objects of the file's classes, and its functions, may flow: by names, not by paths.

What is assigned, handed over, returned, iterated or put into something flows on until nothing
changes.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from haltcheck.frontend.family import short_name
from haltcheck.frontend.syntax import Entry
from haltcheck.frontend.unseen.attribute import written
from haltcheck.frontend.unseen.heap import Heap
from haltcheck.frontend.unseen.heritage import OPEN
from haltcheck.frontend.unseen.mark import (
    Mark,
    Marks,
    contained,
    from_elsewhere,
    of_kind,
    taken_out,
    weakened,
)
from haltcheck.frontend.unseen.unit import Node, Unit, parameters
from haltcheck.frontend.unseen.value import CALLING, Values
from haltcheck.frontend.walk import dotted_text

_ROUNDS = 20
_SAME = "eq ne lt le gt ge add sub mul matmul truediv floordiv mod divmod pow and or xor"
_SHARING = frozenset(f"__{i}{name}__" for name in _SAME.split() for i in ("", "i"))
_CLASS_METHODS = frozenset({"__new__", "__init_subclass__", "__class_getitem__"})
_MAKERS = ("__init__", "__new__", "__post_init__")


class Flow:
    """Lets marks flow through the statements of one file."""

    def __init__(self, heap: Heap, values: Values, units: list[Unit]) -> None:
        self.heap = heap
        self.values = values
        self.units = {unit.qualname: unit for unit in units}

    def run(self) -> None:
        """Goes round until nothing changes."""
        for unit in self.units.values():
            _enter(self.heap, unit)
        heap = self.heap
        seen: dict[str, set[str]] = {}
        for _ in range(_ROUNDS):
            grown, heap.grown = heap.grown, set()
            for name, unit in self.units.items():
                if name in seen and seen[name].isdisjoint(grown):
                    continue
                heap.seen = seen[name] = set()
                self.values.known.clear()
                for node, cls in unit.flowing:
                    self._step(unit, node, cls)
            if not heap.grown:
                break

    def _step(self, unit: Unit, node: Node, cls: str) -> None:
        match node:
            case ast.Assign(targets=targets, value=value):
                marks = self.values.of(value, unit)
                if cls and isinstance(value, ast.Name):
                    marks |= self.heap.look(f"{cls}.{value.id}")
                self._bind_all(targets, marks, unit, cls)
            case ast.AnnAssign(target=target, value=value):
                self._bind_all(
                    [target], _annotated(self.heap, ast.unparse(node.annotation)), unit, cls
                )
                self._bind_all([target], self.values.of(value, unit), unit, cls)
            case ast.AugAssign(target=target, value=value):
                self._bind_all([target], self.values.of(value, unit), unit, cls)
            case ast.NamedExpr(target=target, value=value):
                self._bind_all([target], self.values.of(value, unit), unit, "")
            case ast.For() | ast.AsyncFor() | ast.comprehension():
                self._bind_all(
                    [node.target], self.heap.items(self.values.of(node.iter, unit)), unit, cls
                )
            case ast.withitem(context_expr=manager, optional_vars=target) if target is not None:
                self._bind_all(
                    [target], _entered(self.heap, self.values.of(manager, unit)), unit, cls
                )
            case ast.Return(value=value) | ast.Yield(value=value):
                self.heap.put(f"{unit.qualname}()", self.values.of(value, unit))
            case ast.YieldFrom(value=value):
                self.heap.put(f"{unit.qualname}()", self.heap.items(self.values.of(value, unit)))
            case ast.Call():
                self._call(node, unit)
                if cls:
                    made = (self.values.of(one.value, unit) for one in node.keywords)
                    every = frozenset().union(*made)
                    self.heap.put(f"{cls}::makers", [one for one in every if one[0] == "function"])
            case ast.ExceptHandler(type=caught, name=str() as name) if caught is not None:
                marks = self.values.of(caught, unit)
                raised = {("object", one, True) for one, _ in of_kind(marks, "class")}
                self.heap.put(unit.key(name), raised)
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                _define(self, node, unit, cls)

    def _bind_all(self, targets: list[Node], marks: Iterable[Mark], unit: Unit, cls: str) -> None:
        given = frozenset(marks)
        for target in targets if given or self.heap.has_setters else ():
            self._bind(target, given, unit, cls)

    def _bind(self, target: Node, marks: Marks, unit: Unit, cls: str) -> None:
        match target:
            case ast.Name(id=name):
                self.heap.put(f"{cls}.{name}" if cls else unit.key(name), marks)
                if cls:
                    self.heap.put(f".{name}", marks)
            case ast.Attribute(value=owner, attr=name):
                self.heap.put(f".{name}", marks)
                written(self.heap, name, self.values.of(owner, unit))
            case ast.Subscript(value=whole) | ast.Starred(value=whole):
                self._bind(whole, contained(marks), unit, cls)
            case ast.Tuple(elts=elements) | ast.List(elts=elements):
                for element in elements:
                    self._bind(element, self.heap.items(marks) | taken_out(marks), unit, cls)

    def _call(self, node: ast.Call, unit: Unit) -> None:
        """Arguments flow into parameters, or into what a method that is not seen belongs to."""
        given = [self.values.of(one, unit) for one in node.args]
        named = {one.arg: self.values.of(one.value, unit) for one in node.keywords}
        if not any(given) and not any(named.values()):
            return
        called = self.values.of(node.func, unit)
        functions = [name for name, _ in of_kind(called, "function")]
        is_method = isinstance(node.func, ast.Attribute)
        self.hand(functions, given, named, 1 if is_method else 0)
        made = [cls for cls, _ in of_kind(called, "class")]
        makers = [one for cls in made for name in _MAKERS for one in self.heap.find(cls, name)]
        self.hand(makers, given, named, 1)
        self._call_back(node, given)
        if not functions and not made and isinstance(node.func, ast.Attribute):
            held = contained(frozenset().union(*given, *named.values()))
            self._bind_all([node.func.value], held, unit, "")

    def _call_back(self, node: ast.Call, given: list[Marks]) -> None:
        """Functions that are handed to what calls them, with items or with the same arguments."""
        text = dotted_text(node.func).rpartition(".")[2]
        if text not in CALLING | {"partial"} or not given:
            return
        functions = [name for name, _ in of_kind(frozenset().union(*given), "function")]
        rest = given[1:]
        self.hand(functions, rest if text == "partial" else map(self.heap.items, rest), {}, 0)

    def hand(
        self,
        functions: Iterable[str],
        given: Iterable[Marks],
        named: dict[str | None, Marks],
        bound: int,
    ) -> None:
        """Arguments flow into parameters, in methods from the ``bound``-th one on."""
        given = [from_elsewhere(marks) for marks in given]
        for function in functions:
            unit = self.units.get(function)
            if unit is None or isinstance(unit.node, ast.GeneratorExp):
                continue
            names = [one.arg for one in parameters(unit.node)]
            entry = unit.entry
            skipped = bound if entry is not None and entry.in_class is not None else 0
            for position, marks in enumerate(given):
                place = min(position + skipped, len(names) - 1)
                if place >= 0:
                    self.heap.put(f"{function}:{names[place]}", marks)
            for name, marks in named.items():
                for taker in names if name is None else {name} & set(names):
                    self.heap.put(f"{function}:{taker}", from_elsewhere(marks))


def _define(flow: Flow, node: Node, unit: Unit, cls: str) -> None:
    """A function goes by its name, and so does what its decorators make of it."""
    if isinstance(node, ast.ClassDef):
        for keyword in node.keywords:
            if keyword.arg == "metaclass":
                for made in flow.heap.heritage.by_short.get(node.name, ()):
                    flow.heap.put(f"{made}::meta", flow.values.of(keyword.value, unit))
        return
    for one in _named(flow.heap, unit, node.name, cls):
        for name, value in _defaults(node):
            marks = from_elsewhere(flow.values.of(value, unit))
            flow.heap.put(f"{one.qualname}:{name}", marks)
    held: set[Mark] | frozenset[Mark] = {
        ("function", one.qualname, True) for one in _named(flow.heap, unit, node.name, cls)
    }
    for decorator in reversed(node.decorator_list):
        marks = flow.values.of(decorator, unit)
        held |= {("object", one, True) for one, sure in of_kind(marks, "class") if sure}
        wrappers = [name for name, sure in of_kind(marks, "function") if sure]
        # One wrapper stands for all that it wraps: which of them it calls is not certain.
        flow.hand(wrappers, [weakened(frozenset(held))], {}, 0)
        held = held.union(*map(flow.heap.results, wrappers))
    flow.heap.put(f"{cls}.{node.name}" if cls else unit.key(node.name), held)


def _named(heap: Heap, unit: Unit, name: str, cls: str) -> Iterable[Entry]:
    prefix = cls or ("" if unit.parent is None else unit.qualname)
    full = f"{prefix}.{name}" if prefix else name
    for number in range(1, 9):
        entry = heap.contents.functions.get(full if number == 1 else f"{full}#{number}")
        if entry is None:
            return
        yield entry


def _annotated(heap: Heap, text: str) -> set[Mark]:
    words = text.replace("[", " ").replace("]", " ").replace("'", " ").replace(",", " ")
    is_plain = "[" not in text
    named = (one for word in words.split() for one in heap.heritage.by_short.get(word, ()))
    return {("object" if is_plain else "member", one, False) for one in named}


def _defaults(node: Node) -> Iterator[tuple[str, Node]]:
    """The parameters that have a default, with it."""
    places = [*node.args.posonlyargs, *node.args.args]
    pairs = [*zip(reversed(places), reversed(node.args.defaults), strict=False)]
    pairs += zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True)
    yield from ((parameter.arg, value) for parameter, value in pairs if value is not None)


def _entered(heap: Heap, marks: Marks) -> Marks:
    found = set(marks)
    for cls, _ in of_kind(marks, "object"):
        for name in heap.find(cls, "__enter__"):
            found |= heap.results(name)
    return frozenset(found)


def _enter(heap: Heap, unit: Unit) -> None:
    """What the parameters are by themselves, and under which name the function is known."""
    entry = unit.entry
    if entry is None or isinstance(unit.node, ast.GeneratorExp):
        return
    names = parameters(unit.node)
    for parameter in names:
        text = ast.unparse(parameter.annotation) if parameter.annotation is not None else ""
        heap.put(f"{unit.qualname}:{parameter.arg}", _annotated(heap, text))
    cls = entry.in_class
    if cls is None or not names or "staticmethod" in entry.decorators:
        return
    short = short_name(unit.qualname)
    is_class = "classmethod" in entry.decorators or short in _CLASS_METHODS
    kind = "class" if is_class else "object"
    own = {(kind, f"{cls}{OPEN}" if cls in heap.heritage.below else cls, True)}
    heap.put(f"{unit.qualname}:{names[0].arg}", own)
    if short in _SHARING and len(names) > 1 and names[1].annotation is None:
        heap.put(f"{unit.qualname}:{names[1].arg}", own)
