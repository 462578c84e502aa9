"""Logging."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each, reads


class Logging(Library):
    """Handlers may hold on to what is logged; they do not change it."""

    name = "logging"
    facts: ClassVar[Facts] = {
        **each(
            "critical debug error exception info log warning",
            Fact(("none",), raises=False),
        ),
        **each("basicConfig captureWarnings disable shutdown addLevelName", Fact(("none",))),
        **each("getLogger getLevelName", reads("any")),
    }
