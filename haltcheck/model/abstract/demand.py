"""What a function's own uses demand of a value that comes from outside: the domain of inputs.

Locals that are copied or calculated from one another share one demand (union-find).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from haltcheck.model import instruction as i
from haltcheck.model.abstract import kind as k
from haltcheck.model.program import Block, Function, Raise, Test

_ARITHMETIC = frozenset(["+", "-", "*", "//", "%", "**", "<<", ">>", "&", "|", "^"])
_ONLY_NUMBERS = frozenset({"-", "//", "**", "<<", ">>", "neg", "pos", "invert"})
_ORDER = frozenset({"<", "<=", ">", ">="})
_STREAM = frozenset(
    {"read", "readline", "recv", "readlines", "readinto", "recv_into", "write", "writelines"}
    | {"seek", "tell", "flush", "sendall", "fileno", "readable", "writable", "seekable"}
)
_LIST = frozenset({"append", "extend", "insert", "sort", "reverse"})
_DICT = frozenset({"items", "keys", "values", "get", "setdefault", "popitem"})
_TEXT = frozenset(
    {"startswith", "endswith", "strip", "lstrip", "rstrip", "lower", "upper", "split", "rsplit"}
    | {"splitlines", "partition", "rpartition", "isdigit", "isalpha", "isspace", "isalnum"}
    | {"rfind", "find", "replace", "join", "ljust", "rjust", "zfill"}
)
_STR = frozenset({"encode", "format", "casefold", "isdecimal", "isnumeric", "isidentifier"})
_BUILT = {"list": k.LIST, "tuple": k.TUPLE, "set": k.SET, "dict": k.DICT}
_OPERATOR = 1 << 20
_SIZED = 1 << 21
_SLICED = 1 << 23
_OTHER = 1 << 22
_TEXTUAL = 1 << 24


@dataclass(slots=True)
class Demands:
    """Evidence for each class of locals; ``mask`` reads it."""

    parent: dict[str, str] = field(default_factory=dict)
    evidence: dict[str, int] = field(default_factory=dict)
    slices: set[str] = field(default_factory=set)
    nones: set[str] = field(default_factory=set)
    asked: dict[str, int] = field(default_factory=dict)

    def find(self, name: str) -> str:
        """The representative of a local's class."""
        parent = self.parent
        while parent.get(name, name) != name:
            parent[name] = parent.get(parent[name], parent[name])
            name = parent[name]
        return name

    def join(self, first: str, second: str) -> None:
        """Both hold values of one kind."""
        first, second = self.find(first), self.find(second)
        if first != second:
            self.parent[second] = first
            self.evidence[first] = self.evidence.get(first, 0) | self.evidence.get(second, 0)

    def note(self, operand: i.Operand, evidence: int) -> None:
        """A use demands this of an operand."""
        if isinstance(operand, i.Local):
            name = self.find(operand.name)
            self.evidence[name] = self.evidence.get(name, 0) | evidence

    def mask(self, name: str) -> int:
        """The kinds that its uses allow; ANY where nothing, or nothing consistent, is known.

        What is compared with None may be None, and what is asked for a class may be of it.
        """
        return self._kinds(name) | self.asked.get(name, 0) | (k.NONE if name in self.nones else 0)

    def _kinds(self, name: str) -> int:
        found = self.evidence.get(self.find(name), 0)
        if found & _OTHER:
            return k.ANY
        exact = found & k.ANY
        if found & _TEXTUAL and exact != k.BYTES:
            # What texts and bytes share speaks of a text, unless something tells of bytes.
            exact |= k.STR
        if exact & k.FLOAT and not exact & ~k.NUMBER:
            return k.INT | k.FLOAT
        if exact and exact & (exact - 1) == 0:
            return k.ANY if exact == k.INT and found & (_SIZED | _SLICED) else exact
        if not exact and found & _SLICED:
            return k.SEQUENCE
        if not exact and found & _SIZED:
            return k.SIZED
        if not exact and found & _OPERATOR:
            return k.INT
        return k.ANY


def constant_mask(value: object) -> int:
    """The kind of a literal."""
    match value:
        case bool():
            return k.BOOL
        case int():
            return k.INT
        case float():
            return k.FLOAT
        case str():
            return k.STR
        case bytes():
            return k.BYTES
        case None:
            return k.NONE
        case _:
            return k.OBJECT


def demands_of(function: Function) -> Demands:
    """The demands of all locals of a function."""
    demands = Demands()
    for block in function.blocks:
        for instruction in block.instructions:
            _note(demands, instruction)
        _note_classes(demands, function, block)
    return demands


_CLASSES = {
    "int": k.INT,
    "bool": k.BOOL,
    "float": k.FLOAT,
    "str": k.STR,
    "bytes": k.BYTES,
    "list": k.LIST,
    "tuple": k.TUPLE,
    "dict": k.DICT,
    "set": k.SET,
}


def _note_classes(demands: Demands, function: Function, block: Block) -> None:
    """``isinstance(x, (int, str))``, unless the code raises for what is of the class."""
    made = {getattr(one, "target", ""): one for one in block.instructions}
    for one in block.instructions:
        if not isinstance(one, i.Call) or one.text != "isinstance" or len(one.items) != 2:
            continue
        asked, wanted = (item.value for item in one.items)
        if isinstance(asked, i.Local) and not _is_refused(function, block, one.target):
            mask = _class_mask(made, wanted)
            demands.asked[asked.name] = demands.asked.get(asked.name, 0) | mask


def _is_refused(function: Function, block: Block, answer: str) -> bool:
    end = block.terminator
    if not isinstance(end, Test) or end.condition != i.Local(answer):
        return False
    return isinstance(function.blocks[end.then].terminator, Raise)


def _class_mask(made: dict[str, i.Instruction], wanted: i.Operand) -> int:
    match made.get(wanted.name) if isinstance(wanted, i.Local) else None:
        case i.LoadGlobal(name=name):
            return _CLASSES.get(name, k.ANY)
        case i.Build(kind="tuple", items=items):
            mask = 0
            for item in items:
                mask |= _class_mask(made, item.value)
            return mask
        case _:
            return k.ANY


def _note(demands: Demands, instruction: i.Instruction) -> None:
    match instruction:
        case i.Copy(target=target, value=i.Local(name=name)):
            demands.join(target, name)
        case i.Copy(target=target, value=i.Const(value=value)):
            mask = constant_mask(value)
            if mask & (k.NUMBER | k.TEXT):
                # A flag says little of what else its name may be bound to.
                demands.note(i.Local(target), _OTHER if mask == k.BOOL else mask)
        case i.Operate():
            _note_operator(demands, instruction)
        case i.Call() | i.CallMethod():
            _note_call(demands, instruction)
        case i.Build(target=target, kind="slice"):
            demands.slices.add(target)
        case i.GetItem(object=base, key=i.Local(name=key)) if key in demands.slices:
            demands.note(base, _SLICED)
            if isinstance(base, i.Local):
                demands.join(instruction.target, base.name)
        case i.GetItem(object=base, key=key) | i.SetItem(object=base, key=key):
            if isinstance(key, i.Const):
                whole = isinstance(key.value, int)
                demands.note(base, _SIZED if whole else k.DICT)
        case i.Build(target=target, kind=kind) if kind in _BUILT:
            demands.note(i.Local(target), _BUILT[kind])
        case i.GetIterator(object=base):
            demands.note(base, _SIZED)
        case i.Extend(container=base, kind=kind):
            demands.note(base, _BUILT[kind])
        case _:
            pass


def _note_call(demands: Demands, call: i.Call | i.CallMethod) -> None:
    if isinstance(call, i.CallMethod):
        _note_method(demands, call.object, call.name)
        if call.name in _TEXT:
            for item in call.items:
                mask = constant_mask(item.value.value) if isinstance(item.value, i.Const) else 0
                demands.note(call.object, mask & k.TEXT)
        if call.name in k.TEXT_TO_TEXT - {"join"} and isinstance(call.object, i.Local):
            demands.join(call.target, call.object.name)
    elif call.text == "range":
        for item in call.items:
            demands.note(item.value, k.INT)
    elif call.text == "len" and len(call.items) == 1:
        demands.note(call.items[0].value, _SIZED)


def _note_method(demands: Demands, base: i.Operand, name: str) -> None:
    if name in _STREAM:
        demands.note(base, k.STREAM)
    elif name in _TEXT:
        demands.note(base, _TEXTUAL)
    elif name in _STR:
        demands.note(base, k.STR)
    elif name in _LIST:
        demands.note(base, k.LIST)
    elif name in _DICT:
        demands.note(base, k.DICT)
    else:
        demands.note(base, _OTHER)


def _note_operator(demands: Demands, operation: i.Operate) -> None:
    operator = operation.operator
    if operator not in ("==", "!=", "<=", ">="):
        operator = operator.removesuffix("=")
    operands = operation.operands
    if operator in ("neg", "pos", "invert"):
        demands.note(operands[0], k.INT)
        if isinstance(operands[0], i.Local):
            demands.join(operation.target, operands[0].name)
    elif operator in _ARITHMETIC:
        _note_arithmetic(demands, operation.target, operator, operands)
    elif operator in _ORDER:
        _note_together(demands, operands, _OPERATOR)
    elif operator in ("==", "!="):
        _note_equal(demands, operands)
    elif operator == "/":
        for operand in operands:
            demands.note(operand, k.INT)
    elif operator in ("is", "is not"):
        _note_none(demands, operands)
    elif operator in ("in", "not in") and isinstance(operands[0], i.Const):
        demands.note(operands[1], _SIZED)


def _note_none(demands: Demands, operands: tuple[i.Operand, ...]) -> None:
    for operand, other in (operands, operands[::-1]):
        if isinstance(operand, i.Local) and other == i.Const(None):
            demands.nones.add(operand.name)


def _note_arithmetic(
    demands: Demands, target: str, operator: str, operands: tuple[i.Operand, ...]
) -> None:
    left = operands[0]
    if operator == "%" and isinstance(left, i.Const) and isinstance(left.value, str | bytes):
        return
    if operator == "*" and any(
        isinstance(part, i.Const) and isinstance(part.value, str | bytes) for part in operands
    ):
        return
    evidence = k.INT if operator in _ONLY_NUMBERS else _OPERATOR
    if operator in ("*", "%") and all(isinstance(part, i.Local) for part in operands):
        # A sequence may be repeated, a text formatted: the two sides say little of one another.
        for operand in operands:
            demands.note(operand, evidence)
        return
    _note_together(demands, operands, evidence)
    for operand in operands:
        if isinstance(operand, i.Local):
            demands.join(target, operand.name)


def _note_together(demands: Demands, operands: tuple[i.Operand, ...], evidence: int) -> None:
    left, right = operands
    for operand, other in ((left, right), (right, left)):
        demands.note(operand, evidence)
        if isinstance(other, i.Const):
            mask = constant_mask(other.value)
            demands.note(operand, k.INT if mask == k.BOOL else mask)
    if isinstance(left, i.Local) and isinstance(right, i.Local):
        demands.join(left.name, right.name)


def _note_equal(demands: Demands, operands: tuple[i.Operand, ...]) -> None:
    """Anything may be compared for equality: it only ties two values of one kind together."""
    left, right = operands
    for operand, other in ((left, right), (right, left)):
        if isinstance(other, i.Const) and isinstance(other.value, int):
            demands.note(operand, _OPERATOR)
    if isinstance(left, i.Local) and isinstance(right, i.Local):
        demands.join(left.name, right.name)
