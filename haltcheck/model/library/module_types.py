"""Types without a name of their own."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each


class TypeNames(Library):
    """What makes functions, modules and classes gives something that may be called."""

    name = "types"
    facts: ClassVar[Facts] = {
        **each("CellType MappingProxyType SimpleNamespace", Fact(("object",), consumes=True)),
        **each("CodeType FunctionType GenericAlias MethodType ModuleType", Fact(("any",))),
        "new_class": Fact(("any",), writes="anything", calls=True),
        "prepare_class": Fact(("tuple",), 3, 3, writes="anything", calls=True),
        "resolve_bases": Fact(("any",), writes="anything", calls=True),
        "coroutine": Fact(("any",)),
        "DynamicClassAttribute": Fact(("any",)),
    }
