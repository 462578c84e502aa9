"""Where runs of a function begin: at itself, or, where it is private, at those that call it."""

from __future__ import annotations

from haltcheck.model.program import Program

MOST = 3


def origins(program: Program, qualname: str) -> tuple[str, ...]:
    """The functions to start; a private or nested one gets its inputs from its callers."""
    if program.entry:
        return (program.entry,)
    if not is_private(program, qualname):
        return (qualname,)
    found: list[str] = []
    wanted, seen = [qualname], {qualname}
    while wanted and len(found) < MOST:
        name = wanted.pop(0)
        for caller in _callers(program, name):
            if caller in seen:
                continue
            seen.add(caller)
            if is_private(program, caller):
                wanted.append(caller)
            else:
                found.append(caller)
    return tuple(found[:MOST])


def is_private(program: Program, qualname: str) -> bool:
    """Whether only code of the file calls it: nested, or named with an underscore."""
    function = program.functions[qualname]
    if qualname == "<module>":
        return False
    name = function.name
    special = name.startswith("__") and name.endswith("__")
    outer = qualname.removesuffix(name).rstrip(".").partition("#")[0]
    is_nested = bool(outer) and outer != (function.in_class or "").partition("#")[0]
    return is_nested or "<" in qualname or (name.startswith("_") and not special)


def _callers(program: Program, qualname: str) -> list[str]:
    """Functions that name it in a call, or that it is nested in."""
    name = program.functions[qualname].name
    found = [
        other
        for other in program.functions
        if other != qualname
        and other in program.contents.functions
        and any(call.rsplit(".", 1)[-1] == name for call in program.contents.functions[other].calls)
    ]
    outer = qualname.rpartition(".")[0]
    if outer in program.functions and outer not in found:
        found.append(outer)
    if "<module>" in program.functions:
        found.append("<module>")
    return found
