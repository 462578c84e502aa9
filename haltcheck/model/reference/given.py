"""Who hands a function what: whether a parameter may be a container that holds itself."""

from __future__ import annotations

import re

from haltcheck.model import instruction as i
from haltcheck.model.calls import Resolved, Resolver
from haltcheck.model.later import function_of
from haltcheck.model.program import Function, code_of
from haltcheck.model.recursion import recursions
from haltcheck.model.reference.guarded import handed
from haltcheck.model.reference.members import members_of_its_kind

_LOOSE = re.compile(r"\b(?:Any|object|Iterable|Collection|Sequence|T|_T)\b")
_FITS = {
    "list": re.compile(r"\b(?:list|List|MutableSequence)\b"),
    "dict": re.compile(r"\b(?:dict|Dict|Mapping|MutableMapping)\b"),
    "text": re.compile(r"\b(?:str|AnyStr)\b"),
}
_PLAIN = re.compile(r"\b(?:int|float|bool|bytes|date|datetime|Decimal|None|str)\b")
_HELD = re.compile(r"(?:dict|Dict|Mapping|MutableMapping)\[[^,\[\]]+, *(.+)\]|\w+\[(.+)\]")
_DEEPEST = 3
_MAPPINGS = frozenset({"MutableMapping", "OrderedDict", "UserDict", "defaultdict", "dict"})
_LISTS = frozenset({"MutableSequence", "UserList", "list"})


def may_hold(resolver: Resolver, cls: str, kind: str) -> bool:
    """Whether objects of a class of the file are containers that anything may be put into."""
    classes, hierarchy = resolver.program.contents.classes, resolver.members.hierarchy
    if kind == "object":
        return bool(members_of_its_kind(resolver, cls))
    if cls not in classes or kind not in ("dict", "list"):
        return False
    order = hierarchy.order(cls)[0]
    bases = {base.rpartition(".")[2] for owner in order for base in classes[owner].bases}
    return not bases.isdisjoint(_MAPPINGS if kind == "dict" else _LISTS)


def from_outside(resolver: Resolver, function: Function, name: str, kind: str) -> bool:
    """Whether code outside of the file may hand a function such a container."""
    return _fits(function, name, kind) and _is_handed(resolver, function, name, _DEEPEST)


def is_handed_on(resolver: Resolver, function: Function, name: str, *, asked: bool) -> bool:
    """Whether code outside of the file says what a parameter is, by way of calls that hand it on.

    With ``asked`` also what a call gives that nobody sees: what it names may be anything.
    """
    return _is_handed(resolver, function, name, _DEEPEST, asked=asked)


def _fits(function: Function, name: str, kind: str) -> bool:
    """Whether the annotation of a parameter allows for such a container."""
    for one in function.parameters:
        if one.name == name:
            text = (one.annotation or "").strip("'\" ")
            if one.kind not in ("normal", "positional", "keyword only"):
                return False
            return not text or _allows(text, kind)
    return False


def _allows(text: str, kind: str) -> bool:
    """Whether one of the types may hold what is of it."""
    for part in text.split("|"):
        held = _HELD.fullmatch(part.strip())
        inner = (held.group(1) or held.group(2)) if held else ""
        if inner and part.strip().startswith(("Union", "typing.Union", "Optional", "t.Union")):
            return _LOOSE.search(inner) is not None or _FITS[kind].search(inner) is not None
        if inner and _PLAIN.fullmatch(inner.strip()):
            continue
        if _LOOSE.search(part) or _FITS[kind].search(part.partition("[")[0]):
            return True
    return False


def _is_handed(
    resolver: Resolver, function: Function, name: str, depth: int, *, asked: bool = False
) -> bool:
    """Public functions are called from anywhere; others are by the calls that are seen."""
    short = function.name
    is_nested = function.in_class is None and "." in function.qualname
    if not is_nested and not (short.startswith("_") and not short.endswith("__")):
        return True
    calls = list(_calls(resolver, function))
    if not calls:
        return not is_nested
    if depth <= 0:
        return False
    for caller, call in calls:
        for parameter, value in handed(function, call, bare=False):
            if parameter != name:
                continue
            value = _taken_apart(resolver, caller, value) if asked else value
            root = resolver.bindings(caller).root(value)
            if any(one.name == root for one in caller.parameters):
                if _is_handed(resolver, caller, root, depth - 1, asked=asked):
                    return True
            elif _is_foreign(resolver, caller, value, asked=asked):
                return True
    return False


def _taken_apart(resolver: Resolver, caller: Function, value: i.Operand) -> i.Operand:
    """What a value was unpacked from, or the value itself."""
    for _ in range(_DEEPEST):
        made = resolver.bindings(caller).origin(value)
        if not isinstance(made, i.Unpack):
            break
        value = made.value
    return value


def _calls(resolver: Resolver, function: Function) -> list[tuple[Function, i.Call | i.CallMethod]]:
    """The calls of a function by those that it does not call in turn."""
    found: list[tuple[Function, i.Call | i.CallMethod]] = []
    among = {name for names in recursions(resolver) if function.qualname in names for name in names}
    for name, entry in resolver.program.contents.functions.items():
        if name in among or name.startswith(f"{function.qualname}."):
            continue
        if not any(text.rpartition(".")[2] == function.name for text in entry.calls):
            continue
        other = function_of(resolver.program, name)
        for one in code_of(other) if other is not None else ():
            if isinstance(one, i.Call | i.CallMethod) and one.text.endswith(function.name):
                run = resolver.resolve(other, one) if other is not None else None
                if isinstance(run, Resolved) and function.qualname in run.qualnames and other:
                    found.append((other, one))
    return found


def _is_foreign(resolver: Resolver, caller: Function, value: i.Operand, *, asked: bool) -> bool:
    """Whether an attribute holds what a call hands on, or code that nobody sees gives it."""
    made = resolver.bindings(caller).origin(value)
    if isinstance(made, i.GetAttribute):
        own = caller.parameters[0].name if caller.in_class and caller.parameters else ""
        is_own = resolver.bindings(caller).root(made.object) == own
        return not is_own or made.name in resolver.program.contents.given
    if not asked or not isinstance(made, i.Call | i.CallMethod):
        return False
    return not isinstance(resolver.resolve(caller, made), Resolved)
