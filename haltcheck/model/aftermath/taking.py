"""Calls that tell how much they took of what they were handed, and that may take nothing."""

from __future__ import annotations

from collections.abc import Iterator

from haltcheck.basis.once import once
from haltcheck.basis.span import Span
from haltcheck.model import instruction as i
from haltcheck.model.known import methods_named
from haltcheck.model.program import Function, code_of


def tells(function: Function, call: i.Invocation) -> bool:
    """Whether the call is handed data, and what it gives is how much of that is done."""
    return call.span in _telling(function)


def row_of(function: Function, call: i.Invocation) -> tuple[bool, ...]:
    """Where the call gives a row: for each of its parts, whether that is how much was taken."""
    code = _Code(function)
    starts = {start for _, _, start in code.slices}
    return tuple(
        part in starts or any(code.is_added(start, part) for start in starts)
        for part in code.unpacked(call.target)
    )


def _find(function: Function) -> frozenset[Span]:
    code = _Code(function)
    given = {i.Local(one.name) for one in function.parameters}
    return frozenset(
        one.span
        for one in code.all
        if _is_telling(one, code) and not (isinstance(one, i.Call) and one.function in given)
    )


_telling = once(_find)


def _is_telling(one: i.Instruction, code: _Code) -> bool:
    if not isinstance(one, i.Invocation):
        return False
    if isinstance(one, i.CallMethod) and _only_counts(one.name):
        return False
    handed = {text for item in one.items for text in code.wholes(item.value)}
    told = {code.place(i.Local(one.target)), *code.unpacked(one.target)}
    return any(
        (base == target and base in handed and start in told)
        or (target in handed and any(code.is_added(start, taken) for taken in told))
        for target, base, start in code.slices
    )


def _only_counts(name: str) -> bool:
    """``find``, ``index`` say where something is, and not what was done; ``write`` does it, or
    raises.
    """
    facts = methods_named(name).values()
    return name == "write" or any(
        "int" in fact.returns and fact.writes == "nothing" for fact in facts
    )


class _Code:
    """The instructions of a function, with the places that its temporary values stand for."""

    def __init__(self, function: Function) -> None:
        self.all = list(code_of(function))
        self.places: dict[str, str] = {}
        self.parts: dict[str, str] = {}
        self.stored: dict[str, str] = {}
        self.builds = {one.target: one for one in self.all if isinstance(one, i.Build)}
        for one in self.all:
            match one:
                case i.GetAttribute(target=target, object=whole, name=name) if target[0] == "$":
                    self.places[target] = f"{self.place(whole)}.{name}"
                case i.SetAttribute(object=whole, name=name, value=i.Local(name=value)):
                    self.stored[value] = f"{self.place(whole)}.{name}"
                case i.Copy(target=target, value=i.Local(name=value)) if value[0] == "$":
                    self.stored[value] = target
                case i.GetItem(target=target, object=whole, key=i.Local(name=key)):
                    if self._is_cut(key):
                        self.parts[target] = self.place(whole)
                case i.Call(target=target, text="bytes" | "memoryview", items=(item,)):
                    self.parts[target] = self.place(item.value)
                case _:
                    pass
        self.slices = tuple(self._slices())

    def place(self, operand: i.Operand) -> str:
        """The local or the attribute by its dotted text; nothing for a constant."""
        if not isinstance(operand, i.Local):
            return ""
        return self.places.get(operand.name, operand.name)

    def wholes(self, operand: i.Operand) -> tuple[str, ...]:
        """The place, and that of which it is a part."""
        if not isinstance(operand, i.Local):
            return ()
        part = self.parts.get(operand.name)
        return (self.place(operand), *([] if part is None else [part]))

    def unpacked(self, row: str) -> Iterator[str]:
        """What a row that a call gave is unpacked into."""
        for one in self.all:
            if isinstance(one, i.Unpack) and one.value == i.Local(row) and one.star < 0:
                yield from (self.stored.get(target, target) for target in one.targets)

    def is_added(self, start: str, taken: str) -> bool:
        """Whether ``start += taken`` stands there."""
        return any(
            isinstance(one, i.Operate)
            and one.operator in ("+=", "+")
            and tuple(map(self.place, one.operands)) == (start, taken)
            and self.stored.get(one.target, one.target) == start
            for one in self.all
        )

    def _is_cut(self, key: str) -> bool:
        return key in self.builds and self.builds[key].kind == "slice"

    def _slices(self) -> Iterator[tuple[str, str, str]]:
        """Each ``target = base[start:]``, and each ``del base[:start]``."""
        for one in self.all:
            match one:
                case i.GetItem(target=target, object=i.Local() as whole, key=i.Local(name=key)):
                    start = self._is_cut(key) and self.place(self.builds[key].items[0].value)
                    if start:
                        yield self.stored.get(target, target), self.place(whole), start
                case i.DeleteItem(object=i.Local() as whole, key=i.Local(name=key)):
                    ends = self.builds[key].items if self._is_cut(key) else ()
                    if ends and ends[0].value in _BEGINNING and self.place(ends[1].value):
                        yield self.place(whole), self.place(whole), self.place(ends[1].value)
                case _:
                    pass


_BEGINNING = (i.Const(None), i.Const(0))
