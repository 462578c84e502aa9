"""Data frames."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, also, each, reads, world


class Frames(Library):
    """What has been read was chosen by whoever wrote it."""

    name = "pandas"
    facts: ClassVar[Facts] = {
        **each(
            "read_csv read_excel read_feather read_json read_parquet read_pickle read_sql "
            "read_table",
            also(world("any"), consumes=True, waits=True),
        ),
        **each("DataFrame Index Series", Fact(("object",), consumes=True)),
        **each("MultiIndex Timedelta Timestamp", Fact(("object",))),
        **each("concat merge", Fact(("object",), consumes=True)),
        "date_range": Fact(("object",)),
        **each(
            "cut get_dummies isna isnull notna notnull qcut to_datetime to_numeric", reads("any")
        ),
    }
