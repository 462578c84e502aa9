"""Bytes as letters."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each, pure


class Letters(Library):
    """What is no such text raises."""

    name = "base64"
    facts: ClassVar[Facts] = {
        **each(
            "a85decode a85encode b16decode b16encode b32decode b32encode b32hexdecode b32hexencode "
            "b64decode b64encode b85decode b85encode decodebytes encodebytes standard_b64decode "
            "standard_b64encode urlsafe_b64decode urlsafe_b64encode",
            pure("bytes", low=0),
        ),
        **each("decode encode", Fact(("none",), writes="arguments", consumes=True, waits=True)),
    }
