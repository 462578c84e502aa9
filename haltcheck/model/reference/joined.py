"""Objects of a graph: which attributes lead from one that the file looked up to another one.

Who is handed two names, looks both up in one table and puts the second object into the first lets
anybody close a circle: ``self.nodes[a].children.append(self.nodes[b])``. A child that stands under
the parent that it names itself is no such thing, nor what was made for its parent.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from haltcheck.basis.once import once
from haltcheck.frontend.syntax import Entry
from haltcheck.model import instruction as i
from haltcheck.model.calls import Resolved, Resolver
from haltcheck.model.later import function_of
from haltcheck.model.program import Function, Next, Return, code_of
from haltcheck.model.reference.store import place_of
from haltcheck.model.slice import reads

_TAKES = frozenset({"add", "append", "appendleft", "insert"})
_FINDS = frozenset({"get", "setdefault"})
_JOINS = re.compile(r"_*(add|append|attach|connect|insert|join|link)(?![a-z])\w*")
_REFUSES = re.compile(r"cycl|circular|ancest|descend|reach|loops?(?![a-z])|dag(?![a-z])|topolog")
"""Names of what looks first whether the two are joined already, the other way round."""

_SEARCHED = 12
"""So many functions that may join objects are looked into."""


@once
def joined(resolver: Resolver) -> frozenset[str]:
    """The attributes by which a walk comes from an object to one that anybody joined to it."""
    contents = resolver.program.contents
    holding = {
        name.rpartition(".")[2]: name
        for name, entry in contents.functions.items()
        if entry.in_class is not None and _JOINS.fullmatch(name.rpartition(".")[2])
        if _may_take(entry)
    }
    found: set[str] = set()
    seen = 0
    for name, entry in contents.functions.items():
        if seen < _SEARCHED and _may_join(entry, holding.keys()):
            seen += 1
            function = function_of(resolver.program, name)
            if function is not None:
                found |= set(_joins(resolver, function, holding))
    return frozenset(found)


def _may_take(entry: Entry) -> bool:
    own = f"{entry.parameters[0]}." if len(entry.parameters) > 1 else "?"
    return any(
        text.startswith(own) and text.count(".") == 2 and text.rpartition(".")[2] in _TAKES
        for text in entry.calls
    )


def _may_join(entry: Entry, holding: Collection[str]) -> bool:
    """Whether a function puts something into an object that is not its own, and refuses nothing."""
    names = len(entry.parameters) - (entry.in_class is not None)
    if not entry.parameters or (names < 2 and not entry.loops):
        return False
    if any(_REFUSES.search(text.lower()) for text in entry.calls):
        return False
    own = f"{entry.parameters[0]}."
    takes = any(
        text.count(".") == 2 and not text.startswith(own) and text.rpartition(".")[2] in _TAKES
        for text in entry.calls
    )
    computed = "?" in entry.calls and not _TAKES.isdisjoint(entry.attributes)
    return takes or computed or not entry.attributes.isdisjoint(holding)


def _joins(resolver: Resolver, function: Function, holding: dict[str, str]) -> Iterator[str]:
    """The attributes into which a function puts one object that it looked up, of another one."""
    bindings = resolver.bindings(function)
    for one in code_of(function):
        if not isinstance(one, i.CallMethod) or not one.items:
            continue
        made = bindings.origin(one.object)
        if one.name in _TAKES and isinstance(made, i.GetAttribute):
            if _are_apart(resolver, function, made.object, one.items[-1].value):
                yield made.name
        elif one.name in holding:
            for place, item in enumerate(one.items):
                if _are_apart(resolver, function, one.object, item.value):
                    name = str(item.name or place + 1)
                    yield from _kept(resolver, holding[one.name], name)


def _are_apart(resolver: Resolver, function: Function, one: i.Operand, other: i.Operand) -> bool:
    """Whether both are found in one table, by keys that have nothing to do with each other."""
    first, second = _found(resolver, function, one), _found(resolver, function, other)
    if first is None or second is None or first[0] != second[0]:
        return False
    return bool(first[1] and second[1]) and first[1].isdisjoint(second[1])


def _found(
    resolver: Resolver, function: Function, operand: i.Operand, depth: int = 0
) -> tuple[str, frozenset[str]] | None:
    """The table of the object, or of the file, that an operand was found in, and by what names."""
    bindings = resolver.bindings(function)
    made = bindings.origin(operand)
    match made:
        case i.GetItem(object=whole, key=key):
            keys = [key]
        case i.CallMethod(name=name, object=whole, items=items) if name in _FINDS and items:
            keys = [items[0].value]
        case i.CallMethod(items=items) if not depth and items:
            return _given(resolver, function, made)
        case _:
            return None
    table = place_of(resolver, function, whole)
    is_kept = isinstance(bindings.origin(whole), i.GetAttribute | i.LoadGlobal)
    return (table, _sources(function, keys)) if table and is_kept else None


def _given(
    resolver: Resolver, function: Function, call: i.CallMethod
) -> tuple[str, frozenset[str]] | None:
    """What a method of the same object finds, or makes where there is none."""
    run = resolver.resolve(function, call)
    if not isinstance(run, Resolved) or len(run.qualnames) != 1 or run.constructs:
        return None
    callee = function_of(resolver.program, run.qualnames[0])
    if callee is None or callee.in_class is None or callee.in_class != function.in_class:
        return None
    for block in callee.blocks:
        if isinstance(block.terminator, Return):
            found = _found(resolver, callee, block.terminator.value, 1)
            if found is not None:
                return found[0], _sources(function, [item.value for item in call.items])
    return None


def _sources(function: Function, operands: list[i.Operand]) -> frozenset[str]:
    """The parameters, and the items of loops, that values are made of."""
    own = {one.name for one in function.parameters[:1] if function.in_class is not None}
    begun = {one.name for one in function.parameters} - own
    begun |= {
        block.terminator.target for block in function.blocks if isinstance(block.terminator, Next)
    }
    makers: dict[str, list[i.Instruction]] = {}
    for one in code_of(function):
        target = getattr(one, "target", None)
        if isinstance(target, str):
            makers.setdefault(target, []).append(one)
    pending = [one.name for one in operands if isinstance(one, i.Local)]
    seen: set[str] = set()
    while pending:
        name = pending.pop()
        if name not in seen:
            seen.add(name)
            pending += [x for one in makers.get(name, ()) for x in reads(one) if name not in begun]
    return frozenset(seen & begun)


def _kept(resolver: Resolver, qualname: str, handed: str) -> Iterator[str]:
    """Where a method keeps what it is handed: in a list of its own, or in an entry of that."""
    function = function_of(resolver.program, qualname)
    if function is None or len(function.parameters) < 2:
        return
    names = [one.name for one in function.parameters]
    taken = names[int(handed)] if handed.isdigit() and int(handed) < len(names) else handed
    bindings = resolver.bindings(function)
    for one in code_of(function):
        if not isinstance(one, i.CallMethod) or one.name not in _TAKES or not one.items:
            continue
        made = bindings.origin(one.object)
        if not isinstance(made, i.GetAttribute) or bindings.root(made.object) != names[0]:
            continue
        value = one.items[-1].value
        if bindings.root(value) == taken:
            yield made.name
        entry = bindings.origin(value)
        if isinstance(entry, i.Call):
            yield from _of_entry(resolver, function, entry, taken)


def _of_entry(resolver: Resolver, function: Function, call: i.Call, taken: str) -> Iterator[str]:
    """The attribute of a new object of the file that its constructor binds to the argument."""
    run = resolver.resolve(function, call)
    if not isinstance(run, Resolved) or not run.constructs or len(run.qualnames) != 1:
        return
    maker = function_of(resolver.program, run.qualnames[0])
    if maker is None:
        return
    names = [one.name for one in maker.parameters[1:]]
    root = resolver.bindings(function).root
    handed = {
        str(item.name) if item.kind == "keyword" else names[place]
        for place, item in enumerate(call.items)
        if root(item.value) == taken and (item.kind == "keyword" or place < len(names))
    }
    for one in code_of(maker):
        if isinstance(one, i.SetAttribute) and resolver.bindings(maker).root(one.value) in handed:
            yield one.name
