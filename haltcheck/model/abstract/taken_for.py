"""What the body of a loop takes its items for: bytes, or text."""

from __future__ import annotations

import re

from haltcheck.basis.record import record
from haltcheck.model import instruction as i
from haltcheck.model.abstract.opened import BYTES, TEXT, TO_WRITE, Streams
from haltcheck.model.calls import Dotted, Resolver
from haltcheck.model.program import Function, Loop, Next

_DIGESTS = re.compile(r"hash|md5|sha\d*$|digest|hmac", re.IGNORECASE)
_OF_BYTES = re.compile(r"(zlib|binascii|struct)\.|base64\.b\d+decode|hashlib\.")
_COMPARES = frozenset({"==", "!=", "in", "not in", "+", "+=", "<", ">"})
_ASKS = frozenset({"startswith", "endswith", "split", "strip", "rstrip", "lstrip", "replace"})


@record
class Uses:
    """The uses of a loop's items in a function."""

    resolver: Resolver
    function: Function

    def kind(self, loop: Loop) -> str:
        """What the body takes the items for, where all its uses of them agree."""
        head = self.function.blocks[loop.head].terminator
        if not loop.blocks or not isinstance(head, Next):
            return ""
        names = {head.target}
        inside = [one for n in sorted(loop.blocks) for one in self.function.blocks[n].instructions]
        for one in inside:
            if isinstance(one, i.Copy) and _is_among(one.value, names):
                names.add(one.target)
        for use in (self._decisive, self._compared):
            kinds = {kind for one in inside if (kind := use(one, names))}
            if kinds:
                return kinds.pop() if len(kinds) == 1 else ""
        return ""

    def _decisive(self, one: i.Instruction, names: set[str]) -> str:
        """What can be done with one kind alone."""
        match one:
            case i.CallMethod(object=item, name="decode") if _is_among(item, names):
                return BYTES
            case i.CallMethod(object=item, name="encode") if _is_among(item, names):
                return TEXT
            case i.Call(items=items) | i.CallMethod(items=items):
                handed = any(_is_among(item.value, names) for item in items)
                return self._handed(one) if handed else ""
            case _:
                return ""

    def _compared(self, one: i.Instruction, names: set[str]) -> str:
        """What the items are put beside."""
        match one:
            case i.CallMethod(object=item, name=name, items=items) if _is_among(item, names):
                return _constant(items[0].value) if items and name in _ASKS else ""
            case i.Operate(operator=operator, operands=operands) if operator in _COMPARES:
                others = [each for each in operands if not _is_among(each, names)]
                return _constant(others[0]) if len(others) < len(operands) and others else ""
            case _:
                return ""

    def _handed(self, call: i.Call | i.CallMethod) -> str:
        """What a callee takes the item for."""
        resolved = self.resolver.resolve(self.function, call)
        if isinstance(resolved, Dotted) and _OF_BYTES.match(resolved.name):
            return BYTES
        if not isinstance(call, i.CallMethod):
            return ""
        if call.name == "update" and len(call.items) == 1:
            return BYTES if self._is_digest(call.object) else ""
        if call.name == "sendall":
            return BYTES
        if call.name != "write":
            return ""
        return Streams(self.resolver, TO_WRITE).kind(self.function, call.object)

    def _is_digest(self, operand: i.Operand) -> bool:
        made = self.resolver.bindings(self.function).origin(operand)
        if isinstance(made, i.Call | i.CallMethod):
            resolved = self.resolver.resolve(self.function, made)
            name = resolved.name if isinstance(resolved, Dotted) else made.text
            return name.partition(".")[0] in ("hashlib", "hmac") or bool(_DIGESTS.search(name))
        return bool(
            _DIGESTS.search(spelled(self.resolver, self.function, operand).rpartition(".")[2])
        )


def _is_among(operand: i.Operand, names: set[str]) -> bool:
    return isinstance(operand, i.Local) and operand.name in names


def _constant(operand: i.Operand) -> str:
    value = operand.value if isinstance(operand, i.Const) else None
    return type(value).__name__ if isinstance(value, str | bytes) else ""


def spelled(resolver: Resolver, function: Function, operand: i.Operand) -> str:
    """A value as people read it."""
    if isinstance(operand, i.Local) and not operand.name.startswith("$"):
        return operand.name
    match resolver.bindings(function).origin(operand):
        case i.GetAttribute(object=whole, name=name):
            return f"{spelled(resolver, function, whole)}.{name}"
        case i.LoadGlobal(name=name) | i.LoadFree(name=name):
            return name
        case i.Call(text=text) | i.CallMethod(text=text) if text:
            return f"{text}()"
        case _:
            return "this"
