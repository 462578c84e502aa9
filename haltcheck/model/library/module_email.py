"""Mail."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each


class Mail(Library):
    """What has been read was chosen by whoever wrote it."""

    name = "email"
    facts: ClassVar[Facts] = {
        **each("message_from_bytes message_from_string", Fact(("object",), calls=True)),
        **each(
            "message_from_binary_file message_from_file",
            Fact(("object",), calls=True, consumes=True, waits=True),
        ),
    }
