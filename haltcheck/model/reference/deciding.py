"""Methods of the file that are asked about an item, and whether their answer may be a memory."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable

from haltcheck.basis.once import once
from haltcheck.model import instruction as i
from haltcheck.model.binding import Bindings
from haltcheck.model.calls import Dotted, Resolved, Resolver, owner_of
from haltcheck.model.program import Block, Function, Jump, Program, Test, code_of
from haltcheck.model.reference.store import place_of
from haltcheck.model.special import BUILTIN_NAMES, CONSTRUCTORS

ADDS = frozenset(
    {
        "add",
        "append",
        "appendleft",
        "insert",
        "push",
        "setdefault",
        "update",
        "extend",
        "__setitem__",
    }
)
"""Methods that put something into a container."""

STRINGS = frozenset(dir(str)) | frozenset({"match", "search", "fullmatch"})
"""Methods of texts and patterns, which remember nothing."""

_PURE = frozenset({"get", "items", "keys", "values"})


def forgets(resolver: Resolver, function: Function, call: i.CallMethod) -> bool:
    """Whether the call runs code of this file alone that looks at nothing which grows."""
    run = resolver.resolve(function, call)
    if isinstance(run, Dotted):
        return run.name.partition(".")[0] in sys.stdlib_module_names
    names = run.qualnames if isinstance(run, Resolved) else ()
    functions = [resolver.program.functions.get(name) for name in names]
    return bool(functions) and all(
        one is not None and not any(_may_remember(resolver, one, part) for part in code_of(one))
        for one in functions
    )


def checks(resolver: Resolver, function: Function, call: i.Call | i.CallMethod) -> bool:
    """Whether the call runs code of this file that refuses, or leaves, what was noted before.

    A cache is no such note: it gives back what it keeps.
    """
    run = resolver.resolve(function, call)
    names = run.qualnames if isinstance(run, Resolved) else ()
    for callee in (resolver.program.functions.get(name) for name in names):
        if callee is None:
            continue
        asked, given = set[str](), set[str]()
        for one in code_of(callee):
            match one:
                case i.Operate(operator="in" | "not in", operands=(i.Local(), whole)):
                    place = place_of(resolver, callee, whole)
                    if not _only_fills(resolver, callee, one.target, place):
                        asked.add(place)
                case i.GetItem(object=whole) | i.CallMethod(object=whole, name="get"):
                    given.add(place_of(resolver, callee, whole))
                case _:
                    pass
        grown = _grown(resolver.program) | _filled(resolver, callee)
        if any(place.rpartition(".")[2] in grown for place in asked - given - {""}):
            return True
    return False


def _only_fills(resolver: Resolver, function: Function, asked: str, place: str) -> bool:
    """Whether all that hangs on an answer is that something missing is put there."""
    bindings = resolver.bindings(function)
    tests = [
        block.terminator
        for block in function.blocks
        if isinstance(block.terminator, Test)
        and asked in (bindings.root(block.terminator.condition), _asked_in(bindings, block))
    ]
    return bool(tests) and all(
        any(
            _fills(resolver, function, way, other, place)
            for way, other in ((one.then, one.orelse), (one.orelse, one.then))
        )
        for one in tests
    )


def _asked_in(bindings: Bindings, block: Block) -> str:
    """What is negated or taken as a truth by the test at the end of a block."""
    assert isinstance(block.terminator, Test)
    made = bindings.origin(block.terminator.condition)
    if isinstance(made, i.Operate) and made.operator in ("not", "truth"):
        return bindings.root(made.operands[0])
    return ""


def _fills(resolver: Resolver, function: Function, way: int, other: int, place: str) -> bool:
    """Whether a block puts something into the place, and goes on where the other way does."""
    block, beside = function.blocks[way], function.blocks[other]
    if not isinstance(block.terminator, Jump):
        return False
    to = beside.terminator.to if isinstance(beside.terminator, Jump) else other
    if block.terminator.to not in (other, to if not beside.instructions else other):
        return False
    return any(
        isinstance(one, i.SetItem) and place_of(resolver, function, one.object) == place
        for one in block.instructions
    )


def _filled(resolver: Resolver, function: Function) -> frozenset[str]:
    """The parameters that a function puts something into."""
    names = {one.name for one in function.parameters}
    return frozenset(
        place
        for one in code_of(function)
        if isinstance(one, i.CallMethod) and one.name in ADDS
        if (place := place_of(resolver, function, one.object)) in names
    )


def is_resource(resolver: Resolver, function: Function, one: i.EnterContext) -> bool:
    """Whether what a context gives is asked for what it holds: ``with get(url) as answer``."""
    root = resolver.bindings(function).root
    names = {one.target}
    for part in code_of(function):
        if isinstance(part, i.Copy) and root(part.value) == one.target:
            names.add(part.target)
    return any(
        root(part.object) in names
        for part in code_of(function)
        if isinstance(part, i.GetAttribute | i.CallMethod | i.GetIterator | i.GetItem)
    )


def noted_around(resolver: Resolver, function: Function, call: i.Instruction) -> str:
    """What a generator expression hands on of the function around it, and that one looks at."""
    bindings = resolver.bindings(function)
    for item in getattr(call, "items", ()):
        made = bindings.origin(item.value)
        parts = [item.value, *getattr(made, "operands", ())]
        parts += [x.value for x in getattr(made, "items", ())]
        if isinstance(made, i.CallMethod) and made.name in ("union", "copy"):
            parts.append(made.object)
        for part in parts:
            free = bindings.origin(part)
            if not isinstance(free, i.LoadFree):
                continue
            around = owner_of(resolver.program, function, free.name)
            if around is None or part is not item.value or _looks_at(resolver, around, free.name):
                return free.name
    return ""


def _looks_at(resolver: Resolver, function: Function, name: str) -> bool:
    """Whether a function asks a local for a member; what it compares with stays as it is."""
    return any(
        isinstance(one, i.Operate)
        and one.operator in ("in", "not in")
        and place_of(resolver, function, one.operands[-1]) == name
        for one in code_of(function)
    )


def writes(function: Function) -> bool:
    """Whether a function puts something anywhere."""
    return any(
        isinstance(one, i.SetItem | i.SetAttribute)
        or (isinstance(one, i.CallMethod) and one.name in ADDS)
        for one in code_of(function)
    )


def _may_remember(resolver: Resolver, function: Function, one: i.Instruction) -> bool:
    grown = _grown(resolver.program)
    match one:
        case i.SetItem() | i.SetAttribute() | i.Hole() | i.StoreGlobal() | i.Suspend():
            return True
        case i.Operate(operator="in" | "not in", operands=(_, whole)) | i.GetItem(object=whole):
            return _attribute(resolver, function, whole) in grown
        case i.CallMethod(object=whole, name=name) if name in STRINGS | _PURE:
            return _attribute(resolver, function, whole) in grown
        case i.CallMethod() | i.Call():
            run = resolver.resolve(function, one)
            if isinstance(run, Resolved):
                return True
            plain = isinstance(one, i.Call) and one.text in BUILTIN_NAMES
            return not plain and not resolver.dotted(function, _called(one))
        case _:
            return False


def _called(one: i.Call | i.CallMethod) -> i.Operand:
    return one.function if isinstance(one, i.Call) else one.object


def _attribute(resolver: Resolver, function: Function, operand: i.Operand) -> str:
    made = resolver.bindings(function).origin(operand)
    return made.name if isinstance(made, i.GetAttribute | i.LoadGlobal) else ""


def _find_grown(program: Program) -> frozenset[str]:
    """The attributes and globals that something is put into once their object is made."""
    found: set[str] = set()
    for function in program.functions.values():
        if function.name in CONSTRUCTORS:
            continue
        makers: dict[str, str] = {}
        for one in code_of(function):
            match one:
                case (
                    i.GetAttribute(name=name, target=target)
                    | i.LoadGlobal(name=name, target=target)
                ):
                    makers[target] = name
                case i.SetAttribute(name=name):
                    found.add(name)
                case i.SetItem(object=i.Local(name=whole)):
                    found.add(makers.get(whole, ""))
                case i.CallMethod(object=i.Local(name=whole), name=name) if name in ADDS:
                    found.add(makers.get(whole, ""))
                case i.Operate(operator="|=" | "+=", operands=(i.Local(name=whole), _)):
                    found.add(makers.get(whole, ""))
                case _:
                    pass
    return frozenset(found - {""})


_grown = once(_find_grown)

_STANDS = frozenset({"exists", "isfile", "isdir", "is_file", "is_dir", "lexists"})
_MAKES = frozenset({"write_text", "write_bytes", "mkdir", "makedirs", "touch", "symlink"})


def notes_files(code: Iterable[i.Instruction], near: Callable[[i.Operand], bool]) -> str:
    """Whether the files that are made on the way are asked for, and so remember the items."""
    asked, made = "", False
    for one in code:
        if not isinstance(one, i.Call | i.CallMethod):
            continue
        name = one.text.rpartition(".")[2]
        about = [item.value for item in one.items]
        about += [one.object] if isinstance(one, i.CallMethod) else []
        if not any(map(near, about)):
            continue
        asked = one.text if name in _STANDS else asked
        modes = [x.value for x in about if isinstance(x, i.Const) and isinstance(x.value, str)]
        made |= name in _MAKES or (name == "open" and any(set(x) & set("wax") for x in modes))
    return asked if made else ""
