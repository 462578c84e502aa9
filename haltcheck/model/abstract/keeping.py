"""Objects that keep a list, and add to it where they are used: special methods, properties."""

from __future__ import annotations

from collections.abc import Callable

from haltcheck.model import instruction as i
from haltcheck.model.abstract.scene import tables_of
from haltcheck.model.abstract.summary import HANDED, MUTATORS
from haltcheck.model.calls import Resolved
from haltcheck.model.program import Function, Program, code_of

_MADE = frozenset({"__init__", "__new__"})


def kept(program: Program, function: Function, is_same: Callable[[i.Operand], bool]) -> str:
    """What may add to an object that the function hands to something that keeps it; else nothing.

    That is a generator that changes what it is handed, or an object of a class of the file with a
    special method or a property that adds to an attribute of that name.
    """
    tables = tables_of(program)
    stored: set[str] = set()
    for block in function.blocks:
        for one in block.instructions:
            if isinstance(one, i.SetAttribute) and is_same(one.value):
                stored.add(one.name)
            if not isinstance(one, i.Call) or not any(is_same(item.value) for item in one.items):
                continue
            found = tables.resolver.resolve(function, one)
            for name in found.qualnames if isinstance(found, Resolved) else ():
                callee = program.functions.get(name)
                changes = tables.summaries.of(name).changes if callee is not None else ()
                if callee is not None and callee.is_generator and HANDED in changes:
                    return f"{name} may add to what the loop iterates"
                if callee is not None and callee.name in _MADE:
                    stored |= _bound(callee)
    return _adder(program, stored) if stored else ""


def _bound(function: Function) -> set[str]:
    """The attributes that a function binds."""
    code = list(code_of(function))
    return {one.name for one in code if isinstance(one, i.SetAttribute)}


def _adder(program: Program, stored: set[str]) -> str:
    """What runs without being called by name and changes an attribute of one of the names."""
    for name, entry in program.contents.functions.items():
        short = name.rpartition(".")[2]
        is_special = short.startswith("__") and short.endswith("__") and short not in _MADE
        is_property = any("property" in text or "etter" in text for text in entry.decorators)
        if entry.in_class is None or not (is_special or is_property):
            continue
        for text in entry.calls:
            parts = text.split(".")
            if len(parts) > 1 and parts[-1] in MUTATORS and parts[-2] in stored:
                return f"{name} may add to what the loop iterates"
    return ""
