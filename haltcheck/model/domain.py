"""Whether the inputs of a run lie in the domain of the function's parameters."""

from __future__ import annotations

from collections.abc import Mapping

from haltcheck.model.later import function_of
from haltcheck.model.program import Function, Program
from haltcheck.model.world import Memory, World


def outside(program: Program, function: Function, inputs: Mapping[str, object]) -> str:
    """A parameter whose value is outside of its domain, nothing where there is none.

    An instance is made by its class, and what stands for many arguments is nobody's to hand in.
    """
    entry = program.contents.functions.get(function.qualname)
    decorators = () if entry is None else entry.decorators
    bound = function.in_class is not None and "staticmethod" not in decorators
    odd = _odd(function, inputs, "", 1 if bound else 0)
    maker = function_of(program, f"{function.in_class}.__init__") if bound else None
    return odd or ("" if maker is None else _odd(maker, inputs, "self.", 1))


def _odd(function: Function, inputs: Mapping[str, object], prefix: str, received: int) -> str:
    for position, parameter in enumerate(function.parameters):
        name = f"{prefix}{parameter.name}"
        if name not in inputs:
            continue
        if position < received or parameter.kind in ("*", "**"):
            return name
        if not fits(parameter.annotation, inputs[name]):
            return name
    return ""


_PLAIN: dict[str, tuple[type, ...]] = {
    "int": (int,),
    "str": (str,),
    "bool": (bool,),
    "bytes": (bytes,),
    "none": (type(None),),
    "buffer": (bytes,),
    "readablebuffer": (bytes,),
    "float": (int, float),
}
_GENERIC: dict[str, tuple[type, ...]] = {
    "list": (list,),
    "dict": (dict,),
    "set": (set,),
    "tuple": (tuple,),
    "sequence": (list, tuple),
    "iterable": (list, tuple, set),
    "collection": (list, tuple, set),
    "mutablesequence": (list,),
    "mapping": (dict,),
    "mutablemapping": (dict,),
}
_ANYTHING = frozenset({"any", "typing.any", "t.any", "object"})
_BINARY = frozenset(
    {"binaryio", "io[bytes]", "typing.io[bytes]", "bytesio", "bufferedreader", "bufferediobase"}
    | {"rawiobase", "iobase", "io[any]", "typing.io[any]", "io"}
)
_TEXTUAL = frozenset(
    {"textio", "io[str]", "typing.io[str]", "stringio", "textiowrapper", "textiobase"}
    | {"iobase", "io[any]", "typing.io[any]", "io"}
)


def _choices(name: str) -> list[str]:
    """The members of a union."""
    outer, _, inside = name.partition("[")
    if outer.rpartition(".")[2] in ("optional", "union") and inside.endswith("]"):
        parts = [part for part in _parts(inside[:-1]) if part]
        return [*parts, "none"] if outer.endswith("optional") else parts
    return [part.strip() for part in _split(name, "|")]


def _fits_outside(name: str, value: World | Memory) -> bool:
    """Whether a stream or a view of the outside world is such a thing."""
    if isinstance(value, Memory):
        return name in ("memoryview", "buffer", "readablebuffer")
    return name in (_BINARY if isinstance(value.content, bytes) else _TEXTUAL)


def fits(annotation: str | None, value: object) -> bool:
    """The value may have the annotated type; annotations that are not plain are not judged."""
    if annotation is None:
        return True
    name = annotation.strip("'\" ").lower()
    choices = _choices(name)
    if len(choices) > 1:
        return any(fits(choice, value) for choice in choices)
    if name in _ANYTHING:
        return True
    if isinstance(value, World | Memory):
        return _fits_outside(name.rpartition(".")[2] if "[" not in name else name, value)
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
    """The arguments between brackets."""
    return tuple(part.strip() for part in _split(inside, ","))


def _split(text: str, mark: str) -> list[str]:
    """The text cut at the marks that are not nested."""
    found, depth = [""], 0
    for char in text:
        depth += (char == "[") - (char == "]")
        if char == mark and not depth:
            found.append("")
        else:
            found[-1] += char
    return found
