"""Generators and what they offer beyond iteration."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, also, each

_RESUMED = Fact(("any",), writes="anything", consumes=True, calls=True)


class Generator(Library):
    """``generator``: each of these runs its body on."""

    name = "types.GeneratorType"
    facts: ClassVar[Facts] = {
        **each("send throw", _RESUMED),
        "close": also(_RESUMED, returns=("none",)),
        "__next__": _RESUMED,
    }
