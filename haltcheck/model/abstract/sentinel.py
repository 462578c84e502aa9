"""Whether ``iter(stream.readline, b'')`` comes to the end of a file that was opened here."""

from __future__ import annotations

from haltcheck.model import instruction as i
from haltcheck.model.abstract.access import locals_of, operands
from haltcheck.model.calls import Dotted, Resolver
from haltcheck.model.program import Function, Return

_READS = frozenset({"read", "readline", "read1"})


def reads_to_the_end(function: Function, resolver: Resolver, call: i.Call) -> bool:
    """``iter(f.readline, end)``: each item takes something away, and what comes last is ``end``.

    The file is opened in this function, in a mode that says what its end looks like, and nothing
    else is done with it than to read, so that nobody goes back in it.
    """
    bindings = resolver.bindings(function)
    read, end = (item.value for item in call.items)
    asked = bindings.origin(read)
    if not isinstance(asked, i.GetAttribute) or asked.name not in _READS:
        return False
    opened = bindings.origin(asked.object)
    names = {asked.target, bindings.root(asked.object)}
    if isinstance(opened, i.EnterContext) and not opened.is_async:
        names.add(bindings.root(opened.manager))
        opened = bindings.origin(opened.manager)
    if not isinstance(opened, i.Call) or not isinstance(end, i.Const):
        return False
    match resolver.resolve(function, opened):
        case Dotted(name="open" | "builtins.open"):
            return end.value == _end_of(opened) and _only_read(function, names, call)
        case _:
            return False


def _end_of(opened: i.Call) -> str | bytes | None:
    """What reading gives at the end of a file in this mode; None where the mode is not known."""
    mode: object = "r"
    for position, item in enumerate(opened.items):
        if item.kind not in ("positional", "keyword"):
            return None
        if item.name == "mode" or (item.name is None and position == 1):
            mode = item.value.value if isinstance(item.value, i.Const) else None
    if not isinstance(mode, str) or not set(mode) <= set("rbt"):
        return None
    return b"" if "b" in mode else ""


def _only_read(function: Function, names: set[str], iterated: i.Call) -> bool:
    """Whether no instruction does anything with the file but open, close and read it."""
    copies = {
        one.target
        for block in function.blocks
        for one in block.instructions
        if isinstance(one, i.Copy) and set(locals_of((one.value,))) & names
    }
    known = names | copies
    if known & (function.shared | function.rebound | function.free):
        return False
    for block in function.blocks:
        if isinstance(block.terminator, Return) and _holds(block.terminator.value, known):
            return False
        for one in block.instructions:
            match one:
                case i.EnterContext() | i.ExitContext():
                    continue
                case i.Copy(target=target) if target in known:
                    continue
                case i.GetAttribute(name=name) | i.CallMethod(name=name) if name in _READS:
                    handed = one.items if isinstance(one, i.CallMethod) else ()
                    if not any(_holds(item.value, known) for item in handed):
                        continue
                case _ if one is iterated:
                    continue
                case _:
                    pass
            if set(locals_of(operands(one))) & known:
                return False
    return True


def _holds(operand: i.Operand, names: set[str]) -> bool:
    return isinstance(operand, i.Local) and operand.name in names
