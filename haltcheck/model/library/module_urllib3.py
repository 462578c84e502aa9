"""Pools of connections to the web."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, also, each, reads, world


class WebPools(Library):
    """The other side chooses the answer."""

    name = "urllib3"
    facts: ClassVar[Facts] = {
        "request": also(world("object"), consumes=True, waits=True),
        **each(
            "HTTPConnectionPool HTTPSConnectionPool PoolManager ProxyManager Retry Timeout "
            "connection_from_url proxy_from_url",
            Fact(("object",)),
        ),
        "make_headers": reads("dict", low=0),
        "disable_warnings": Fact(("none",)),
    }
