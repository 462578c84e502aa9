"""The ways through a function that is handed a container which holds itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from haltcheck.basis.record import record
from haltcheck.model import instruction as i
from haltcheck.model.binding import bound
from haltcheck.model.calls import Resolver
from haltcheck.model.program import Block, Function, Jump, Next, Raise, Return, Test, code_of
from haltcheck.model.reference.container import (
    CHANGED,
    FREE,
    STABLE,
    Callee,
    Changed,
    Free,
    Identity,
    Kinds,
    Known,
    Node,
    Row,
    Stable,
    TypeOf,
    Value,
    View,
    has_attribute,
    is_exactly,
    iterated,
)
from haltcheck.model.reference.members import members_of_its_kind

_MOST = 250
_DEEP = frozenset({"BaseException", "Exception", "RecursionError", "RuntimeError"})


@record
class Reached:
    """A call of a function of the file, with what it is handed, at a line."""

    qualname: str
    given: tuple[tuple[str, Value], ...]
    line: int


class TooLongError(Exception):
    """There are too many ways through a function."""


Env = dict[str, Value]
Found = dict[tuple[str, tuple[tuple[str, Value], ...]], int]


Calling = Callable[["Walk", i.Call | i.CallMethod, Env, Found], Value | None]
"""What a call gives; None where it raises for certain. Adds the functions that it runs."""


class Walk:
    """The ways through one function, each with what its locals hold."""

    def __init__(
        self, resolver: Resolver, function: Function, call: Calling, depth: int = 0
    ) -> None:
        self.resolver = resolver
        self.function = function
        self.call = call
        self.depth = depth
        self.bindings = resolver.bindings(function)
        self.known: dict[tuple[int, frozenset[tuple[str, Value]]], Found] = {}
        self.returned: set[Value] = set()
        self.told = False
        self.written = {one.name for one in code_of(function) if isinstance(one, i.SetAttribute)}

    def explore(self, number: int, env: Env) -> Found:
        """The calls that a block and what comes after it come to."""
        key = number, frozenset(env.items())
        if key in self.known:
            return self.known[key]
        if len(self.known) > _MOST:
            raise TooLongError
        self.known[key] = {}
        found: Found = {}
        block, env = self.function.blocks[number], dict(env)
        ways = self._ways(block, env, found)
        if ways is None:
            found |= self._after(block, env)
        elif ways >= 0:
            env[block.caught] = STABLE
            found |= self.explore(ways, env)
        self.known[key] = found
        return found

    def _ways(self, block: Block, env: Env, found: Found) -> int | None:
        """Runs a block: None where it comes to its end, else its handler, or less than none."""
        for one in block.instructions:
            value: Value | None
            if isinstance(one, i.Call | i.CallMethod):
                calls: Found = {}
                value = self.call(self, one, env, calls)
                if not _is_caught(self.function, block):
                    found |= calls
            else:
                value = self.value_of(one, env)
            if value is None:
                return -1 if block.handler is None else block.handler
            if isinstance(one, i.Unpack):
                env.update(_unpacked(one, value))
            else:
                env.update(dict.fromkeys(bound(one), value))
        return None

    def _after(self, block: Block, env: Env) -> Found:
        match block.terminator:
            case Jump(to=to):
                return self.explore(to, env)
            case Test(condition=condition, then=then, orelse=orelse):
                truth = truth_of(self.value(condition, env))
                if isinstance(truth, bool):
                    return self.explore(then if truth else orelse, env)
                one, other = self.explore(then, env), self.explore(orelse, env)
                if truth is None:
                    return one | other
                return {call: line for call, line in one.items() if call in other}
            case Next(iterator=iterator, target=target, body=body, done=done):
                held = self.value(iterator, env)
                item = held.item if isinstance(held, View) else CHANGED
                return self.explore(body, {**env, target: item}) | self.explore(done, env)
            case Return(value=value):
                self.returned.add(self.value(value, env))
                return {}
            case Raise() if block.handler is not None:
                return self.explore(block.handler, {**env, block.caught: STABLE})
            case _:
                return {}

    def value(self, operand: i.Operand, env: Env) -> Value:
        """What an operand holds."""
        if isinstance(operand, i.Const):
            return Known(operand.value)
        return env.get(operand.name, CHANGED)

    def value_of(self, one: i.Instruction, env: Env) -> Value | None:
        """What an instruction that calls nothing gives; None where it raises for certain."""
        match one:
            case i.Copy(value=value):
                return self.value(value, env)
            case i.LoadGlobal(name=name):
                return _global(self, name)
            case i.LoadFree(name=name):
                return _free(self, name, env)
            case i.MakeFunction(qualname=qualname):
                made = self.resolver.program.functions.get(qualname)
                names = sorted(made.free) if made is not None else ()
                around = [
                    (f"^{name}", env.get(name, env.get(f"^{name}", STABLE))) for name in names
                ]
                return Callee(qualname, tuple(around))
            case i.GetAttribute():
                return _attribute(self, one, env)
            case i.GetItem(object=whole, key=key):
                return _item(self, self.value(whole, env), self.value(key, env), key)
            case i.Build(kind=kind, items=items):
                held = [self.value(item.value, env) for item in items]
                return _built(kind, held, plain=all(x.kind == "positional" for x in items))
            case i.Unpack(value=value) | i.Suspend(value=value, kind="await"):
                return self.value(value, env)
            case i.GetIterator(object=whole):
                item = iterated(self.value(whole, env))
                return None if item is None else View(item)
            case i.Operate(operator=how, operands=operands):
                return operated(how, [self.value(each, env) for each in operands])
            case i.SetAttribute() | i.SetItem() | i.EnterContext() | i.Extend():
                return STABLE
            case _:
                return CHANGED


def _global(walk: Walk, name: str) -> Value:
    program = walk.resolver.program
    contents = program.contents
    if name in program.constants:
        return Known(program.constants[name])
    if name in contents.functions:
        return Callee(name)
    writes = contents.global_writes.get(name, 0)
    if writes == 1 and name not in contents.imports and name not in contents.classes:
        for one in program.later.binding(name):
            inner = Walk(walk.resolver, one.function, walk.call, walk.depth + 1)
            if walk.depth < 2 and not inner.explore(0, {}) and len(inner.returned) == 1:
                found = next(iter(inner.returned))
                return found if isinstance(found, Kinds | Known | Row) else STABLE
        return STABLE
    return Kinds(frozenset({name}))


def _free(walk: Walk, name: str, env: Env) -> Value:
    if f"^{name}" in env:
        return env[f"^{name}"]
    around = walk.function.qualname
    while "." in around:
        around = around.rpartition(".")[0]
        if f"{around}.{name}" in walk.resolver.program.functions:
            return Callee(f"{around}.{name}")
    return STABLE


def _attribute(walk: Walk, one: i.GetAttribute, env: Env) -> Value | None:
    whole = walk.value(one.object, env)
    if isinstance(whole, Node):
        if one.name == "__class__":
            return TypeOf(whole)
        if whole.kind == "object" and one.name in members_of_its_kind(walk.resolver, whole.cls):
            return View(whole.member)
        has = has_attribute(whole, one.name, methods_of(walk.resolver, whole.cls))
        return None if has is False else CHANGED
    if isinstance(whole, TypeOf):
        return Known(whole.node.kind) if one.name == "__name__" else STABLE
    if isinstance(whole, Kinds) and walk.resolver.dotted(walk.function, one.object):
        return Kinds(frozenset({one.name}))
    if isinstance(whole, Stable | Kinds):
        return CHANGED if one.name in walk.written else STABLE
    return whole if isinstance(whole, Free) else CHANGED


def _item(walk: Walk, whole: Value, key: Value, operand: i.Operand) -> Value | None:
    made = walk.bindings.origin(operand)
    if isinstance(made, i.Build) and made.kind == "slice":
        return CHANGED
    match whole, key:
        case Row(items=items), Known(value=int() as place) if -len(items) <= place < len(items):
            return items[place]
        case Node(kind="dict"), Free():
            return whole.member
        case Node(kind="list"), Known(value=str() | None):
            return None
        case Node(kind="list" | "text"), Free():
            return whole.member
        case ((Stable() | Free()), (Known() | Stable() | Free())):
            return FREE if isinstance(key, Free) else whole
        case _:
            return CHANGED


def _is_caught(function: Function, block: Block) -> bool:
    """Whether the end of the stack may be caught here, which ends the recursion after all."""
    number, seen = block.handler, set[int]()
    while number is not None and number not in seen:
        seen.add(number)
        handler = function.blocks[number]
        kinds = [x for x in handler.instructions if isinstance(x, i.LoadGlobal)]
        if any(one.name in _DEEP for one in kinds):
            return not isinstance(handler.terminator, Raise)
        asks = any(getattr(x, "operator", "") == "catches" for x in handler.instructions)
        if not asks and isinstance(handler.terminator, Return):
            return True
        end = handler.terminator
        number = end.orelse if isinstance(end, Test) and asks else None
    return False


def methods_of(resolver: Resolver, cls: str) -> frozenset[str]:
    """The methods of a class of the file and of those above it."""
    classes = resolver.program.contents.classes
    if cls not in classes:
        return frozenset()
    order = resolver.members.hierarchy.order(cls)[0]
    return frozenset().union(*(classes[one].methods for one in order))


def truth_of(value: Value) -> bool | Value | None:
    """Whether a value is true; None where that is free, CHANGED where it may differ each time."""
    match value:
        case Known(value=held):
            return bool(held)
        case Free() | Stable():
            return None
        case Changed():
            return CHANGED
        case _:
            return True


def _unpacked(one: i.Unpack, value: Value) -> Iterator[tuple[str, Value]]:
    if isinstance(value, Row) and len(value.items) == len(one.targets) and one.star < 0:
        yield from zip(one.targets, value.items, strict=True)
        return
    # A container that is taken apart so has members of different meanings.
    item = CHANGED if isinstance(value, Node) else iterated(value)
    yield from ((name, CHANGED if item is None else item) for name in one.targets)


def _built(kind: str, held: list[Value], *, plain: bool) -> Value:
    if not plain or kind in ("dict", "slice"):
        return STABLE
    if held and all(isinstance(one, Kinds) for one in held):
        return Kinds(frozenset().union(*(one.names for one in held if isinstance(one, Kinds))))
    if kind == "tuple" or all(isinstance(one, Known) for one in held):
        return Row(tuple(held))
    return CHANGED if CHANGED in held else STABLE


def operated(how: str, held: list[Value]) -> Value:
    """What an operator gives."""
    if how in ("not", "truth"):
        truth = truth_of(held[0])
        if isinstance(truth, bool):
            return Known(truth is (how == "truth"))
        return FREE if truth is None else CHANGED
    if how in ("is", "is not", "==", "!="):
        same = _is_same(held[0], held[1], exact=how.startswith("is"))
        return Known(same is (how in ("is", "=="))) if isinstance(same, bool) else same
    if how in ("in", "not in"):
        found = _is_in(held[0], held[1])
        return Known(found is (how == "in")) if isinstance(found, bool) else found
    if how == "catches":
        return STABLE
    if all(isinstance(one, Known | Free) for one in held) and any(
        isinstance(x, Free) for x in held
    ):
        return FREE
    if all(isinstance(one, Stable) and not one.name for one in held):
        return STABLE
    return CHANGED


def _is_same(one: Value, other: Value, *, exact: bool) -> bool | Value:
    match one, other:
        case (Identity(node=left), Identity(node=right)) if left.kind != "text":
            return left == right
        case Node(kind="text"), Node() | Known():
            return CHANGED if exact or isinstance(other, Node) else FREE
        case Node(), Node():
            return (one == other) if exact else CHANGED
        case (Node(), Known()) | (Known(), Node()):
            return False
        case Node(), Stable():
            return False if exact else CHANGED
        case (TypeOf(node=node), Kinds(names=names)) | (Kinds(names=names), TypeOf(node=node)):
            found = is_exactly(node, names)
            return CHANGED if found is None else found
        case Known(value=left), Known(value=right):
            return left is right if exact else left == right
        case _:
            loose = all(isinstance(x, Free | Stable | Known) for x in (one, other))
            return FREE if loose else CHANGED


def _is_in(one: Value, many: Value) -> bool | Value:
    match one, many:
        case TypeOf(node=node), Kinds(names=names):
            found = is_exactly(node, names)
            return CHANGED if found is None else found
        case Known(value=held), Row(items=items) if all(isinstance(x, Known) for x in items):
            return Known(held) in items
        case Node(kind="text"), (Known() | Row()):
            return FREE
        case Node(), Known() | Row():
            return False if not isinstance(many, Row) or _is_plain(many) else CHANGED
        case ((Free() | Known() | Stable()), (Free() | Known() | Row() | Stable() | Node())):
            return FREE
        case _:
            return CHANGED


def _is_plain(row: Row) -> bool:
    return all(isinstance(one, Known) for one in row.items)
