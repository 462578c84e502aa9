"""Methods that hand a question on to who asks them again, with the same arguments.

A comparison that asks the other operand is asked itself where that one leaves the answer to it; a
property that asks a method for its own name is read again where the method has nothing better; what
Python asks for attributes is asked again by code of its own that looks them up or binds them.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from functools import partial

from haltcheck.model import instruction as i
from haltcheck.model.binding import Bindings
from haltcheck.model.calls import Resolved, Resolver
from haltcheck.model.program import Block, Function, code_of
from haltcheck.model.reference.asked_again import Answers, HandsBack, first_reached
from haltcheck.model.reference.nowhere import Absent, Anything, OfParameter, hangs_on, may_change
from haltcheck.model.special import BUILTIN_NAMES

_REFLECTED = {
    "__eq__": "==",
    "__ne__": "!=",
    "__lt__": ">",
    "__gt__": "<",
    "__le__": ">=",
    "__ge__": "<=",
}
"""The operator that asks a comparison method of the right operand, by the method's name."""

_REFUSES = re.compile(r"_*(?:raise|fail|refuse|reject|abort|assert|ensure|require|check)(?![a-z])")
"""Names of functions that may refuse an object of another type."""

_PROPERTIES = frozenset({"property"})
_ASKS = frozenset({"getattr", "hasattr"})
_ANYBODY = frozenset(dir(object))
_TOLD = frozenset({"isinstance", "issubclass", "callable", "hasattr"})
_TAKES_ANYTHING = frozenset(
    {"isinstance", "hasattr", "getattr", "type", "id", "repr", "str", "bool"}
)


def reflected(resolver: Resolver, qualname: str) -> HandsBack | Answers:
    """Whether a method hands the question back that it was asked."""
    function = resolver.program.functions.get(qualname)
    entry = resolver.program.contents.functions.get(qualname)
    if function is None or entry is None or function.in_class is None or function.is_generator:
        return Answers("it is no method that was read")
    if function.name in _REFLECTED and not entry.decorators:
        return _compared(resolver, function)
    if function.name in _ATTRIBUTES and not entry.decorators:
        return _ATTRIBUTES[function.name](resolver, function)
    if _PROPERTIES.issuperset(entry.decorators) and len(entry.decorators) == 1:
        return _asked_by_name(resolver, function)
    if entry.decorators == (f"{function.name}.setter",) and len(function.parameters) == 2:
        return _set_again(resolver, function)
    return Answers("it hands nothing on")


def _compared(resolver: Resolver, function: Function) -> HandsBack | Answers:
    """``other == self`` in ``__eq__``, where it is reached with an ``other`` of no known type."""
    if len(function.parameters) != 2:
        return Answers("it compares nothing")
    own, other = (one.name for one in function.parameters)
    bindings = resolver.bindings(function)

    def hands_on(one: i.Instruction) -> bool:
        return (
            isinstance(one, i.Operate)
            and one.operator == _REFLECTED[function.name]
            and [bindings.root(operand) for operand in one.operands] == [other, own]
        )

    found = first_reached(function, hands_on, _Stranger(bindings, other))
    if found is None or any(bindings.counts.get(name) != 1 for name in (own, other)):
        return Answers("no other object comes to a comparison the other way round")
    return HandsBack(found, f"{other} is an object of another type that leaves the answer to this")


def _asked_by_name(resolver: Resolver, function: Function) -> HandsBack | Answers:
    """``self.setting("width")`` in ``width``, which comes to ``getattr(self, name)``."""
    bindings = resolver.bindings(function)
    own = function.parameters[0].name if function.parameters else ""
    itself = [own, i.Const(function.name)]
    for block in function.blocks:
        for one in block.instructions:
            if isinstance(one, i.Call) and one.text in _ASKS and len(one.items) > 1:
                whole, name = (item.value for item in one.items[:2])
                reached = first_reached(function, partial(operator.is_, one), Anything())
                if [bindings.root(whole), name] == itself and reached is not None:
                    return HandsBack(reached, f"line {reached} is reached")
            if not isinstance(one, i.CallMethod) or bindings.root(one.object) != own:
                continue
            run = resolver.resolve(function, one)
            names = run.qualnames if isinstance(run, Resolved) else ()
            asked = resolver.program.functions.get(names[0]) if len(names) == 1 else None
            place = _place(function, one)
            if asked is None or place < 0 or asked.is_generator or not own:
                continue
            reached = first_reached(function, partial(operator.is_, one), Anything())
            found = _looks_up(resolver, asked, place + 1, function.name)
            if reached is not None and found is not None:
                where = f"nothing but line {found} is left to look for {function.name!r}"
                return HandsBack(reached, where)
    return Answers("it asks nobody for its own name")


def _set_again(resolver: Resolver, function: Function) -> HandsBack | Answers:
    """``self.width = width`` in the setter of ``width``."""
    bindings = resolver.bindings(function)
    own, value = (one.name for one in function.parameters)

    def binds(one: i.Instruction) -> bool:
        return (
            isinstance(one, i.SetAttribute)
            and one.name == function.name
            and [bindings.root(one.object), bindings.root(one.value)] == [own, value]
        )

    found = first_reached(function, binds, _Followed())
    if found is None or any(bindings.counts.get(name) != 1 for name in (own, value)):
        return Answers("it does not bind what it is handed by way of itself")
    return HandsBack(found, f"line {found} is reached")


def _missing(resolver: Resolver, function: Function) -> HandsBack | Answers:
    """``getattr(self, name)`` in ``__getattr__``, which is asked because there is no such name."""
    contents, own_class = resolver.program.contents, function.in_class
    hooks = (f"{own_class}.__getattribute__", f"{own_class}.__getattr__#2")
    if len(function.parameters) != 2 or any(one in contents.functions for one in hooks):
        return Answers("it is not what Python asks where an attribute is missing")
    own, asked = (one.name for one in function.parameters)
    found = _looks_up(resolver, function, 1, None)
    if found is None:
        asks = {
            part.value
            for one in code_of(function)
            for part in getattr(one, "operands", ())
            if isinstance(part, i.Const)
        }
        return _read_again(
            resolver, function, lambda name: name in asks and _is_bound_nowhere(resolver, name)
        )
    return HandsBack(found, f"{asked} is an attribute that {own} lacks")


def _is_bound_nowhere(resolver: Resolver, name: str) -> bool:
    """Whether nothing in the file gives objects an attribute of this name."""
    contents = resolver.program.contents
    given = any(name in one.methods | one.names for one in contents.classes.values())
    return not given and not any(
        write.rpartition(".")[2] == name
        for entry in contents.functions.values()
        for write in entry.writes
    )


def _bound(resolver: Resolver, function: Function) -> HandsBack | Answers:
    """``setattr(self, name, value)`` in ``__setattr__``, with what that was handed."""
    bindings, asks = resolver.bindings(function), function.name.strip("_")
    handed = [one.name for one in function.parameters]

    def binds(one: i.Instruction) -> bool:
        return (
            isinstance(one, i.Call)
            and one.text == asks
            and [bindings.root(item.value) for item in one.items] == handed
        )

    found = first_reached(function, binds, _Followed())
    if found is None or any(bindings.counts.get(name) != 1 for name in handed):
        return Answers("it does not bind what it is handed by way of itself")
    return HandsBack(found, f"line {found} is reached")


def _read(resolver: Resolver, function: Function) -> HandsBack | Answers:
    """``self.part`` in ``__getattribute__``, which is asked for that name too."""
    if len(function.parameters) != 2:
        return Answers("it is not what Python asks for every attribute")
    return _read_again(resolver, function, lambda name: True)


def _read_again(
    resolver: Resolver, function: Function, may_be: Callable[[str], bool]
) -> HandsBack | Answers:
    """``self.part`` on the way that the name ``part`` takes: if it is asked for that, so it is."""
    bindings = resolver.bindings(function)
    own, asked = (one.name for one in function.parameters)
    if any(bindings.counts.get(one) != 1 for one in (own, asked)):
        return Answers("it takes another name for the one that it was asked for")

    def reads(name: str, one: i.Instruction) -> bool:
        return (
            isinstance(one, i.GetAttribute | i.CallMethod)
            and one.name == name
            and bindings.root(one.object) == own
        )

    code = list(code_of(function))
    for name in sorted({x.name for x in code if isinstance(x, i.GetAttribute | i.CallMethod)}):
        if not may_be(name):
            continue
        found = first_reached(function, partial(reads, name), _Same(bindings, asked, name))
        if found is not None:
            return HandsBack(found, f"{asked} == {name!r}")
    return Answers("it reads no attribute of its own on the way to that one")


_ATTRIBUTES = {
    "__getattr__": _missing,
    "__getattribute__": _read,
    "__setattr__": _bound,
    "__delattr__": _bound,
}
"""What Python asks for attributes, and what may ask it again."""


def _place(function: Function, call: i.CallMethod) -> int:
    """Which positional argument of the call is the name of the property."""
    for number, item in enumerate(call.items):
        if item.kind == "positional" and item.value == i.Const(function.name):
            return number
    return -1


def _looks_up(resolver: Resolver, function: Function, place: int, name: str | None) -> int | None:
    """The line of ``getattr(self, name)`` in a method that may be reached with this name.

    Without a name it is one that nothing has.
    """
    if place >= len(function.parameters):
        return None
    bindings = resolver.bindings(function)
    own, asked = function.parameters[0].name, function.parameters[place].name
    if any(bindings.counts.get(one) != 1 for one in (own, asked)):
        return None

    def looks_up(one: i.Instruction) -> bool:
        return (
            isinstance(one, i.Call)
            and one.text in _ASKS
            and [bindings.root(item.value) for item in one.items[:2]] == [own, asked]
        )

    known = Absent(bindings, asked) if name is None else _Named(bindings, asked, name)
    return first_reached(function, looks_up, known)


class _Stranger(OfParameter):
    """The other operand is an object of no class that the code knows."""

    def told(self, condition: i.Operand, made: object) -> bool | None:
        """Types and attributes that the code asks for are not its own."""
        match made:
            case i.Call(text="hasattr", items=(first, i.Item(value=i.Const(value=name)))):
                return name in _ANYBODY if self.holds(first.value) else None
            case i.Call(text=text, items=(first, *_)) if text in _TOLD:
                return False if self.holds(first.value) else None
            case i.Operate(operator="is" | "==", operands=operands):
                return False if any(map(self._tells, operands)) else None
            case i.Operate(operator="is not" | "!=", operands=operands):
                return True if any(map(self._tells, operands)) else None
            case _:
                return True if self.holds(condition) else None

    def raises(self, one: i.Instruction) -> bool:
        """It has no attributes but those of all objects, and is no number and no container."""
        match one:
            case i.GetAttribute(object=whole, name=name) | i.CallMethod(object=whole, name=name):
                return self.holds(whole) and name not in _ANYBODY
            case i.GetItem(object=whole) | i.GetIterator(object=whole) | i.Unpack(value=whole):
                return self.holds(whole)
            case i.Call(text=text, items=items) if _REFUSES.match(text.rpartition(".")[2]):
                return any(self.holds(item.value) for item in items)
            case i.Call(text=text, items=(first, *_)) if text in BUILTIN_NAMES:
                return self.holds(first.value) and text not in _TAKES_ANYTHING | _TOLD
            case _:
                return False

    def _tells(self, operand: i.Operand) -> bool:
        """The object itself, or its type."""
        made = self.bindings.origin(operand)
        match made:
            case i.Call(text="type", items=(first,)):
                return self.holds(first.value)
            case i.GetAttribute(object=whole, name="__class__"):
                return self.holds(whole)
            case _:
                return self.holds(operand)


class _Named(OfParameter):
    """A parameter is the name of a property."""

    def __init__(self, bindings: Bindings, parameter: str, value: str) -> None:
        super().__init__(bindings, parameter)
        self.value = value

    def told(self, condition: i.Operand, made: object) -> bool | None:
        """What can be told of the name itself."""
        match made:
            case i.Operate(operator="==" | "!=" as how, operands=(left, i.Const(value=value))):
                same = value == self.value
                return same is (how == "==") if self.holds(left) else None
            case i.Operate(operator="in" | "not in" as how, operands=(left, whole)):
                names = self._names(whole) if self.holds(left) else None
                return None if names is None else (self.value in names) is (how == "in")
            case i.CallMethod(
                name="startswith", object=whole, items=(i.Item(value=i.Const(value=v)),)
            ):
                return (
                    self.value.startswith(v) if self.holds(whole) and isinstance(v, str) else None
                )
            case i.Call(text="hasattr", items=(_, named)) if self.holds(named.value):
                return True
            case _:
                return None

    def shuts(self, condition: i.Operand) -> bool:
        """A test of what the class says of the name: ``name in dir(type(self))``."""
        pending, seen = [condition], set[str]()
        while pending:
            operand = pending.pop()
            made = self.bindings.origin(operand)
            text = getattr(made, "text", "") or getattr(made, "name", "")
            if text in ("type", "__class__", "vars", "dir", "isinstance", "__dict__"):
                return True
            if isinstance(operand, i.Local) and operand.name not in seen:
                seen.add(operand.name)
                items = [item.value for item in getattr(made, "items", ())]
                whole = [part for part in (getattr(made, "object", None),) if part is not None]
                pending += [*items, *whole, *getattr(made, "operands", ())]
        return False

    def _names(self, operand: i.Operand) -> list[object] | None:
        made = self.bindings.origin(operand)
        values = [item.value for item in made.items] if isinstance(made, i.Build) else []
        if isinstance(operand, i.Const) and isinstance(operand.value, tuple):
            return list(operand.value)
        if not values or not all(isinstance(value, i.Const) for value in values):
            return None
        return [value.value for value in values if isinstance(value, i.Const)]


class _Followed(Anything):
    """Only code that is known is passed on the way."""

    def raises(self, one: i.Instruction) -> bool:
        """Code that nobody knows may raise, or keep the way from being taken once more."""
        return may_change(one)


class _Same(_Named):
    """A parameter is this name, and whatever else hangs on it may keep the way shut."""

    def raises(self, one: i.Instruction) -> bool:
        """As above, but for the plain way; a table may not have the name."""
        if isinstance(one, i.GetItem):
            return hangs_on(self.bindings, one.key, self.name)
        if isinstance(one, i.CallMethod) and one.name == "__getattribute__":
            made = self.bindings.origin(one.object)
            return getattr(made, "text", "") != "super" and one.text != "object.__getattribute__"
        return may_change(one)

    def shuts(self, condition: i.Operand) -> bool:
        """A test of the name whose answer nobody knows."""
        known = self.truth(condition) is not None
        return not known and hangs_on(self.bindings, condition, self.name)

    def catches(self, block: Block) -> bool:
        """Nobody knows what fails for the name."""
        del block
        return False
