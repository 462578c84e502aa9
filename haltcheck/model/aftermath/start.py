"""What is known at the head of a loop before the event: constants, and what stands still."""

from __future__ import annotations

import string
from collections.abc import Iterator

from haltcheck.basis.once import once
from haltcheck.basis.record import record
from haltcheck.frontend.expression import Literal
from haltcheck.model import instruction as i
from haltcheck.model.abstract.flow import flow_of, reaching
from haltcheck.model.aftermath.state import State
from haltcheck.model.aftermath.supply import Supply, supply
from haltcheck.model.aftermath.value import UNSURE, Known, Symbol, Value
from haltcheck.model.binding import bound
from haltcheck.model.calls import Dotted, Resolver
from haltcheck.model.certificate import GaveUp
from haltcheck.model.program import Block, Function, Loop, Next, Program, Return
from haltcheck.model.special import CONSTRUCTORS
from haltcheck.model.subject import LoopSubject, RecursionSubject, Subject


@record
class Site:
    """A loop in its function and file, with what resolves the calls there.

    ``around`` are the functions that were left to look into this one, ``supply`` is what a loop
    takes its values from that iterates for ever.
    """

    program: Program
    resolver: Resolver
    function: Function
    loop: Loop
    around: tuple[Function, ...] = ()
    supply: Supply | None = None


def calls_of(function: Function) -> Loop:
    """The calls of a recursion as the rounds of a loop around all of its code."""
    blocks = frozenset(block.id for block in function.blocks)
    return Loop(-1, "recursion", function.span, 0, blocks, None)


def site_of(program: Program, resolver: Resolver, subject: Subject) -> Site | GaveUp:
    """Where the rounds of a loop, or the calls of a recursion of one function, stand.

    The loop is a ``while``, or a ``for`` over what never ends.
    """
    if isinstance(subject, LoopSubject):
        function = program.functions.get(subject.qualname)
        loops = [one for one in function.loops if one.id == subject.loop] if function else []
        if function is None or not loops:
            return GaveUp(f"{subject.qualname} was not read")
        if loops[0].kind == "while":
            return Site(program, resolver, function, loops[0])
        given = supply(program, resolver, function, loops[0])
        if given is None:
            return GaveUp("it iterates over what is finite")
        return Site(program, resolver, function, loops[0], supply=given)
    if not isinstance(subject, RecursionSubject):
        return GaveUp("it has no rounds of its own")
    function = program.functions.get(subject.qualnames[0])
    if function is None or len(subject.qualnames) > 1:
        return GaveUp("several functions take turns")
    if function.is_generator or function.rebound:
        return GaveUp("a call of it does not run at once")
    return Site(program, resolver, function, calls_of(function))


def start(site: Site) -> State:
    """The state at the head: each local by its name, or by what alone it can be."""
    return _first(site).fork()


def _start(site: Site) -> State:
    state = State()
    if site.loop.kind == "recursion":
        names = [one.name for one in site.function.parameters]
        state.locals = {name: Symbol(name) for name in names}
        return state
    made = makers(site.function, site.loop)
    for name in sorted(site.function.locals | set(made)):
        state.locals[name] = _initial(site, made, name, 0)
    asking = site.function.blocks[site.loop.head].terminator
    if site.supply is not None and isinstance(asking, Next):
        state.locals[asking.target] = UNSURE
    return state


_first = once(_start, most=1)


def makers(function: Function, loop: Loop) -> dict[str, list[i.Instruction | None]]:
    """Who binds each local on a way to the loop; None for parameters, iterations and handlers."""
    found: dict[str, list[i.Instruction | None]] = {
        parameter.name: [None] for parameter in function.parameters
    }
    # What stands behind the loop comes too late.
    for number in sorted(reaching(flow_of(function), (loop.head,)) - loop.blocks):
        block = function.blocks[number]
        for instruction in block.instructions:
            for name in bound(instruction):
                found.setdefault(name, []).append(instruction)
        if isinstance(block.terminator, Next):
            found.setdefault(block.terminator.target, []).append(None)
        if block.handler is not None:
            found.setdefault(block.caught, []).append(None)
    return found


def _initial(
    site: Site, makers: dict[str, list[i.Instruction | None]], name: str, depth: int
) -> Value:
    if name in site.function.rebound:
        return UNSURE
    found = makers.get(name, [])
    if len(found) > 1 and all(_constant(one) == _constant(found[0]) != "" for one in found):
        found = found[:1]
    if len(found) != 1 or depth > 8:
        return Symbol(name)
    match found[0]:
        case i.Copy(value=i.Const(value=value)):
            return Known(value)
        case i.Copy(value=i.Local(name=other)) if _once(site, other):
            found_there = _initial(site, makers, other, depth + 1)
            # A name that the code gives it can be spoken of.
            is_bare = found_there == Symbol(other) and other[0] == "$"
            return Symbol(name) if is_bare else found_there
        case i.GetAttribute(object=i.Local(name=other), name=attribute) if _once(site, other):
            base = _initial(site, makers, other, depth + 1)
            return Symbol(f"{base.text}.{attribute}") if isinstance(base, Symbol) else Symbol(name)
        case i.LoadGlobal(name=other):
            return global_value(site.program, other)
        case i.Call(text="len", items=(i.Item(value=i.Local(name=other)),)) if _once(site, other):
            base = _initial(site, makers, other, depth + 1)
            return Symbol(f"len({base.text})") if isinstance(base, Symbol) else Symbol(name)
        case i.Call() | i.CallMethod() as made if (days := _of_days(site, made)) is not None:
            base = _initial(site, makers, days.name, depth + 1)
            whole = isinstance(base, Symbol) and base.text == days.name
            return Symbol(f"{_DAYS}({days.name})") if whole else Symbol(name)
        case _:
            return Symbol(name)


_DAYS = "datetime.timedelta"


def _of_days(site: Site, made: i.Call | i.CallMethod) -> i.Local | None:
    """The local, bound once, that a span of time alone is made of: it is nothing where that is."""
    if len(made.items) != 1 or not made.text.endswith("timedelta"):
        return None
    (one,) = made.items
    is_plain = one.kind in ("positional", "keyword") and isinstance(one.value, i.Local)
    if not is_plain or site.resolver.resolve(site.function, made) != Dotted(_DAYS):
        return None
    return one.value if isinstance(one.value, i.Local) and _once(site, one.value.name) else None


def unsettled(site: Site, block: Block, state: State) -> Iterator[i.Instruction]:
    """The code of a block in front of the loop but what binds a local by whose name it is known."""
    outside = makers(site.function, site.loop)
    for one in block.instructions:
        names = [] if isinstance(one, i.SetItem | i.Extend) else list(bound(one))
        is_known = [
            name[0] != "$"
            and len(outside.get(name, ())) == 1
            and state.locals.get(name) == Symbol(name)
            for name in names
        ]
        if not names or not all(is_known):
            yield one


def _constant(instruction: i.Instruction | None) -> str:
    match instruction:
        case i.Copy(value=i.Const(value=value)):
            return repr(value)
        case _:
            return ""


def _once(site: Site, name: str) -> bool:
    return site.resolver.bindings(site.function).counts.get(name, 0) == 1


def global_value(program: Program, name: str) -> Value:
    """A constant of the module, or its dotted name."""
    if name in program.constants:
        return Known(program.constants[name])
    imported = program.contents.imports.get(name)
    if program.contents.global_writes.get(name) == 1 and name.isupper():
        found = _constant_of(program, name) if imported is None else _imported(program, imported)
        if found is not None:
            return found
        if imported is None and _is_sentinel(program, name):
            return Symbol(f"::{name}", filled=True)
    return dotted_value(f"::{imported or name}")


def _constant_of(program: Program, name: str) -> Known | None:
    """The literal that a name of the module is bound to, read now where nobody needed it."""
    for one in program.later.binding(name):
        end = one.function.blocks[0].terminator
        if isinstance(end, Return) and isinstance(end.value, i.Const):
            return Known(end.value.value)
    return None


def _is_sentinel(program: Program, name: str) -> bool:
    """Whether the module binds the name to ``object()``, which is something and nothing else."""
    return any(
        isinstance(one, i.Call) and one.text == "object"
        for bound_to in program.later.binding(name)
        for one in bound_to.function.blocks[0].instructions
    )


def layout_of(program: Program, name: str, depth: int = 0) -> str:
    """The format of a ``struct.Struct`` of the module, or of the file that it is imported from."""
    module, dot, member = program.contents.imports.get(name, name).rpartition(".")
    if dot:
        other = program.later.module(module or ".")
        return "" if other is None or depth > 2 else layout_of(other, member, depth + 1)
    found: Literal = program.layouts.get(name)
    if found is None and program.contents.global_writes.get(name) == 1:
        made = [
            one.items[0].value
            for bound_to in program.later.binding(name)
            for one in bound_to.function.blocks[0].instructions
            if isinstance(one, i.Call | i.CallMethod) and len(one.items) == 1
            if one.text in ("Struct", "struct.Struct")
        ]
        found = made[0].value if made and isinstance(made[0], i.Const) else None
    if isinstance(found, bytes):
        return found.decode("latin-1")
    return found if isinstance(found, str) else ""


def _imported(program: Program, dotted: str) -> Known | None:
    """A constant of another file of the tree."""
    module, _, name = dotted.rpartition(".")
    other = program.later.module(module or ".")
    if other is None or other.contents.global_writes.get(name) != 1:
        return None
    known = name in other.constants
    return Known(other.constants[name]) if known else _constant_of(other, name)


_SEPARATORS = {
    "::posixpath.sep": "/",
    "::ntpath.sep": "\\",
    "::os.curdir": ".",
    **{f"::string.{name}": getattr(string, name) for name in dir(string) if name.islower()},
}


def dotted_value(text: str) -> Value:
    """Something of a module by its dotted name, or its value where that is the same everywhere."""
    return Known(_SEPARATORS[text]) if text in _SEPARATORS else Symbol(text)


_NEW = frozenset({"list", "set", "dict"})


@once
def fresh_locals(function: Function) -> frozenset[str]:
    """Locals that only ever hold a container built here, which nothing else holds."""
    built: dict[str, bool] = {parameter.name: False for parameter in function.parameters}
    held: set[str] = set()
    for block in function.blocks:
        for one in block.instructions:
            for name in bound(one):
                is_new = isinstance(one, i.Build) and one.kind in ("list", "set", "dict")
                is_new |= isinstance(one, i.Call) and one.text in _NEW and not one.items
                built[name] = built.get(name, True) and is_new
            match one:
                case i.Copy(value=value) | i.SetAttribute(value=value) | i.SetItem(value=value):
                    held.update([value.name] if isinstance(value, i.Local) else [])
                case i.Build(items=items):
                    held.update(x.value.name for x in items if isinstance(x.value, i.Local))
                case _:
                    pass
    return frozenset(name for name, new in built.items() if new) - held - function.rebound


def settled(program: Program, attribute: str) -> bool:
    """Whether only constructors of the file bind an attribute of this name."""
    return attribute in _settled(program)


def _find_settled(program: Program) -> frozenset[str]:
    made: set[str] = set()
    moved: set[str] = set()
    for entry in program.contents.functions.values():
        is_made = entry.qualname.rpartition(".")[2] in CONSTRUCTORS
        names = {text.rpartition(".")[2] for text in entry.writes if "." in text}
        (made if is_made else moved).update(names)
    return frozenset(made - moved)


_settled = once(_find_settled)


def _find_immutable(function: Function) -> frozenset[str]:
    cuts = {
        one.target
        for block in function.blocks
        for one in block.instructions
        if isinstance(one, i.Build) and one.kind == "slice"
    }
    cut = {
        one.object.name
        for block in function.blocks
        for one in block.instructions
        if isinstance(one, i.GetItem) and isinstance(one.object, i.Local)
        if isinstance(one.key, i.Local) and one.key.name in cuts
    }
    texts = {
        one.name
        for one in function.parameters
        if (one.annotation or "").strip("'\"") in ("str", "bytes", "int", "float", "bool")
    }
    others = {
        one.object.name
        for block in function.blocks
        for one in block.instructions
        if isinstance(one, i.CallMethod) and isinstance(one.object, i.Local)
        if one.name not in _TEXTUAL
    }
    cut = cut.union(_searched(function)) - others
    parts = {
        one.target
        for block in function.blocks
        for one in block.instructions
        if isinstance(one, i.GetItem) and isinstance(one.object, i.Local)
        if isinstance(one.key, i.Local) and one.key.name in cuts and one.object.name in cut
    }
    return frozenset((*cut, *(parts - others), *texts, *_numbers(function)))


_TEXTUAL = frozenset((*dir(str), *dir(bytes)))


_OF_TEXTS = frozenset(
    {"casefold", "decode", "encode", "endswith", "isalnum", "isalpha", "isdigit", "isspace"}
    | {"lower", "lstrip", "partition", "rpartition", "rstrip", "splitlines", "startswith"}
    | {"strip", "upper"}
)
_SEARCHES = frozenset({"findall", "finditer", "fullmatch", "match", "search"})


def _searched(function: Function) -> Iterator[str]:
    """The locals that patterns look through, or that are asked what texts alone are asked."""
    for block in function.blocks:
        for one in block.instructions:
            found: i.Operand | None = None
            match one:
                case i.CallMethod(name=name, text=text, items=items) if name in _SEARCHES and items:
                    by_module = text == f"re.{name}"
                    found = items[1].value if by_module and len(items) > 1 else items[0].value
                case i.CallMethod(name=name, object=whole) if name in _OF_TEXTS:
                    found = whole
                case _:
                    pass
            if isinstance(found, i.Local):
                yield found.name


def _numbers(function: Function) -> Iterator[str]:
    """The locals that are calculated with or compared with a number, or that say a place."""
    for block in function.blocks:
        for one in block.instructions:
            operands: tuple[i.Operand, ...] = ()
            if isinstance(one, i.Operate) and one.operator in _CALCULATES:
                plain = [x.value for x in one.operands if isinstance(x, i.Const)]
                ordered = one.operator in ("<", "<=", ">", ">=")
                whole = ordered or any(type(x) is int for x in plain)
                operands = one.operands if whole else ()
            elif isinstance(one, i.CallMethod) and one.name == "seek":
                operands = tuple(item.value for item in one.items)
            yield from (x.name for x in operands if isinstance(x, i.Local))


_CALCULATES = frozenset({"+", "-", "//", "+=", "-=", "//=", "<", "<=", ">", ">=", ">>", "<<", "&"})

immutable = once(_find_immutable)
"""The locals that a function cuts, ``buf[2:n]``, what is left of them, what is asked as a text or
searched by a pattern, numbers, and parameters that are texts."""
