"""Methods of texts that are constants, or that came from an ended stream."""

from __future__ import annotations

from haltcheck.model import instruction as i
from haltcheck.model.abstract.kind import TEXT_TO_TEXT
from haltcheck.model.aftermath.outcome import RaisedError, UnfollowedError
from haltcheck.model.aftermath.value import (
    EMPTY,
    UNSURE,
    Empty,
    Known,
    Listed,
    Symbol,
    Value,
    Walker,
    derived,
    text_of,
)
from haltcheck.model.program import Function

_PURE = frozenset(
    {"startswith", "endswith", "find", "rfind", "index", "rindex", "count", "split", "rsplit"}
    | {"splitlines", "partition", "rpartition", "isdigit", "isalpha", "isalnum", "isspace"}
    | {"isupper", "islower", "isnumeric", "isdecimal", "isidentifier", "isascii", "hex"}
    | {"encode", "decode"}
    | TEXT_TO_TEXT
)
_LONGEST = 1_000


def text_method(receiver: Known | Empty, name: str, values: list[Value]) -> Value:
    """The method's result; an ended stream gave text or bytes, whichever fits the arguments."""
    text = receiver.value if isinstance(receiver, Known) else ""
    if isinstance(text, str) and name == "format":
        return UNSURE
    if name == "tobytes" and not text:
        return receiver
    if not isinstance(text, str | bytes) or name not in _PURE or len(text) > _LONGEST:
        raise UnfollowedError(f"nobody knows {name} of {text!r}")
    if name == "join":
        return _joined(receiver, values)
    if isinstance(receiver, Empty) and name == "encode":
        return Known(b"")
    if isinstance(receiver, Empty) and name == "decode":
        return Known("")
    if not text and name in ("startswith", "endswith") and isinstance(values[0], Symbol):
        # Nothing begins with nothing alone.
        return Known(False) if values[0].filled else derived("{} == ''", values[0])
    if not all(isinstance(value, Known | Empty) for value in values):
        return EMPTY if isinstance(receiver, Empty) and name in TEXT_TO_TEXT else UNSURE
    literals = [value.value for value in values if isinstance(value, Known)]
    if isinstance(receiver, Empty) and any(isinstance(one, bytes) for one in literals):
        text = b""
    empty = "" if isinstance(text, str) else b""
    given = [value.value if isinstance(value, Known) else empty for value in values]
    if name in ("replace", "ljust", "rjust", "center", "zfill", "expandtabs", "translate"):
        return UNSURE if text else EMPTY
    try:
        result = getattr(text, name)(*given)
    except (TypeError, ValueError, LookupError, AttributeError) as error:
        raise RaisedError(type(error).__name__) from error
    return _wrapped(result, isinstance(receiver, Empty))


def _wrapped(result: object, is_empty: bool) -> Value:
    match result:
        case list() | tuple():
            kind = "list" if isinstance(result, list) else "tuple"
            return Listed(kind, tuple(_wrapped(one, is_empty) for one in result))
        case "" | b"" if is_empty:
            return EMPTY
        case bool() | int() | str() | bytes():
            return Known(result)
        case _:
            return UNSURE


def ends_with(function: Function, name: str, wanted: Value) -> bool:
    """Whether the function puts a text behind what a local holds: ``text = text + "\\n"``."""
    if not isinstance(wanted, Known) or not isinstance(wanted.value, str | bytes):
        return False
    for block in function.blocks:
        for one in block.instructions:
            if isinstance(one, i.Operate) and one.operator in ("+", "+=") and one.target == name:
                last = one.operands[-1]
                text = last.value if isinstance(last, i.Const) else None
                if isinstance(text, str) and isinstance(wanted.value, str):
                    return text.endswith(wanted.value)
                if isinstance(text, bytes) and isinstance(wanted.value, bytes):
                    return text.endswith(wanted.value)
    return False


def _joined(receiver: Known | Empty, values: list[Value]) -> Value:
    match values:
        case [Listed(values=())]:
            return receiver if receiver == EMPTY else Known(_nothing(receiver))
        case [Listed(values=(Empty(),))]:
            return EMPTY
        case [Listed(values=(Known() as only,))]:
            return only
        case [Empty()]:
            return EMPTY
        case [Symbol(text=text)] if text.endswith(f".split({text_of(receiver)})"):
            return Symbol(text.removesuffix(f".split({text_of(receiver)})"))
        case [Walker(over=Symbol() as over)]:
            # What a generator expression makes of what stands still.
            return derived("{}.join({})", receiver, over)
        case _:
            return UNSURE


def _nothing(receiver: Value) -> str | bytes:
    return b"" if isinstance(receiver, Known) and isinstance(receiver.value, bytes) else ""
