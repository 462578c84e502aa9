"""Methods that make another object of their class at the place in the data that this one says.

``return Node(self.data, self.word(4))``: the number may be any place, that of this object too.
"""

from __future__ import annotations

import re

from haltcheck.basis.once import once
from haltcheck.model import instruction as i
from haltcheck.model.calls import Resolver
from haltcheck.model.later import function_of
from haltcheck.model.program import Function, Return

_READS = re.compile(r"_*(?:unpack|read|get)?_?(?:unpack|u?int|u?short|u?long|d?q?word|offset)\w*")
_DEEPEST = 6


def is_placed(resolver: Resolver, call: i.CallMethod) -> bool:
    """Whether every method of the name makes an object of its class where its own data says."""
    names = _methods(resolver).get(call.name, ())
    return bool(names) and not call.items and all(_makes_its_like(resolver, one) for one in names)


@once
def _methods(resolver: Resolver) -> dict[str, tuple[str, ...]]:
    """The methods of the file by their names, that take nothing but their object."""
    found: dict[str, tuple[str, ...]] = {}
    for name, entry in resolver.program.contents.functions.items():
        if entry.in_class is not None and entry.in_class in entry.calls:
            short = name.rpartition(".")[2]
            found[short] = (*found.get(short, ()), name)
    return found


@once
def _known(resolver: Resolver) -> dict[str, bool]:
    """What is known of methods, filled by and by."""
    del resolver
    return {}


def _makes_its_like(resolver: Resolver, name: str) -> bool:
    known = _known(resolver)
    if name not in known:
        function = function_of(resolver.program, name)
        known[name] = function is not None and _returns_its_like(resolver, function)
    return known[name]


def _returns_its_like(resolver: Resolver, function: Function) -> bool:
    """Whether each thing that it gives back is such an object, or a constant."""
    if not function.parameters:
        return False
    ends = [block.terminator for block in function.blocks]
    values = [one.value for one in ends if isinstance(one, Return)]
    told = [one for one in values if not isinstance(one, i.Const)]
    return bool(told) and all(_is_made_there(resolver, function, one) for one in told)


def _is_made_there(resolver: Resolver, function: Function, value: i.Operand) -> bool:
    made = resolver.bindings(function).origin(value)
    if not isinstance(made, i.Call) or made.text != function.in_class or len(made.items) < 2:
        return False
    own = function.parameters[0].name
    parts = [resolver.bindings(function).origin(item.value) for item in made.items]
    shares = any(isinstance(one, i.GetAttribute) and one.object == i.Local(own) for one in parts)
    return shares and any(_is_read(resolver, function, item.value) for item in made.items)


def _is_read(resolver: Resolver, function: Function, value: i.Operand, depth: int = 0) -> bool:
    """Whether it is a number that the object's data holds, not one that its own place moves on."""
    made = resolver.bindings(function).origin(value)
    if depth > _DEEPEST:
        return False
    match made:
        case i.CallMethod(name=name, object=whole, items=items):
            if _READS.fullmatch(name) and all(isinstance(one.value, i.Const) for one in items):
                return whole == i.Local(function.parameters[0].name)
            handed = [item.value for item in items] or [whole]
            return any(_is_read(resolver, function, one, depth + 1) for one in handed)
        case i.Call(items=items):
            return any(_is_read(resolver, function, item.value, depth + 1) for item in items)
        case _:
            return False
