"""What a regular expression found."""

from typing import ClassVar

from haltcheck.model.fact import Facts, Library, each, pure


class Match(Library):
    """``re.Match``; positions are those in the searched text, -1 for a group that is not there."""

    name = "re.Match"
    facts: ClassVar[Facts] = {
        **each("end start", pure("int", low=-1)),
        "span": pure("tuple", low=2, high=2),
        "group": pure("str", "bytes", "none", "tuple"),
        "groups": pure("tuple", low=0),
        "groupdict": pure("dict", low=0),
        "expand": pure("str", "bytes"),
    }
