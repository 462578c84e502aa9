"""Sockets."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, also, changes, each, reads, world

_RECEIVE = Fact(
    ("bytes",), 0, writes="receiver", consumes=True, waits=True, world=True, at_end="b''"
)


class Socket(Library):
    """``socket.socket``; a peer that has closed gives ``b''`` for ever."""

    name = "socket.socket"
    facts: ClassVar[Facts] = {
        "recv": _RECEIVE,
        "recv_into": also(_RECEIVE, returns=("int",), writes="anything", at_end="0"),
        **each("recvfrom recvmsg", also(_RECEIVE, returns=("tuple",), low=2, at_end="")),
        "recvfrom_into": also(_RECEIVE, returns=("tuple",), writes="anything", at_end=""),
        **each("send sendto sendmsg", Fact(("int",), 0, writes="receiver", waits=True)),
        "sendall": also(changes(), waits=True),
        "sendfile": Fact(("int",), 0, writes="receiver", waits=True, consumes=True),
        "accept": also(world("tuple", low=2, high=2), waits=True),
        **each("connect", also(changes(), waits=True)),
        "connect_ex": Fact(("int",), writes="receiver", waits=True, world=True),
        **each("bind close listen setblocking setsockopt settimeout shutdown", changes()),
        "detach": Fact(("int",), writes="receiver"),
        "fileno": reads("int", low=-1),
        **each("getpeername getsockname gettimeout getsockopt", reads("any")),
        "getblocking": reads("bool"),
        "makefile": reads("stream"),
        "dup": reads("socket"),
    }
