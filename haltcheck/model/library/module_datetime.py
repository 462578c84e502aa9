"""Dates and times."""

from typing import ClassVar

from haltcheck.model.fact import Facts, Library, each, pure, world


class Dates(Library):
    """A result beyond the years 1 to 9999 raises OverflowError."""

    name = "datetime"
    facts: ClassVar[Facts] = {
        **each("date datetime time timedelta timezone", pure("object")),
        **each("datetime.now datetime.utcnow datetime.today date.today", world("object")),
        **each(
            "datetime.combine datetime.fromisoformat datetime.fromordinal datetime.fromtimestamp "
            "datetime.strptime date.fromisoformat date.fromordinal date.fromtimestamp",
            pure("object"),
        ),
    }
