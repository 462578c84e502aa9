"""Which events may starve a loop, by the calls that stand in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from haltcheck.basis.once import once
from haltcheck.frontend.expression import Literal
from haltcheck.model import instruction as i
from haltcheck.model.aftermath.abroad import Callee, callee, resolver_of
from haltcheck.model.aftermath.away import moves
from haltcheck.model.aftermath.collision import collisions
from haltcheck.model.aftermath.context import LACKING, NUMBER, Context
from haltcheck.model.aftermath.degenerate import degenerate
from haltcheck.model.aftermath.drained import asks_for_pages
from haltcheck.model.aftermath.execute import execute
from haltcheck.model.aftermath.fixed import TAKES
from haltcheck.model.aftermath.infinite import boundless
from haltcheck.model.aftermath.inflate import LIMITED
from haltcheck.model.aftermath.limit import limits
from haltcheck.model.aftermath.matching import asks
from haltcheck.model.aftermath.negative import counters
from haltcheck.model.aftermath.outcome import Event, LeavesError, RaisedError, UndecidedError
from haltcheck.model.aftermath.passed import passing
from haltcheck.model.aftermath.path import PARENTS, PATHS, ROOT
from haltcheck.model.aftermath.pathlike import parents
from haltcheck.model.aftermath.pattern import SEARCHES, knows_patterns
from haltcheck.model.aftermath.pool import may_run_out
from haltcheck.model.aftermath.question import asking, fills
from haltcheck.model.aftermath.returned import may_put_back
from haltcheck.model.aftermath.start import Site
from haltcheck.model.aftermath.state import State
from haltcheck.model.aftermath.stream import READS
from haltcheck.model.aftermath.taking import tells
from haltcheck.model.aftermath.undated import makes_dates
from haltcheck.model.aftermath.value import UNSURE, Known, Value
from haltcheck.model.binding import bound
from haltcheck.model.calls import Resolved, Resolver
from haltcheck.model.program import Function, Loop, Program, Test, code_of, successors
from haltcheck.model.slice import reads

_SAYS = frozenset({"unpack", "unpack_from", "from_bytes", "get", "seek"})
_SPLITS = frozenset(name.rpartition(".")[2] for name in PARENTS)

Start = tuple[Event, tuple[tuple[str, Literal], ...]]


def starts(site: Site) -> Iterator[Start]:
    """Events, each with locals that hold constants at the head when it has come."""
    program, resolver, function, loop = site.program, site.resolver, site.function, site.loop
    code = [one for number in sorted(loop.blocks) for one in function.blocks[number].instructions]
    made = _made_in(site)
    calls = [one for one in (*code, *made) if isinstance(one, i.Call | i.CallMethod)]
    reached = (*made, *_reached(site, function, (*code, *made)))
    if site.supply is not None and site.supply.expression is not None:
        reached += tuple(_reached(site, site.supply.expression, (*code, *made)))
    names = {_name(one) for one in (*calls, *reached) if isinstance(one, i.Call | i.CallMethod)}
    if drains(function, loop):
        # Whoever throws away what is read waits for something else.
        pass
    elif names & _RECEIVES and not names & (READS - _RECEIVES):
        yield Event.CLOSED, ()
    elif names:
        yield Event.END, ()
    inside = [*code, *reached]
    if "seek" in names:
        yield from _sought(inside)
    has_items = any(isinstance(one, i.GetItem) for one in inside)
    if has_items or names & _SAYS:
        yield Event.DATA, ()
    if has_items or any(map(_takes_items, inside)):
        yield Event.TEXT, ()
    if "replace" in names:
        yield Event.REPLACED, ()
    if names & {"find", "rfind"} or (names & SEARCHES and knows_patterns(program, function)):
        yield Event.MISSING, ()
        yield from _lacking(program, function, calls)
    if any(function.blocks[number].handler is not None for number in loop.blocks):
        yield Event.ERROR, ()
    if any(tells(function, one) for one in calls):
        yield Event.UNTAKEN, ()
    if _turns(function, loop):
        yield Event.NEVER, ()
    yield from _given(site, inside)
    if LIMITED in names:
        yield Event.UNCONSUMED, ()
    if _steps(function, loop):
        yield Event.STEP, ()
    yield from _rooted(program, resolver, function, loop, calls)
    yield from _of_numbers(site)


def _takes_items(one: i.Instruction) -> bool:
    """Whether an item is taken from what an object holds: ``self.tokens.pop(0)``."""
    return isinstance(one, i.CallMethod) and one.name in TAKES and one.text.count(".") > 1


def _of_numbers(site: Site) -> Iterator[Start]:
    """Numbers that are not finite, and those that the caller's step leads away."""
    yield from ((Event.INFINITE, values) for values in boundless(site))
    for move in moves(site):
        yield from ((Event.AWAY, ((move.name, way),)) for way in (-1, 1))
    yield from _without(site)


def _without(site: Site) -> Iterator[Start]:
    """Answers that stay the same past a limit, and rounds that change nothing by themselves."""
    if limits(site):
        yield Event.POLLED, ()
    if site.loop.kind == "while":
        yield Event.IDLE, ()


def _made_in(site: Site) -> tuple[i.Instruction, ...]:
    """The code of a generator expression that the loop iterates."""
    if site.supply is None or site.supply.expression is None:
        return ()
    return site.supply.expression.blocks[site.supply.body].instructions


def _given(site: Site, inside: list[i.Instruction]) -> Iterator[Start]:
    """Arguments that leave all as it is, pools that hold too little, questions asked again."""
    if makes_dates(inside):
        yield Event.UNDATED, ()
    if asks_for_pages(inside):
        yield Event.DRAINED, ()
    if may_put_back(inside):
        yield Event.RETURNED, ()
    yield from ((Event.DEGENERATE, values) for values in degenerate(site))
    if may_run_out(site):
        yield Event.FEWER, ()
    if asking(site):
        yield Event.SAME, ()
    if any(map(fills, inside)):
        yield Event.ALIKE, ()
    if collisions(site):
        yield Event.COLLISION, ()
    if any(asks(site.function, one) for one in inside if isinstance(one, i.CallMethod)):
        yield Event.UNMATCHED, ()
    for name in counters(site):
        yield Event.BELOW, ((name, -1),)
    for name in passing(site):
        yield Event.BELOW, ((name, -1),)


def _rooted(
    program: Program,
    resolver: Resolver,
    function: Function,
    loop: Loop,
    calls: Iterable[i.Call | i.CallMethod],
) -> Iterator[Start]:
    """Paths whose parents are asked for, each at its root."""
    for one in calls:
        value = one.items[0].value if len(one.items) == 1 else None
        if _name(one) in _SPLITS and isinstance(value, i.Local) and value.name[0] != "$":
            for path in _paths(program, resolver, function, loop, value.name):
                yield Event.ROOT, ((value.name, path),)
    for name, root in parents(resolver, function, loop):
        yield Event.ROOT, ((name, root),)


def drains(function: Function, loop: Loop) -> bool:
    """Whether all that is read in the loop is thrown away."""
    targets = {
        one.target
        for number in loop.blocks
        for one in function.blocks[number].instructions
        if isinstance(one, i.Call | i.CallMethod) and _name(one) in READS
    }
    code = list(code_of(function))
    used = {name for one in code for name in reads(one)}
    ends = (block.terminator for block in function.blocks)
    used |= {name for end in ends for name in reads(end)}
    return bool(targets) and not targets & used


def _reached(
    site: Site, function: Function, code: Iterable[i.Instruction]
) -> Iterator[i.Instruction]:
    """The instructions of the functions that code runs, properties and other files too.

    Each function is entered once, the nearest first.
    """
    # By identity, and kept: what is read beside the file may be forgotten there.
    seen: dict[int, Function] = {}
    level = [(site.program, site.resolver, function, one) for one in code]
    for _ in range(_DEEPEST):
        further: list[tuple[Program, Resolver, Function, i.Instruction]] = []
        for program, resolver, around, run in level:
            for one in _run_by(program, resolver, around, run):
                if one.function is around or id(one.function) in seen:
                    continue
                seen[id(one.function)] = one.function
                there = resolver if one.program is program else resolver_of(one.program)
                inner = list(code_of(one.function))
                yield from inner
                further += [(one.program, there, one.function, part) for part in inner]
        level = further


def _run_by(
    program: Program, resolver: Resolver, function: Function, one: i.Instruction
) -> Iterator[Callee]:
    """The functions that a call, or the reading of a property, runs."""
    if isinstance(one, i.GetAttribute):
        is_known = one.name in properties(program)
        run = resolver.attribute(function, one) if is_known else None
    elif isinstance(one, i.Call | i.CallMethod):
        run = resolver.resolve(function, one)
    else:
        return
    names = run.qualnames if isinstance(run, Resolved) else ()
    found = (program.functions.get(name) for name in names)
    yield from (Callee(program, held) for held in found if held is not None)
    if run is not None and not isinstance(one, i.GetAttribute):
        further = callee(resolver, function, one, run)
        yield from [] if further is None else [further]


def _find_properties(program: Program) -> frozenset[str]:
    """The names of what classes of the file calculate when an attribute is read."""
    return frozenset(
        name.rpartition(".")[2]
        for name, entry in program.contents.functions.items()
        if any(text.rpartition(".")[2].endswith("property") for text in entry.decorators)
    )


properties = once(_find_properties, most=64)


def _sought(inside: list[i.Instruction]) -> Iterator[Start]:
    """So many bytes may be left that a seek back by a constant brings all of them again."""
    backward = {
        -operand.value
        for one in inside
        for operand in _constants(one)
        if type(operand.value) is int and -_LARGEST <= operand.value < 0
    }
    for count in sorted(backward, reverse=True):
        yield Event.END, ((NUMBER, count),)


def _lacking(
    program: Program, function: Function, calls: Iterable[i.Call | i.CallMethod]
) -> Iterator[Start]:
    """Each of several separators may be the one that is missing."""
    names = {
        one.target: one.name
        for block in function.blocks
        for one in block.instructions
        if isinstance(one, i.LoadGlobal)
    }
    found: dict[Literal, None] = {}
    for one in calls:
        value = one.items[0].value if _name(one) in ("find", "rfind") and one.items else None
        if isinstance(value, i.Const):
            found[value.value] = None
        elif isinstance(value, i.Local) and names.get(value.name) in program.constants:
            found[program.constants[names[value.name]]] = None
    for literal in found if len(found) > 1 else ():
        yield Event.MISSING, ((LACKING, literal),)


def _turns(function: Function, loop: Loop) -> bool:
    """Whether numbers go round, or on for ever, until a collection holds one, and no more."""
    blocks = (function.blocks[number] for number in sorted(_unmet(function, loop)))
    inside = [one for block in blocks for one in block.instructions]
    numbers = [one for one in inside if isinstance(one, i.Operate)]
    operators = {one.operator.removesuffix("=") for one in numbers}
    moved = {name for one in inside for name in bound(one)}
    if not operators & {"in", "not in"} or not all(_computes(one, moved) for one in inside):
        return False
    moves = [one for one in numbers if one.operator.removesuffix("=") in ("+", "-")]
    if "%" in operators or any(isinstance(one, i.Call) for one in inside):
        return True
    return bool(moves) and all(
        any(isinstance(part, i.Const) and isinstance(part.value, int) for part in one.operands)
        for one in moves
    )


def _unmet(function: Function, loop: Loop) -> set[int]:
    """The blocks of a round in which no collection holds what is asked for."""
    seen: set[int] = set()
    pending = [loop.head]
    while pending:
        number = pending.pop()
        if number in seen or number not in loop.blocks:
            continue
        seen.add(number)
        block = function.blocks[number]
        asked = {
            one.target: one.operator
            for one in block.instructions
            if isinstance(one, i.Operate) and one.operator in ("in", "not in")
        }
        end = block.terminator
        told = end.condition if isinstance(end, Test) else None
        if isinstance(end, Test) and isinstance(told, i.Local) and told.name in asked:
            pending.append(end.orelse if asked[told.name] == "in" else end.then)
        else:
            pending += successors(block)
    return seen


_CALENDAR = frozenset({"monthrange", "isleap"})


def _computes(instruction: i.Instruction, moved: set[str]) -> bool:
    match instruction:
        case i.GetAttribute(object=i.Local(name=name)):
            return name not in moved
        case i.Call(text=text) | i.CallMethod(text=text):
            return text == "divmod" or text.rpartition(".")[2] in _CALENDAR
        case i.LoadGlobal(name=name):
            return name in ("divmod", "calendar", *_CALENDAR)
        case i.GetItem(object=i.Local(name=name), key=i.Const()):
            return name.startswith("$")
        case _:
            return isinstance(instruction, i.Copy | i.Operate | i.Unpack)


def _steps(function: Function, loop: Loop) -> bool:
    """Whether something moves by what is no constant."""
    return any(
        isinstance(one, i.Operate)
        and one.operator in ("+", "-", "+=", "-=")
        and all(isinstance(operand, i.Local) for operand in one.operands)
        for number in loop.blocks
        for one in function.blocks[number].instructions
    )


def _constants(instruction: i.Instruction) -> list[i.Const]:
    match instruction:
        case i.Operate(operands=operands):
            return [one for one in operands if isinstance(one, i.Const)]
        case i.CallMethod(items=items):
            return [one.value for one in items if isinstance(one.value, i.Const)]
        case _:
            return []


_LARGEST = 64
_DEEPEST = 2
_RECEIVES = frozenset({"recv", "recv_into"})


def _name(call: i.Call | i.CallMethod) -> str:
    return call.name if isinstance(call, i.CallMethod) else call.text.rpartition(".")[2]


def _paths(
    program: Program, resolver: Resolver, function: Function, loop: Loop, name: str
) -> Iterator[str]:
    """What the local may hold at the head: made of a path that is handed in, or the root."""
    found: dict[str, None] = {}
    for path in PATHS:
        value = _made(program, resolver, function, loop, name, path)
        found[
            value.value if isinstance(value, Known) and isinstance(value.value, str) else ROOT
        ] = None
    yield from found


def _made(
    program: Program, resolver: Resolver, function: Function, loop: Loop, name: str, path: str
) -> Value:
    """The value of the local where every parameter is the path and all stands in a row."""
    context = Context(program, resolver, Event.ROOT, {}, function, _follow_nothing)
    state = State({one.name: Known(path) for one in function.parameters})
    for block in function.blocks:
        if block.id == loop.head:
            break
        for instruction in block.instructions if block.id not in loop.blocks else ():
            try:
                execute(context, state, instruction)
            except (LeavesError, RaisedError, UndecidedError):
                state.locals.update(dict.fromkeys(bound(instruction), UNSURE))
    return state.locals.get(name, UNSURE)


def _follow_nothing(
    context: Context, function: Function, state: State, arguments: dict[str, Value]
) -> tuple[State, Value]:
    raise LeavesError(f"{function.qualname} is not followed from {context.function.qualname}")
