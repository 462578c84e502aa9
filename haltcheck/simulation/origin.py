"""Where runs of a function begin: at itself, or, where it is private, at those that call it."""

from __future__ import annotations

from haltcheck.model.program import Program

MOST = 3


def origins(program: Program, qualname: str, unread: bool = False) -> tuple[str, ...]:
    """The functions to start; a private or nested one gets its inputs from its callers.

    With ``unread`` they may be callers that nobody needed to read before.
    """
    if program.entry:
        return (program.entry,)
    if not is_private(program, qualname):
        return (qualname,)
    found: list[str] = []
    wanted, seen = [qualname], {qualname}
    while wanted and len(found) < MOST:
        name = wanted.pop(0)
        for caller in _callers(program, name, unread):
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
    if qualname == "<module>":
        return False
    name, owner = _known(program, qualname)
    special = name.startswith("__") and name.endswith("__")
    outer = qualname.removesuffix(name).rstrip(".").partition("#")[0]
    is_nested = bool(outer) and outer != (owner or "").partition("#")[0]
    return is_nested or "<" in qualname or (name.startswith("_") and not special)


def _known(program: Program, qualname: str) -> tuple[str, str | None]:
    """The short name of a function and its class, whether it was read or not."""
    function = program.functions.get(qualname)
    if function is not None:
        return function.name, function.in_class
    entry = program.contents.functions[qualname]
    return qualname.rpartition(".")[2].partition("#")[0], entry.in_class


def _callers(program: Program, qualname: str, unread: bool) -> list[str]:
    """Functions that name it in a call, or that it is nested in."""
    name = _known(program, qualname)[0]
    contents = program.contents.functions
    found = [
        other
        for other in (contents if unread else program.functions)
        if other != qualname
        and other in contents
        and any(call.rsplit(".", 1)[-1] == name for call in contents[other].calls)
    ]
    outer = qualname.rpartition(".")[0]
    if outer in program.functions and outer not in found:
        found.append(outer)
    if "<module>" in program.functions:
        found.append("<module>")
    return found
