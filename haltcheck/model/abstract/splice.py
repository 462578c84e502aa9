"""Puts the bodies of small nested functions where they are called, so that what they write shows.

``nonlocal n`` makes ``n`` a local that anyone may write at any time; where every function that
writes it stands spliced into its owner and is used for nothing else, ``n`` is a plain local again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeGuard

from haltcheck.basis.record import record
from haltcheck.basis.span import Span
from haltcheck.model import instruction as i
from haltcheck.model.abstract.access import asked, locals_of, operands
from haltcheck.model.abstract.flow import flow_of
from haltcheck.model.calls import Resolver
from haltcheck.model.program import (
    Block,
    Function,
    Jump,
    Next,
    Program,
    Raise,
    Return,
    Terminator,
    Test,
)

_BLOCKS = 24
_MOST = 8


_KNOWN: dict[int, tuple[Program, Function, Function]] = {}


def spliced(program: Program, resolver: Resolver, function: Function) -> Function:
    """The function with its small nested functions in place; itself where there are none.

    What was made last is kept, for a function has many loops.
    """
    if not function.rebound or _has(function, i.Hole):
        return function
    found = _KNOWN.get(id(function))
    if found is not None and found[0] is program and found[1] is function:
        return found[2]
    if len(_KNOWN) > 64:
        _KNOWN.clear()
    made = _spliced(program, resolver, function)
    _KNOWN[id(function)] = (program, function, made)
    return made


def _spliced(program: Program, resolver: Resolver, function: Function) -> Function:
    nested = _nested(program, function)
    writers = [one for one in nested if _written(one) & function.rebound]
    calls = {one.qualname: _calls(resolver, function, one) for one in writers}
    good = [one for one in writers if calls[one.qualname] and _is_small(one)]
    bad = [one for one in nested if one not in good]
    open_names = frozenset().union(*(_written(one) for one in bad), *(_deep(one) for one in bad))
    tame = function.rebound - open_names
    if not tame or sum(len(places) for places in calls.values()) > _MOST:
        return function
    work = _Splicing(function)
    for one in good:
        for _, call in calls[one.qualname]:
            work.put(one, call)
    return work.finish(function.rebound - tame)


def _nested(program: Program, function: Function) -> list[Function]:
    prefix = f"{function.qualname}."
    return [one for name, one in program.functions.items() if name.startswith(prefix)]


def _written(function: Function) -> frozenset[str]:
    """The names of enclosing functions that it binds or unbinds."""
    return frozenset(
        one.name
        for block in function.blocks
        for one in block.instructions
        if isinstance(one, i.StoreFree) or (isinstance(one, i.Unbind) and one.scope == "free")
    )


def _deep(function: Function) -> frozenset[str]:
    """Names that functions inside of it may write, as far as it owns up to them."""
    return function.free if _has(function, i.Hole) else frozenset()


def _is_small(function: Function) -> bool:
    """Straight code of its own, whose locals are all bound before they are read."""
    simple = all(parameter.kind == "normal" for parameter in function.parameters)
    names = {parameter.name for parameter in function.parameters}
    return (
        simple
        and not (function.loops or function.shared or function.rebound)
        and not (function.is_async or function.is_generator)
        and len(function.blocks) <= _BLOCKS
        and not flow_of(function).cuts
        and flow_of(function).live[0] <= names
        and not any(block.handler is not None for block in function.blocks)
        and not _has(function, i.Unbind | i.Hole | i.Suspend)
    )


def _has(function: Function, kinds: Any) -> bool:
    return any(isinstance(one, kinds) for block in function.blocks for one in block.instructions)


def _calls(resolver: Resolver, owner: Function, nested: Function) -> list[tuple[int, i.Call]]:
    """Its calls in the owner; nothing where it is used for anything else."""
    bindings = resolver.bindings(owner)
    names = {
        target
        for target, made in bindings.makers.items()
        if isinstance(bindings.origin(i.Local(target)), i.MakeFunction)
        and getattr(bindings.origin(i.Local(target)), "qualname", "") == nested.qualname
    }
    found: list[tuple[int, i.Call]] = []
    if not names or names & owner.shared:
        return []
    for block in owner.blocks:
        for one in block.instructions:
            used = set(locals_of(operands(one))) & names
            if _makes(one, nested) and (one.defaults or one.target not in names):
                return []
            if not used or (isinstance(one, i.Copy) and one.target in names):
                continue
            if not isinstance(one, i.Call) or not _fits(one, nested, names):
                return []
            found.append((block.id, one))
        if set(locals_of(asked(block.terminator))) & names:
            return []
    return found


def _makes(instruction: i.Instruction, nested: Function) -> TypeGuard[i.MakeFunction]:
    return isinstance(instruction, i.MakeFunction) and instruction.qualname == nested.qualname


def _fits(call: i.Call, nested: Function, names: set[str]) -> bool:
    """Plain arguments, one for each parameter, none of them the function itself."""
    return (
        all(item.kind == "positional" and item.name is None for item in call.items)
        and len(call.items) == len(nested.parameters)
        and not {item.value.name for item in call.items if isinstance(item.value, i.Local)} & names
    )


class _Splicing:
    """The owner's blocks while bodies are put into them; heads of loops keep their numbers."""

    def __init__(self, function: Function) -> None:
        self.function = function
        self.blocks = list(function.blocks)
        self.loops = [set(loop.blocks) for loop in function.loops]
        self.locals = set(function.locals)
        self.owned = set(function.locals)

    def put(self, nested: Function, call: i.Call) -> None:
        """Splits the block of the call and puts the body between its halves."""
        place = next(b for b in self.blocks if any(one is call for one in b.instructions))
        position = next(n for n, one in enumerate(place.instructions) if one is call)
        first, rest = len(self.blocks), len(self.blocks) + len(nested.blocks)
        rename = {name: _apart(nested, name) for name in _all_locals(nested)}
        bound = tuple(
            i.Copy(call.span, rename[parameter.name], item.value)
            for parameter, item in zip(nested.parameters, call.items, strict=True)
        )
        # The name of the function may not be bound yet.
        asks = i.Copy(call.span, f"${nested.name}", call.function)
        head = (*place.instructions[:position], asks, *bound)
        self.blocks[place.id] = replace(place, instructions=head, terminator=Jump(first))
        seam = _Seam(call, place, first, rest, rename, self.owned)
        self.blocks += [_copied(block, seam) for block in nested.blocks]
        tail = place.instructions[position + 1 :]
        self.blocks.append(replace(place, id=rest, instructions=tail))
        for loop in self.loops:
            if place.id in loop:
                loop.update(range(first, rest + 1))
        self.locals |= {rename[name] for name in nested.locals}

    def finish(self, rebound: frozenset[str]) -> Function:
        """The function as it is now."""
        loops = tuple(
            replace(loop, blocks=frozenset(blocks))
            for loop, blocks in zip(self.function.loops, self.loops, strict=True)
        )
        return replace(
            self.function,
            blocks=tuple(self.blocks),
            loops=loops,
            locals=frozenset(self.locals),
            rebound=rebound,
        )


def _all_locals(function: Function) -> Iterator[str]:
    yield from function.locals
    for block in function.blocks:
        for one in block.instructions:
            yield from locals_of(operands(one))
            for target in (*getattr(one, "targets", ()), getattr(one, "target", "")):
                if target:
                    yield target
        yield from locals_of(asked(block.terminator))


@record
class _Seam:
    """One call that a body takes the place of: where the body starts and where it goes on."""

    call: i.Call
    place: Block
    first: int
    rest: int
    rename: dict[str, str]
    owned: set[str]


def _copied(block: Block, seam: _Seam) -> Block:
    """A block of the body in its new place; returning goes on behind the call."""
    instructions = [_owned(_renamed(one, seam.rename), seam.owned) for one in block.instructions]
    after: Terminator = _renamed(block.terminator, seam.rename)
    match after:
        case Jump(to=to):
            after = Jump(seam.first + to)
        case Return(value=value):
            instructions.append(i.Copy(seam.call.span, seam.call.target, value))
            after = Jump(seam.rest)
        case Test(then=then, orelse=orelse):
            after = replace(after, then=seam.first + then, orelse=seam.first + orelse)
        case Raise() | Next():
            pass
    place = seam.place
    number = seam.first + block.id
    return Block(number, tuple(instructions), after, place.handler, place.caught)


def _apart(nested: Function, name: str) -> str:
    """A name for a local of the body that the owner does not have."""
    return f"${nested.name}:{name}" if name.startswith("$") else f"{nested.name}:{name}"


def _owned(instruction: i.Instruction, owned: set[str]) -> i.Instruction:
    """What the body takes from the enclosing function is now its own."""
    match instruction:
        case i.LoadFree(span=span, target=target, name=name) if name in owned:
            return i.Copy(span, target, i.Local(name))
        case i.StoreFree(span=span, name=name, value=value) if name in owned:
            return i.Copy(span, name, value)
        case _:
            return instruction


def _renamed(part: Any, rename: dict[str, str]) -> Any:
    """An instruction, terminator, item or operand with its locals renamed."""
    if isinstance(part, i.Local):
        return i.Local(rename[part.name])
    if isinstance(part, tuple):
        return tuple(_renamed(one, rename) for one in part)
    if not is_dataclass(part) or isinstance(part, Span | i.Const | type):
        return part
    changes: dict[str, Any] = {}
    for field in fields(part):
        value = getattr(part, field.name)
        if field.name in ("target", "targets"):
            single = isinstance(value, str)
            changes[field.name] = rename[value] if single else tuple(rename[v] for v in value)
        else:
            changes[field.name] = _renamed(value, rename)
    return replace(part, **changes)
