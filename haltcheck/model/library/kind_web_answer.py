"""Answers of a web server, fetched by requests."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, also, changes, each, reads, world


class AnswerMethods(Library):
    """``requests.Response``; the pieces of its body are finite."""

    name = "requests.Response"
    facts: ClassVar[Facts] = {
        "json": Fact(("any",), writes="receiver", calls=True, waits=True, world=True),
        **each("iter_content iter_lines", also(world("iterator"), writes="receiver")),
        "raise_for_status": reads("none"),
        "close": changes(),
    }
