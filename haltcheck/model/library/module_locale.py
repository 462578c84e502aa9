"""Customs of a place."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each, pure, reads, world


class Locales(Library):
    """What they give depends on the place that was set."""

    name = "locale"
    facts: ClassVar[Facts] = {
        "atof": reads("float"),
        "atoi": reads("int"),
        "strcoll": reads("int"),
        **each("currency format_string str strxfrm", reads("str")),
        "getlocale": reads("tuple", low=2, high=2),
        **each("getencoding getpreferredencoding", world("str")),
        "localeconv": reads("dict", low=0),
        "normalize": pure("str"),
        "setlocale": Fact(("str",)),
    }
