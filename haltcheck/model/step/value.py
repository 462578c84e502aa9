"""The machine's own objects; plain values and built-in containers are CPython's.

Ints, floats, strings, bytes, None, tuples, lists, dicts and sets of the analysed program are
objects of the running Python: sizes are checked before they grow. Everything that could run
analysed code (instances, functions, iterators) is a ``Thing``, which refuses every special method
that CPython might call on it behind the machine's back.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from haltcheck.model.program import Function
from haltcheck.model.step.fault import HoleError

Value = Any


class Marker:
    """A unique token."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return self.name


PUSHED = Marker("PUSHED")
END = Marker("END")
MISSING = Marker("MISSING")
UNKNOWN = Marker("UNKNOWN")


class Thing:
    """What only the machine can operate on; equal and hashed by identity."""

    __slots__ = ()


def _refuse(self: object, *_: object) -> Any:
    raise HoleError(f"an operation on a nested {type(self).__name__.lower()}")


for _name in [
    "lt",
    "le",
    "gt",
    "ge",
    "bool",
    "len",
    "iter",
    "next",
    "int",
    "float",
    "index",
    "complex",
    "repr",
    "str",
    "format",
    "contains",
    "add",
    "radd",
    "sub",
    "rsub",
    "mul",
    "rmul",
    "mod",
    "rmod",
    "floordiv",
    "rfloordiv",
    "truediv",
    "rtruediv",
    "pow",
    "rpow",
    "and",
    "rand",
    "or",
    "ror",
    "xor",
    "rxor",
    "getitem",
    "bytes",
    "reversed",
]:
    setattr(Thing, f"__{_name}__", _refuse)


class Opaque(Thing):
    """Something imagined of which nothing but its being there is known."""

    __slots__ = ("label",)

    def __init__(self, label: str) -> None:
        self.label = label

    def __repr__(self) -> str:
        return f"<{self.label}>"

    def __eq__(self, other: object) -> bool:
        raise HoleError("a comparison with something unknown")

    def __hash__(self) -> int:
        raise HoleError("the hash of something unknown")


class External(Opaque):
    """What a dotted name outside the program stands for; only known functions can be called."""

    __slots__ = ()


class Scope:
    """The variables of one activation, and the scope around it."""

    __slots__ = ("env", "function", "parent")

    def __init__(self, function: Function, env: dict[str, Value], parent: Scope | None) -> None:
        self.function = function
        self.env = env
        self.parent = parent


class Routine(Thing):
    """A function of the program with the scope that it closes over."""

    __slots__ = ("attributes", "defaults", "function", "owner", "scope")

    def __init__(self, function: Function, scope: Scope | None, defaults: dict[str, Value]) -> None:
        self.function = function
        self.scope = scope
        self.defaults = defaults
        self.owner: Class | None = None
        self.attributes: dict[str, Value] = {}


class Pending(Thing):
    """A class member that is computed when it is first asked for."""

    __slots__ = ("compute", "name")

    def __init__(self, name: str, compute: Callable[[str], Value]) -> None:
        self.name = name
        self.compute = compute


class Class(Thing):
    """A class of the program; ``mro`` ends with built-in classes, ``UNKNOWN`` members are holes.

    ``complete`` is false where a base or a decorator is not known. ``shape`` is ``data`` for data
    classes and ``row`` for named tuples, whose ``fields`` have defaults or ``MISSING``.
    """

    __slots__ = (
        "abstract",
        "bases",
        "complete",
        "fields",
        "members",
        "mro",
        "name",
        "qualname",
        "shape",
    )

    def __init__(self, name: str, qualname: str, bases: tuple[Value, ...]) -> None:
        self.name = name
        self.qualname = qualname
        self.bases = bases
        self.members: dict[str, Value] = {}
        self.complete = True
        self.abstract: frozenset[str] = frozenset()
        self.shape = ""
        self.fields: dict[str, Value] = {}
        self.mro: tuple[Value, ...] = (self, object)

    def find(self, name: str) -> Value:
        """The member that instances see, or ``MISSING``; raises a hole where nobody knows."""
        for cls in self.mro:
            if type(cls) is Class:
                if not cls.complete:
                    raise HoleError(f"class {cls.name} is not wholly known")
                if name in cls.members:
                    return cls.own(name)
        return MISSING

    def lacks(self) -> bool:
        """Whether an abstract method is left, so that there may be no instances."""
        classes = [cls for cls in self.mro if type(cls) is Class]
        return any(
            next(other for other in classes if name in other.members) is cls
            for cls in classes
            for name in cls.abstract
        )

    def own(self, name: str) -> Value:
        """What its own body binds the name to; raises a hole where nobody knows."""
        found = self.members[name]
        if type(found) is Pending:
            found = self.members[name] = found.compute(found.name)
        if found is UNKNOWN:
            raise HoleError(f"{self.name}.{name} is not known")
        return found


class Instance(Thing):
    """An object of a class of the program."""

    __slots__ = ("attributes", "cls")

    def __init__(self, cls: Class) -> None:
        self.cls = cls
        self.attributes: dict[str, Value] = {}

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if self.cls.find("__eq__") is not MISSING:
            raise HoleError(f"nested use of {self.cls.name}.__eq__")
        return False if isinstance(other, Instance) else NotImplemented

    def __hash__(self) -> int:
        if self.cls.find("__eq__") is not MISSING or self.cls.find("__hash__") is not MISSING:
            raise HoleError(f"nested use of {self.cls.name}.__hash__")
        return id(self) >> 4


class Error(Thing):
    """An exception; ``cls`` is a built-in exception class or a ``Class`` that derives from one.

    ``args`` is None where CPython's message is not reproduced.
    """

    __slots__ = ("args", "attributes", "cause", "cls", "line")

    def __init__(self, cls: Value, args: tuple[Value, ...] | None) -> None:
        self.cls = cls
        self.args = args
        self.attributes: dict[str, Value] = {}
        self.cause: Value = None
        self.line = 0

    def __repr__(self) -> str:
        name = self.cls.name if type(self.cls) is Class else self.cls.__name__
        return f"<{name} {self.args}>"

    def native(self) -> type[BaseException]:
        """The built-in class that it is, or derives from."""
        order = self.cls.mro if type(self.cls) is Class else (self.cls,)
        found: type[BaseException] = next(c for c in order if type(c) is not Class)
        return found

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if type(self.cls) is Class and self.cls.find("__eq__") is not MISSING:
            raise HoleError("nested use of __eq__")
        return NotImplemented

    __hash__ = object.__hash__


class Bound(Thing):
    """A method with its receiver; ``function`` is a ``Routine`` or the name of a built-in one."""

    __slots__ = ("function", "receiver")

    def __init__(self, receiver: Value, function: Routine | str) -> None:
        self.receiver = receiver
        self.function = function

    def __eq__(self, other: object) -> bool:
        raise HoleError("a comparison of bound methods")

    def __hash__(self) -> int:
        raise HoleError("the hash of a bound method")


class Native(Thing):
    """A function of the library that the machine knows: called as ``code(state, args, named)``."""

    __slots__ = ("code", "name")

    def __init__(self, name: str, code: Callable[..., Value]) -> None:
        self.name = name
        self.code = code

    def __eq__(self, other: object) -> bool:
        return type(other) is Native and other.name == self.name

    def __hash__(self) -> int:
        return hash(self.name)


class Module(Thing):
    """An imported module, by its dotted name."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __eq__(self, other: object) -> bool:
        return type(other) is Module and other.name == self.name

    def __hash__(self) -> int:
        return hash(self.name)


class Wrapped(Thing):
    """A ``staticmethod``, ``classmethod`` or ``property``; ``setter`` for properties only."""

    __slots__ = ("function", "kind", "setter")

    def __init__(self, kind: str, function: Value, setter: Value = None) -> None:
        self.kind = kind
        self.function = function
        self.setter = setter


class Super(Thing):
    """``super()`` of a method defined in ``cls``, for ``receiver``."""

    __slots__ = ("cls", "receiver")

    def __init__(self, cls: Class, receiver: Value) -> None:
        self.cls = cls
        self.receiver = receiver


class Partial(Thing):
    """``functools.partial``."""

    __slots__ = ("args", "function", "named")

    def __init__(self, function: Value, args: tuple[Value, ...], named: dict[str, Value]) -> None:
        self.function = function
        self.args = args
        self.named = named


class View(Thing):
    """``d.keys()``, ``d.values()`` or ``d.items()``: looks into the living dict."""

    __slots__ = ("kind", "mapping")

    def __init__(self, mapping: dict[Value, Value], kind: str) -> None:
        self.mapping = mapping
        self.kind = kind

    def __eq__(self, other: object) -> bool:
        raise HoleError("a nested comparison of dict views")

    def __hash__(self) -> int:
        raise HoleError("the hash of a dict view")


class Row(tuple[Value, ...]):
    """A named tuple of a class of the program."""

    cls: Class


class Grown(Opaque):
    """A container that grows unseen; see ``sink``."""

    __slots__ = ()

    def extended(self, value: Value) -> Value:
        """``container += value``."""
        raise NotImplementedError


class Blank(Thing):
    """``object()``: equal to itself alone."""

    __slots__ = ()


class Field(Thing):
    """``dataclasses.field(...)``."""

    __slots__ = ("default", "factory")

    def __init__(self, default: Value, factory: Value) -> None:
        self.default = default
        self.factory = factory


class DefaultDict(dict[Value, Value]):
    """``collections.defaultdict`` with a factory of the analysed program."""

    __slots__ = ("factory",)
    factory: Value
