from typing import Optional, get_args, get_type_hints


class Node:
    value: int


Node.__annotations__["below"] = Optional[Node]


def shape(cls: type, begun: tuple = ()) -> object:
    if cls in begun or not hasattr(cls, "__annotations__"):
        return cls.__name__
    found = {}
    for name, kind in get_type_hints(cls).items():
        inner = next((part for part in get_args(kind) if part is not type(None)), kind)
        found[name] = shape(inner, (*begun, cls))
    return found
