"""Tables that are written."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, also, each

_RUNS = Fact(("any",), writes="anything", calls=True)


class TableMethods(Library):
    """``csv.DictWriter``; it writes to what it was made of."""

    name = "csv.DictWriter"
    facts: ClassVar[Facts] = {
        **each("writeheader writerow", also(_RUNS, returns=("any",))),
        "writerows": also(_RUNS, returns=("none",), consumes=True),
    }
