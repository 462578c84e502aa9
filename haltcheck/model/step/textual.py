"""Methods of strings, bytes and numbers: called for real within bounds."""

from __future__ import annotations

from haltcheck.model.step.arithmetic import attempt
from haltcheck.model.step.fault import HoleError
from haltcheck.model.step.iterate import with_items
from haltcheck.model.step.limit import check_size
from haltcheck.model.step.render import format_method, is_plain
from haltcheck.model.step.state import State
from haltcheck.model.step.value import Thing, Value

_BOTH = (
    "capitalize count endswith find index isalnum isalpha isascii isdigit islower isspace istitle"
    " isupper lower lstrip partition removeprefix removesuffix rfind rindex rpartition rsplit"
    " rstrip split splitlines startswith strip swapcase title upper"
)
METHODS: dict[type, frozenset[str]] = {
    str: frozenset(f"{_BOTH} casefold isdecimal isidentifier isnumeric isprintable".split()),
    bytes: frozenset(f"{_BOTH} hex".split()),
    bytearray: frozenset(f"{_BOTH} hex".split()),
    int: frozenset(["bit_length", "bit_count", "conjugate", "as_integer_ratio", "is_integer"]),
    float: frozenset(["is_integer", "hex", "as_integer_ratio", "conjugate"]),
    complex: frozenset(["conjugate"]),
    bool: frozenset(["bit_length", "bit_count", "conjugate"]),
}
_PADDING = frozenset(("center", "ljust", "rjust", "zfill"))
_CODECS = frozenset(
    [
        "utf-8",
        "utf8",
        "ascii",
        "us-ascii",
        "latin-1",
        "latin1",
        "iso-8859-1",
        "iso8859-1",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "utf-32-le",
        "utf-32-be",
        "utf-8-sig",
        "cp1252",
        "cp437",
        "cp850",
        "iso-8859-15",
    ]
)
_TEXTS = (str, bytes, bytearray)


def text_method(
    state: State, receiver: Value, name: str, args: list[Value], named: dict[str, Value]
) -> Value:
    """``receiver.name(*args)`` for a string, bytes or a number."""
    kind = type(receiver)
    if kind in _TEXTS:
        state.charge(len(receiver) * 2)
        if name == "join" and len(args) == 1:
            return with_items(state, args[0], _join, (receiver,))
        if name == "format" and isinstance(receiver, str):
            return format_method(state, receiver, args, named)
    if name == "translate" and kind is str:
        return _translate(state, receiver, args, named)
    for value in (*args, *named.values()):
        if isinstance(value, Thing | list | dict):
            raise HoleError(f"{kind.__name__}.{name} of an object")
    if name == "replace" and len(args) >= 2:
        _bound_replace(state, receiver, args)
    elif name in _PADDING and args and isinstance(args[0], int):
        check_size(args[0])
    elif name == "expandtabs" and all(isinstance(v, int) and v < 100 for v in args):
        pass
    elif name in ("encode", "decode"):
        codec = args[0] if args else named.get("encoding", "utf-8")
        if str(codec).lower().replace("_", "-") not in _CODECS:
            raise HoleError(f"{kind.__name__}.{name} by another codec")
    elif name == "translate" and kind in _TEXTS:
        pass
    elif name == "to_bytes" and args and isinstance(args[0], int):
        check_size(args[0])
    elif name not in METHODS.get(kind, ()):
        raise HoleError(f"{kind.__name__}.{name}")
    return attempt(lambda: getattr(receiver, name)(*args, **named))


def _translate(state: State, receiver: str, args: list[Value], named: dict[str, Value]) -> Value:
    if len(args) != 1 or named or type(args[0]) is not dict or not is_plain(args[0]):
        raise HoleError("str.translate by an object")
    longest = max((len(v) for v in args[0].values() if type(v) is str), default=1)
    check_size(len(receiver) * max(longest, 1))
    return attempt(receiver.translate, args[0])


def _bound_replace(state: State, receiver: Value, args: list[Value]) -> None:
    old, new = args[:2]
    if type(old) is type(new) is type(receiver):
        check_size(len(receiver) + receiver.count(old) * len(new))
        state.charge(len(receiver))


def _join(state: State, items: list[Value], receiver: Value) -> Value:
    size = 0
    for item in items:
        if isinstance(item, Thing):
            raise HoleError("joining objects")
        if type(item) is type(receiver):
            size += len(item)
    check_size(size + len(receiver) * len(items))
    return attempt(receiver.join, items)
