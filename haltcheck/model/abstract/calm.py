"""Functions whose every way to raise shows in their paths: plain code over numbers."""

from __future__ import annotations

from collections.abc import Iterable

from haltcheck.model import instruction as i
from haltcheck.model.calls import Dotted, Resolved, Resolver
from haltcheck.model.program import Function, Next

_PLAIN = i.Copy | i.LoadGlobal | i.StoreGlobal
_SPELLED = "+ - * / // % ** << >> & | ^ < <= > >= == != neg pos invert not truth"
_OPERATORS = frozenset(_SPELLED.split())
_BUILTINS = frozenset({"abs", "bool", "divmod", "int", "max", "min"})
_DEEPEST = 3


def may_be_calm(resolver: Resolver, members: Iterable[str]) -> bool:
    """Whether nothing in the members of a recursion raises but what their paths show.

    They calculate with numbers, call each other, a few built-ins and small functions that are no
    different. What holds objects, formats them or imports is left to those who suppose.
    """
    inside = frozenset(members)
    return all(_is_plain(resolver, name, inside, 0) for name in inside)


def _is_plain(resolver: Resolver, name: str, inside: frozenset[str], depth: int) -> bool:
    function = resolver.program.functions.get(name)
    if function is None or function.is_async or function.is_generator or function.in_class:
        return False
    if any(isinstance(block.terminator, Next) for block in function.blocks):
        return False
    return all(
        _shows(resolver, function, part, inside, depth)
        for block in function.blocks
        for part in block.instructions
    )


def _shows(
    resolver: Resolver,
    function: Function,
    part: i.Instruction,
    inside: frozenset[str],
    depth: int,
) -> bool:
    if isinstance(part, i.Operate):
        return part.operator.removesuffix("=") in _OPERATORS or part.operator in _OPERATORS
    if not isinstance(part, i.Call):
        return isinstance(part, _PLAIN)
    run = resolver.resolve(function, part)
    if isinstance(run, Dotted):
        return run.name in _BUILTINS
    if not isinstance(run, Resolved) or len(run.qualnames) != 1 or run.constructs:
        return False
    name = run.qualnames[0]
    return name in inside or (depth < _DEEPEST and _is_plain(resolver, name, inside, depth + 1))
