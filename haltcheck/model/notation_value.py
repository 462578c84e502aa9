"""Python values as plain data, and back: what JSON cannot tell apart is named."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from haltcheck.basis.error import MalformedError
from haltcheck.model.step.fault import HoleError
from haltcheck.model.step.value import Opaque
from haltcheck.model.world import Memory, World

DEPTH = 60
"""No value, term or record is nested deeper."""

_PLAIN = 1 << 53
"""Every reader of JSON keeps integers below it exact."""

_HEXADECIMAL = re.compile(r"-?0x[0-9a-f]+\Z")


def value_data(value: object) -> Any:
    """The value: numbers, texts, truth values and None as they are, the rest by its kind."""
    match value:
        case None | bool():
            return value
        case int():
            return value if abs(value) < _PLAIN else {"int": hex(value)}
        case str():
            return value if _is_encodable(value) else {"str": _hexadecimal(value)}
        case float():
            return {"float": value.hex()}
        case complex(real=real, imag=imag):
            return {"complex": [real.hex(), imag.hex()]}
        case bytes():
            return {"bytes": value.hex()}
        case range(start=start, stop=stop, step=step):
            return {"range": [value_data(part) for part in (start, stop, step)]}
        case dict():
            pairs = [[value_data(key), value_data(held)] for key, held in value.items()]
            return {"dict": pairs}
        case list() | tuple():
            return {type(value).__name__: [value_data(part) for part in value]}
        case set() | frozenset():
            parts = sorted((value_data(part) for part in value), key=repr)
            return {type(value).__name__: parts}
        case _ if value is Ellipsis:
            return {"ellipsis": None}
        case World(content=content):
            return {"world": value_data(content)}
        case Memory(content=content):
            return {"memory": value_data(content)}
        case Opaque(label=label):
            return {"opaque": label}
        case _:
            return {"opaque": type(value).__name__}


def read_value(data: Any, depth: int = DEPTH) -> object:
    """The value that the data stands for."""
    if data is None or isinstance(data, bool | int | str):
        return data
    if depth <= 0:
        raise MalformedError("a value is nested too deeply")
    if not isinstance(data, dict) or len(data) != 1:
        raise MalformedError(f"{_brief(data)} is no value")
    ((kind, content),) = data.items()
    make = _MAKERS.get(kind)
    if make is None:
        raise MalformedError(f"a value of the unknown kind {kind!r}")
    try:
        return make(content, depth - 1)
    except (TypeError, ValueError, OverflowError, HoleError) as error:
        raise MalformedError(f"{_brief(content)} is no {kind}") from error


def integer_data(value: int) -> int | str:
    """An integer; one that not every reader of JSON keeps exact is written in hexadecimal."""
    return value if abs(value) < _PLAIN else hex(value)


def read_integer(data: Any) -> int:
    """The integer that the data stands for."""
    if type(data) is int:
        return data
    if isinstance(data, str) and _HEXADECIMAL.match(data):
        return int(data, 16)
    raise MalformedError(f"{_brief(data)} is no integer")


def _is_encodable(text: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in text)


def _hexadecimal(text: str) -> str:
    return text.encode("utf-8", "surrogatepass").hex()


def _brief(data: Any) -> str:
    text = repr(data)
    return text if len(text) <= 40 else f"{text[:37]}..."


def _many(content: Any, depth: int) -> list[object]:
    if not isinstance(content, list):
        raise TypeError
    return [read_value(part, depth) for part in content]


def _pairs(content: Any, depth: int) -> dict[object, object]:
    return {read_value(key, depth): read_value(held, depth) for key, held in content}


def _range(content: Any, depth: int) -> range:
    start, stop, step = (read_integer(_unwrap(part)) for part in content)
    return range(start, stop, step)


def _complex(real: str, imag: str) -> complex:
    return complex(float.fromhex(real), float.fromhex(imag))


def _world(content: object) -> World:
    if not isinstance(content, str | bytes):
        raise TypeError
    return World(content)


def _memory(content: object) -> Memory:
    if not isinstance(content, bytes):
        raise TypeError
    return Memory(content)


def _unwrap(data: Any) -> Any:
    return data["int"] if isinstance(data, dict) else data


_MAKERS: Mapping[str, Callable[[Any, int], object]] = {
    "int": lambda content, depth: read_integer(content),
    "str": lambda content, depth: bytes.fromhex(content).decode("utf-8", "surrogatepass"),
    "float": lambda content, depth: float.fromhex(content),
    "complex": lambda content, depth: _complex(*content),
    "bytes": lambda content, depth: bytes.fromhex(content),
    "range": _range,
    "dict": _pairs,
    "list": _many,
    "tuple": lambda content, depth: tuple(_many(content, depth)),
    "set": lambda content, depth: set(_many(content, depth)),
    "frozenset": lambda content, depth: frozenset(_many(content, depth)),
    "ellipsis": lambda content, depth: ...,
    "opaque": lambda content, depth: Opaque(str(content)),
    "world": lambda content, depth: _world(read_value(content, depth)),
    "memory": lambda content, depth: _memory(read_value(content, depth)),
}
