"""What kind of value each parameter takes, guessed from annotation, default and uses."""

from __future__ import annotations

import re

from haltcheck.frontend.expression import Constant, Parameter
from haltcheck.model.instruction import (
    Call,
    CallMethod,
    Const,
    GetAttribute,
    GetItem,
    GetIterator,
    Local,
    Operand,
    Operate,
    SetItem,
    Unpack,
)
from haltcheck.model.program import Function, Next

_ANNOTATIONS = (
    (r"(typing\.)?(List|list|Sequence|Iterable|MutableSequence|Collection)\b", "list"),
    (r"(typing\.)?(Dict|dict|Mapping|MutableMapping)\b", "dict"),
    (r"(typing\.)?(Set|set|FrozenSet|frozenset)\b", "set"),
    (r"(typing\.)?(Tuple|tuple)\b", "tuple"),
    (r"int\b", "int"),
    (r"float\b", "float"),
    (r"str\b", "str"),
    (r"(bytes|bytearray|ReadableBuffer|Buffer)\b", "bytes"),
    (r"memoryview\b", "memory"),
    (
        r"(typing\.)?(BinaryIO|IO|TextIO)\b|(io\.)?(BytesIO|StringIO|TextIOWrapper|\w*Buffered\w+)\b",
        "stream",
    ),
    (r"bool\b", "bool"),
)
_TEXT = frozenset(
    name
    for name in dir(str)
    if not name.startswith("_") and name not in ("count", "index", "join", "translate")
)
_LIST = frozenset(("append", "extend", "insert", "sort", "reverse"))
_MAP = frozenset(("get", "items", "keys", "values", "setdefault"))
_SET = frozenset(("add", "discard", "union"))
_SHARED = frozenset(("pop", "remove", "count", "index", "copy", "clear", "update", "join"))
_NUMERIC = frozenset(("-", "*", "/", "//", "%", "**", "<<", ">>", "&", "|", "^", "neg"))
_ORDER = frozenset(("<", "<=", ">", ">=", "==", "!=", "+", "+=", "-="))


def kinds(function: Function) -> dict[str, str]:
    """A kind by parameter: a built-in type's name, ``number``, ``object``, or ``any``."""
    found = {p.name: annotated(p) for p in function.parameters}
    votes: dict[str, list[str]] = {name: [] for name in found}
    for block in function.blocks:
        for instruction in block.instructions:
            for name, kind in uses(instruction):
                if name in votes:
                    votes[name].append(kind)
        if type(block.terminator) is Next and type(block.terminator.iterator) is Local:
            votes.get(block.terminator.iterator.name, []).append("list")
    return {name: kind or _elect(votes[name]) for name, kind in found.items()}


def _elect(votes: list[str]) -> str:
    for kind in ("object", "str", "dict", "set", "list", "number", "int"):
        if kind in votes:
            return kind
    return "any"


def annotated(parameter: Parameter) -> str:
    """The kind that the annotation or the default names, or nothing."""
    text = (parameter.annotation or "").strip("\"' ")
    for pattern, kind in _ANNOTATIONS:
        if re.match(rf"(Optional\[|typing\.Optional\[)?{pattern}", text):
            return kind
    default = parameter.default
    if isinstance(default, Constant) and type(default.value) in (int, str, float, bool, bytes):
        return type(default.value).__name__
    return ""


def _name(operand: Operand) -> str:
    return operand.name if type(operand) is Local else ""


def _constant(operand: Operand) -> str:
    return type(operand.value).__name__ if type(operand) is Const else ""


def uses(instruction: object) -> list[tuple[str, str]]:
    """What one instruction says of the names that it uses."""
    match instruction:
        case Operate(operator=sign, operands=operands):
            return _operands(sign.removesuffix("=") if sign[-2:] != "==" else sign, operands)
        case CallMethod(object=Local(name=name), name=method):
            pairs = (("str", _TEXT), ("list", _LIST), ("dict", _MAP), ("set", _SET))
            found = [(name, kind) for kind, methods in pairs if method in methods]
            return found if found or method in _SHARED else [(name, "object")]
        case GetAttribute(object=Local(name=name)):
            return [(name, "object")]
        case GetItem(object=Local(name=name), key=key) | SetItem(object=Local(name=name), key=key):
            kind = "dict" if _constant(key) == "str" else "list"
            return [(name, kind), (_name(key), "int")]
        case GetIterator(object=Local(name=name)) | Unpack(value=Local(name=name)):
            return [(name, "list")]
        case Call(text="len" | "sorted" | "sum", items=items) if items:
            return [(_name(items[0].value), "list")]
        case Call(text="range" | "chr" | "abs", items=items):
            return [(_name(item.value), "int") for item in items]
    return []


def _operands(sign: str, operands: tuple[Operand, ...]) -> list[tuple[str, str]]:
    names = [_name(operand) for operand in operands]
    constants = {_constant(operand) for operand in operands} - {""}
    if "str" in constants:
        return [(name, "str") for name in names if sign != "%" and sign != "in"]
    if sign in ("in", "not in") and len(names) == 2:
        return [(names[1], "list")]
    if sign == "/" or ("float" in constants and sign in _NUMERIC | _ORDER):
        return [(name, "number") for name in names]
    if sign in _NUMERIC or (sign in _ORDER and constants & {"int", "float"}):
        return [(name, "int") for name in names]
    if sign in _ORDER and sign not in ("==", "!="):
        return [(name, "int") for name in names]
    return []
