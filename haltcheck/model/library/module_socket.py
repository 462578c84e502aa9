"""Network connections."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each, pure, world


class Sockets(Library):
    """What a socket can do stands in a file of its own."""

    name = "socket"
    facts: ClassVar[Facts] = {
        **each("socket fromfd", Fact(("socket",))),
        "create_connection": Fact(("socket",), waits=True, world=True),
        "create_server": Fact(("socket",)),
        "socketpair": Fact(("tuple",), 2, 2),
        **each("getaddrinfo", Fact(("list",), 0, waits=True, world=True)),
        **each("gethostbyaddr gethostbyname_ex", Fact(("tuple",), 3, 3, waits=True, world=True)),
        **each("gethostname getfqdn gethostbyname", world("str")),
        **each("htonl htons ntohl ntohs", pure("int", low=0)),
        **each("inet_aton inet_pton", pure("bytes", low=4, high=16)),
        **each("inet_ntoa inet_ntop", pure("str")),
        **each("getdefaulttimeout setdefaulttimeout", Fact(("float", "none"))),
    }
