from typing import Optional, get_args, get_type_hints


class Node:
    value: int


Node.__annotations__["below"] = Optional[Node]


def shape(cls: type) -> dict:
    found = {}
    for name, kind in get_type_hints(cls).items():
        inner = next((part for part in get_args(kind) if part is not type(None)), kind)
        found[name] = shape(inner) if hasattr(inner, "__annotations__") else inner.__name__
    return found
