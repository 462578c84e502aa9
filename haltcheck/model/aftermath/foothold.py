"""Whether facts that a walk supposed can hold at the head: of what is free, and simple enough.

A fact is believed to be possible where it says something plain ("is true", "equals this constant",
"starts with it") of a value that the caller or the outside world chose: a parameter, a part of
one, what was read. What the function computed itself may never be so, and a test in front of the
loop may exclude it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping

from haltcheck.basis.record import record
from haltcheck.model import instruction as i
from haltcheck.model.abstract.flow import flow_of, reaching
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.execute import execute, read, tested
from haltcheck.model.aftermath.outcome import Event, LeavesError, RaisedError, UndecidedError
from haltcheck.model.aftermath.start import Site, makers, start
from haltcheck.model.aftermath.state import State
from haltcheck.model.aftermath.stream import READS
from haltcheck.model.aftermath.value import Value
from haltcheck.model.program import Block, Function, Test
from haltcheck.model.slice import reads

Makers = Mapping[str, list[i.Instruction | None]]
"""Who binds each local outside of the loop; None where that is a parameter or an iteration."""

_PLACE = r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*"
_CONSTANT = r"-?\d+(?:\.\d+)?|[brBR]?'(?:[^'\\]|\\.)*'|[brBR]?\"(?:[^\"\\]|\\.)*\"|None|True|False"
_SHAPES = tuple(
    re.compile(shape.format(p=f"(?P<p>{_PLACE})", q=f"(?P<q>{_PLACE})", c=f"(?P<c>{_CONSTANT})"))
    for shape in (
        r"{p}",
        r"len\({p}\)",
        r"{p} (?:<|==|is) {c}",
        r"{c} (?:<|==) {p}",
        r"len\({p}\) (?:<|==) {c}",
        r"{c} (?:<|==) len\({p}\)",
        r"{p} (?:<|==|in|is) {q}",
        r"{p} (?:<) len\({q}\)",
        r"len\({p}\) (?:<) {q}",
        r"{p} in {c}",
        r"{c} in {p}",
        r"{p}\.(?:starts|ends)with\({c}\)",
        r"{p}\.(?:l|r)?strip\(\) == {c}",
        r"{p}\.is[a-z]+\(\)",
        r"isinstance\({p}, [\w.:]+\)",
        r"len\({p}\) % (?P<m>\d+) == (?P<k>\d+)",
    )
)
_WORLD = re.compile(r"(?:::)?os\.path\.(?:exists|isfile|isdir|islink)\(.*\)")
_CALLS = frozenset({"int", "float", "iter", "next", "list", "len"})
_PASSING = frozenset({"strip", "rstrip", "lstrip", "decode", "split", "pop", "popleft", "get"})
_DEEP = 8


@record
class Possible:
    """Nothing speaks against the facts."""


@record
class Unfounded:
    """Nobody showed that the fact can hold."""

    fact: str


def foothold(site: Site, event: Event, supposed: Mapping[str, bool]) -> Possible | Unfounded:
    """Whether each fact is plain, of what is free, and excluded by no test before the loop."""
    made = makers(site.function, site.loop)
    told: dict[str, int] = {}
    for fact, answer in supposed.items():
        if _WORLD.fullmatch(fact):
            continue
        found = next((match for shape in _SHAPES if (match := shape.fullmatch(fact))), None)
        if found is None:
            return Unfounded(fact)
        parts = found.groupdict()
        place = str(parts["p"])
        if not (parts.get("c") or "0").lstrip("-").isdecimal():
            # Two texts that one value equals, begins with or lies in are not compared here.
            told[place] = told.get(place, 0) + (2 if answer else 1)
            if told[place] > 2 and (answer or told[place] % 2):
                return Unfounded(fact)
        roots = {str(parts[key]).partition(".")[0] for key in ("p", "q") if parts.get(key)}
        if not all(_is_free(site, made, root, 0) for root in roots):
            return Unfounded(fact)
        if answer and "len(" not in fact and _is_odd(site, parts["p"], parts.get("c")):
            return Unfounded(fact)
        if not _is_in_range(made, fact, parts, answer):
            return Unfounded(fact)
        if not all(_is_passed(site, event, supposed, made, root) for root in roots):
            return Unfounded(fact)
    return Possible()


def _is_odd(site: Site, name: str | None, constant: str | None) -> bool:
    """Whether the constant is of another type than the parameter."""
    wanted = next((one.annotation for one in site.function.parameters if one.name == name), None)
    kinds = _PLAIN.get((wanted or "").strip("'\""))
    return kinds is not None and constant is not None and not _is_of(constant, kinds)


def _is_in_range(made: Makers, fact: str, parts: Mapping[str, str | None], answer: bool) -> bool:
    """Whether some integer that the local may be makes the fact what is supposed of it."""
    if parts.get("m") is not None:
        count, rest = int(str(parts["m"])), int(str(parts["k"]))
        return rest < count if answer else count > 1
    ranges = [_range(maker) for maker in made.get(str(parts["p"]), ())]
    constant = parts.get("c") or "0"
    if not any(ranges) or not constant.lstrip("-").isdecimal():
        return not any(ranges) or not answer
    number = int(constant)
    candidates = (0, 1, number - 1, number, number + 1)
    return any(
        _says(fact, str(parts["p"]), number, one) == answer
        for one in candidates
        if all(one in found for found in ranges if found)
    )


def _says(fact: str, place: str, number: int, value: int) -> bool:
    if fact == place:
        return bool(value)
    if fact == f"{place} < {number}":
        return value < number
    if fact == f"{number} < {place}":
        return number < value
    return value == number


def _range(maker: i.Instruction | None) -> range:
    """What a length or a remainder may be; nothing where that is not known."""
    match maker:
        case i.Call(text="len"):
            return range(1 << 60)
        case i.Operate(operator="%", operands=(_, i.Const(value=int(value)))) if value > 0:
            return range(value)
        case _:
            return range(0)


_PLAIN: Mapping[str, tuple[type, ...]] = {
    "int": (int,),
    "float": (int, float),
    "str": (str,),
    "bytes": (bytes, int),
    "bool": (bool,),
}


def _is_of(constant: str, kinds: tuple[type, ...]) -> bool:
    return isinstance(ast.literal_eval(constant), kinds)


def _is_free(site: Site, made: Makers, name: str, depth: int) -> bool:
    """Whether the caller or the outside world chose the local's value at the head."""
    if name in site.function.rebound or depth > _DEEP:
        return False
    found = made.get(name, [])
    return bool(found) and all(_chosen(site, made, one, depth + 1) for one in found)


def _chosen(site: Site, made: Makers, maker: i.Instruction | None, depth: int) -> bool:
    def free(operand: i.Operand) -> bool:
        return isinstance(operand, i.Local) and _is_free(site, made, operand.name, depth)

    match maker:
        case None:
            return True
        case i.Copy(value=value) | i.Unpack(value=value):
            return free(value)
        case i.GetAttribute(object=whole) | i.GetItem(object=whole):
            return free(whole)
        case i.Operate(operator="+" | "-" | "+=" | "-=", operands=operands):
            locals_ = [one for one in operands if isinstance(one, i.Local)]
            return bool(locals_) and all(map(free, locals_))
        case i.CallMethod(name=name) if name in READS:
            return True
        case i.CallMethod(name=name, object=whole) if name in _PASSING:
            return free(whole)
        case i.Call(text="input"):
            return True
        case i.Operate(operator="%", operands=(left, i.Const(value=int(value)))) if value > 1:
            return free(left)
        case i.Call(text=text, items=items) if text in _CALLS and items:
            return free(items[0].value)
        case i.CallMethod(name="from_bytes" | "unpack" | "join", items=items) if items:
            return free(items[-1].value if maker.name == "unpack" else items[0].value)
        case _:
            return False


def _is_passed(
    site: Site, event: Event, supposed: Mapping[str, bool], made: Makers, name: str
) -> bool:
    """Whether no test in front of the loop that asks for the local keeps control from the head."""
    flow = flow_of(site.function)
    useful = reaching(flow, (site.loop.head,))
    known = {**supposed, **{fact[8:-1]: said for fact, said in supposed.items() if _filled(fact)}}
    for block in site.function.blocks:
        end = block.terminator
        if block.id in site.loop.blocks or block.id not in useful or not isinstance(end, Test):
            continue
        if {end.then, end.orelse} <= useful or not _asks(site, made, end.condition, name, 0):
            continue
        there = end.then if end.then in useful else end.orelse
        if _way(site, event, known, block, end) != there:
            return False
    return True


def _filled(fact: str) -> bool:
    return fact.startswith("0 < len(")


def _asks(site: Site, made: Makers, operand: i.Operand, name: str, depth: int) -> bool:
    """Whether the value is made of the local."""
    if not isinstance(operand, i.Local) or depth > _DEEP:
        return depth > _DEEP
    if operand.name == name:
        return True
    return any(
        _asks(site, made, i.Local(read), name, depth + 1)
        for maker in made.get(operand.name, ())
        if maker is not None
        for read in reads(maker)
    )


def _way(site: Site, event: Event, known: Mapping[str, bool], block: Block, end: Test) -> int:
    """Where the test leads under the facts, -1 where they do not decide it."""
    context = Context(site.program, site.resolver, event, known, site.function, _unfollowed)
    state = start(site)
    try:
        for instruction in block.instructions:
            execute(context, state, instruction)
        answer = context.decide(tested(state, read(state, end.condition)))
    except (LeavesError, RaisedError, UndecidedError):
        return -1
    return (end.then if answer else end.orelse) if isinstance(answer, bool) else -1


def _unfollowed(
    context: Context, function: Function, state: State, arguments: dict[str, Value]
) -> tuple[State, Value]:
    raise LeavesError(f"{function.qualname} is not followed")
