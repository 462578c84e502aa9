"""Streams in memory, and what the outside world hands over bit by bit: bytes, then nothing."""

from __future__ import annotations

import io
from typing import Any

from haltcheck.model.step.arithmetic import attempt
from haltcheck.model.step.fault import HoleError, ThrownError
from haltcheck.model.step.iterate import Feed
from haltcheck.model.step.limit import check_size
from haltcheck.model.step.render import is_plain
from haltcheck.model.step.state import State
from haltcheck.model.step.value import END, Error, Value
from haltcheck.model.world import World

Named = dict[str, Value]
_LARGEST = 20_000


class Stream(Feed):
    """``io.BytesIO`` or ``io.StringIO`` with its position; ``world`` for what may be a socket.

    Every operation is made for real on a fresh copy.
    """

    __slots__ = ("closed", "content", "position", "world")

    def __init__(self, content: bytes | str, world: bool = False) -> None:
        self.content = content
        self.position = 0
        self.closed = False
        self.world = world

    def pull(self, state: State) -> Value:
        if self.closed:
            raise ThrownError(Error(ValueError, ("I/O operation on closed file.",)))
        return _operate(state, self, "readline", []) or END


READING = frozenset(
    ["read", "read1", "readline", "readlines", "seek", "tell", "getvalue", "seekable", "readable"]
)
WRITING = frozenset(["write", "writelines", "truncate"])
_IDLE = frozenset(("flush",))
_AT_WORLD = frozenset(("read", "read1", "readline", "readlines", "seek", "tell"))


def has_method(stream: Stream, name: str) -> bool:
    """Whether the machine knows what the method does."""
    if name == "read1" and not _is_binary(stream):
        return False
    if stream.world:
        return name in _AT_WORLD or name == "close" or (name == "recv" and _is_binary(stream))
    return name in READING | WRITING | _IDLE or name == "close"


def _is_binary(stream: Stream) -> bool:
    return isinstance(stream.content, bytes)


def stream_method(
    state: State, stream: Stream, name: str, args: list[Value], named: Named
) -> Value:
    """``stream.name(*args)``."""
    if not has_method(stream, name) or named:
        raise HoleError(f"a stream's {name}")
    if any(not is_plain(value) for value in args):
        raise HoleError(f"a stream's {name} of an object")
    if name == "close":
        if args:
            raise HoleError("close with arguments")
        stream.closed = True
        return None
    if stream.closed:
        raise ThrownError(Error(ValueError, ("I/O operation on closed file.",)))
    if name == "recv":
        if len(args) != 1 or type(args[0]) is not int or args[0] < 0:
            raise HoleError("recv with flags")
        name = "read"
    return _operate(state, stream, name, args)


def _operate(state: State, stream: Stream, name: str, args: list[Value]) -> Value:
    content = stream.content
    state.charge(20 + len(content) // 8)
    check_size(len(content))
    if len(content) > _LARGEST or any(isinstance(v, int) and abs(v) > 1 << 40 for v in args):
        raise HoleError("a large stream")
    real: Any = io.BytesIO(content) if isinstance(content, bytes) else io.StringIO(content)
    real.seek(stream.position)
    if name in WRITING and stream.position > _LARGEST:
        raise HoleError("writing far behind the end of a stream")
    try:
        result = attempt(getattr(real, name), *args)
    except OSError as error:
        raise ThrownError(Error(type(error), None)) from None
    finally:
        stream.position = real.tell()
        if name in WRITING:
            stream.content = real.getvalue()
    return result


def stream_attribute(state: State, stream: Stream, name: str) -> Value:
    """The only attribute that is no method."""
    if name == "closed":
        return stream.closed
    raise HoleError(f"a stream's {name}")


def _make(kind: Any) -> Any:
    def run(state: State, args: list[Value], named: Named) -> Value:
        if named or len(args) > 1:
            raise HoleError("a stream with options")
        content: Value = args[0] if args else kind()
        if content is None:
            content = kind()
        if type(content) is memoryview and kind is bytes:
            content = bytes(content)
        if type(content) is not kind:
            raise HoleError("a stream of something else")
        check_size(len(content))
        return Stream(content)

    return run


def of_world(value: World) -> Stream:
    """The stream that an input stands for."""
    return Stream(value.content, world=True)


FUNCTIONS: dict[str, Any] = {
    "io.BytesIO": _make(bytes),
    "io.StringIO": _make(str),
}
VALUES: dict[str, Value] = {
    f"{module}.SEEK_{name}": number
    for module in ("io", "os")
    for number, name in enumerate(("SET", "CUR", "END"))
}
