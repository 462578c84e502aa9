"""Objects that are told where to go, or what to ask: what they say next is what stands there."""

from __future__ import annotations

import re
from collections.abc import Callable

from haltcheck.model import instruction as i
from haltcheck.model.calls import Resolved, Resolver
from haltcheck.model.program import Function
from haltcheck.model.slice import reads

_GOES = frozenset({"goto", "load_url", "navigate", "navigate_to"})
"""Methods of a browser; a pen that goes somewhere is told two numbers."""

_ASKS = frozenset({"execute", "query"})
_QUERY = re.compile(
    r"\s*(?:select|with)\s[^<>]*(?:=|\bin\b)\s*\(?\s*['\"]?(?:[?%:$@{]|$)[^<>]*",
    re.IGNORECASE,
)
"""What is equal to a key; what is greater than the last one comes to an end."""

_DEEPEST = 4

TELLS = _GOES | _ASKS | {"get"}
"""Names of methods that tell an object where to go."""


def is_led(
    resolver: Resolver,
    function: Function,
    call: i.CallMethod,
    near: Callable[[i.Operand], bool],
) -> bool:
    """Whether the call leads its object to the item: a browser, or the cursor of a database.

    A ``get`` whose answer nobody looks at is no look-up in a table.
    """
    if not any(near(item.value) for item in call.items):
        return False
    plain = [item for item in call.items if item.kind == "positional"]
    goes = call.name in _GOES or (call.name == "get" and _is_unread(function, call))
    if not (goes and len(plain) == 1 and near(plain[0].value)) and not is_query(
        resolver, function, call
    ):
        return False
    return not isinstance(resolver.resolve(function, call), Resolved)


def is_query(resolver: Resolver, function: Function, call: i.CallMethod) -> bool:
    """``execute("SELECT ...", (key,))``: rows of a database are asked for."""
    if call.name not in _ASKS or not call.items:
        return False
    return _QUERY.fullmatch(beginning(resolver, function, call.items[0].value)) is not None


def is_object(resolver: Resolver, function: Function, call: i.CallMethod) -> bool:
    """Whether what a method finds is no place in a text: it is asked for what it holds."""
    asked = {"find": i.GetAttribute, "search": i.GetIterator}.get(call.name, i.Hole)
    return is_query(resolver, function, call) or any(
        isinstance(one, asked) and getattr(one, "object", None) == i.Local(call.target)
        for block in function.blocks
        for one in block.instructions
    )


def beginning(resolver: Resolver, function: Function, operand: i.Operand, depth: int = 0) -> str:
    """How a text begins, as far as it is written here."""
    if isinstance(operand, i.Const):
        return operand.value if isinstance(operand.value, str) else ""
    match resolver.bindings(function).origin(operand):
        case i.Operate(operands=(first, *_)) | i.CallMethod(name="format", object=first):
            return "" if depth > _DEEPEST else beginning(resolver, function, first, depth + 1)
        case i.Call(items=(item,)) if depth <= _DEEPEST:
            # The text of a statement may be wrapped: text("SELECT ...").
            return beginning(resolver, function, item.value, depth + 1)
        case _:
            return ""


def _is_unread(function: Function, call: i.CallMethod) -> bool:
    return not any(
        call.target in reads(one)
        for block in function.blocks
        for one in (*block.instructions, block.terminator)
    )
