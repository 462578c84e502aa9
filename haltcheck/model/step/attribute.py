"""Attributes: look-up, binding, properties, and what the program's classes are made of."""

from __future__ import annotations

from haltcheck.basis.once import once
from haltcheck.model.later import function_of
from haltcheck.model.program import Function, Program
from haltcheck.model.step.classify import linearize
from haltcheck.model.step.fault import HoleError, ThrownError
from haltcheck.model.step.fields import has_slot, shape
from haltcheck.model.step.state import State
from haltcheck.model.step.value import (
    MISSING,
    UNKNOWN,
    Bound,
    Class,
    Error,
    External,
    Field,
    Instance,
    Native,
    Pending,
    Routine,
    Super,
    Thing,
    Value,
    Wrapped,
)


def missing(value: Value, name: str) -> ThrownError:
    """The AttributeError for it."""
    if type(value) is Instance:
        text = f"'{value.cls.name}' object has no attribute '{name}'"
        return ThrownError(Error(AttributeError, (text,)))
    if isinstance(value, Thing):
        return ThrownError(Error(AttributeError, None))
    text = f"'{type(value).__name__}' object has no attribute '{name}'"
    return ThrownError(Error(AttributeError, (text,)))


def bind(member: Value, receiver: Value, cls: Value) -> Value:
    """A class member seen through an instance (or, where ``receiver`` is None, the class)."""
    kind = type(member)
    if kind is Wrapped:
        if member.kind == "staticmethod":
            return member.function
        if member.kind == "classmethod":
            if type(member.function) is not Routine:
                raise HoleError("a classmethod of something else than a function")
            return Bound(cls, member.function)
        raise HoleError("a property that is not called")
    if kind is Routine:
        return member if receiver is None else Bound(receiver, member)
    if kind is Instance and (
        member.cls.find("__get__") is not MISSING or member.cls.find("__set__") is not MISSING
    ):
        raise HoleError("a descriptor of the program")
    if kind is Native or kind is Field or isinstance(member, External):
        raise HoleError("a class member that may be a descriptor")
    return member


def get_instance(state: State, value: Instance | Error, name: str) -> Value:
    """``value.name`` for an instance: ``PUSHED`` where a property or ``__getattr__`` runs."""
    cls = value.cls
    member = cls.find(name) if type(cls) is Class else MISSING
    if type(member) is Wrapped and member.kind == "property":
        return state.invoke(member.function, [value], {})
    if type(cls) is Class and cls.find("__getattribute__") is not MISSING:
        raise HoleError("__getattribute__")
    if name in value.attributes:
        return value.attributes[name]
    if member is not MISSING:
        return bind(member, value, cls)
    if name == "__class__":
        return cls
    if name == "__dict__":
        raise HoleError("__dict__")
    if type(cls) is Class:
        fallback = cls.find("__getattr__")
        if fallback is not MISSING:
            return state.invoke(bind(fallback, value, cls), [name], {})
    if type(value) is Error:
        return get_error(value, name)
    if hasattr(object, name):
        raise HoleError(f"object.{name}")
    raise missing(value, name)


def get_error(error: Error, name: str) -> Value:
    """The attributes that built-in exceptions have."""
    if name == "args":
        if error.args is None:
            raise HoleError("the message of an exception")
        return error.args
    if name == "value" and error.native() is StopIteration and error.args is not None:
        return error.args[0] if error.args else None
    if hasattr(error.native(), name):
        raise HoleError(f"an exception's {name}")
    raise missing(error, name)


def get_class(state: State, cls: Class, name: str) -> Value:
    """``cls.name``."""
    if name == "__name__":
        return cls.name
    if name == "__qualname__":
        return cls.qualname
    member = cls.find(name)
    if member is MISSING:
        if any(hasattr(base, name) for base in cls.mro if isinstance(base, type)):
            raise HoleError(f"{cls.name}.{name}")
        if hasattr(type, name):
            raise HoleError(f"{cls.name}.{name}")
        raise HoleError(f"{cls.name}.{name}, which its body does not bind")
    if type(member) is Wrapped and member.kind == "property":
        return member
    return bind(member, None, cls)


def get_super(state: State, value: Super, name: str) -> Value:
    """``super().name``."""
    receiver = value.receiver
    start = receiver if type(receiver) is Class else receiver.cls
    order = start.mro
    position = next((i for i, c in enumerate(order) if c is value.cls), -1)
    if position < 0:
        raise HoleError("super() of an unrelated class")
    for cls in order[position + 1 :]:
        if type(cls) is not Class:
            if name == "__init__" and cls is object:
                return Native("object.__init__", _nothing)
            if name == "__init__" and issubclass(cls, BaseException):
                return Bound(receiver, "error.__init__")
            if name in vars(cls):
                raise HoleError(f"{cls.__name__}.{name}")
            continue
        if not cls.complete:
            raise HoleError(f"class {cls.name} is not wholly known")
        if name in cls.members:
            member = cls.own(name)
            if type(member) is Wrapped and member.kind == "property":
                return state.invoke(member.function, [receiver], {})
            return bind(member, None if receiver is start else receiver, start)
    raise ThrownError(Error(AttributeError, (f"'super' object has no attribute '{name}'",)))


def _nothing(state: State, args: list[Value], named: dict[str, Value]) -> Value:
    if args or named:
        raise ThrownError(Error(TypeError, None))
    return None


def set_attribute(state: State, target: Value, name: str, value: Value) -> Value:
    """``target.name = value``; ``PUSHED`` where code of the program runs."""
    kind = type(target)
    if kind is Instance or kind is Error:
        cls = target.cls
        if type(cls) is Class:
            hook = cls.find("__setattr__")
            if hook is not MISSING:
                return state.invoke(bind(hook, target, cls), [name, value], {})
            member = cls.find(name)
            if type(member) is Wrapped and member.kind == "property":
                if member.setter is None:
                    raise ThrownError(Error(AttributeError, None))
                return state.invoke(member.setter, [target, value], {})
            if type(member) is Instance and member.cls.find("__set__") is not MISSING:
                raise HoleError("a descriptor of the program")
            if not has_slot(cls, name):
                raise missing(target, name)
        if name.startswith("__") or (kind is Error and hasattr(target.native(), name)):
            raise HoleError(f"assignment to {name}")
        target.attributes[name] = value
        return None
    if kind is Class:
        if name.startswith("__") or not target.complete:
            raise HoleError(f"assignment to {name}")
        target.members[name] = value
        state.rebound = True
        return None
    if kind is Routine and not name.startswith("__"):
        target.attributes[name] = value
        state.rebound = True
        return None
    if isinstance(target, Thing):
        raise HoleError("assignment to an attribute of something unknown")
    if not hasattr(target, "__dict__"):
        if hasattr(type(target), name):
            text = f"'{type(target).__name__}' object attribute '{name}' is read-only"
            raise ThrownError(Error(AttributeError, (text,)))
        raise missing(target, name)
    raise HoleError("assignment to an attribute")


def delete_attribute(state: State, target: Value, name: str) -> None:
    """``del target.name``."""
    if type(target) is not Instance or target.cls.find("__delattr__") is not MISSING:
        raise HoleError("deletion of an attribute")
    if type(target.cls.find(name)) is Wrapped:
        raise HoleError("deletion of a property")
    if name not in target.attributes:
        raise missing(target, name)
    del target.attributes[name]


def build_class(state: State, qualname: str, bases: tuple[Value, ...]) -> Class:
    """The class as its entry in the contents describes it: other names than methods on demand."""
    program = state.program
    entry = program.contents.classes[qualname]
    cls = Class(qualname.rsplit(".", 1)[-1], qualname, bases)
    for name in entry.names:
        pending = Pending(f"{qualname}.{name}", state.evaluate)
        cls.members[mangle(cls.name, name)] = pending
    cls.abstract, methods = _written(program, qualname)
    for name, parts in methods:
        cls.members[mangle(cls.name, name)] = _member(parts, cls)
    shaped = shape(state, cls, qualname)
    complete_class(cls)
    cls.complete = cls.complete and (shaped or not entry.decorators)
    return cls


def mangle(cls: str, name: str) -> str:
    """A private name as its class stores it."""
    if name.startswith("__") and not name.endswith("__") and cls.strip("_"):
        return f"_{cls.lstrip('_')}{name}"
    return name


def complete_class(cls: Class) -> None:
    """Finds the order of bases; a base that is not known leaves the class incomplete."""
    for base in cls.bases:
        if type(base) is Class:
            cls.complete = cls.complete and base.complete
        elif base is tuple and cls.shape == "row":
            continue
        elif not (isinstance(base, type) and is_plain_base(base)):
            cls.complete = False
            return
    cls.mro = linearize(cls)


def is_plain_base(base: type) -> bool:
    """Whether instances of a class derived from it are the machine's own."""
    return base is object or (issubclass(base, BaseException) and not issubclass(base, OSError))


def _member(parts: Definitions, cls: Class) -> Value:
    """A method with its decorators; several definitions only for a property's parts."""
    result: Value = UNKNOWN
    for kind, function in parts:
        routine = Routine(function, None, {})
        routine.owner = cls
        if kind == "setter":
            assert type(result) is Wrapped
            result = Wrapped("property", result.function, routine)
        else:
            result = Wrapped(kind, routine) if kind else routine
    return result


Definitions = tuple[tuple[str, Function], ...]
"""The definitions of a method, each with its decorator or ``setter``; none where one is unknown."""


Written = tuple[frozenset[str], tuple[tuple[str, Definitions], ...]]
"""The abstract methods of a class, and all that it has, by name."""


def _none_yet(program: Program) -> dict[str, Written]:
    del program
    return {}


_classes = once(_none_yet, most=1)
"""Where the methods of the last program's classes are remembered."""


def _written(program: Program, qualname: str) -> Written:
    known = _classes(program)
    if qualname not in known:
        functions, methods = program.contents.functions, program.contents.classes[qualname].methods
        abstract = frozenset(
            name
            for name in methods
            if any("abstract" in one for one in functions[f"{qualname}.{name}"].decorators)
        )
        found = tuple((name, _definitions(program, f"{qualname}.{name}")) for name in methods)
        known[qualname] = abstract, found
    return known[qualname]


def _definitions(program: Program, qualname: str) -> Definitions:
    entries, short = program.contents.functions, qualname.rsplit(".", 1)[-1]
    found: list[tuple[str, Function]] = []
    for name in (qualname, *(f"{qualname}#{n}" for n in range(2, 9))):
        if name not in entries:
            continue
        function, decorators = function_of(program, name), entries[name].decorators
        if function is None or function.is_async:
            return ()
        if not found and decorators in ((), ("property",), ("staticmethod",), ("classmethod",)):
            found.append(("".join(decorators), function))
        elif found and found[0][0] and decorators == (f"{short}.setter",):
            found.append(("setter", function))
        else:
            return ()
    return tuple(found)
