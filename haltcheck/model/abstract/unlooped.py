"""Iterations that no loop shows, and that never end by themselves.

Straight code asks what never ends for all of its items; a class lets any code iterate its objects,
and gives something for every number; a loop that is meant to find something else is left only
where it finds it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from haltcheck.basis.once import once
from haltcheck.model import instruction as i
from haltcheck.model.abstract.exhausting import Sight
from haltcheck.model.abstract.instance import endless_instance, endless_objects, steps_by_itself
from haltcheck.model.abstract.iterability import Asked, Endless, Iterability, Unclear
from haltcheck.model.abstract.iterable import handed_on
from haltcheck.model.abstract.scene import tables_of
from haltcheck.model.abstract.sought import is_search
from haltcheck.model.calls import Dotted, Receiver, Resolver
from haltcheck.model.program import Function, Next, Program
from haltcheck.model.subject import IterationSubject

_WHOLLY = frozenset(
    {"frozenset", "list", "max", "min", "set", "sorted", "tuple", "collections.deque"}
)
_CONSUMING = """
all any deque dict extend frozenset fromkeys join list max min reduce set sorted sum tuple update
Counter bytes bytearray
"""
CONSUMERS = frozenset(_CONSUMING.split())
"""What may ask what it is handed for all of its items, by the last part of its name."""

_TAKING = frozenset({"extend", "join"})
_STEPS = frozenset({"__iter__", "__getitem__"})
_ASKING = frozenset({i.Unpack, i.Operate, i.Build, i.CallMethod, i.Call})
_NOT_THERE = "what is looked for is not there"


def unlooped(program: Program, function: Function) -> tuple[IterationSubject, ...]:
    """The iterations of a function that never end by themselves, that over its class included.

    Where code of the file iterates such objects the mistake is told there, and not of the class.
    """
    found = [
        one for one in _places(program, function) if isinstance(iteration(program, one), Endless)
    ]
    whole = IterationSubject(function.qualname)
    is_whole = isinstance(_of_class(program, function), Endless)
    return (*found, whole) if is_whole and not _is_iterated(program, function) else tuple(found)


def unsettled(program: Program, function: Function) -> str:
    """Why straight code need not halt: a class of the file says when what it asks for ends.

    Empty where nothing is asked so.
    """
    resolver = tables_of(program).resolver
    for block in function.blocks if _has_steps(resolver) else ():
        for one in block.instructions:
            if type(one) not in _ASKING:
                continue
            for operand in _handed(resolver, function, one):
                known = resolver.receiver(function, operand)
                if known is not None and steps_by_itself(resolver, known):
                    return f"nobody knows whether what line {one.span.line} asks for has an end"
    return ""


@once
def _has_steps(resolver: Resolver) -> bool:
    """Whether any class of the file says what iterating its objects gives."""
    classes = resolver.program.contents.classes.values()
    return any(not _STEPS.isdisjoint(one.methods | one.names) for one in classes)


def _handed(resolver: Resolver, function: Function, one: i.Instruction) -> Iterator[i.Operand]:
    """What the instruction may ask for all of its items."""
    asked = _asked(resolver, function, one)
    if asked is not None:
        yield asked.operand
    elif isinstance(one, i.Call | i.CallMethod) and one.text.rpartition(".")[2] in CONSUMERS:
        yield from (item.value for item in one.items)


def _places(program: Program, function: Function) -> Iterator[IterationSubject]:
    """The instructions that may ask something endless for all of its items."""
    resolver = tables_of(program).resolver
    sight = Sight(resolver, function)
    for block in function.blocks:
        for index, one in enumerate(block.instructions):
            if type(one) not in _ASKING:
                continue
            asked = _asked(resolver, function, one)
            if asked is None or isinstance(asked.operand, i.Const):
                continue
            known = resolver.receiver(function, asked.operand) is not None
            if known or sight.is_endless(asked.operand):
                yield IterationSubject(function.qualname, block.id, index)
        if isinstance(block.terminator, Next) and _over(resolver, function, block.terminator):
            yield IterationSubject(function.qualname, block.id, len(block.instructions))


def iteration(program: Program, subject: IterationSubject) -> Iterability:
    """Whether the iteration comes to an end by itself."""
    function = program.functions.get(subject.qualname)
    if function is None or subject.block >= len(function.blocks):
        return Unclear(f"{subject.qualname} was not read")
    if subject.block < 0:
        return _of_class(program, function)
    block = function.blocks[subject.block]
    if subject.index == len(block.instructions) and isinstance(block.terminator, Next):
        return _of_search(program, function, block.id, block.terminator)
    if not -1 < subject.index < len(block.instructions):
        return Unclear("there is no such instruction")
    resolver = tables_of(program).resolver
    asked = _asked(resolver, function, block.instructions[subject.index])
    if asked is None:
        return Unclear("it asks nothing for all of its items")
    known = resolver.receiver(function, asked.operand)
    if asked.where and known is not None and _answers(resolver, known):
        return Unclear("it has a word in what it contains")
    found = handed_on(program, function, asked)
    return replace(found, where=asked.where) if isinstance(found, Endless) else found


def _of_class(program: Program, function: Function) -> Iterability:
    """Any iteration over objects of the class that a ``__getitem__`` stands in."""
    found = endless_objects(tables_of(program).resolver, function)
    return found or Unclear("objects of its class are not iterated, or come to an end")


def _of_search(program: Program, function: Function, head: int, asking: Next) -> Iterability:
    """A loop over such an object that is left where it finds something else."""
    loop = next((one for one in function.loops if one.head == head), None)
    known = _over(tables_of(program).resolver, function, asking)
    found = endless_instance(tables_of(program).resolver, known) if known is not None else None
    if loop is None or found is None or not found.slip or not is_search(function, loop):
        return Unclear("nothing is looked for in what never ends")
    return replace(found, where=_NOT_THERE)


def _over(resolver: Resolver, function: Function, asking: Next) -> Receiver | None:
    """The class of the file whose object the loop iterates."""
    made = resolver.bindings(function).origin(asking.iterator)
    if not isinstance(made, i.GetIterator) or asking.is_async:
        return None
    return resolver.receiver(function, made.object)


def _answers(resolver: Resolver, receiver: Receiver) -> bool:
    """Whether the class says itself what its objects contain."""
    order, _ = resolver.members.hierarchy.order(receiver.cls)
    classes = resolver.program.contents.classes
    return any("__contains__" in classes[name].methods | classes[name].names for name in order)


def _is_iterated(program: Program, method: Function) -> bool:
    """Whether code of the file iterates objects of the class: the mistake is told there."""
    resolver = tables_of(program).resolver
    for function in program.functions.values():
        for block in function.blocks:
            for one in (*block.instructions, block.terminator):
                if isinstance(one, Next):
                    known = _over(resolver, function, one)
                elif asked := _asked(resolver, function, one):
                    known = resolver.receiver(function, asked.operand)
                else:
                    continue
                if (
                    known is not None
                    and method.in_class in (resolver.members.hierarchy.order(known.cls)[0])
                ):
                    return True
    return False


def _asked(resolver: Resolver, function: Function, one: object) -> Asked | None:
    """What the instruction asks for all of its items, whatever they are."""
    match one:
        case i.Unpack(value=value, star=star) if star >= 0:
            return Asked(value)
        case i.Operate(operator="in" | "not in", operands=(_, many)):
            return Asked(many, where=_NOT_THERE)
        case i.Build(items=items):
            return next((Asked(item.value) for item in items if item.kind == "*"), None)
        case i.CallMethod(name=name, object=whole, items=(item,)) if name in _TAKING:
            return Asked(item.value, whole) if item.kind == "positional" else None
        case i.Call(items=items) | i.CallMethod(items=items):
            spread = next((Asked(item.value) for item in items if item.kind == "*"), None)
            if spread is not None or not items or items[0].kind != "positional":
                return spread
            name = one.text if one.text in _WHOLLY else ""
            resolved = None if name else resolver.resolve(function, one)
            name = resolved.name if isinstance(resolved, Dotted) else name
            return Asked(items[0].value) if name in _WHOLLY and len(items) == 1 else None
    return None
