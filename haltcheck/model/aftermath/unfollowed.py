"""Callees of the file that cannot be followed: taken for such as are not seen at all."""

from __future__ import annotations

from haltcheck.basis.once import once
from haltcheck.model import instruction as i
from haltcheck.model.aftermath.abroad import Callee
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.harmless import harmless
from haltcheck.model.aftermath.into import step_into
from haltcheck.model.aftermath.mistake import is_mistaken
from haltcheck.model.aftermath.outcome import UnfollowedError
from haltcheck.model.aftermath.state import State, become_as
from haltcheck.model.aftermath.value import Value
from haltcheck.model.calls import Resolved, Resolver
from haltcheck.model.program import Function, Program, Raise

_DEEPEST = 4


def run(
    context: Context, state: State, call: i.Invocation, callee: Callee, values: list[Value]
) -> Value:
    """What the callee gives; one that only computes too much is supposed to return."""
    before = state.fork()
    try:
        return step_into(context, state, call, callee, values)
    except UnfollowedError:
        own = callee.program is context.program
        if context.recursive or not own or refuses(context.program, context.resolver, callee):
            raise
    become_as(state, before)
    return harmless(context, state, call, values)


def refuses(program: Program, resolver: Resolver, callee: Callee) -> bool:
    """Whether it, or what it calls in the file, raises something because of what it is handed."""
    known = _refusing(program)
    name = callee.function.qualname
    if name not in known:
        known[name] = _refuses(program, resolver, callee.function, 0)
    return known[name]


def _nothing_known(program: Program) -> dict[str, bool]:
    return {}


_refusing = once(_nothing_known, most=4)


def _refuses(program: Program, resolver: Resolver, function: Function, depth: int) -> bool:
    if depth > _DEEPEST:
        return True
    for block in function.blocks:
        end = block.terminator
        if isinstance(end, Raise) and not is_mistaken(resolver, function, end):
            return True
        for one in block.instructions:
            if not isinstance(one, i.Call | i.CallMethod):
                continue
            run = resolver.resolve(function, one)
            for name in run.qualnames if isinstance(run, Resolved) else ():
                inner = program.functions.get(name)
                if inner is function:
                    continue
                if inner is None or _refuses(program, resolver, inner, depth + 1):
                    return True
    return False
