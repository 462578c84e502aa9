"""Months and weekdays by numbers."""

from typing import ClassVar

from haltcheck.model.fact import Facts, Library, each, pure


class Months(Library):
    """They calculate; a month that is none they refuse, years they take as they are."""

    name = "calendar"
    facts: ClassVar[Facts] = {
        "isleap": pure("bool"),
        **each("leapdays weekday timegm", pure("int")),
        "monthrange": pure("tuple"),
    }
