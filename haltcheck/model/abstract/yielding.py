"""Generators of the file: whether what they yield may come to an end."""

from __future__ import annotations

from haltcheck.basis.budget import Budget
from haltcheck.model import instruction as i
from haltcheck.model.abstract.build import build
from haltcheck.model.abstract.trust import Trust
from haltcheck.model.calls import Resolved, Resolver
from haltcheck.model.program import Function, Program
from haltcheck.model.subject import LoopSubject
from haltcheck.model.system import ENTRY, Faith, System
from haltcheck.model.term import TRUE


def delegates(program: Program, resolver: Resolver, callee: Function) -> bool:
    """Whether all that a generator hands over to are generators of this file, its calls."""
    bindings = resolver.bindings(callee)
    for block in callee.blocks:
        for one in block.instructions:
            if isinstance(one, i.Suspend) and one.kind != "yield":
                called = bindings.origin(one.value)
                if not isinstance(called, i.Call | i.CallMethod):
                    return False
                found = resolver.resolve(callee, called)
                names = found.qualnames if isinstance(found, Resolved) else ()
                functions = [program.functions.get(name) for name in names]
                if not functions or not all(f and f.is_generator for f in functions):
                    return False
    return True


def never_ends(program: Program, callee: Function) -> bool:
    """Whether a generator surely comes to a loop that nothing leaves."""
    for loop in callee.loops:
        if loop.parent is not None:
            continue
        subject = LoopSubject(callee.qualname, loop.id)
        system = build(program, subject, Trust.NOTHING, Budget())
        if not isinstance(system, System):
            continue
        leaves = any(
            one.source in system.inside and one.target not in system.inside
            for one in system.transitions
        )
        reached = any(
            one.source == ENTRY
            and one.target == loop.head
            and one.guard == TRUE
            and one.faith is Faith.EXACT
            for one in system.transitions
        )
        if reached and not leaves:
            return True
    return False
