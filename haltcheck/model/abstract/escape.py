"""Which locals of a function hold objects that nothing else can reach, and steps of ranges."""

from __future__ import annotations

from haltcheck.model import instruction as i
from haltcheck.model.abstract.access import binds, bound, locals_of, reads
from haltcheck.model.program import Function, Next

_KEEPS_NOTHING = frozenset(
    {"len", "range", "sorted", "any", "all", "print", "str", "repr", "bool"}
    | {"int", "isinstance", "abs", "list", "tuple", "set", "dict", "frozenset"}
)
_MAKES_NEW = frozenset({"list", "dict", "set", "sorted", "range", "tuple", "frozenset"})


def private_locals(function: Function) -> dict[str, str]:
    """Locals whose objects are all built here and never handed on, with the class of their copies.

    Copies of a private object are private only together; any other use that could keep it
    (a call, a container, an attribute, a closure) makes it public.
    """
    public = {parameter.name for parameter in function.parameters}
    public |= function.shared | function.free
    copies: list[tuple[str, str]] = []
    for block in function.blocks:
        for instruction in block.instructions:
            match instruction:
                case i.Copy(target=target, value=i.Local(name=name)):
                    copies.append((target, name))
                case i.GetIterator(target=target, object=i.Local(name=name)):
                    copies.append((target, name))
                case _:
                    public.update(made_public(instruction))
        if isinstance(block.terminator, Next):
            public.add(block.terminator.target)
        if block.handler is not None:
            public.add(block.caught)
    changed = True
    while changed:
        changed = False
        for first, second in copies:
            if (first in public) != (second in public):
                public |= {first, second}
                changed = True
    classes = {name: name for name in (function.locals | _all_targets(function)) - public}
    for first, second in copies:
        if first in classes:
            old, new = classes[first], classes[second]
            if old != new:
                classes = {name: new if at == old else at for name, at in classes.items()}
    return classes


def _all_targets(function: Function) -> frozenset[str]:
    return frozenset(name for block in function.blocks for name in binds(block))


def made_public(instruction: i.Instruction) -> set[str]:
    """The locals whose objects an instruction hands on, or that it binds to what is not new."""
    match instruction:
        case i.Operate() | i.Copy() | i.Unbind():
            return set()
        case i.Build(items=items):
            return {item.value.name for item in items if isinstance(item.value, i.Local)}
        case i.Extend(value=value, key=key):
            return set(locals_of((value,) if key is None else (value, key)))
        case i.SetItem(value=value, key=key):
            return set(locals_of((value, key)))
        case i.GetItem(target=target):
            return {target}
        case i.CallMethod(object=receiver, name=name, target=target, items=items):
            # ``xs.__iadd__(ys)`` gives the object before the dot; plain methods do not.
            given = (receiver,) if name.startswith("__") else ()
            return {target, *locals_of((*given, *(item.value for item in items)))}
        case i.Call(target=target, text=text) if text in _KEEPS_NOTHING:
            return {target} - {target if text in _MAKES_NEW else ""}
        case i.SetAttribute(value=value) | i.StoreGlobal(value=value) | i.StoreFree(value=value):
            return set(locals_of((value,)))
        case _:
            return {*bound(instruction), *reads(instruction)}


def range_steps(function: Function) -> dict[str, int | None]:
    """For each local that only ever iterates ranges of one constant step: that step."""
    ranges: dict[str, set[int | None]] = {}
    iterators: dict[str, set[int | None]] = {}
    for block in function.blocks:
        for instruction in block.instructions:
            match instruction:
                case i.Call(target=target, text="range", items=items):
                    ranges.setdefault(target, set()).add(_step(items))
                case _:
                    for target in bound(instruction):
                        if not isinstance(instruction, i.GetIterator):
                            ranges.setdefault(target, set()).add(None)
    for block in function.blocks:
        for instruction in block.instructions:
            if isinstance(instruction, i.GetIterator) and isinstance(instruction.object, i.Local):
                found = ranges.get(instruction.object.name, {None})
                iterators.setdefault(instruction.target, set()).update(found)
    return {
        name: next(iter(steps)) if len(steps) == 1 else None for name, steps in iterators.items()
    }


def _step(items: tuple[i.Item, ...]) -> int | None:
    if len(items) < 3:
        return 1
    match items[2].value:
        case i.Const(value=int() as step) if step:
            return int(step)
        case _:
            return None
