"""Certificates and all that they are made of as plain data, and back exactly.

A record is an object of its fields, those at their default left out; where a place may hold
records of several kinds, ``kind`` names the one. Terms are texts in prefix notation. What is read
is taken at its word by nobody: the kernel checks it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from haltcheck.basis.answer import Answer
from haltcheck.basis.error import MalformedError
from haltcheck.frontend.expression import Literal
from haltcheck.model.notation_term import read_formula, read_term, term_text
from haltcheck.model.notation_value import DEPTH, integer_data, read_integer, read_value, value_data
from haltcheck.model.term import Formula, Term

T = TypeVar("T")

Data = dict[str, Any]

_KIND = "kind"


def data_of(kind: type[T], value: T) -> Data:
    """The record, of this kind, as plain data."""
    found: Data = _data(kind, value)
    return found


def read(kind: type[T], data: Any) -> T:
    """The record that the data stands for; raises MalformedError where it stands for none."""
    found: T = _read(kind, data, DEPTH)
    return found


def _data(kind: Any, value: Any) -> Any:
    """The value as data, where ``kind`` is what its place may hold."""
    if kind in (Term, Formula):
        return term_text(value)
    if kind in (object, Literal) or kind is str:
        return value_data(value)
    if kind is int:
        return integer_data(value)
    if kind is bool:
        return value
    if is_dataclass(kind):
        return _record_data(type(value), value)
    if get_origin(kind) in (Union, UnionType):
        return {_KIND: type(value).__name__, **_record_data(type(value), value)}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return value.value
    if get_origin(kind) is frozenset:
        return [value_data(part) for part in sorted(value)]
    return [_data(part, held) for part, held in zip(_parts(kind, value), value, strict=True)]


def _parts(kind: Any, values: Any) -> tuple[Any, ...]:
    """The kinds of a tuple's elements."""
    arguments = get_args(kind)
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        return arguments[:1] * len(values)
    return arguments


def _record_data(kind: type, value: Any) -> Data:
    return {
        one.name: _data(hint, getattr(value, one.name))
        for one, hint in _fields(kind)
        if one.default is MISSING or getattr(value, one.name) != one.default
    }


@cache
def _fields(kind: Any) -> tuple[tuple[Field[Any], Any], ...]:
    hints = get_type_hints(kind)
    return tuple((one, hints[one.name]) for one in fields(kind))


def _read(kind: Any, data: Any, depth: int) -> Any:
    """The value that the data stands for at a place that may hold ``kind``."""
    if depth <= 0:
        raise MalformedError("a certificate is nested too deeply")
    if kind in _READERS:
        return _READERS[kind](data)
    if is_dataclass(kind):
        return _read_record(kind, data, depth)
    if get_origin(kind) in (Union, UnionType):
        return _read_member(kind, data, depth)
    if get_origin(kind) is frozenset:
        return frozenset(_read_texts(data))
    return _read_many(kind, data, depth)


def _read_many(kind: Any, data: Any, depth: int) -> tuple[Any, ...]:
    if not isinstance(data, list):
        raise MalformedError(f"{_brief(data)} is no list")
    parts = _parts(kind, data)
    if len(parts) != len(data):
        raise MalformedError(f"{_brief(data)} has not {len(parts)} parts")
    return tuple(_read(part, held, depth - 1) for part, held in zip(parts, data, strict=True))


def _read_texts(data: Any) -> list[str]:
    if not isinstance(data, list):
        raise MalformedError(f"{_brief(data)} is no list")
    return [_read_text(part) for part in data]


def _read_member(kind: Any, data: Any, depth: int) -> Any:
    """One of a closed union, by its name."""
    named = data.get(_KIND) if isinstance(data, Mapping) else None
    for member in get_args(kind):
        if member.__name__ == named:
            rest = {name: held for name, held in data.items() if name != _KIND}
            return _read_record(member, rest, depth)
    raise MalformedError(f"nothing of the kind {_brief(named)} is known here")


def _read_record(kind: Any, data: Any, depth: int) -> Any:
    if not isinstance(data, Mapping):
        raise MalformedError(f"{_brief(data)} is no {kind.__name__}")
    known = {one.name: hint for one, hint in _fields(kind)}
    for name in data:
        if name not in known:
            raise MalformedError(f"{kind.__name__} has no {_brief(name)}")
    for one, _ in _fields(kind):
        if one.name not in data and one.default is MISSING:
            raise MalformedError(f"{kind.__name__} lacks its {one.name!r}")
    return kind(**{name: _read(known[name], held, depth - 1) for name, held in data.items()})


def _read_answer(data: Any) -> Answer:
    found = [answer for answer in Answer if answer.value == data]
    if not found:
        raise MalformedError(f"{_brief(data)} is no answer")
    return found[0]


def _read_text(data: Any) -> str:
    found = read_value(data)
    if not isinstance(found, str):
        raise MalformedError(f"{_brief(data)} is no text")
    return found


def _read_truth(data: Any) -> bool:
    if not isinstance(data, bool):
        raise MalformedError(f"{_brief(data)} is neither true nor false")
    return data


def _read_literal(data: Any) -> Any:
    found = read_value(data)
    if not (found is None or isinstance(found, bool | int | float | complex | str | bytes)):
        raise MalformedError(f"{_brief(data)} is no literal")
    return found


_READERS: Mapping[Any, Any] = {
    Term: read_term,
    Formula: read_formula,
    object: read_value,
    Literal: _read_literal,
    int: read_integer,
    str: _read_text,
    bool: _read_truth,
    Answer: _read_answer,
}


def _brief(data: Any) -> str:
    return f"{data!r:.40}"
