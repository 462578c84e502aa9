"""Slots, data classes and named tuples: what their generated code does."""

from __future__ import annotations

from collections.abc import Iterable

from haltcheck.model.step.arithmetic import attempt
from haltcheck.model.step.fault import HoleError, ThrownError
from haltcheck.model.step.state import State
from haltcheck.model.step.value import (
    MISSING,
    PUSHED,
    UNKNOWN,
    Bound,
    Class,
    Error,
    External,
    Field,
    Instance,
    Pending,
    Routine,
    Row,
    Value,
    Wrapped,
)

_PLAIN = frozenset({"__slots__", "__doc__", "__module__", "__repr__", "__str__", "__post_init__"})


def has_slot(cls: Class, name: str) -> bool:
    """Whether instances can bind the attribute: all can where some class has no ``__slots__``."""
    found: list[Value] = []
    for one in cls.mro:
        if type(one) is not Class:
            if one is not object:
                return True
            continue
        if "__slots__" not in one.members:
            return True
        slots = one.find("__slots__")
        if type(slots) is str:
            slots = (slots,)
        if type(slots) not in (tuple, list) or any(type(slot) is not str for slot in slots):
            raise HoleError("__slots__")
        found.extend(slots)
    if "__dict__" in found or any(slot.startswith("__") for slot in found):
        raise HoleError("__slots__")
    return name in found


def shape(state: State, cls: Class, qualname: str) -> bool:
    """Makes a data class or named tuple of the class where it is one, and says whether it is."""
    slots = state.program.later.slots(qualname)
    is_row = any(isinstance(b, External) and b.label == "typing.NamedTuple" for b in cls.bases)
    if not slots or any("ClassVar" in s.annotation or "InitVar" in s.annotation for s in slots):
        return False
    if is_row:
        cls.bases = (tuple,)
    elif not state.program.contents.classes[qualname].decorators:
        return False
    if any(_is_odd(name, cls) for name in cls.members):
        return False
    if any(slot.bound and slot.name not in cls.members for slot in slots):
        # A private name is a field under the name that the class makes of it.
        return False
    for base in cls.bases:
        if type(base) is Class and base.shape != "data" and base.shape:
            return False
        if type(base) is Class:
            cls.fields.update(base.fields)
    for slot in slots:
        cls.fields[slot.name] = cls.members[slot.name] if slot.bound else MISSING
    cls.shape = "row" if is_row else "data"
    if not is_row:
        _generate(cls, state.program.contents.classes[qualname].decorators)
    return True


def _generate(cls: Class, decorators: tuple[str, ...]) -> None:
    """The methods that ``dataclass`` makes, and that are never run here."""
    hidden = ["__eq__", "__hash__", "__match_args__", "__lt__", "__le__", "__gt__", "__ge__"]
    if "frozen=" in decorators:
        hidden.append("__setattr__")
    cls.members.update(dict.fromkeys(hidden, UNKNOWN))
    if "slots=" in decorators:
        cls.members["__slots__"] = tuple(cls.fields)


def _is_odd(name: str, cls: Class) -> bool:
    return name.startswith("__") and name.endswith("__") and name not in _PLAIN


def fields_of(cls: Class) -> tuple[str, dict[str, Value]]:
    """The shape that the class has or inherits, with its fields."""
    for one in cls.mro:
        if type(one) is Class and one.shape:
            return one.shape, one.fields
    return "", {}


def bind_fields(
    state: State, cls: Class, args: list[Value], named: dict[str, Value]
) -> dict[str, Value]:
    """The arguments by field, with defaults where there is none."""
    fields = fields_of(cls)[1]
    if len(args) > len(fields) or not named.keys() <= fields.keys():
        raise ThrownError(Error(TypeError, None))
    given = dict(zip(fields, args, strict=False))
    if given.keys() & named.keys():
        raise ThrownError(Error(TypeError, None))
    given |= named
    return {name: _value(state, cls, name, given) for name in fields}


def _value(state: State, cls: Class, name: str, given: dict[str, Value]) -> Value:
    if name in given:
        return given[name]
    if fields_of(cls)[1][name] is MISSING:
        raise ThrownError(Error(TypeError, None))
    value = fields_of(cls)[1][name]
    if type(value) is Pending:
        value = cls.find(name)
    if type(value) is not Field:
        return value
    if value.factory is MISSING:
        if value.default is MISSING:
            raise ThrownError(Error(TypeError, None))
        return value.default
    made = state.invoke(value.factory, [], {})
    if made is PUSHED:
        raise HoleError("a factory that is a function of the program")
    return made


def make_row(cls: Class, values: Iterable[Value]) -> Row:
    """A named tuple; one that compares or iterates in its own way is none."""
    for one in cls.mro:
        if type(one) is Class and any(_is_odd(name, one) for name in one.members):
            raise HoleError(f"the special methods of {one.name}")
    row = Row(values)
    row.cls = cls
    return row


def named_class(state: State, args: list[Value], named: dict[str, Value]) -> Value:
    """``collections.namedtuple(name, fields)``."""
    if len(args) != 2 or set(named) - {"defaults", "module"}:
        raise HoleError("a named tuple with options")
    name, listed = args
    if type(listed) is str:
        listed = listed.replace(",", " ").split()
    defaults = named.get("defaults") or ()
    if type(name) is not str or type(listed) not in (list, tuple) or type(defaults) is not tuple:
        raise HoleError("the fields of a named tuple")
    if any(type(one) is not str or not one.isidentifier() or one[0] == "_" for one in listed):
        raise HoleError("the fields of a named tuple")
    if len(set(listed)) != len(listed) or len(defaults) > len(listed):
        raise HoleError("the fields of a named tuple")
    cls = Class(name, name, (tuple,))
    cls.mro = (cls, tuple, object)
    cls.shape = "row"
    blank = [MISSING] * (len(listed) - len(defaults))
    cls.fields = dict(zip(listed, [*blank, *defaults], strict=True))
    return cls


def row_attribute(state: State, row: Row, name: str) -> Value:
    """``row.name``: a field, a member of its class, or a method of named tuples."""
    fields = list(fields_of(row.cls)[1])
    if name in fields and not any(
        name in one.members for one in row.cls.mro if type(one) is Class and not one.shape
    ):
        return row[fields.index(name)]
    if name in ("_replace", "_asdict", "index", "count"):
        return Bound(row, name)
    if name == "_fields":
        return tuple(fields)
    member = row.cls.find(name)
    if type(member) is Wrapped and member.kind == "property":
        return state.invoke(member.function, [row], {})
    if type(member) is Routine:
        return Bound(row, member)
    raise HoleError(f"{row.cls.name}.{name}")


def row_method(row: Row, name: str, args: list[Value], named: dict[str, Value]) -> Value:
    """What every named tuple can do."""
    fields = list(fields_of(row.cls)[1])
    if name == "_asdict" and not args and not named:
        return dict(zip(fields, row, strict=True))
    if name == "_replace" and not args and named.keys() <= set(fields):
        return make_row(row.cls, (named.get(f, v) for f, v in zip(fields, row, strict=True)))
    if name in ("index", "count") and not named:
        return attempt(getattr(row, name), *args)
    raise HoleError(f"a named tuple's {name}")


def make_field(state: State, args: list[Value], named: dict[str, Value]) -> Value:
    """``dataclasses.field(...)``."""
    if args or set(named) - {"default", "default_factory", "repr", "compare", "metadata", "hash"}:
        raise HoleError("a field with options")
    return Field(named.get("default", MISSING), named.get("default_factory", MISSING))


def fill_data(instance: Instance, values: dict[str, Value]) -> None:
    """What the generated ``__init__`` does."""
    instance.attributes.update(values)
