"""References that keep nothing alive."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each, reads


class WeakReferences(Library):
    """What is handed on with one runs when the object goes."""

    name = "weakref"
    facts: ClassVar[Facts] = {
        **each("WeakMethod ref", Fact(("object",), calls=True)),
        "proxy": Fact(("any",), calls=True),
        "finalize": Fact(("object",), writes="anything", calls=True),
        "getweakrefcount": reads("int", low=0),
        "getweakrefs": reads("list", low=0),
        **each(
            "WeakKeyDictionary WeakSet WeakValueDictionary",
            Fact(("object",), calls=True, consumes=True),
        ),
    }
