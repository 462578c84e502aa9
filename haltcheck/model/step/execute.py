"""One handler for each instruction: what it does to the frame on top."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from haltcheck.model import instruction as i
from haltcheck.model.later import function_of
from haltcheck.model.library_member import lacks
from haltcheck.model.step.access import (
    delete_item,
    get_attribute,
    get_item,
    load_global,
    set_item,
)
from haltcheck.model.step.arithmetic import COMPARE, attempt, binary, inplace, unary
from haltcheck.model.step.attribute import complete_class, delete_attribute, set_attribute
from haltcheck.model.step.build import arguments, build, read, same, unbound
from haltcheck.model.step.comparison import compare, contains, identical, negated, truth
from haltcheck.model.step.context import enter_context, exit_context
from haltcheck.model.step.fault import HoleError, ThrownError
from haltcheck.model.step.iterate import iterator_of, pull, with_items
from haltcheck.model.step.limit import check_size, weigh
from haltcheck.model.step.matching import TESTS
from haltcheck.model.step.render import format_value, percent
from haltcheck.model.step.state import Frame, State, spread, suspend
from haltcheck.model.step.value import (
    END,
    MISSING,
    PUSHED,
    Class,
    Error,
    External,
    Instance,
    Module,
    Routine,
    Super,
    Thing,
    Value,
    Wrapped,
)

Handler = Callable[[State, Frame, Any], Value]


def _copy(state: State, frame: Frame, x: i.Copy) -> Value:
    return read(frame.env, x.value)


def _operate(state: State, frame: Frame, x: i.Operate) -> Value:
    env, sign, operands = frame.env, x.operator, x.operands
    left = read(env, operands[0])
    if len(operands) == 2:
        right = read(env, operands[1])
        fast = COMPARE.get(sign)
        if fast is not None:
            if type(left) is int and type(right) is int:
                return fast(left, right)
            return compare(state, sign, left, right)
        fast = ARITHMETIC.get(sign)
        if fast is not None:
            return fast(state, sign, left, right)
    special = OPERATE.get(sign)
    if special is None:
        raise HoleError(f"operator {sign}")
    return special(state, [left, *(read(env, operand) for operand in operands[1:])])


ARITHMETIC: dict[str, Any] = {
    **dict.fromkeys(["+", "-", "*", "/", "//", "%", "**", "<<", ">>", "&", "|", "^", "@"], binary),
    **{
        f"{s}=": inplace
        for s in ["+", "-", "*", "/", "//", "%", "**", "<<", ">>", "&", "|", "^", "@"]
    },
}


def _modulo(state: State, sign: str, left: Value, right: Value) -> Value:
    if type(left) not in (str, bytes):
        return (inplace if sign == "%=" else binary)(state, sign, left, right)
    return percent(state, left, right)


ARITHMETIC["%"] = ARITHMETIC["%="] = _modulo


def _is_not(state: State, values: list[Value]) -> Value:
    return not identical(*values)


def _not_in(state: State, values: list[Value]) -> Value:
    from_container = contains(state, values[0], values[1])
    if from_container is PUSHED:
        raise HoleError("not in by __contains__")
    return not from_container


def _join(state: State, values: list[Value]) -> Value:
    check_size(sum(len(value) for value in values if type(value) is str))
    return attempt("".join, values)


def _format(state: State, values: list[Value]) -> Value:
    value, conversion, spec = (*values, "", "")[:3]
    if type(value) is Instance and not spec and conversion != "r":
        for name in ("__format__", "__str__", "__repr__"):
            if value.cls.find(name) is not MISSING:
                if name == "__format__":
                    break
                return state.special(value, name, [])
    return format_value(state, value, conversion or "", spec or "")


OPERATE: dict[str, Callable[[State, list[Value]], Value]] = {
    "neg": lambda state, values: unary(state, "neg", values[0]),
    "pos": lambda state, values: unary(state, "pos", values[0]),
    "invert": lambda state, values: unary(state, "invert", values[0]),
    "not": lambda state, values: negated(state, values[0]),
    "truth": lambda state, values: truth(state, values[0]),
    "is": lambda state, values: identical(*values),
    "is not": _is_not,
    "in": lambda state, values: contains(state, values[0], values[1]),
    "not in": _not_in,
    "join": _join,
    "format": _format,
    **TESTS,
}


def _extend(state: State, frame: Frame, x: i.Extend) -> Value:
    container, value = read(frame.env, x.container), read(frame.env, x.value)
    check_size(len(container) + 1)
    if x.kind == "list":
        container.append(value)
    elif x.kind == "set":
        weigh(value)
        attempt(container.add, value)
    else:
        key = read(frame.env, x.key or i.Const(None))
        weigh(key)
        attempt(container.__setitem__, key, value)
    return None


def _get_attribute(state: State, frame: Frame, x: i.GetAttribute) -> Value:
    return get_attribute(state, read(frame.env, x.object), x.name)


def _set_attribute(state: State, frame: Frame, x: i.SetAttribute) -> Value:
    return set_attribute(state, read(frame.env, x.object), x.name, read(frame.env, x.value))


def _delete_attribute(state: State, frame: Frame, x: i.DeleteAttribute) -> Value:
    delete_attribute(state, read(frame.env, x.object), x.name)


def _get_item(state: State, frame: Frame, x: i.GetItem) -> Value:
    return get_item(state, read(frame.env, x.object), read(frame.env, x.key))


def _set_item(state: State, frame: Frame, x: i.SetItem) -> Value:
    env = frame.env
    return set_item(state, read(env, x.object), read(env, x.key), read(env, x.value))


def _delete_item(state: State, frame: Frame, x: i.DeleteItem) -> Value:
    return delete_item(state, read(frame.env, x.object), read(frame.env, x.key))


def own_super(frame: Frame) -> Value:
    """``super()`` without arguments."""
    parameters = frame.function.parameters
    if frame.owner is None or not parameters or parameters[0].name not in frame.env:
        raise HoleError("super() outside of a known method")
    return Super(frame.owner, frame.env[parameters[0].name])


def _call(state: State, frame: Frame, x: i.Call) -> Value:
    function = read(frame.env, x.function)
    args, named = arguments(state, frame.env, x.items)
    if x.text == "super" and function is super and not args:
        return own_super(frame)
    return state.invoke(function, args, named)


def _call_method(state: State, frame: Frame, x: i.CallMethod) -> Value:
    receiver = read(frame.env, x.object)
    args, named = arguments(state, frame.env, x.items)
    return state.call_method(receiver, x.name, args, named)


def _load_global(state: State, frame: Frame, x: i.LoadGlobal) -> Value:
    try:
        return state.globals[x.name]
    except KeyError:
        return load_global(state, x.name)


def _store_global(state: State, frame: Frame, x: i.StoreGlobal) -> Value:
    state.globals[x.name] = read(frame.env, x.value)


def _owner_env(frame: Frame, name: str) -> dict[str, Value]:
    scope = frame.scope.parent
    while scope is not None:
        if name in scope.function.locals:
            return scope.env
        scope = scope.parent
    raise HoleError(f"the enclosing function's {name}")


def _load_free(state: State, frame: Frame, x: i.LoadFree) -> Value:
    env = _owner_env(frame, x.name)
    if x.name not in env:
        text = f"cannot access free variable '{x.name}' where it is not associated with a value"
        raise ThrownError(Error(NameError, (text + " in enclosing scope",)))
    return env[x.name]


def _store_free(state: State, frame: Frame, x: i.StoreFree) -> Value:
    _owner_env(frame, x.name)[x.name] = read(frame.env, x.value)


def _unbind(state: State, frame: Frame, x: i.Unbind) -> Value:
    if x.scope == "global":
        raise HoleError("del of a global")
    env = frame.env if x.scope == "local" else _owner_env(frame, x.name)
    if x.name not in env:
        raise unbound(x.name)
    del env[x.name]


def _make_function(state: State, frame: Frame, x: i.MakeFunction) -> Value:
    function = function_of(state.program, x.qualname)
    if function is None:
        return External(x.qualname)
    defaults = {name: read(frame.env, operand) for name, operand in x.defaults}
    return Routine(function, frame.scope, defaults)


def _make_class(state: State, frame: Frame, x: i.MakeClass) -> Value:
    if any(item.kind != "positional" for item in x.bases):
        raise HoleError("a class with keywords")
    bases = tuple(read(frame.env, item.value) for item in x.bases)
    cls = Class(x.qualname.rsplit(".", 1)[-1], x.qualname, bases)
    for name, operand in x.members:
        member = read(frame.env, operand)
        inner = member.function if type(member) is Wrapped else member
        if type(inner) is Routine and inner.owner is None:
            inner.owner = cls
        cls.members[name] = member
    complete_class(cls)
    if any(base is not object for base in bases if not isinstance(base, Thing)):
        cls.complete = cls.complete and all(isinstance(b, Class | type) for b in bases)
    if any(
        isinstance(base, Class) and base.find("__init_subclass__") is not MISSING for base in bases
    ):
        raise HoleError("__init_subclass__")
    return cls


def _import(state: State, frame: Frame, x: i.ImportModule) -> Value:
    if x.module.startswith("."):
        if frame.block.handler is not None:
            raise HoleError("a relative import that may fail")
        return External(f"{x.module}.{x.member}" if x.member else x.module)
    top = x.module.partition(".")[0]
    is_guarded = frame.block.handler is not None
    if top not in sys.stdlib_module_names and (is_guarded or not state.in_module):
        raise HoleError(f"the module {top}, which may be missing")
    if x.member is None:
        return Module(x.module)
    if lacks(x.module, x.member):
        text = f"cannot import name '{x.member}' from '{x.module}'"
        raise ThrownError(Error(ImportError, (text,)))
    return get_attribute(state, Module(x.module), x.member)


def _get_iterator(state: State, frame: Frame, x: i.GetIterator) -> Value:
    if x.is_async:
        raise HoleError("async for")
    return iterator_of(state, read(frame.env, x.object))


def _unpack(state: State, frame: Frame, x: i.Unpack) -> Value:
    most = len(x.targets) + 1 if x.star < 0 else 1 << 60
    items = with_items(state, read(frame.env, x.value), same, (), most)
    if items is PUSHED:
        return PUSHED
    spread(x, frame.env, items)
    return None


def _suspend(state: State, frame: Frame, x: i.Suspend) -> Value:
    if x.kind == "await":
        raise HoleError("await")
    if x.kind == "yield":
        suspend(state, frame, read(frame.env, x.value))
        return PUSHED
    if frame.delegate is MISSING:
        iterator = iterator_of(state, read(frame.env, x.value))
        if iterator is PUSHED:
            del state.stack[-1:]
            raise HoleError("yield from an object of the program")
        frame.delegate = iterator
    value = pull(state, frame.delegate)
    if value is PUSHED:
        return PUSHED
    if value is END:
        frame.delegate = MISSING
        return None
    suspend(state, frame, value)
    return PUSHED


def _enter(state: State, frame: Frame, x: i.EnterContext) -> Value:
    if x.is_async:
        raise HoleError("async with")
    return enter_context(state, read(frame.env, x.manager))


def _exit(state: State, frame: Frame, x: i.ExitContext) -> Value:
    if x.is_async:
        raise HoleError("async with")
    return exit_context(state, read(frame.env, x.manager), read(frame.env, x.error))


def _hole(state: State, frame: Frame, x: i.Hole) -> Value:
    raise HoleError(x.gap.construct)


HANDLERS: dict[type, Handler] = {
    i.Copy: _copy,
    i.Operate: _operate,
    i.Build: build,
    i.Extend: _extend,
    i.GetAttribute: _get_attribute,
    i.SetAttribute: _set_attribute,
    i.DeleteAttribute: _delete_attribute,
    i.GetItem: _get_item,
    i.SetItem: _set_item,
    i.DeleteItem: _delete_item,
    i.Call: _call,
    i.CallMethod: _call_method,
    i.LoadGlobal: _load_global,
    i.StoreGlobal: _store_global,
    i.LoadFree: _load_free,
    i.StoreFree: _store_free,
    i.Unbind: _unbind,
    i.MakeFunction: _make_function,
    i.MakeClass: _make_class,
    i.ImportModule: _import,
    i.GetIterator: _get_iterator,
    i.Unpack: _unpack,
    i.Suspend: _suspend,
    i.EnterContext: _enter,
    i.ExitContext: _exit,
    i.Hole: _hole,
}
