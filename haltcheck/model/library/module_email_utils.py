"""Addresses and dates of mails."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each, pure, reads, world


class MailParts(Library):
    """What is no address gives empty parts."""

    name = "email.utils"
    facts: ClassVar[Facts] = {
        "parseaddr": pure("tuple", low=2, high=2),
        "getaddresses": Fact(("list",), 0, consumes=True),
        **each("formataddr quote unquote", pure("str")),
        **each("formatdate make_msgid", world("str", low=1)),
        "format_datetime": pure("str"),
        **each("parsedate parsedate_tz", pure("tuple", "none")),
        "parsedate_to_datetime": pure("object"),
        "mktime_tz": reads("int", "float"),
    }
