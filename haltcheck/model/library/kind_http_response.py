"""Answers of a web server."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, also, changes, each, reads

_READ = Fact(("bytes",), 0, writes="receiver", consumes=True, waits=True, world=True, at_end="b''")


class ResponseMethods(Library):
    """``http.client.HTTPResponse``; after the body ``read`` gives ``b''`` for ever."""

    name = "http.client.HTTPResponse"
    facts: ClassVar[Facts] = {
        **each("peek read read1 readline", _READ),
        "readinto": also(_READ, returns=("int",), writes="anything", at_end="0"),
        "readlines": also(_READ, returns=("list",), at_end="[]"),
        "getheader": reads("any"),
        "getheaders": reads("list", low=0),
        "getcode": reads("int"),
        "geturl": reads("str"),
        "info": reads("object"),
        "isclosed": reads("bool"),
        "fileno": reads("int", low=0),
        "close": changes(),
    }
