"""Text to mails."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each


class MailParsers(Library):
    """A parser may make messages of the caller's class."""

    name = "email.parser"
    facts: ClassVar[Facts] = {
        **each(
            "BytesFeedParser BytesHeaderParser BytesParser FeedParser HeaderParser Parser",
            Fact(("object",)),
        ),
    }
