"""Whether a call is reached by every run of a function that gets as far as its end."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from haltcheck.basis.record import record
from haltcheck.model import program as p
from haltcheck.model.assumption import ReturnsNormally
from haltcheck.model.instruction import Call, CallMethod, EnterContext, Hole, Instruction


class Return(Enum):
    """Whether a call returns to what follows it; UNSEEN code is supposed to, where it is said."""

    SURE = "sure"
    SEEN = "seen"
    UNSEEN = "unseen"


@record
class Certain:
    """Every run comes to it, given what the unresolved calls before it do."""

    assumptions: tuple[ReturnsNormally, ...] = ()


@record
class Uncertain:
    """Some run may pass by; ``why`` is part of a sentence."""

    why: str


Reach = Certain | Uncertain

# A call that leans on more unseen calls than this is not worth claiming.
_MANY = 4


def reach(
    function: p.Function,
    block: int,
    call: Instruction | None,
    returns: Callable[[Instruction], Return],
) -> Reach:
    """Whether runs come to the instruction, given what the calls before it do."""
    if _escapes(function, block):
        return Uncertain("some run may pass by")
    before = _before(function, block)
    supposed: dict[ReturnsNormally, None] = {}
    for number in sorted(before | {block}):
        for instruction in function.blocks[number].instructions:
            if instruction is call and number == block:
                break
            if isinstance(instruction, Hole):
                return Uncertain(f"line {instruction.span.line} before it is not modelled")
            if isinstance(instruction, EnterContext):
                supposed[ReturnsNormally("__enter__", instruction.span.line)] = None
            if not isinstance(instruction, Call | CallMethod):
                continue
            match returns(instruction):
                case Return.SEEN:
                    return Uncertain(f"line {instruction.span.line} before it may raise")
                case Return.UNSEEN:
                    name = instruction.text or "a call"
                    supposed[ReturnsNormally(name, instruction.span.line)] = None
                case Return.SURE:
                    pass
    if len(supposed) > _MANY:
        return Uncertain("too many unresolved calls come first")
    return Certain(tuple(supposed))


def _normal(function: p.Function, number: int) -> tuple[int, ...]:
    match function.blocks[number].terminator:
        case p.Jump(to=to):
            return (to,)
        case p.Test(then=then, orelse=orelse):
            return (then, orelse)
        case p.Next(body=body, done=done):
            return (body, done)
        case p.Return() | p.Raise():
            return ()


def _escapes(function: p.Function, block: int) -> bool:
    """Whether a path of normal edges leads from the entry to an end without the block."""
    seen = {0}
    work = [0]
    while work:
        number = work.pop()
        if number == block:
            continue
        after = _normal(function, number)
        if not after:
            return True
        for to in after:
            if to not in seen:
                seen.add(to)
                work.append(to)
    return block not in seen


def _before(function: p.Function, block: int) -> set[int]:
    """The blocks that a run may pass before it comes to the block for the first time."""
    seen = {0} if block != 0 else set()
    work = list(seen)
    while work:
        for to in _normal(function, work.pop()):
            if to != block and to not in seen:
                seen.add(to)
                work.append(to)
    return seen
