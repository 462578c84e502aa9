"""Puts the body of a function in the place of one of its calls, loops and handlers included."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from haltcheck.basis.record import record
from haltcheck.basis.span import Span
from haltcheck.frontend.expression import Constant
from haltcheck.model import instruction as i
from haltcheck.model.abstract.access import asked, locals_of, reads
from haltcheck.model.program import Block, Function, Jump, Next, Raise, Return, Terminator, Test

Arguments = Mapping[str, i.Operand]
"""What each parameter of the callee gets."""


def arguments(call: i.Call, callee: Function) -> Arguments | None:
    """What each parameter gets; None where the call and the parameters are not plain enough."""
    if any(parameter.kind != "normal" for parameter in callee.parameters):
        return None
    names = [parameter.name for parameter in callee.parameters]
    given: dict[str, i.Operand] = {}
    for item, name in zip(call.items, names, strict=False):
        if item.kind == "positional":
            given[name] = item.value
    for item in call.items:
        if item.kind == "keyword" and item.name in names and item.name not in given:
            given[item.name] = item.value
    if len(given) != len(call.items):
        return None
    for parameter in callee.parameters:
        default = parameter.default
        if parameter.name not in given and isinstance(default, Constant):
            given[parameter.name] = i.Const(default.value)
    return given if len(given) == len(names) else None


class Graft:
    """The owner's blocks while bodies are put into them; heads of loops keep their numbers."""

    def __init__(self, function: Function) -> None:
        self.function = function
        self.blocks = list(function.blocks)
        self.loops = list(function.loops)
        self.locals = set(function.locals)
        self.owned = set(function.locals)

    def put(
        self, body: Function, call: i.Call, given: Arguments, kept: frozenset[str] = frozenset()
    ) -> None:
        """Splits the block of the call and puts the body between its halves.

        Parameters that are ``kept`` take no names of their own: they are the locals handed over.
        """
        place = next(b for b in self.blocks if any(one is call for one in b.instructions))
        position = next(n for n, one in enumerate(place.instructions) if one is call)
        first, rest = len(self.blocks), len(self.blocks) + len(body.blocks)
        rename = {name: _apart(body, name) for name in _all_locals(body)}
        same = {name: given[name] for name in kept}
        rename |= {name: one.name for name, one in same.items() if isinstance(one, i.Local)}
        bound = tuple(
            i.Copy(call.span, rename[name], value)
            for name, value in given.items()
            if name not in same
        )
        # The name of the function may not be bound yet.
        asks = i.Copy(call.span, f"${body.name}", call.function)
        head = (*place.instructions[:position], asks, *bound)
        self.blocks[place.id] = replace(place, instructions=head, terminator=Jump(first))
        seam = Seam(call, place, first, rest, rename, self.owned)
        self.blocks += [_copied(block, seam) for block in body.blocks]
        tail = place.instructions[position + 1 :]
        self.blocks.append(replace(place, id=rest, instructions=tail))
        self._around(place.id, range(first, rest + 1))
        self._inside(body, place.id, first)
        self.locals |= {rename[name] for name in body.locals}

    def _around(self, place: int, new: range) -> None:
        """What is put into a loop belongs to it."""
        for index, loop in enumerate(self.loops):
            if place in loop.blocks:
                self.loops[index] = replace(loop, blocks=loop.blocks | frozenset(new))

    def _inside(self, body: Function, place: int, first: int) -> None:
        """The loops of the body, within the innermost one around the call."""
        around = [loop for loop in self.loops if place in loop.blocks]
        outer = min(around, key=lambda loop: len(loop.blocks)).id if around else None
        base = max((loop.id for loop in self.loops), default=-1) + 1
        numbers = {loop.id: base + rank for rank, loop in enumerate(body.loops)}
        for loop in body.loops:
            self.loops.append(
                replace(
                    loop,
                    id=numbers[loop.id],
                    head=first + loop.head,
                    blocks=frozenset(first + block for block in loop.blocks),
                    parent=outer if loop.parent is None else numbers[loop.parent],
                )
            )

    def finish(self, rebound: frozenset[str]) -> Function:
        """The function as it is now."""
        return replace(
            self.function,
            blocks=tuple(self.blocks),
            loops=tuple(self.loops),
            locals=frozenset(self.locals),
            rebound=rebound,
        )


def _all_locals(function: Function) -> Iterator[str]:
    yield from function.locals
    for block in function.blocks:
        for one in block.instructions:
            yield from reads(one)
            for target in (*getattr(one, "targets", ()), getattr(one, "target", "")):
                if target:
                    yield target
        yield from locals_of(asked(block.terminator))
        if isinstance(block.terminator, Next):
            yield block.terminator.target
        if block.handler is not None:
            yield block.caught


@record
class Seam:
    """One call that a body takes the place of: where the body starts and where it goes on."""

    call: i.Call
    place: Block
    first: int
    rest: int
    rename: dict[str, str]
    owned: set[str]


def _copied(block: Block, seam: Seam) -> Block:
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
        case Next(body=body, done=done):
            after = replace(after, body=seam.first + body, done=seam.first + done)
        case Raise():
            pass
    number = seam.first + block.id
    if block.handler is not None:
        handler, caught = seam.first + block.handler, seam.rename[block.caught]
        return Block(number, tuple(instructions), after, handler, caught)
    return Block(number, tuple(instructions), after, seam.place.handler, seam.place.caught)


def _apart(body: Function, name: str) -> str:
    """A name for a local of the body that the owner does not have."""
    return f"${body.name}:{name}" if name.startswith("$") else f"{body.name}:{name}"


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
