"""Mails as objects."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each


class Messages(Library):
    """A message holds headers and a body or further messages."""

    name = "email.message"
    facts: ClassVar[Facts] = {
        **each("EmailMessage Message", Fact(("object",))),
    }
