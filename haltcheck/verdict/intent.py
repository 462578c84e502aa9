"""Which endless loops are meant to be: services, recognised by their shape and never proved."""

from __future__ import annotations

from enum import Enum

from haltcheck.model.instruction import (
    Call,
    CallMethod,
    Const,
    Copy,
    EnterContext,
    ExitContext,
    GetIterator,
    Hole,
    Instruction,
    Local,
    Operand,
    Suspend,
)
from haltcheck.model.program import Block, Function, Loop, Next, Raise, Return
from haltcheck.verdict.caught import caught_exit, no_way_out, normal_successors


class Intent(Enum):
    """How a loop that nothing leaves was meant.

    SERVICE: it waits, yields, sends, serves or hands control to code that is not seen in every
    round. UNCLEAR: in some rounds only, or a flag elsewhere may stop it. NONE: it never does.
    """

    SERVICE = "service"
    UNCLEAR = "unclear"
    NONE = "none"


NO_CALLEES: frozenset[str] = frozenset()


# Built-ins that neither wait nor reach the outside; whatever else is called may be the service.
_BUILT_IN = """
abs all any ascii bin bool bytearray bytes callable chr complex dict divmod enumerate filter float
format frozenset getattr hasattr hash hex id int isinstance issubclass iter len list map max min
object oct ord pow range repr reversed round set setattr slice sorted str sum super tuple type vars
zip
"""
_METHODS = """
append add extend insert pop popleft appendleft remove discard clear update setdefault get keys
values items copy sort reverse index count strip lstrip rstrip split rsplit join lower upper
startswith endswith find rfind replace encode decode format isdigit isalpha isspace bit_length
union intersection difference title zfill partition rpartition
"""
QUIET = frozenset(_BUILT_IN.split())
_QUIET_METHODS = frozenset(_METHODS.split())
_WAITING = frozenset(("get", "join"))
_EXITS = frozenset(("sys.exit", "exit", "quit"))
_ENDLESS = frozenset(("count", "itertools.count", "cycle", "itertools.cycle"))


def intent(
    function: Function, loop: Loop, quiet: frozenset[str] = NO_CALLEES, unending: bool = False
) -> Intent:
    """How the loop was meant: written without an exit, and what each of its rounds does.

    ``quiet`` are the texts of calls that run code which is fully seen and serves nobody;
    ``unending`` says that what it iterates was shown to have no end.
    """
    if not written_endless(function, loop, unending):
        return Intent.NONE
    serving = {
        number
        for number in loop.blocks
        if any(serves(one, quiet) for one in function.blocks[number].instructions)
        or _waits_in_iteration(function.blocks[number])
    }
    if not serving:
        return Intent.NONE
    if caught_exit(function, loop) or _round_without(function, loop, serving):
        return Intent.UNCLEAR
    return Intent.SERVICE


def suspends_each_round(function: Function, loop: Loop) -> bool:
    """Whether each round yields, so that a consumer asks on as long as it likes, or awaits."""
    suspending = {
        number
        for number in loop.blocks
        if any(
            isinstance(one, Suspend) and one.kind in ("yield", "await")
            for one in function.blocks[number].instructions
        )
    }
    return bool(suspending) and not _round_without(function, loop, suspending)


def written_endless(function: Function, loop: Loop, unending: bool = False) -> bool:
    """Whether no ``break``, ``return``, ``raise`` or test leaves the loop; exceptions may."""
    for number in loop.blocks:
        block = function.blocks[number]
        if isinstance(block.terminator, Return):
            return False
        if isinstance(block.terminator, Raise) and block.handler is None:
            return False
        leaving = [to for to in normal_successors(block) if to not in loop.blocks]
        written = not all(no_way_out(function, to) for to in leaving)
        known = unending and number == loop.head
        if written and not known and not _endless_iteration(function, loop, block):
            return False
    return True


def _endless_iteration(function: Function, loop: Loop, block: Block) -> bool:
    """``for _ in count()``: the iterator's end is no exit."""
    terminator = block.terminator
    if block.id != loop.head or not isinstance(terminator, Next):
        return False
    made = _maker(function, terminator.iterator)
    if isinstance(made, GetIterator):
        made = _maker(function, made.object)
    if isinstance(made, Call):
        return made.text in _ENDLESS or _is_iter_of_int(function, made)
    return isinstance(made, CallMethod) and made.text in _ENDLESS


def _is_iter_of_int(function: Function, made: Call) -> bool:
    """``iter(int, 1)``: a callable that never gives the sentinel."""
    if made.text != "iter" or len(made.items) != 2:
        return False
    sentinel = made.items[1].value
    return isinstance(sentinel, Const) and sentinel.value == 1


def _maker(function: Function, operand: Operand) -> Instruction | None:
    """The only instruction that writes the local; None where there are several or none."""
    if not isinstance(operand, Local):
        return None
    makers = [
        instruction
        for block in function.blocks
        for instruction in block.instructions
        if getattr(instruction, "target", None) == operand.name
    ]
    if len(makers) == 1 and isinstance(makers[0], Copy):
        return _maker(function, makers[0].value)
    return makers[0] if len(makers) == 1 else None


def _waits_in_iteration(block: Block) -> bool:
    return isinstance(block.terminator, Next) and block.terminator.is_async


def serves(instruction: Instruction, quiet: frozenset[str]) -> bool:
    """Whether the outside world may see, stop or delay the round here."""
    match instruction:
        case Suspend() | Hole() | EnterContext() | ExitContext():
            return True
        case Call(text=text) | CallMethod(text=text) if text in _EXITS:
            return False
        case Call(text=text):
            return text not in QUIET and text not in quiet and not _idle(instruction)
        case CallMethod(text=text, name=name):
            # ``queue.get()`` and ``thread.join()`` wait; ``table.get(key)`` does not.
            named = name in _QUIET_METHODS and (bool(instruction.items) or name not in _WAITING)
            known = named or text in quiet
            return not known and not _idle(instruction)
        case _:
            return False


def _idle(call: Call | CallMethod) -> bool:
    """``sleep(0)`` is no wait."""
    if call.text.rpartition(".")[2] != "sleep" or len(call.items) != 1:
        return False
    value = call.items[0].value
    return isinstance(value, Const) and value.value == 0


def _round_without(function: Function, loop: Loop, serving: set[int]) -> bool:
    """Whether some round, exceptions apart, passes none of the serving blocks."""
    if loop.head in serving:
        return False
    seen: set[int] = set()
    work = [loop.head]
    while work:
        block = function.blocks[work.pop()]
        for to in normal_successors(block):
            if to == loop.head:
                return True
            if to in loop.blocks and to not in serving and to not in seen:
                seen.add(to)
                work.append(to)
    return False
