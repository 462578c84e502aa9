"""Headers of mails."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, pure


class MailHeaders(Library):
    """A header is text in pieces, each with its character set."""

    name = "email.header"
    facts: ClassVar[Facts] = {
        "decode_header": pure("list", low=0),
        "make_header": Fact(("object",), consumes=True),
        "Header": Fact(("object",)),
    }
