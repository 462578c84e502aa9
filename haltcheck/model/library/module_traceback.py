"""Traces of exceptions as text."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each, reads


class Traces(Library):
    """They ask exceptions for their text."""

    name = "traceback"
    facts: ClassVar[Facts] = {
        "format_exc": reads("str", low=0),
        **each("format_exception format_exception_only", reads("list", low=0)),
        **each("format_list format_stack format_tb", reads("list", low=0)),
        **each("extract_stack extract_tb", reads("object")),
        **each("print_exc print_exception print_stack print_tb", Fact(("none",))),
        **each("walk_stack walk_tb", Fact(("iterator",))),
        "clear_frames": Fact(("none",), writes="anything", calls=True),
        "TracebackException": Fact(("object",)),
    }
