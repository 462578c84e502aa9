"""Which ways lead out of a loop where something is raised in it and caught."""

from __future__ import annotations

from collections.abc import Iterator

from haltcheck.frontend.expression import Literal
from haltcheck.model.instruction import (
    Const,
    Copy,
    ExitContext,
    LoadGlobal,
    Local,
    Operand,
    Operate,
    Unbind,
)
from haltcheck.model.program import Block, Function, Jump, Loop, Next, Raise, Return, Test

_MOST = 2_000
"""How many blocks a walk behind the handlers may come by."""


def caught_exit(function: Function, loop: Loop) -> bool:
    """Whether a handler that stands in the loop leaves it (``except Empty: break``).

    A handler of which one branch goes on with the next round is a part of the loop; it leaves the
    loop where it takes a way out that no round without an exception takes.
    """
    handlers = {function.blocks[number].handler for number in loop.blocks} - {None}
    around = handlers - loop.blocks
    if any(
        handler is not None
        and loop.span.line <= _line(function.blocks[handler]) <= loop.span.end_line
        and not no_way_out(function, handler)
        for handler in around
    ):
        return True
    inside = [handler for handler in handlers & loop.blocks if handler is not None]
    if not inside:
        return False
    usual = set(_exits(function, loop, [loop.head]))
    return any(exit_ not in usual for exit_ in _exits(function, loop, inside))


Exit = tuple[int, int]
"""The block that a way leaves the loop from and the one that it comes to, -1 for a return."""


def _exits(function: Function, loop: Loop, starts: list[int]) -> Iterator[Exit]:
    """The exits that the ways from some blocks take before they come to the loop's head again.

    What a ``finally`` goes on with is remembered on the way: each ``break`` and each exception has
    a number of its own there.
    """
    work = [(number, frozenset[tuple[str, Literal]]()) for number in starts]
    seen = set(work)
    while work and len(seen) < _MOST:
        number, pending = work.pop()
        block = function.blocks[number]
        known = _noted(block, dict(pending))
        if isinstance(block.terminator, Return):
            yield number, -1
        for to in _taken(block, known):
            if to not in loop.blocks:
                if not no_way_out(function, to):
                    yield number, to
            elif to != loop.head and (to, frozenset(known.items())) not in seen:
                seen.add((to, frozenset(known.items())))
                work.append((to, frozenset(known.items())))


def _noted(block: Block, pending: dict[str, Literal]) -> dict[str, Literal]:
    """What is known of the marks that a ``finally`` goes by, behind a block."""
    for one in block.instructions:
        target = getattr(one, "target", None)
        if isinstance(one, Copy) and isinstance(one.value, Const) and one.target.startswith("$"):
            pending[one.target] = one.value.value
        elif isinstance(target, str):
            pending.pop(target, None)
    return pending


def _taken(block: Block, pending: dict[str, Literal]) -> tuple[int, ...]:
    """Where a block goes on, exceptions apart, given the marks that a ``finally`` goes by."""
    end = block.terminator
    if isinstance(end, Test) and isinstance(end.condition, Local):
        for one in reversed(block.instructions):
            if isinstance(one, Operate) and one.target == end.condition.name:
                match one:
                    case Operate(operator="==", operands=(Local(name=mark), Const(value=value))):
                        if mark in pending:
                            return (end.then if pending[mark] == value else end.orelse,)
                break
    return normal_successors(block)


def caught_around(function: Function, loop: Loop) -> bool:
    """Whether the loop stands in a ``try`` whose ``except`` goes on behind it."""
    handlers = {function.blocks[number].handler for number in loop.blocks} - loop.blocks
    return any(
        handler is not None and _goes_on(function, handler, loop.blocks) for handler in handlers
    )


def _goes_on(function: Function, handler: int, inside: frozenset[int]) -> bool:
    """Whether a way from the handler ends normally; ``finally`` and ``with`` only pass by."""
    seen: set[int] = set()
    work = [handler]
    while work:
        number = work.pop()
        block = function.blocks[number]
        if number in inside or isinstance(block.terminator, Return):
            return True
        after = normal_successors(block)
        if any(isinstance(one, ExitContext) for one in block.instructions):
            after = after[-1:]
        work += [to for to in after if to not in seen]
        seen.update(after)
    return False


def _line(block: Block) -> int:
    return block.instructions[0].span.line if block.instructions else 0


def no_way_out(function: Function, number: int) -> bool:
    """A block outside the loop that only asks which handler catches, and finds none."""
    seen: set[int] = set()
    while number not in seen:
        seen.add(number)
        block = function.blocks[number]
        if _raises_again(block):
            return True
        after = normal_successors(block)
        if len(after) != 1 or not isinstance(block.terminator, Test):
            return False
        number = after[0]
    return False


def _raises_again(block: Block) -> bool:
    """What no handler catches goes on: nobody wrote that exit; ``as error`` ends on the way."""
    end = block.terminator
    return (
        all(isinstance(one, Copy | Unbind) for one in block.instructions)
        and isinstance(end, Raise)
        and isinstance(end.error, Local)
        and end.error.name.startswith("$")
    )


def normal_successors(block: Block) -> tuple[int, ...]:
    """Where a block goes on without an exception; tests of constants go one way."""
    match block.terminator:
        case Jump(to=to):
            return (to,)
        case Test(condition=condition, then=then, orelse=orelse):
            if _catches_interrupt(condition, block):
                return (orelse,)
            known = _constant(condition, block)
            if known is _UNKNOWN:
                return (then, orelse)
            return (then,) if known else (orelse,)
        case Next(body=body, done=done):
            return (body, done)
        case Return() | Raise():
            return ()


def _catches_interrupt(operand: Operand, block: Block) -> bool:
    """``except KeyboardInterrupt``: the user's way out, not the program's.

    Nor is what says that nothing has come yet: once the event has come nothing is waited for.
    """
    made = {getattr(one, "target", ""): one for one in block.instructions}
    test = made.get(operand.name) if isinstance(operand, Local) else None
    if not isinstance(test, Operate) or test.operator != "catches":
        return False
    wanted = test.operands[1]
    caught = made.get(wanted.name) if isinstance(wanted, Local) else None
    return isinstance(caught, LoadGlobal) and caught.name in _NO_EXITS


_NO_EXITS = frozenset({"KeyboardInterrupt", "BlockingIOError", "InterruptedError"})
_UNKNOWN = object()
_CONSTANTS: dict[str, Literal | object] = {"True": True, "False": False, "None": None}


def _constant(operand: Operand, block: Block) -> Literal | object:
    if isinstance(operand, Const):
        return operand.value
    for instruction in reversed(block.instructions):
        if isinstance(instruction, Copy) and instruction.target == operand.name:
            return _constant(instruction.value, block)
        if isinstance(instruction, LoadGlobal) and instruction.target == operand.name:
            return _CONSTANTS.get(instruction.name, _UNKNOWN)
        if getattr(instruction, "target", None) == operand.name:
            return _UNKNOWN
    return _UNKNOWN
