"""What a method that tells of an object spells out of its attributes, by their own such methods."""

from __future__ import annotations

import re
from collections.abc import Iterator

from haltcheck.basis.record import record
from haltcheck.model import instruction as i
from haltcheck.model.binding import Bindings, bound
from haltcheck.model.calls import Resolver
from haltcheck.model.formatting import CONVERSIONS, formatted, interpolated
from haltcheck.model.program import Function, Next, Test

ANY_NAME = "*"
"""An attribute whose name is computed."""

METHODS = ("__repr__", "__str__")
SERIALISES = re.compile(r"_*(?:(?:to|as)_?(?:dict|json|data|primitive)|serial(?:ize|ise)|dump)")
"""Names of methods that tell of an object by what the objects in it tell of themselves."""

_SPELLS = {"repr": "__repr__", "ascii": "__repr__", "str": "__str__", "format": "__format__"}
_VIEWS = frozenset({"items", "values", "copy", "get"})
_COPIES = frozenset({"list", "tuple", "sorted", "reversed", "enumerate", "iter"})
_ASKS = frozenset({"truth", "not", "is", "is not"})


@record
class Part:
    """An attribute of ``self``: itself, or its members, however deep, where ``members``.

    A list that holds itself is spelled out once; its members one by one are not.
    """

    name: str
    members: bool = False


@record
class Spelled:
    """A part that is spelled out by the special method ``how``."""

    part: Part
    how: str


def parts_spelled(resolver: Resolver, function: Function) -> frozenset[Spelled]:
    """The parts that every run of the method spells out, as far as their truth allows.

    Nothing where any other test decides what is spelled out, or where something is caught.
    """
    entry = resolver.program.contents.functions.get(function.qualname)
    if entry is None or entry.decorators or not function.parameters:
        return frozenset()
    if function.is_generator or any(block.handler is not None for block in function.blocks):
        return frozenset()
    told = _Spelling(resolver, function)
    return frozenset(told.spelled()) if told.is_plain() else frozenset()


class _Spelling:
    """The parts that the locals of one method hold."""

    def __init__(self, resolver: Resolver, function: Function) -> None:
        self.bindings = resolver.bindings(function)
        self.function = function
        self.own = function.parameters[0].name
        self.held: dict[str, Part] = {}
        changed = True
        while changed:
            before = dict(self.held)
            for block in function.blocks:
                for one in block.instructions:
                    part = self._made(one)
                    for name in bound(one) if part is not None else ():
                        self.held.setdefault(name, part or Part(""))
                end = block.terminator
                if isinstance(end, Next) and (part := self.of(end.iterator)) is not None:
                    self.held.setdefault(end.target, Part(part.name, members=True))
            changed = before != self.held

    def of(self, operand: i.Operand) -> Part | None:
        """The part that an operand holds."""
        return self.held.get(operand.name) if isinstance(operand, i.Local) else None

    def is_own(self, operand: i.Operand) -> bool:
        """Whether an operand is the object itself."""
        return self.bindings.root(operand) == self.own

    def _made(self, one: i.Instruction) -> Part | None:
        match one:
            case i.GetAttribute(object=whole, name=name) if self.is_own(whole):
                return Part(name)
            case i.Call(text="getattr", items=(whole, name, *_)) if self.is_own(whole.value):
                told = name.value.value if isinstance(name.value, i.Const) else ANY_NAME
                return Part(str(told))
            case i.Copy(value=value) | i.GetIterator(object=value):
                return self.of(value)
            case i.CallMethod(object=whole, name=name) if name in _VIEWS:
                return self.of(whole)
            case i.Call(text=text, items=(item, *_)) if text in _COPIES:
                return self.of(item.value)
            case i.GetItem(object=whole) | i.Unpack(value=whole):
                part = self.of(whole)
                return None if part is None else Part(part.name, members=True)
            case _:
                return None

    def spelled(self) -> Iterator[Spelled]:
        """The parts that are handed to what spells them out."""
        for block in self.function.blocks:
            for one in block.instructions:
                for operand, how in spelled_out(self.bindings, one):
                    if (part := self.of(operand)) is not None:
                        yield Spelled(part, how.replace("__format__", "__str__"))
                if (found := self._mapped(one)) is not None:
                    yield found
                if isinstance(one, i.CallMethod) and SERIALISES.fullmatch(one.name):
                    told = self.of(one.object)
                    yield from () if told is None else (Spelled(told, one.name),)

    def _mapped(self, one: i.Instruction) -> Spelled | None:
        """``map(repr, self.children)``."""
        if not isinstance(one, i.Call) or one.text != "map" or len(one.items) != 2:
            return None
        made = self.bindings.origin(one.items[0].value)
        part = self.of(one.items[1].value)
        if part is None or not isinstance(made, i.LoadGlobal) or made.name not in _SPELLS:
            return None
        how = _SPELLS[made.name].replace("__format__", "__str__")
        return Spelled(Part(part.name, members=True), how)

    def is_plain(self) -> bool:
        """Whether nothing but the truth of what it holds decides what the method does."""
        for block in self.function.blocks:
            if not isinstance(block.terminator, Test):
                continue
            condition = block.terminator.condition
            made = self.bindings.origin(condition)
            if isinstance(made, i.Operate) and made.operator in _ASKS:
                condition = made.operands[0]
            if self.of(condition) is None:
                return False
        return True


def spelled_out(bindings: Bindings, one: i.Instruction) -> Iterator[tuple[i.Operand, str]]:
    """What an instruction spells out, each with the special method that does so."""
    match one:
        case i.Call(text=text, items=(item,)) if text in _SPELLS:
            yield item.value, _SPELLS[text]
        case i.Operate(operator="format", operands=(value, i.Const(value=how), *_)):
            yield value, CONVERSIONS.get(str(how or ""), "__str__")
        case i.Operate(operator="%", operands=(i.Const(value=str() as text), value)):
            made = bindings.origin(value)
            is_tuple = isinstance(made, i.Build) and made.kind == "tuple"
            items = made.items if isinstance(made, i.Build) else ()
            yield from interpolated(text, [one.value for one in items] if is_tuple else [value])
        case i.CallMethod(object=i.Const(value=str() as text), name="format", items=items):
            yield from formatted(text, items)
