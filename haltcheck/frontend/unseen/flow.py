"""Where objects of the file's classes, and its functions, may flow: by names, not by paths.

What is assigned, handed over, returned, iterated or put into something flows on until nothing
changes.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Container, Iterable, Iterator

from haltcheck.frontend.family import short_name
from haltcheck.frontend.syntax import Entry
from haltcheck.frontend.unseen.attribute import written
from haltcheck.frontend.unseen.course import Course, settled
from haltcheck.frontend.unseen.heap import Heap
from haltcheck.frontend.unseen.heritage import OPEN
from haltcheck.frontend.unseen.mark import (
    NOTHING,
    Mark,
    Marks,
    contained,
    from_elsewhere,
    joined,
    of_kind,
    taken_out,
    weakened,
)
from haltcheck.frontend.unseen.unit import Node, Unit, parameters
from haltcheck.frontend.unseen.value import CALLING, Values
from haltcheck.frontend.walk import dotted_text

_ROUNDS = 20
_HANDING = CALLING | {"partial"}
_ANNOTATING = frozenset({ast.Name, ast.Attribute, ast.Subscript, ast.Constant, ast.BinOp})
_ANNOTATING |= {ast.BitOr, ast.Tuple, ast.List, ast.Load}
_SAME = "eq ne lt le gt ge add sub mul matmul truediv floordiv mod divmod pow and or xor"
_SHARING = frozenset(f"__{i}{name}__" for name in _SAME.split() for i in ("", "i"))
_CLASS_METHODS = frozenset({"__new__", "__init_subclass__", "__class_getitem__"})
_MAKERS = ("__init__", "__new__", "__post_init__")


class _Handing:
    """Hands marks on to what is bound or called."""

    def __init__(self, heap: Heap, values: Values, units: list[Unit]) -> None:
        self.heap = heap
        self.values = values
        self.units = {unit.qualname: unit for unit in units}
        self.takers: dict[str, tuple[list[str], bool]] = {}

    def _bind_all(self, targets: list[Node], marks: Marks, unit: Unit, cls: str) -> None:
        for target in targets if marks or self.heap.has_setters else ():
            self._bind(target, marks, unit, cls)

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
            held = contained(joined([*given, *named.values()]))
            self._bind_all([node.func.value], held, unit, "")

    def _call_back(self, node: ast.Call, given: list[Marks]) -> None:
        """Functions that are handed to what calls them, with items or with the same arguments."""
        text = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if text not in _HANDING or not given or dotted_text(node.func) == "?":
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
            names, is_method = self.takers.get(function) or self._taker(function)
            if not names:
                continue
            skipped = bound if is_method else 0
            for position, marks in enumerate(given):
                if marks:
                    place = min(position + skipped, len(names) - 1)
                    self.heap.put(f"{function}:{names[place]}", marks)
            for name, marks in named.items():
                for taker in names if name is None else {name} & set(names):
                    self.heap.put(f"{function}:{taker}", from_elsewhere(marks))

    def _taker(self, function: str) -> tuple[list[str], bool]:
        """The parameters of a function, and whether it is one of a class."""
        unit = self.units.get(function)
        found: tuple[list[str], bool] = [], False
        if unit is not None and not isinstance(unit.node, ast.GeneratorExp):
            names = [one.arg for one in parameters(unit.node)]
            found = names, unit.entry is not None and unit.entry.in_class is not None
        self.takers[function] = found
        return found


_MOST_MARKS = 1_000_000
"""So many marks may lie in the places that grow, counted each time, before the file is left as it
is: what each step costs is as much as the marks that it moves."""


class TooMuchFlowsError(Exception):
    """More flows through a file than can be followed."""


class Flow(_Handing):
    """Lets marks flow through the statements of one file."""

    def __init__(self, heap: Heap, values: Values, units: list[Unit]) -> None:
        super().__init__(heap, values, units)
        self.steps = _steps(self)

    def run(self) -> None:
        """Goes round until nothing changes; what is known of all nodes then is left to others."""
        for unit in self.units.values():
            _enter(self.heap, unit)
        heap, known = self.heap, {}
        courses = [Course(unit) for unit in self.units.values() if unit.flowing]
        for number in range(_ROUNDS):
            grown, heap.grown = heap.grown, set()
            for course in courses:
                if heap.moved > _MOST_MARKS:
                    raise TooMuchFlowsError
                if not number:
                    self._first(course)
                elif not course.every().isdisjoint(grown):
                    self._again(course)
            if not heap.grown:
                heap.is_closed = True
                for course in courses:
                    known.update(settled(course))
                break
        self.values.start(known, set(), set())
        self.values.begin(sys.maxsize)
        # They are bound to this flow: a cycle that would keep it until garbage is looked for.
        self.steps.clear()

    def _first(self, course: Course) -> None:
        heap, values, unit, steps = self.heap, self.values, course.unit, self.steps
        course.since = len(heap.log)
        values.start(course.known, set(), course.strange)
        for number, (node, cls) in enumerate(unit.flowing):
            heap.seen = set()
            course.begun.append(len(heap.log))
            shared, owned = values.begin(number)
            steps[node.__class__](node, unit, cls)
            course.seen.append(heap.seen)
            course.shared.append(shared)
            course.owned.append(owned)

    def _again(self, course: Course) -> None:
        """Takes the steps again that looked at what has grown since, or that share with others
        that are taken again; the rest would do what they did.
        """
        steps = self.steps
        heap, values, unit, known = self.heap, self.values, course.unit, course.known
        live = heap.live = set(heap.log[course.since :])
        course.since = len(heap.log)
        course.forget()
        again: set[int] = set()
        values.start(known, again, course.strange)
        for number, seen in enumerate(course.seen):
            shared = course.shared[number]
            if (live.isdisjoint(seen) or not course.is_late(number, live, heap.when)) and (
                not again or (number not in again and again.isdisjoint(shared))
            ):
                continue
            again.add(number)
            for key in course.owned[number]:
                if known[key][1] == number:
                    del known[key]
            node, cls = unit.flowing[number]
            heap.seen = course.seen[number] = set()
            course.begun[number] = len(heap.log)
            course.shared[number], course.owned[number] = values.begin(number)
            steps[node.__class__](node, unit, cls)

    def assign(self, node: Node, unit: Unit, cls: str) -> None:
        """``a = b = value``."""
        marks = self.values.of(node.value, unit)
        if cls and isinstance(node.value, ast.Name):
            marks |= self.heap.look(f"{cls}.{node.value.id}")
        self._bind_all(node.targets, marks, unit, cls)

    def annotate(self, node: Node, unit: Unit, cls: str) -> None:
        """``a: kind = value``."""
        self._bind_all([node.target], _annotated(self.heap, node.annotation), unit, cls)
        self._bind_all([node.target], self.values.of(node.value, unit), unit, cls)

    def augment(self, node: Node, unit: Unit, cls: str) -> None:
        """``a += value``."""
        self._bind_all([node.target], self.values.of(node.value, unit), unit, cls)

    def iterate(self, node: Node, unit: Unit, cls: str) -> None:
        """``for a in iter``."""
        items = self.heap.items(self.values.of(node.iter, unit))
        self._bind_all([node.target], items, unit, cls)

    def manage(self, node: Node, unit: Unit, cls: str) -> None:
        """``with manager as a``."""
        if node.optional_vars is not None:
            marks = _entered(self.heap, self.values.of(node.context_expr, unit))
            self._bind_all([node.optional_vars], marks, unit, cls)

    def give(self, node: Node, unit: Unit, cls: str) -> None:
        """``return value`` or ``yield value``."""
        marks = self.values.of(node.value, unit)
        if marks:
            self.heap.put(f"{unit.qualname}()", marks)

    def delegate(self, node: Node, unit: Unit, cls: str) -> None:
        """``yield from value``."""
        self.heap.put(f"{unit.qualname}()", self.heap.items(self.values.of(node.value, unit)))

    def caught(self, node: Node, unit: Unit, cls: str) -> None:
        """``except kind as name``."""
        if node.type is not None and node.name is not None:
            marks = self.values.of(node.type, unit)
            raised = {("object", one, True) for one, _ in of_kind(marks, "class")}
            self.heap.put(unit.key(node.name), raised)

    def call(self, node: Node, unit: Unit, cls: str) -> None:
        """``f(a, b=c)``; what is handed over in the body of a class may make its objects."""
        self._call(node, unit)
        if cls:
            every = joined([self.values.of(one.value, unit) for one in node.keywords])
            self.heap.put(f"{cls}::makers", {one for one in every if one[0] == "function"})


def _steps(flow: Flow) -> dict[type, Callable[[Node, Unit, str], None]]:
    def define(node: Node, unit: Unit, cls: str) -> None:
        _define(flow, node, unit, cls)

    def name(node: Node, unit: Unit, cls: str) -> None:
        flow.augment(node, unit, "")

    return {
        ast.Assign: flow.assign,
        ast.AnnAssign: flow.annotate,
        ast.AugAssign: flow.augment,
        ast.NamedExpr: name,
        **dict.fromkeys((ast.For, ast.AsyncFor, ast.comprehension), flow.iterate),
        ast.withitem: flow.manage,
        **dict.fromkeys((ast.Return, ast.Yield), flow.give),
        ast.YieldFrom: flow.delegate,
        ast.Call: flow.call,
        ast.ExceptHandler: flow.caught,
        **dict.fromkeys((ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef), define),
    }


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


def _annotated(heap: Heap, node: Node) -> Marks:
    """What an annotation promises."""
    by_short = heap.heritage.by_short
    if not by_short or not _may_name(node, by_short):
        return NOTHING
    text = ast.unparse(node)
    words = text.replace("[", " ").replace("]", " ").replace("'", " ").replace(",", " ")
    is_plain = "[" not in text
    named = (one for word in words.split() for one in by_short.get(word, ()))
    return frozenset([("object" if is_plain else "member", one, False) for one in named])


def _may_name(node: Node, names: Container[str]) -> bool:
    """Whether one of the names may stand in an annotation by itself."""
    work = [node]
    while work:
        one = work.pop()
        kind = one.__class__
        if kind is ast.Name:
            if one.id in names:
                return True
        elif kind is ast.Constant:
            if isinstance(one.value, str):
                return True
        elif kind not in _ANNOTATING:
            return True
        else:
            work.extend(ast.iter_child_nodes(one))
    return False


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
        if parameter.annotation is not None:
            marks = _annotated(heap, parameter.annotation)
            heap.put(f"{unit.qualname}:{parameter.arg}", marks)
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
