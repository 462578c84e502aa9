"""What one instruction gives, or that it may raise, where a whole number is asked for."""

from __future__ import annotations

import builtins
import operator
from collections.abc import Callable, Mapping

from haltcheck.model import instruction as i
from haltcheck.model.abstract.unfailing_call import called
from haltcheck.model.abstract.unfailing_value import (
    ANY,
    SELF,
    Env,
    FailError,
    Held,
    Walk,
    is_dict,
    joined,
    truth_of,
    type_names,
    value,
)
from haltcheck.model.calls import Resolved
from haltcheck.model.program import Function
from haltcheck.model.special import DUNDER_OF_OPERATOR

_COMPUTED: Mapping[str, Callable[..., object]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "//": operator.floordiv,
    "%": operator.mod,
    "neg": operator.neg,
    "is": operator.is_,
    "is not": operator.is_not,
}
_CALM = frozenset({"==", "!=", "is", "is not", "in", "not in", "join", "format"})
_ORDER = frozenset({"<", "<=", ">", ">="})
_ADDS = frozenset({"+", "-", "+=", "-="})
_DIVIDES = frozenset({"/", "//", "%", "/=", "//=", "%="})
_SHIFTS = frozenset({"<<", ">>", "<<=", ">>="})
_LOOKS_UP = ("KeyError", "IndexError")


def evaluate(walk: Walk, function: Function, one: i.Instruction, env: Env) -> Held:
    """What an instruction gives; raises FailError where it may raise."""
    match one:
        case i.Copy(value=source):
            return value(source, env)
        case i.LoadGlobal(name=name):
            constants = walk.resolver.program.constants
            return Held("known", constants[name]) if name in constants else ANY
        case i.Build(items=items):
            by_key = any(value(item.value, env).by_key for item in items)
            return Held("slice" if one.kind == "slice" else "new", by_key=by_key)
        case i.Operate():
            return _operate(walk, function, one, [value(each, env) for each in one.operands])
        case i.GetAttribute():
            return _attribute(walk, function, one, value(one.object, env))
        case i.GetItem(object=whole, key=key):
            return _item(walk, function, one, value(whole, env), value(key, env))
        case i.SetItem(object=whole, key=key):
            return _entry(walk, function, whole, value(whole, env), value(key, env))
        case i.SetAttribute(object=whole):
            return _attribute_bound(walk, function, whole)
        case i.GetIterator(object=whole):
            if value(whole, env).kind == "number":
                raise FailError("it iterates a number", ("TypeError",), surely=True)
            if value(whole, env).kind == "empty":
                return value(whole, env)
            return Held(by_key=value(whole, env).by_key)
        case i.Call() | i.CallMethod():
            return called(walk, function, one, env)
        case i.Hole() | i.Suspend() | i.Unpack() | i.DeleteItem() | i.DeleteAttribute():
            raise FailError(f"line {one.span.line} may raise")
        case _:
            return ANY


# Operators


def _operate(walk: Walk, function: Function, one: i.Operate, held: list[Held]) -> Held:
    if one.operator in ("truth", "not"):
        truth = truth_of(held[0])
        return ANY if truth is None else Held("known", truth is (one.operator == "truth"))
    if one.operator == "catches":
        return _catches(walk, function, one, held[0])
    by_key = any(each.by_key for each in held)
    if all(each.kind == "known" for each in held) and one.operator in _COMPUTED:
        try:
            return Held("known", _COMPUTED[one.operator](*(each.value for each in held)))
        except Exception as error:
            raise FailError(str(error), (type(error).__name__,), surely=True) from error
    if len(held) == 2 and (found := _compared(one.operator, *held)) is not None:
        return Held("known", found)
    if len(held) == 2 and (dunder := DUNDER_OF_OPERATOR.get(one.operator)):
        for operand in one.operands:
            run = walk.resolver.special(function, operand, dunder)
            if isinstance(run, Resolved) and run.qualnames:
                for name in run.qualnames:
                    walk.enter(name, [SELF, Held(by_key=by_key)], {})
                return Held(by_key=by_key)
            if walk.resolver.receiver(function, operand) is not None and run != Resolved(()):
                _strictly(walk, f"{one.operator} may raise")
                return walk.suppose(getattr(run, "text", dunder), one.span.line)
    if one.operator in _ORDER and any(each.kind == "" for each in held):
        walk.suppose(one.operator, one.span.line)
    if one.operator in _CALM or one.operator in _ORDER:
        return Held("text" if one.operator in ("join", "format") else "", by_key=by_key)
    return _calculated(walk, one, held, by_key)


def _compared(name: str, left: Held, right: Held) -> bool | None:
    """What a comparison gives, where the kinds or a lower bound tell."""
    if name in ("is", "is not") and right == Held("known", None):
        told = left.kind in ("number", "self", "new", "text", "empty", "slice")
        return name == "is not" if told else None
    if left.kind == "known" and right.kind == "number":
        swapped = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}.get(name, name)
        return _compared(swapped, right, left)
    if left.kind != "number" or right.kind != "known":
        return None
    if not isinstance(right.value, int | float):
        return {"==": False, "!=": True}.get(name)
    if left.value is None or not isinstance(left.value, int):
        return None
    over, at = left.value > right.value, left.value >= right.value
    told_by = {"<": (at, False), "<=": (over, False), ">": (over, True), ">=": (at, True)}
    told_by |= {"==": (over, False), "!=": (over, True)}
    known, answer = told_by.get(name, (False, False))
    return answer if known else None


def _calculated(walk: Walk, one: i.Operate, held: list[Held], by_key: bool) -> Held:
    first, last = held[0], held[-1]
    if first.kind == "text" or (first.kind == "known" and isinstance(first.value, str)):
        if one.operator in ("%", "%="):
            return Held("text", by_key=by_key)
        if last.kind == "number" and one.operator == "+":
            raise FailError("it adds a number to a text", ("TypeError",), surely=True)
    kinds = {each.kind for each in held}
    if one.operator in _ADDS and kinds == {"", "number"} and any(each.by_key for each in held):
        raise FailError("it adds a number to what may be none", ("TypeError",))
    if one.operator in _DIVIDES and not (last.kind == "known" and last.value):
        raise FailError("it may divide by zero", ("ZeroDivisionError",))
    if one.operator in _SHIFTS and not (isinstance(last.value, int) and last.value >= 0):
        raise FailError("it may shift by less than nothing", ("ValueError",))
    if walk.strict and any(each.kind == "empty" for each in held) and one.operator != "+=":
        raise FailError(f"line {one.span.line} calculates with what is not known")
    if first.kind == "number" and one.operator in ("+", "+=") and last.kind == "known":
        low = None
        if isinstance(last.value, int) and isinstance(first.value, int):
            low = first.value + last.value
        return Held("number", low, by_key)
    is_whole = all(each.kind in ("number", "known") for each in held) and one.operator != "/"
    return Held("number" if is_whole else "", None, by_key)


def _catches(walk: Walk, function: Function, one: i.Operate, raised: Held) -> Held:
    """Whether a handler catches what was raised, where both are built-in exceptions."""
    wanted = tuple(
        found
        for name in type_names(walk, function, one.operands[1])
        if isinstance(found := getattr(builtins, name, None), type)
    )
    names = raised.value if isinstance(raised.value, tuple) else ()
    kinds = [getattr(builtins, str(name)) for name in names]
    if any(kind in wanted for kind in (Exception, BaseException)):
        return Held("known", True)
    if not kinds or not wanted:
        return ANY
    caught = [issubclass(kind, wanted) for kind in kinds]
    return Held("known", caught[0]) if len(set(caught)) == 1 else ANY


# Attributes and entries


def _strictly(walk: Walk, why: str) -> None:
    if walk.strict:
        raise FailError(why)


def _attribute(walk: Walk, function: Function, one: i.GetAttribute, whole: Held) -> Held:
    run = walk.resolver.attribute(function, one)
    if isinstance(run, Resolved) and run.qualnames:
        for name in run.qualnames:
            given = [SELF, Held("known", one.name)] if name.endswith("__getattr__") else [SELF]
            walk.enter(name, given, {})
    elif whole.kind == "number" and not hasattr(int, one.name):
        raise FailError(f"a number has no {one.name}", ("AttributeError",), surely=True)
    elif whole.kind in ("empty", "text") and not hasattr(str, one.name):
        raise FailError(f"line {one.span.line} reads {one.name} of a text")
    return Held(by_key=whole.by_key)


def _item(walk: Walk, function: Function, one: i.GetItem, whole: Held, key: Held) -> Held:
    if whole.kind == "number":
        raise FailError("it looks into a number", ("TypeError",), surely=True)
    run = walk.resolver.special(function, one.object, "__getitem__")
    if isinstance(run, Resolved) and run.qualnames:
        found = [held for name in run.qualnames for held in walk.enter(name, [SELF, key], {})]
        return joined(found)
    if key.kind == "slice":
        return whole if whole.kind == "empty" else Held(by_key=whole.by_key or key.by_key)
    if key.by_key or whole.by_key:
        names = ("KeyError",) if is_dict(walk, function, one.object) else _LOOKS_UP
        raise FailError(f"line {one.span.line} looks something up by the key", names)
    _strictly(walk, f"line {one.span.line} looks something up")
    if whole.kind == "empty":
        raise FailError("it looks into nothing", ("IndexError",), surely=True)
    return walk.suppose("[...]", one.span.line)


def _entry(walk: Walk, function: Function, place: i.Operand, whole: Held, key: Held) -> Held:
    """Binding an entry: of a new container or of a dictionary."""
    if whole.kind != "new" and not is_dict(walk, function, place):
        names = _LOOKS_UP if key.by_key else ()
        raise FailError("it binds an entry of what may be a list", names)
    return ANY


def _attribute_bound(walk: Walk, function: Function, place: i.Operand) -> Held:
    run = walk.resolver.special(function, place, "__setattr__")
    for qualname in run.qualnames if isinstance(run, Resolved) else ():
        walk.enter(qualname, [SELF, ANY, ANY], {})
    return ANY
