"""What is known on the way to a question: nothing, or that a name is one that nothing has."""

from __future__ import annotations

import re

from haltcheck.model import instruction as i
from haltcheck.model.binding import Bindings
from haltcheck.model.program import Block
from haltcheck.model.reference.deciding import STRINGS
from haltcheck.model.special import BUILTIN_NAMES

_BINDS = (i.SetAttribute, i.SetItem, i.DeleteAttribute, i.DeleteItem, i.StoreGlobal, i.Extend)
_CHANGES = frozenset({"setattr", "delattr", "exec", "eval", "vars", "locals", "next", "iter"})
NOTES = re.compile(r"(?:\w+\.)*_*(?:log|logger|logging|warnings)\.\w+")
"""Calls that tell people what happens."""

_ASKS_AGAIN = frozenset({"__getattr__", "__getattribute__"})


class Anything:
    """Nothing is known: every way may be taken that nothing contradicts."""

    def truth(self, condition: i.Operand) -> bool | None:
        """Whether a test holds; None where it may or may not."""
        del condition
        return None

    def fact(self, condition: i.Operand) -> tuple[str, bool] | None:
        """What a test asks of what stays as it is, and the answer for which it holds."""
        del condition
        return None

    def raises(self, one: i.Instruction) -> bool:
        """Whether an instruction surely raises, or may change what is asked."""
        del one
        return False

    def changes(self, one: i.Instruction) -> bool:
        """Whether an instruction binds what the next time may look at."""
        return isinstance(one, _BINDS)

    def shuts(self, condition: i.Operand) -> bool:
        """Whether a test may keep the question from being asked again, as far as is known."""
        del condition
        return False

    def catches(self, block: Block) -> bool:
        """Whether the handler of a block may be reached."""
        del block
        return True


def may_change(one: i.Instruction) -> bool:
    """Whether an instruction runs code that nobody knows, or binds what others see."""
    match one:
        case i.Call(text=text):
            harmless = text in BUILTIN_NAMES and text not in _CHANGES
            return not harmless and not NOTES.fullmatch(text)
        case i.CallMethod(text=text, name=name):
            plain = name in STRINGS and not name.startswith("_")
            return not plain and not NOTES.fullmatch(text)
        case i.EnterContext() | i.StoreFree() | i.Suspend() | i.Hole():
            return True
        case _:
            return False


def hangs_on(bindings: Bindings, condition: i.Operand, name: str) -> bool:
    """Whether a condition is made of what the parameter holds."""
    pending, seen = [condition], set[str]()
    while pending:
        operand = pending.pop()
        if bindings.root(operand) == name:
            return True
        if isinstance(operand, i.Local) and operand.name not in seen:
            seen.add(operand.name)
            made = bindings.origin(operand)
            whole = [getattr(made, part, None) for part in ("object", "key", "value")]
            pending += [item.value for item in getattr(made, "items", ())]
            pending += [*filter(None, whole), *getattr(made, "operands", ())]
    return False


class OfParameter(Anything):
    """Something is known of what one parameter, called ``name``, holds."""

    def __init__(self, bindings: Bindings, name: str) -> None:
        self.bindings = bindings
        self.name = name

    def truth(self, condition: i.Operand) -> bool | None:
        """What ``told`` says, negations seen through."""
        made = self.bindings.origin(condition)
        match made:
            case i.Operate(operator="not" | "truth" as asked, operands=(inner,)):
                found = self.truth(inner)
                return found if found is None or asked == "truth" else not found
            case _:
                return self.told(condition, made)

    def told(self, condition: i.Operand, made: object) -> bool | None:
        """Whether a condition that is no negation, and is ``made`` so, holds; None where it may."""
        del condition, made
        return None

    def holds(self, operand: i.Operand) -> bool:
        """Whether an operand is what the parameter holds."""
        return self.bindings.root(operand) == self.name


class Absent(OfParameter):
    """A parameter is a name that no attribute, no table and no line of the code has."""

    def told(self, condition: i.Operand, made: object) -> bool | None:
        """It equals nothing, is in nothing and begins like nothing."""
        match made:
            case i.Operate(operator="==" | "!=" as how, operands=operands):
                return how == "!=" if any(map(self._is_part, operands)) else None
            case i.Operate(operator="in" | "not in" as how, operands=(left, _)):
                return how == "not in" if self.holds(left) else None
            case i.CallMethod(name="startswith" | "endswith", object=whole, items=(item,)):
                return False if self.holds(whole) and item.value != i.Const("") else None
            case i.Call(text="hasattr", items=(_, named)):
                return False if self.holds(named.value) else None
            case _:
                return True if self.holds(condition) else None

    def raises(self, one: i.Instruction) -> bool:
        """A look-up of it fails, and a call may give the object what it lacks."""
        match one:
            case i.GetItem(key=key):
                return self.holds(key)
            case i.Call(text="getattr", items=items):
                return len(items) == 2 and self.holds(items[1].value)
            case i.CallMethod(name=method) if method in _ASKS_AGAIN:
                return True
            case _:
                return may_change(one)

    def shuts(self, condition: i.Operand) -> bool:
        """A test of the name whose answer nobody knows."""
        if self.truth(condition) is not None:
            return False
        return hangs_on(self.bindings, condition, self.name)

    def catches(self, block: Block) -> bool:
        """Only what fails because nothing has the name."""
        return any(
            (isinstance(one, i.GetItem) and self.holds(one.key))
            or (isinstance(one, i.Call) and one.text == "getattr" and self.raises(one))
            or (isinstance(one, i.CallMethod) and one.name in _ASKS_AGAIN)
            for one in block.instructions
        )

    def _is_part(self, operand: i.Operand) -> bool:
        """The name, or characters of it."""
        made = self.bindings.origin(operand)
        whole = made.object if isinstance(made, i.GetItem) else operand
        return self.holds(whole)
