"""Functions of the library that only look at their plain arguments: called for real."""

from __future__ import annotations

import base64
import binascii
import datetime
import html
import json
import posixpath
import socket
import stat
import textwrap
import unicodedata
import urllib.parse
import zlib
from collections.abc import Callable
from typing import Any

from haltcheck.model.step.arithmetic import attempt
from haltcheck.model.step.fault import HoleError
from haltcheck.model.step.limit import check_size, weigh
from haltcheck.model.step.render import is_plain
from haltcheck.model.step.state import State
from haltcheck.model.step.value import Value

Named = dict[str, Value]
Code = Callable[[State, list[Value], Named], Value]
BUFFERS = (memoryview, bytearray)
_FEW = 4_000


def plain(code: Callable[..., Any], most: int = 64) -> Code:
    """Called for real on plain values of bounded size."""

    def run(state: State, args: list[Value], named: Named) -> Value:
        if len(args) > most:
            raise HoleError("many arguments")
        for value in (*args, *named.values()):
            if type(value) not in BUFFERS and not is_plain(value):
                raise HoleError("a library function on objects")
            state.charge(weigh(value))
            if isinstance(value, int) and value.bit_length() > 2048:
                raise HoleError("a library function on a huge number")
        return attempt(lambda: code(*args, **named))

    return run


def few(code: Callable[..., Any]) -> Code:
    """The same for functions of texts whose result may be some times as long."""
    known = plain(code, 4)

    def run(state: State, args: list[Value], named: Named) -> Value:
        for value in (*args, *named.values()):
            if weigh(value) > _FEW or (isinstance(value, int) and abs(value) > _FEW):
                raise HoleError("a library function on a large value")
        result = known(state, args, named)
        state.charge(weigh(result))
        return result

    return run


def _from_bytes(state: State, args: list[Value], named: Named) -> Value:
    values = [*args, *named.values()]
    for value in values[:1]:
        if type(value) not in (bytes, memoryview, bytearray, list, tuple):
            raise HoleError("int.from_bytes of something else than bytes")
        check_size(8 * len(value))
        if len(value) > 1_000:
            raise HoleError("a library function on a huge number")
    return plain(int.from_bytes)(state, args, named)


def _path(state: State, args: list[Value], named: Named) -> Value:
    if len(args) != 1 or named or type(args[0]) not in (str, bytes):
        raise HoleError("os.fspath of an object")
    return args[0]


def _date(kind: Any) -> Code:
    return plain(kind, 8)


def _listed(module: Any, prefix: str, names: str, make: Any = few) -> dict[str, Code]:
    return {f"{prefix}.{name}": make(getattr(module, name)) for name in names.split()}


_PATHS = "split splitext join dirname basename normpath isabs commonprefix commonpath normcase"
FUNCTIONS: dict[str, Code] = {
    **_listed(posixpath, "os.path", _PATHS),
    **_listed(posixpath, "posixpath", _PATHS),
    **_listed(urllib.parse, "urllib.parse", "quote unquote quote_plus unquote_plus urljoin"),
    **_listed(unicodedata, "unicodedata", "category combining east_asian_width bidirectional"),
    **_listed(binascii, "binascii", "hexlify unhexlify crc32 a2b_hex b2a_hex"),
    **_listed(base64, "base64", "b64encode b64decode b16encode b16decode b32encode b32decode"),
    **_listed(html, "html", "escape unescape"),
    **_listed(textwrap, "textwrap", "dedent indent"),
    **_listed(zlib, "zlib", "crc32 adler32"),
    **_listed(json, "json", "loads dumps"),
    **_listed(socket, "socket", "inet_ntoa inet_aton"),
    **_listed(stat, "stat", "S_ISDIR S_ISREG S_ISLNK S_IMODE S_IFMT"),
    "os.fspath": _path,
    "unicodedata.normalize": few(unicodedata.normalize),
    "int.from_bytes": _from_bytes,
    "bytes.fromhex": few(bytes.fromhex),
    "bytearray.fromhex": few(bytearray.fromhex),
    "str.maketrans": few(str.maketrans),
    "float.fromhex": few(float.fromhex),
}

DATES = (datetime.date, datetime.datetime, datetime.timedelta, datetime.time)
DATE_PARTS: dict[type, tuple[str, ...]] = {
    datetime.date: ("year", "month", "day"),
    datetime.time: ("hour", "minute", "second", "microsecond"),
    datetime.timedelta: ("days", "seconds", "microseconds"),
    datetime.datetime: ("year", "month", "day", "hour", "minute", "second", "microsecond"),
}
_DATE_METHODS = frozenset(
    ["total_seconds", "replace", "isoformat", "weekday", "isoweekday", "date", "time", "toordinal"]
)
DATE_TYPES: dict[str, Value] = {f"datetime.{kind.__name__}": kind for kind in DATES}
MAKE_DATE: dict[type, Code] = {kind: _date(kind) for kind in DATES}


def date_method(value: Value, name: str, args: list[Value], named: Named) -> Value:
    """A method of a date, time or difference that looks at nothing else."""
    if name not in _DATE_METHODS or any(not isinstance(v, int | str) for v in args):
        raise HoleError(f"a date's {name}")
    if any(not isinstance(v, int) for v in named.values()):
        raise HoleError(f"a date's {name}")
    return attempt(lambda: getattr(value, name)(*args, **named))
