"""Whether the inputs of a run lie in the domain of the function's parameters."""

from __future__ import annotations

from collections.abc import Mapping

from haltcheck.model.program import Function


def outside(function: Function, inputs: Mapping[str, object]) -> str:
    """A parameter whose value is outside of its domain, nothing where there is none.

    An instance is made by its class, and what stands for many arguments is nobody's to hand in.
    """
    for position, parameter in enumerate(function.parameters):
        if parameter.name not in inputs:
            continue
        own = function.in_class is not None and position == 0
        if own or parameter.kind in ("*", "**"):
            return parameter.name
        if not fits(parameter.annotation, inputs[parameter.name]):
            return parameter.name
    return ""


_PLAIN: dict[str, tuple[type, ...]] = {
    "int": (int,),
    "str": (str,),
    "bool": (bool,),
    "bytes": (bytes,),
    "float": (int, float),
}
_GENERIC: dict[str, tuple[type, ...]] = {
    "list": (list,),
    "dict": (dict,),
    "set": (set,),
    "tuple": (tuple,),
    "sequence": (list, tuple),
}


def fits(annotation: str | None, value: object) -> bool:
    """The value may have the annotated type; annotations that are not plain are not judged."""
    if annotation is None:
        return True
    name = annotation.strip("'\" ").lower()
    plain = _PLAIN.get(name)
    if plain is not None:
        return isinstance(value, plain)
    outer, bracket, inside = name.partition("[")
    generic = outer.rpartition(".")[2]
    if not isinstance(value, _GENERIC.get(generic, ())):
        return False
    kinds = _parts(inside.removesuffix("]")) if bracket else ()
    if isinstance(value, dict):
        keys, values = kinds if len(kinds) == 2 else (None, None)
        return all(fits(keys, key) and fits(values, held) for key, held in value.items())
    parts = list(value)  # type: ignore[call-overload]
    if generic == "tuple" and kinds and kinds[1:] != ("...",):
        return len(kinds) == len(parts) and all(map(fits, kinds, parts))
    return all(fits(kinds[0] if kinds else None, part) for part in parts)


def _parts(inside: str) -> tuple[str, ...]:
    """The arguments between brackets, cut at the commas that are not nested."""
    found, depth = [""], 0
    for char in inside:
        depth += (char == "[") - (char == "]")
        if char == "," and not depth:
            found.append("")
        else:
            found[-1] += char
    return tuple(part.strip() for part in found)
