"""What an expression may be, by what its parts may be."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable

from haltcheck.frontend.inflow import FLOATS, gives_float
from haltcheck.frontend.unseen.attribute import attribute, looked_up
from haltcheck.frontend.unseen.heap import Heap
from haltcheck.frontend.unseen.mark import (
    FLOAT,
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
from haltcheck.frontend.unseen.unit import MODULE, REAL, Node, Unit
from haltcheck.frontend.walk import GROWING, dotted_text

_PLAIN_WORDS = """
str repr ascii format len int float bool complex hash id type isinstance issubclass print
callable ord chr range bytes bytearray open input hasattr dir abs round divmod pow super
"""
_PLAIN = frozenset(_PLAIN_WORDS.split()) - {"float"}
_COLLECTING = frozenset(
    ["list", "tuple", "set", "frozenset", "dict", "sorted", "deque", "reversed"]
)
_CHOOSING = frozenset(["next", "min", "max", "sum"])
_LAZY_WORDS = """
iter map filter enumerate zip chain from_iterable accumulate starmap takewhile dropwhile
pairwise filterfalse zip_longest groupby compress
"""
LAZY = frozenset(_LAZY_WORDS.split())
"""What asks for the items of its arguments when it is asked itself."""

_CALLING_WORDS = """
map filter sorted min max reduce sort defaultdict iter accumulate groupby takewhile dropwhile
starmap filterfalse sub subn nlargest nsmallest
"""
CALLING = frozenset(_CALLING_WORDS.split())
"""What calls the functions that it is handed."""

ENDLESS = frozenset({"count", "cycle", "repeat"})
"""What ``itertools`` has that never ends by itself."""


_TELLING = _COLLECTING | _CHOOSING | {"getattr"}
_LATE = LAZY | ENDLESS | {"defaultdict"}
_KEPT_BACK = ("endless", "generator", "view")
_CONSTANTS = frozenset(text.rpartition(".")[2] for text in FLOATS)


class _Memory:
    """What the steps of a function have found so far."""

    def start(
        self, known: dict[int, tuple[Marks, int]], stale: set[int], strange: set[int]
    ) -> None:
        """Goes through steps of which something is known."""
        self.known, self.stale, self.strange = known, stale, strange

    def begin(self, number: int) -> tuple[set[int], list[int]]:
        """One of the steps begins; gives the steps that it shares with, and what it finds."""
        self.number = number
        self.shared: set[int] = set()
        self.owned: list[int] = []
        return self.shared, self.owned


class Values(_Memory):
    """Evaluates expressions to marks.

    ``known`` are those that were found so far, each with the number of the step that asked first.
    What an earlier step found is used again (``shared`` are such steps), what a later one found
    has to be found anew (``stale`` are those). ``strange`` are steps that evaluate
    the body of a generator expression, which is no code of their own.
    """

    def __init__(self, heap: Heap, units: Iterable[Unit]) -> None:
        self.heap = heap
        self.by_node = {id(unit.node): unit for unit in units}
        self.evaluators = _evaluators(self)
        self.numbers: dict[int, bool] = {}
        self.start({}, set(), set())
        self.begin(0)

    def of(self, node: Node, unit: Unit) -> Marks:
        """What an expression may be."""
        kind = node.__class__
        if kind is ast.Constant:
            return FLOAT if node.value.__class__ in REAL else NOTHING
        key = id(node)
        known = self.known.get(key)
        if known is not None:
            number = known[1]
            if number == self.number:
                return known[0]
            if number < self.number:
                self.shared.add(number)
                return known[0]
            self.stale.add(number)
        evaluate = self.evaluators.get(kind)
        if evaluate is None:
            return NOTHING
        found = evaluate(node, unit)
        self.known[key] = found, self.number
        self.owned.append(key)
        return found

    def name(self, node: ast.Name, unit: Unit) -> Marks:
        """A variable, a function or a class."""
        name = node.id
        key, is_own = unit.keys.get(name) or unit.holder(name)
        found = self.heap.look(key)
        if found and not is_own:
            found = from_elsewhere(found)
        classes = self.heap.heritage.by_short.get(name)
        return found.union([("class", cls, True) for cls in classes]) if classes else found

    def call(self, node: ast.Call, unit: Unit) -> Marks:
        """What is made or returned; what nobody sees may give back what it was handed."""
        found: set[Mark] = set()
        for kind, name, sure in self.of(node.func, unit):
            if kind == "class":
                found.add(("object", name, sure))
            elif kind == "function":
                found |= from_elsewhere(self.heap.results(name))
            elif kind == "object":
                made = (self.heap.results(one) for one in self.heap.find(name, "__call__"))
                found = found.union(*made)
        text = node.func.id if node.func.__class__ is ast.Name else ""
        if text == "type" and len(node.args) == 1:
            held = self.of(node.args[0], unit)
            return frozenset({("class", cls, sure) for cls, sure in of_kind(held, "object")})
        if found or text in _PLAIN:
            return frozenset(found)
        if id(node) not in self.numbers:
            self.numbers[id(node)] = _gives_number(self.heap.contents.imports, node)
        if self.numbers[id(node)]:
            return FLOAT
        return self._passed_on(node, unit, text)

    def _passed_on(self, node: ast.Call, unit: Unit, text: str) -> Marks:
        """What a function that is not seen may give back of what it gets."""
        given = [self.of(one, unit) for one in node.args]
        given += [self.of(one.value, unit) for one in node.keywords]
        every = joined(given)
        last: str = getattr(node.func, "attr", text)
        if text in _TELLING or last in _LATE:
            made = self._made(node, unit, (text, last), given, every)
            if made is not None:
                return made
        found = {one for one in weakened(every) if one[0] not in _KEPT_BACK}
        if isinstance(node.func, ast.Attribute):
            whole = self.of(node.func.value, unit)
            if whole:
                found |= taken_out(whole) | {one for one in whole if one[0] == "member"}
        return frozenset(found) if found else NOTHING

    def _made(
        self, node: ast.Call, unit: Unit, names: tuple[str, str], given: list[Marks], every: Marks
    ) -> Marks | None:
        """What a function of the library makes of it, if it is known for that."""
        text, last = names
        if text in _COLLECTING:
            return contained(self.heap.items(every))
        if text in _CHOOSING:
            return self.heap.items(every) | every
        if last == "defaultdict":
            return contained(self.heap.items(joined(given[1:]))) | _factories(given)
        if _is_endless(self.heap.contents.imports, node, last):
            return frozenset({("endless", last, True)})
        places = [place(one, unit) for one in node.args]
        if last == "zip" and not all(map(_unending, given)):
            return _zipped(places)
        if last in LAZY:
            seen = {("view", key, True) for key in places if key}
            return contained(self.heap.items(every)) | every | seen
        if text == "getattr" and len(node.args) > 1:
            key = place(node.args[0], unit)
            return looked_up(self.heap, node.args[1], given[0], key) | _rest(given)
        return None

    def subscript(self, node: ast.Subscript, unit: Unit) -> Marks:
        """A member, or what ``__getitem__`` gives."""
        held = self.of(node.value, unit)
        found = set(from_elsewhere(taken_out(held))) if held else set()
        for factory, _ in of_kind(held, "factory"):
            found |= self.heap.results(factory)
        for cls, _ in of_kind(held, "object"):
            for name in self.heap.find(cls, "__getitem__"):
                found |= self.heap.results(name)
        match node:
            case ast.Subscript(ast.Call(ast.Name("globals")), ast.Constant(str() as name)):
                found |= self.heap.look(f"{MODULE}:{name}")
        return frozenset(found)

    def generator(self, node: ast.GeneratorExp, unit: Unit) -> Marks:
        """Its items; it asks for those of what it goes through when it is asked itself."""
        iterated = [one.iter for one in node.generators]
        self.strange.add(self.number)
        seen = {("view", key, True) for one in iterated if (key := place(one, unit))}
        return self.display([node.elt], unit) | seen

    def display(self, parts: Iterable[Node], unit: Unit) -> Marks:
        """A container of its parts; what is starred is emptied into it."""
        found: set[Mark] = set()
        for part in parts:
            if part.__class__ is ast.Constant and part.value.__class__ not in REAL:
                continue
            starred = part.__class__ is ast.Starred
            marks = self.of(part.value if starred else part, unit)
            if marks:
                found |= contained(self.heap.items(marks)) if starred else contained(marks)
        return frozenset(found) if found else NOTHING

    def any_of(self, parts: Iterable[Node], unit: Unit) -> Marks:
        """One of the parts."""
        return joined([self.of(part, unit) for part in parts])


def _lambda(values: Values, node: ast.Lambda) -> Marks:
    """Something to call, which gives what its body is."""
    inner = values.by_node.get(id(node))
    if inner is None:
        return NOTHING
    values.heap.put(f"{inner.qualname}()", values.of(node.body, inner))
    return frozenset({("function", inner.qualname, True)})


def _factories(given: list[Marks]) -> Marks:
    """The function that a ``defaultdict`` is handed first."""
    functions = of_kind(given[0], "function") if given else ()
    return frozenset([("factory", name, sure) for name, sure in functions])


def _zipped(places: list[str]) -> Marks:
    """A pairing asks nothing of the file, except where something is paired with itself."""
    is_self = len(set(places)) == 1 and bool(places[0])
    return frozenset({("view", places[0], True)} if is_self else ())


def _rest(given: list[Marks]) -> Marks:
    """What is there by default."""
    return frozenset().union(*given[2:])


def _gives_number(imports: dict[str, str], node: ast.Call) -> bool:
    """Whether the call gives a number that is no integer."""
    text = dotted_text(node.func)
    root, dot, rest = text.partition(".")
    dotted = f"{imports.get(root, root)}{dot}{rest}"
    return gives_float(dotted) or dotted in ("decimal.Decimal", "fractions.Fraction")


def _is_endless(imports: dict[str, str], node: ast.Call, last: str) -> bool:
    """Whether a function of ``itertools`` is called that gives an iterator without an end."""
    if last not in ENDLESS or len(node.args) > 1 + (last == "count"):
        return False
    if isinstance(node.func, ast.Attribute):
        root = node.func.value
        return isinstance(root, ast.Name) and imports.get(root.id) == "itertools"
    return isinstance(node.func, ast.Name) and "itertools." in imports.get(node.func.id, "")


def _unending(marks: Marks) -> bool:
    """Whether nobody knows that what has these marks comes to an end."""
    return any(kind in ("endless", "generator", "object", "view") for kind, _, _ in marks)


def place(node: Node, unit: Unit) -> str:
    """Where the container that an expression names is kept; nothing for what has no name."""
    match node:
        case ast.Name(id=name):
            return unit.key(name)
        case ast.Attribute(attr=name):
            return f".{name}"
    return ""


def _evaluators(values: Values) -> dict[type, Callable[[Node, Unit], Marks]]:
    def parts(node: Node, unit: Unit) -> Marks:
        return values.display(node.elts, unit)

    def element(node: Node, unit: Unit) -> Marks:
        return values.display([node.elt], unit)

    def read(node: Node, unit: Unit) -> Marks:
        name = node.attr
        if name in _CONSTANTS and dotted_text(node) in FLOATS:
            return FLOAT
        key = place(node.value, unit) if name in GROWING else ""
        return attribute(values.heap, name, values.of(node.value, unit), key)

    def calculated(node: Node, unit: Unit) -> Marks:
        less = isinstance(node.op, ast.Pow) and isinstance(node.right, ast.UnaryOp)
        found = values.any_of([node.left, node.right], unit)
        return found | FLOAT if less or isinstance(node.op, ast.Div) else found

    def number(node: Node, unit: Unit) -> Marks:
        return NOTHING if isinstance(node.op, ast.Not) else values.of(node.operand, unit)

    def inner(node: Node, unit: Unit) -> Marks:
        return values.of(node.value, unit)

    return {
        ast.Name: values.name,
        ast.Attribute: read,
        ast.Call: values.call,
        ast.Subscript: values.subscript,
        ast.Lambda: lambda node, unit: _lambda(values, node),
        ast.GeneratorExp: values.generator,
        ast.UnaryOp: number,
        **dict.fromkeys((ast.List, ast.Tuple, ast.Set), parts),
        **dict.fromkeys((ast.ListComp, ast.SetComp), element),
        **dict.fromkeys((ast.Await, ast.Starred, ast.NamedExpr), inner),
        ast.Dict: lambda node, unit: values.display([*filter(None, node.keys), *node.values], unit),
        ast.DictComp: lambda node, unit: values.display([node.key, node.value], unit),
        ast.BinOp: calculated,
        ast.BoolOp: lambda node, unit: values.any_of(node.values, unit),
        ast.IfExp: lambda node, unit: values.any_of([node.body, node.orelse], unit),
    }
