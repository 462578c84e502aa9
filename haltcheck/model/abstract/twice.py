"""Loops over one argument that append to another: the two may be the same list."""

from __future__ import annotations

from haltcheck.basis.record import record
from haltcheck.model import instruction as i
from haltcheck.model.abstract.flow import flow_of, reaching
from haltcheck.model.abstract.growth import dominates
from haltcheck.model.abstract.scene import frame_of, tables_of
from haltcheck.model.binding import Unknown
from haltcheck.model.calls import Unresolved
from haltcheck.model.program import Function, Loop, Next, Program, successors
from haltcheck.model.slice import reads
from haltcheck.model.subject import LoopSubject

_ONE = frozenset({"append", "insert"})
_LISTS = ("", "list", "List", "MutableSequence")


@record
class Twice:
    """Where ``second is first`` each round of a loop over ``first`` makes it longer by one."""

    first: str
    second: str


@record
class Apart:
    """Why nothing of the kind is known."""

    why: str


def same_argument(program: Program, subject: LoopSubject) -> Twice | Apart:
    """Whether the loop does nothing but append to one argument what another gives."""
    function = program.functions.get(subject.qualname)
    loops = [one for one in function.loops if one.id == subject.loop] if function else []
    if function is None or not loops:
        return Apart("there is no such loop")
    first = _iterated(program, function, loops[0])
    if not first:
        return Apart("it iterates no argument as it is")
    found = [(index, one) for index, one in _body(function, loops[0])]
    adders = [(n, one) for n, one in found if isinstance(one, i.CallMethod) and one.name in _ONE]
    plain = all(isinstance(one, i.Copy) or (n, one) in adders for n, one in found)
    if len(adders) != 1 or not plain or _leaves(function, loops[0]):
        return Apart("the body does more than to append")
    block, adder = adders[0]
    second = _argument(program, function, adder.object)
    resolved = tables_of(program).resolver.resolve(function, adder)
    if not second or second == first or not isinstance(resolved, Unresolved):
        return Apart("it appends to no other argument")
    if not dominates(frame_of(program, function), loops[0], block):
        return Apart("some rounds append nothing")
    kinds = {one.annotation for one in function.parameters if one.name in (first, second)}
    if len({kind for kind in kinds if kind and "[" in kind}) > 1:
        return Apart("they hold elements of different types")
    if _is_touched(program, function, loops[0], {first, second}):
        return Apart("what stands before the loop may tell them apart, or empty them")
    return Twice(first, second)


def _is_touched(program: Program, function: Function, loop: Loop, names: set[str]) -> bool:
    """Whether code on the way to the loop looks at the arguments, or hands them on."""
    bindings = tables_of(program).resolver.bindings(function)
    useful = reaching(flow_of(function), (loop.head,)) - loop.blocks
    return any(
        bindings.root(i.Local(name)) in names
        for index in sorted(useful)
        for one in (*function.blocks[index].instructions, function.blocks[index].terminator)
        if not isinstance(one, i.Copy | i.GetIterator)
        for name in reads(one)
    )


def _iterated(program: Program, function: Function, loop: Loop) -> str:
    head = function.blocks[loop.head].terminator
    if not isinstance(head, Next) or head.is_async:
        return ""
    origin = tables_of(program).resolver.bindings(function).origin(head.iterator)
    return _argument(program, function, origin.object) if isinstance(origin, i.GetIterator) else ""


def _argument(program: Program, function: Function, operand: i.Operand) -> str:
    """The parameter that an operand is, where it may be a list and is never bound anew."""
    bindings = tables_of(program).resolver.bindings(function)
    name = bindings.root(operand)
    if not isinstance(bindings.origin(operand), Unknown) or bindings.counts.get(name) != 1:
        return ""
    for position, parameter in enumerate(function.parameters):
        if parameter.name == name and parameter.kind not in ("*", "**"):
            text = (parameter.annotation or "").partition("[")[0].rpartition(".")[2]
            is_self = position == 0 and function.in_class is not None
            return name if text in _LISTS and not is_self else ""
    return ""


def _body(function: Function, loop: Loop) -> list[tuple[int, i.Instruction]]:
    return [
        (index, one) for index in sorted(loop.blocks) for one in function.blocks[index].instructions
    ]


def _leaves(function: Function, loop: Loop) -> bool:
    """Whether anything but the end of the iterable leaves the loop."""
    return any(
        target not in loop.blocks
        for index in loop.blocks
        if index != loop.head
        for target in successors(function.blocks[index]) or (-1,)
    )
