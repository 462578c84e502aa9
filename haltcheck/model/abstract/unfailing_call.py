"""What a call gives, or that it may raise, where a whole number is asked for."""

from __future__ import annotations

import builtins
import re
from collections.abc import Mapping

from haltcheck.model import instruction as i
from haltcheck.model.abstract.unfailing_value import (
    ANY,
    SELF,
    Env,
    FailError,
    Held,
    Walk,
    is_dict,
    joined,
    type_names,
    value,
)
from haltcheck.model.calls import Dotted, Resolved
from haltcheck.model.fact import Fact
from haltcheck.model.known import function_fact
from haltcheck.model.program import Function

_WHOLE_TYPES = frozenset(
    {"int", "object", "numbers.Number", "numbers.Complex", "numbers.Real", "numbers.Rational"}
    | {"numbers.Integral", "six.integer_types"}
)
_READS = frozenset({"read", "read1", "readline", "recv"})
_HARMLESS = frozenset(
    {"bool", "callable", "dict", "hash", "id", "isinstance", "list", "object", "print", "repr"}
    | {"set", "str", "super", "tuple", "type"}
)
_ITERATING = frozenset({"dict", "list", "set", "tuple"})
_CONTAINERS = frozenset({"dict", "list", "set", "object", "OrderedDict", "UserDict", "UserList"})
_MADE = frozenset({"__init__", "__new__", "__setitem__", "__setattr__", "__post_init__"})
_BASES = 8
_TELLS = re.compile(r"_*(has|is|can|may)_|_*[A-Z]|(startswith|endswith|format|append|add)$")
"""Names of predicates and of classes, which a number alone makes raise seldom."""

_RAISES = re.compile(
    r"_*(abort|assert|check|ensure|error|exit|fail|index|lookup|next|pop|popleft|raise|remove"
    r"|require|throw|validate|get_nowait|unpack)|__getitem__|__next__|__getattribute__"
)
_EMPTY_METHODS = frozenset(
    {"decode", "encode", "endswith", "find", "lower", "lstrip", "partition", "replace", "rstrip"}
    | {"split", "splitlines", "startswith", "strip", "upper"}
)


def called(walk: Walk, function: Function, one: i.Call | i.CallMethod, env: Env) -> Held:
    """What a call gives; raises FailError where it may raise."""
    positional = [item for item in one.items if item.kind == "positional"]
    named = {str(item.name): value(item.value, env) for item in one.items if item.kind == "keyword"}
    given = [value(item.value, env) for item in positional]
    whole = value(one.object, env) if isinstance(one, i.CallMethod) else ANY
    by_key = whole.by_key or any(each.by_key for each in (*given, *named.values()))
    run = walk.resolver.resolve(function, one)
    if isinstance(run, Resolved):
        if len(positional) + len(named) < len(one.items):
            raise FailError(f"{one.text} is called with arguments that are spread")
        return _resolved(walk, function, one, run, given, named)
    if isinstance(one, i.Call) and not one.items and _makes_container(walk, function, one):
        return Held("new")
    if isinstance(run, Dotted):
        return _library(walk, function, one, run.name.removeprefix("builtins."), given, by_key)
    return _unseen(walk, function, one, whole, given, by_key)


def _makes_container(walk: Walk, function: Function, call: i.Call) -> bool:
    """``Record()``, where the class is a dictionary or a list that is made in no way of its own."""
    made = walk.resolver.bindings(function).origin(call.function)
    contents = walk.resolver.program.contents
    work = [made.name] if isinstance(made, i.LoadGlobal) else []
    for _ in range(_BASES):
        if not work:
            return True
        name = work.pop()
        entry = contents.classes.get(name)
        if entry is not None and contents.global_writes.get(name, 1) == 1:
            if entry.decorators or _MADE & (entry.methods | entry.names):
                return False
            work += entry.bases
        elif contents.imports.get(name, name).rpartition(".")[2] not in _CONTAINERS:
            root, _, last = name.partition(".")
            if contents.imports.get(root) != "collections" or last not in _CONTAINERS:
                return False
    return False


def _resolved(
    walk: Walk,
    function: Function,
    one: i.Call | i.CallMethod,
    run: Resolved,
    given: list[Held],
    named: Mapping[str, Held],
) -> Held:
    if not run.qualnames:
        if run.constructs and not given and not named:
            return Held("new")
        raise FailError(f"{one.text} runs nothing", ("TypeError", "AttributeError"))
    found: list[Held] = []
    for name in run.qualnames:
        callee = walk.resolver.program.functions.get(name)
        entry = walk.resolver.program.contents.functions.get(name)
        is_static = entry is not None and "staticmethod" in entry.decorators
        in_class = callee is not None and callee.in_class is not None and not is_static
        own = in_class and (run.constructs or _is_on_instance(walk, function, one))
        found += walk.enter(name, [SELF, *given] if own else given, named)
    return Held("new") if run.constructs else joined(found)


def _is_on_instance(walk: Walk, function: Function, one: i.Call | i.CallMethod) -> bool:
    if not isinstance(one, i.CallMethod):
        return one.text not in dir(builtins)
    made = walk.resolver.bindings(function).origin(one.object)
    if isinstance(made, i.Call) and made.text == "super":
        return True
    return walk.resolver.receiver(function, one.object) is not None


def _library(
    walk: Walk,
    function: Function,
    one: i.Call | i.CallMethod,
    name: str,
    given: list[Held],
    by_key: bool,
) -> Held:
    first = given[0] if given else ANY
    if name == "isinstance" and len(given) == 2 and first.kind == "number":
        return _is_whole(walk, function, one)
    if name in ("hasattr", "getattr") and len(given) >= 2:
        return _reflected(walk, one, name, given)
    if name in ("len", "int.from_bytes") and first.kind == "empty":
        return Held("known", 0)
    if name in ("int", "abs") and first.kind == "number":
        return first
    if name in _HARMLESS and not (name in _ITERATING and first.by_key):
        return Held("text" if name in ("str", "repr") else "", by_key=by_key)
    fact = function_fact(name)
    if isinstance(fact, Fact) and fact.raises and name.rpartition(".")[2] in _READS:
        walk.reads = True
        return Held("empty")
    if isinstance(fact, Fact) and not fact.raises and first.kind != "number":
        return Held(by_key=by_key)
    if by_key or walk.strict or _RAISES.match(name.rpartition(".")[2]):
        raise FailError(f"{one.text} in line {one.span.line} may raise")
    return walk.suppose(one.text, one.span.line)


def _is_whole(walk: Walk, function: Function, one: i.Call | i.CallMethod) -> Held:
    """``isinstance(key, ...)``, where the key is a whole number."""
    names = type_names(walk, function, one.items[1].value)
    if any(name in _WHOLE_TYPES for name in names):
        return Held("known", True)
    classes = walk.resolver.program.contents.classes
    others = all(isinstance(getattr(builtins, n, None), type) or n in classes for n in names)
    texts = all(name.endswith(("string_types", "text_type", "basestring")) for name in names)
    return Held("known", False) if others or texts else ANY


def _reflected(walk: Walk, one: i.Call | i.CallMethod, name: str, given: list[Held]) -> Held:
    whole, asked = given[0], given[1]
    if asked.by_key and asked.kind in ("number", ""):
        raise FailError("it looks an attribute up by the key", ("TypeError", "AttributeError"))
    if whole.kind == "number" and asked.kind == "known" and name == "hasattr":
        return Held("known", hasattr(int, str(asked.value)))
    if name == "hasattr" or len(given) > 2:
        return Held(by_key=whole.by_key)
    if asked.by_key or walk.strict:
        raise FailError("it looks an attribute up", ("AttributeError",))
    return walk.suppose(one.text, one.span.line)


def _is_own(walk: Walk, function: Function, one: i.CallMethod) -> bool:
    """Whether the class of the object says itself what the method is, by another name for one."""
    known = walk.resolver.receiver(function, one.object)
    if known is None:
        return False
    classes = walk.resolver.program.contents.classes
    order, _ = walk.resolver.members.hierarchy.order(known.cls)
    return any(one.name in classes[cls].names | classes[cls].methods for cls in order)


def _unseen(
    walk: Walk,
    function: Function,
    one: i.Call | i.CallMethod,
    whole: Held,
    given: list[Held],
    by_key: bool,
) -> Held:
    """A callee that nobody sees: supposed to return where its name does not speak against it."""
    name = one.text.rpartition(".")[2] or getattr(one, "name", "")
    why = f"{one.text or 'a call'} in line {one.span.line} may raise"
    if isinstance(one, i.CallMethod) and whole.kind in ("empty", "text", "known"):
        if name not in _EMPTY_METHODS and not hasattr(str, name):
            raise FailError(why)
        return whole if whole.kind == "empty" else Held("text", by_key=by_key)
    if whole.kind == "number":
        raise FailError(why, ("AttributeError",), surely=not hasattr(int, name))
    if walk.strict:
        if isinstance(one, i.CallMethod) and name in _READS and not _is_own(walk, function, one):
            walk.reads = True
            walk.suppose(one.text, one.span.line)
            return Held("empty")
        raise FailError(why)
    if _RAISES.match(name):
        raise FailError(why)
    if by_key and not _TELLS.match(name):
        if not isinstance(one, i.CallMethod) or name not in ("get", "setdefault"):
            raise FailError(why)
        if len(given) < 2 and not is_dict(walk, function, one.object):
            raise FailError(why)
    walk.suppose(one.text, one.span.line)
    return Held(by_key=by_key)
