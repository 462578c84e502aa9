"""Annotations."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each, reads


class Annotations(Library):
    """At run time they do next to nothing."""

    name = "typing"
    facts: ClassVar[Facts] = {
        "cast": Fact(("any",), raises=False),
        **each("assert_type reveal_type", Fact(("any",))),
        "assert_never": Fact(("none",), never_returns=True),
        **each("ForwardRef NewType ParamSpec TypeVar TypeVarTuple", Fact(("any",))),
        **each("NamedTuple TypedDict", Fact(("any",), consumes=True)),
        **each(
            "dataclass_transform final no_type_check overload runtime_checkable",
            Fact(("any",)),
        ),
        "get_type_hints": Fact(("dict",), 0, writes="anything", calls=True),
        "get_args": reads("tuple", low=0),
        "get_origin": reads("any"),
        "is_typeddict": reads("bool"),
    }
