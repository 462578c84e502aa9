"""What kind of value a parameter takes, from uses in its function, its class and its callees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from haltcheck.basis.once import once
from haltcheck.model.instruction import (
    Call,
    CallMethod,
    Const,
    Copy,
    EnterContext,
    GetAttribute,
    GetItem,
    Item,
    Local,
    Operand,
    Operate,
    SetAttribute,
    SetItem,
)
from haltcheck.model.later import function_of
from haltcheck.model.program import Function, Next, Program
from haltcheck.simulation.kind import annotated, uses

_READS = frozenset(
    ["read", "read1", "readline", "readlines", "recv", "readinto", "recv_into", "seek", "tell"]
)
_BUFFERS = frozenset(("unpack", "unpack_from", "iter_unpack", "from_bytes", "frombytes"))
_MATCHES = frozenset(["match", "search", "fullmatch", "finditer", "findall"])
_KEEPS = frozenset(
    ["strip", "lstrip", "rstrip", "lower", "upper", "replace", "removeprefix", "removesuffix"]
)
_ORDER = (
    "stream",
    "bytes",
    "str",
    "dict",
    "set",
    "list",
    "number",
    "int",
    "items",
    "key",
    "object",
)
_KINDS = 2
_DEPTH = 3


@dataclass(slots=True)
class Notes:
    """Votes by variable, variables that hold the same, and where variables are handed on."""

    votes: dict[str, list[str]] = field(default_factory=dict)
    same: dict[str, list[str]] = field(default_factory=dict)
    handed: dict[str, list[tuple[str, int]]] = field(default_factory=dict)

    def vote(self, name: str, kind: str) -> None:
        """``name`` is used as such a kind."""
        self.votes.setdefault(name, []).append(kind)

    def link(self, one: str, other: str) -> None:
        """Both hold the same value, or one of the same kind."""
        self.same.setdefault(one, []).append(other)
        self.same.setdefault(other, []).append(one)


@once
def _notes(function: Function) -> Notes:
    """What one function says of its variables; ``self.x`` is one, too."""
    notes = Notes()
    own = function.parameters[0].name if function.in_class and function.parameters else ""
    for block in function.blocks:
        for instruction in block.instructions:
            for name, kind in _weakened(instruction):
                notes.vote(name, kind)
            _note(notes, instruction, own)
        terminator = block.terminator
        if isinstance(terminator, Next) and isinstance(terminator.iterator, Local):
            notes.vote(terminator.iterator.name, "list")
    return notes


def _weakened(instruction: object) -> Iterator[tuple[str, str]]:
    """What indexes may be a key, and what is indexed by a variable many things."""
    if isinstance(instruction, GetItem | SetItem) and isinstance(instruction.key, Local):
        if isinstance(instruction.object, Local):
            yield instruction.object.name, "items"
        yield instruction.key.name, "key"
        return
    yield from uses(instruction)


def _note(notes: Notes, instruction: object, own: str) -> None:
    match instruction:
        case Copy(target=target, value=Local(name=name)):
            notes.link(target, name)
        case EnterContext(target=target, manager=Local(name=name)):
            notes.link(target, name)
        case SetAttribute(object=Local(name=root), name=name, value=Local(name=value)) if (
            root == own
        ):
            notes.link(f"self.{name}", value)
        case GetAttribute(target=target, object=Local(name=root), name=name) if root == own:
            notes.link(f"self.{name}", target)
        case GetItem(target=target, object=Local(name=name), key=Local()):
            notes.same.setdefault(target, []).append(f"{name}[]")
        case Operate(operands=operands):
            for name in _beside_bytes(operands):
                notes.vote(name, "bytes")
        case CallMethod():
            _note_method(notes, instruction, own)
        case Call(text=text, items=items, target=target):
            if text in ("memoryview", "bytearray", "bytes", "io.BytesIO", "BytesIO"):
                _vote_first(notes, items, "bytes")
            if text in ("dict", "list"):
                _vote_first(notes, items, text)
            if text in ("memoryview", "str", "list", "dict", "bytes", "iter") and len(items) == 1:
                for name in _names(items):
                    notes.link(target, name)
            _hand(notes, text, items)


def _note_method(notes: Notes, call: CallMethod, own: str) -> None:
    receiver = call.object.name if isinstance(call.object, Local) else ""
    if call.name in _READS and receiver:
        notes.vote(receiver, "stream")
    if call.name in _BUFFERS:
        last = call.items[1:2] if call.text == "struct.unpack_from" else call.items[:1]
        last = call.items[1:2] if call.text == "struct.unpack" else last
        _vote_first(notes, last, "bytes")
    if call.name in _MATCHES:
        from_module = call.text.startswith("re.")
        _vote_first(notes, call.items[1:2] if from_module else call.items[:1], "str")
    handed = any(isinstance(i.value, Const) and _is_bytes(i.value) for i in call.items)
    if receiver and handed and call.name not in ("write", "append", "get", "read"):
        notes.vote(receiver, "bytes")
    if call.name in _KEEPS and receiver:
        notes.link(call.target, receiver)
    if receiver == own and own:
        _hand(notes, f"self.{call.name}", call.items)


def _is_bytes(operand: Const) -> bool:
    return isinstance(operand.value, bytes)


def _beside_bytes(operands: tuple[Operand, ...]) -> Iterator[str]:
    if any(isinstance(one, Const) and _is_bytes(one) for one in operands):
        yield from (one.name for one in operands if isinstance(one, Local))


def _names(items: tuple[Item, ...]) -> Iterator[str]:
    yield from (item.value.name for item in items if isinstance(item.value, Local))


def _vote_first(notes: Notes, items: tuple[Item, ...], kind: str) -> None:
    for name in _names(items[:1]):
        notes.vote(name, kind)


def _hand(notes: Notes, text: str, items: tuple[Item, ...]) -> None:
    for place, item in enumerate(items):
        if isinstance(item.value, Local) and item.kind == "positional":
            notes.handed.setdefault(item.value.name, []).append((text, place))


def hints(program: Program, function: Function) -> dict[str, tuple[str, ...]]:
    """The likeliest kinds by parameter, as ``kinds`` says them; ``stream`` and others besides.

    What is indexed by a variable is ``items``, such a variable a ``key``.
    """
    found: dict[str, tuple[str, ...]] = {}
    for parameter in function.parameters:
        kind = annotated(parameter)
        found[parameter.name] = (kind,) if kind else _elect(program, function, parameter.name)
    return found


def _elect(program: Program, function: Function, name: str) -> tuple[str, ...]:
    votes: list[str] = []
    _gather(program, function, name, votes, set(), 0)
    return tuple(kind for kind in _ORDER if kind in votes)[:_KINDS] or ("any",)


def _gather(
    program: Program,
    function: Function,
    name: str,
    votes: list[str],
    seen: set[tuple[str, str]],
    depth: int,
) -> None:
    """The votes for a variable and for all that hold the same."""
    if (function.qualname, name) in seen or len(seen) > 60:
        return
    seen.add((function.qualname, name))
    notes = _notes(function)
    votes += notes.votes.get(name, ())
    for other in notes.same.get(name, ()):
        _gather(program, function, other, votes, seen, depth)
    if name.startswith("self.") and function.in_class:
        for method in _methods(program, function.in_class):
            if name in _notes(method).same:
                _gather(program, method, name, votes, seen, depth)
    if depth < _DEPTH:
        for text, place in notes.handed.get(name, ()):
            for callee, skip in _callee(program, function, text):
                if place + skip < len(callee.parameters):
                    inner = callee.parameters[place + skip].name
                    _gather(program, callee, inner, votes, seen, depth + 1)


def _methods(program: Program, owner: str) -> Iterator[Function]:
    for method in sorted(program.contents.classes[owner].methods)[:30]:
        found = program.functions.get(f"{owner}.{method}")
        if found is not None:
            yield found


def _callee(program: Program, function: Function, text: str) -> Iterator[tuple[Function, int]]:
    """The function of the file that is called, and how many parameters come before."""
    if text.startswith("self.") and function.in_class:
        found = function_of(program, f"{function.in_class}.{text[5:]}")
        skip = 1
    elif text in program.contents.classes:
        found, skip = function_of(program, f"{text}.__init__"), 1
    elif text in program.contents.functions:
        found, skip = function_of(program, text), 0
    else:
        return
    if found is not None:
        yield found, skip
