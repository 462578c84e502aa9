"""The call graph of a file, its cycles, and the order in which callees come first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from haltcheck.basis.graph import components, cyclic, is_cycle
from haltcheck.basis.once import once
from haltcheck.basis.record import record
from haltcheck.model import instruction as i
from haltcheck.model.calls import Resolution, Resolved, Resolver, factories
from haltcheck.model.formatting import CONVERSIONS, formatted, interpolated
from haltcheck.model.program import Function, Next, Program, Test
from haltcheck.model.special import BUILTIN_NAMES, DUNDER_OF_OPERATOR, REFLECTED

_DUNDERS: Mapping[type, str] = {
    i.SetAttribute: "__setattr__",
    i.GetItem: "__getitem__",
    i.SetItem: "__setitem__",
    i.DeleteItem: "__delitem__",
    i.GetIterator: "__iter__",
}


# Instructions that may run code of the file; most others only move values.
_RUNNING = frozenset(
    {i.Call, i.CallMethod, i.Build, i.GetAttribute, i.Unpack, i.Suspend, i.EnterContext}
    | {i.ExitContext, i.Operate, *_DUNDERS}
)


@record
class Edge:
    """The instruction ``index`` of ``block`` (its terminator behind the last) runs ``resolved``."""

    block: int
    index: int
    resolved: Resolved


def edges(resolver: Resolver, function: Function) -> tuple[Edge, ...]:
    """Every place in a function that runs code of this file, special methods included."""
    known = _known_edges(resolver)
    held = known.get(id(function))
    if held is None:
        held = known[id(function)] = function, _edges(resolver, function)
    return held[1]


@once
def _known_edges(resolver: Resolver) -> dict[int, tuple[Function, tuple[Edge, ...]]]:
    """The edges of the functions that were asked for, filled by and by."""
    del resolver
    return {}


def _edges(resolver: Resolver, function: Function) -> tuple[Edge, ...]:
    found: list[Edge] = []
    for block in function.blocks:
        for index, instruction in enumerate(block.instructions):
            if type(instruction) not in _RUNNING:
                continue
            for run in _runs(resolver, function, instruction):
                if type(run) is Resolved and run.qualnames:
                    found.append(Edge(block.id, index, run))
        end = block.terminator
        runs: Resolution | None = None
        if type(end) is Test:
            runs = resolver.special(function, end.condition, "__bool__")
        elif type(end) is Next:
            runs = resolver.special(function, end.iterator, "__next__")
        if type(runs) is Resolved and runs.qualnames:
            found.append(Edge(block.id, len(block.instructions), runs))
    return tuple(found)


def _runs(
    resolver: Resolver, function: Function, instruction: i.Instruction
) -> Iterator[Resolution]:
    match instruction:
        case i.CallMethod(name="format", object=i.Const(value=str() as text), items=items):
            for operand, dunder in formatted(text, items):
                yield resolver.special(function, operand, dunder)
        case i.Call() | i.CallMethod():
            yield resolver.resolve(function, instruction)
        case i.Build():
            yield from _built(resolver, function, instruction)
        case i.GetAttribute():
            yield resolver.attribute(function, instruction)
        case i.Unpack(value=owner) | i.Suspend(kind="yield from", value=owner):
            yield resolver.special(function, owner, "__iter__")
        case i.EnterContext(manager=owner):
            yield resolver.special(function, owner, "__enter__")
        case i.ExitContext(manager=owner):
            yield resolver.special(function, owner, "__exit__")
        case i.Operate():
            yield from _operator(resolver, function, instruction)
        case (
            i.SetAttribute(object=owner)
            | i.GetItem(object=owner)
            | i.SetItem(object=owner)
            | i.DeleteItem(object=owner)
            | i.GetIterator(object=owner)
        ):
            yield resolver.special(function, owner, _DUNDERS[type(instruction)])
            if isinstance(instruction, i.GetItem):
                yield from _missed(resolver, function, owner)


def _built(resolver: Resolver, function: Function, built: i.Build) -> Iterator[Resolution]:
    for item in built.items:
        if item.kind == "*":
            yield resolver.special(function, item.value, "__iter__")
        elif built.kind in ("set", "dict"):
            hashed = item.value if item.key is None else item.key
            yield resolver.special(function, hashed, "__hash__")


def _missed(resolver: Resolver, function: Function, owner: i.Operand) -> Iterator[Resolution]:
    """The factory of a ``defaultdict`` runs where a key is missing; a class misses none."""
    made = resolver.bindings(function).origin(owner)
    if isinstance(made, i.Build) or _is_class(resolver, function, owner, made):
        return
    yield Resolved(factories(resolver))


def _is_class(resolver: Resolver, function: Function, owner: i.Operand, made: object) -> bool:
    """Whether ``owner[key]`` is a class with its parameters: ``list[int]``, ``Box[str]``."""
    known = resolver.receiver(function, owner)
    if known is not None:
        return known.is_class
    contents = resolver.program.contents
    name = made.name if isinstance(made, i.LoadGlobal) else ""
    is_written = name in contents.global_writes and name not in contents.classes
    return not is_written and name in BUILTIN_NAMES | contents.classes.keys()


def _operator(resolver: Resolver, function: Function, made: i.Operate) -> Iterator[Resolution]:
    operator, operands = made.operator, made.operands
    if operator in ("in", "not in"):
        yield resolver.special(function, operands[1], "__contains__")
        return
    if operator in ("is", "is not", "join", "catches") or not operands:
        return
    if operator == "format":
        conversion = operands[1].value if isinstance(operands[1], i.Const) else ""
        yield resolver.special(function, operands[0], CONVERSIONS[str(conversion or "")])
        return
    plain = operator
    if operator in ("%", "%=") and isinstance(operands[0], i.Const):
        yield from _spelled(resolver, function, operands[0].value, operands[1])
    if operator.endswith("=") and operator not in ("==", "!=", "<=", ">="):
        plain = operator[:-1]
        dunder = "__i" + DUNDER_OF_OPERATOR.get(plain, "__")[2:]
        yield resolver.special(function, operands[0], dunder)
    dunder = DUNDER_OF_OPERATOR.get(plain, "")
    if dunder:
        yield resolver.special(function, operands[0], dunder)
        if len(operands) == 2:
            reflected = REFLECTED.get(dunder, "__r" + dunder[2:])
            yield resolver.special(function, operands[1], reflected)


def _spelled(
    resolver: Resolver, function: Function, text: object, operand: i.Operand
) -> Iterator[Resolution]:
    """``'%s' % operand``; a tuple that is built in place is spelled out member by member."""
    if not isinstance(text, str):
        return
    made = resolver.bindings(function).origin(operand)
    is_tuple = isinstance(made, i.Build) and made.kind == "tuple"
    members = [item.value for item in made.items] if isinstance(made, i.Build) else []
    if not is_tuple and not _is_closed(resolver, function):
        # What derives from a tuple is spelled out member by member, too.
        return
    for member, dunder in interpolated(text, members if is_tuple else [operand]):
        yield resolver.special(function, member, dunder)


def _is_closed(resolver: Resolver, function: Function) -> bool:
    """Whether all that the class of a method derives from stands in this file."""
    owner = function.in_class
    return owner in resolver.program.contents.classes and resolver.members.hierarchy.order(owner)[1]


@once
def call_graph(resolver: Resolver) -> dict[str, frozenset[str]]:
    """For every function of the file, read or not, the functions of the file that it can run.

    What was read is resolved; of the rest the table of contents tells the callees' names.
    """
    program = resolver.program
    graph: dict[str, frozenset[str]] = {}
    for qualname, entry in program.contents.functions.items():
        if qualname not in program.functions:
            graph[qualname] = frozenset(_named(program, entry.in_class, entry.calls))
    for qualname, function in program.functions.items():
        found = edges(resolver, function)
        graph[qualname] = frozenset([name for edge in found for name in edge.resolved.qualnames])
    return graph


def _named(program: Program, in_class: str | None, calls: Iterable[str]) -> Iterator[str]:
    functions = program.contents.functions
    for text in calls:
        head, _, last = text.rpartition(".")
        name = f"{in_class}.{last}" if head == "self" and in_class else text
        if name in functions:
            yield name
        elif f"{name}.__init__" in functions:
            yield f"{name}.__init__"


def order(resolver: Resolver) -> tuple[tuple[str, ...], ...]:
    """The strongly connected components of the call graph, callees first."""
    return components(call_graph(resolver))


@once
def recurring(resolver: Resolver) -> frozenset[str]:
    """Every function that may run itself again, directly or through others."""
    return frozenset(cyclic(call_graph(resolver)))


def recursions(resolver: Resolver) -> tuple[tuple[str, ...], ...]:
    """The cycles of the call graph among functions that were read, callees first."""
    graph = call_graph(resolver)
    return tuple(
        [
            component
            for component in components(graph)
            if is_cycle(graph, component)
            and all(name in resolver.program.functions for name in component)
        ]
    )
