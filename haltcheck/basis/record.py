"""Frozen slotted dataclasses whose making costs a quarter of the standard library's.

A run of haltcheck makes some three hundred classes before it reads its first line, and the
standard decorator compiles six functions for each. This one compiles three in one go and shares
the rest; ``fields``, ``replace``, pattern matching, pickling and copying work as ever.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from typing import Any, NoReturn, TypeVar, dataclass_transform

T = TypeVar("T")

_BODY = """\
def __init__(self{parameters}):
    {sets}
def __eq__(self, other):
    if self is other:
        return True
    if other.__class__ is not self.__class__:
        return NotImplemented
    return {equal}
def __hash__(self):
    return hash(({values}))
"""


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """The class as a frozen dataclass with slots, equality, hash and repr by its fields."""
    made = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    parts = fields(made)  # type: ignore[arg-type]
    scope: dict[str, Any] = {f"set_{part.name}": getattr(made, part.name).__set__ for part in parts}
    scope |= {f"default_{part.name}": _default(part) for part in parts}
    exec(_text(parts, hasattr(made, "__post_init__")), scope)
    methods = {name: scope[name] for name in ("__init__", "__eq__", "__hash__")}
    for name, method in (methods | _SHARED).items():
        if name not in cls.__dict__:
            setattr(made, name, method)
    return made


def _default(part: Field[Any]) -> Any:
    return part.default if part.default_factory is MISSING else part.default_factory


def _text(parts: tuple[Field[Any], ...], has_more: bool) -> str:
    """The source of the three functions; it holds names of fields only."""
    parameters, sets = [], []
    for part in parts:
        name = part.name
        value = name
        if part.default_factory is not MISSING:
            parameters.append(f"{name}=default_{name}")
            value = f"{name}() if {name} is default_{name} else {name}"
        else:
            parameters.append(name if part.default is MISSING else f"{name}=default_{name}")
        sets.append(f"set_{name}(self, {value})")
    if has_more:
        sets.append("self.__post_init__()")
    names = [part.name for part in parts]
    return _BODY.format(
        parameters="".join(f", {text}" for text in parameters),
        sets="; ".join(sets) or "pass",
        equal=" and ".join(f"self.{name} == other.{name}" for name in names) or "True",
        values="".join(f"self.{name}, " for name in names),
    )


def _repr(self: Any) -> str:
    told = ", ".join(f"{part.name}={getattr(self, part.name)!r}" for part in fields(self))
    return f"{type(self).__qualname__}({told})"


def _refuse(self: Any, name: str, value: object = None) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, part.name) for part in fields(self)]


def _restore(self: Any, state: list[Any]) -> None:
    for part, value in zip(fields(self), state, strict=True):
        getattr(type(self), part.name).__set__(self, value)


_SHARED = {
    "__repr__": _repr,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__getstate__": _state,
    "__setstate__": _restore,
}
