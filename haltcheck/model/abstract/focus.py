"""A program as the calls of one function see it: that function alone is called from outside.

What a callee does for arguments that it never gets is then nobody's concern. Callees that loop
are grafted into the function, so that their loops start in the states that the calls lead to; a
recursion takes its arguments from the calls around it (``surrounding``). Lines stay the user's.
Narrowing to what one entry reaches: FocusTNT slices to one loop and fixes inputs likewise.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from haltcheck.basis.budget import LARGEST
from haltcheck.basis.graph import reachable
from haltcheck.basis.record import record
from haltcheck.frontend.syntax import Contents
from haltcheck.model import instruction as i
from haltcheck.model.abstract.flow import flow_of, written_in
from haltcheck.model.abstract.graft import Arguments, Graft, arguments
from haltcheck.model.abstract.scene import tables_of
from haltcheck.model.calls import Resolved, Resolver
from haltcheck.model.program import Function, Program, code_of
from haltcheck.model.recursion import call_graph, recurring

_MOST = 12
"""So many calls of one function are grafted at most."""

_BOUND_TO_FRAME = i.MakeFunction | i.MakeClass | i.Unbind | i.Hole | i.Suspend


@record
class Unfocused:
    """Why the program cannot be seen so; ``reason`` is a sentence."""

    reason: str


def focused(
    program: Program, qualname: str, staying: frozenset[str] = frozenset()
) -> Program | Unfocused:
    """The program with ``qualname`` as its ``entry``, callees that loop grafted into it.

    Those that are ``staying`` are left where they are.
    """
    resolver = tables_of(program).resolver
    if qualname in recurring(resolver) or qualname not in program.functions:
        return Unfocused(f"{qualname} recurs itself or was not read")
    if _is_led_into_unseen(program, call_graph(resolver), qualname):
        return Unfocused("something else that it may run leads into its callees")
    work = _Grafting(resolver, staying)
    functions = dict(program.functions) | {qualname: work.whole(qualname)}
    contents = _joined(program.contents, qualname, work.grafted)
    return replace(program, contents=contents, functions=functions, entry=qualname)


def _is_led_into_unseen(
    program: Program, graph: Mapping[str, Collection[str]], qualname: str
) -> bool:
    """Whether code that no call shows may run what the function calls.

    Lambdas and nested functions are handed on, methods run by names that nobody resolves, and a
    function that is known by more than its calls runs where nobody looks.
    """
    inside = reachable(graph, (qualname,))
    callees = inside - {qualname}
    back: dict[str, set[str]] = {}
    for name, called in graph.items():
        for one in called:
            back.setdefault(one, set()).add(name)
    entries = program.contents.functions
    leading = reachable(back, callees) - inside
    return not program.contents.handed.isdisjoint(inside) or any(
        "." in name or "<" in name or entries[name].is_generator or entries[name].is_async
        for name in leading
        if name in entries
    )


class _Grafting:
    """Functions with what they call in place, each made once."""

    def __init__(self, resolver: Resolver, staying: frozenset[str]) -> None:
        self.resolver = resolver
        self.staying = staying
        self.grafted: set[str] = set()
        self._made: dict[str, Function] = {}

    def whole(self, qualname: str) -> Function:
        """The function with its looping callees in place, as far as they are plain enough."""
        found = self._made.get(qualname)
        if found is None:
            found = self._made[qualname] = self._graft(qualname)
        return found

    def _graft(self, qualname: str) -> Function:
        function = self.resolver.program.functions[qualname]
        graft = Graft(function)
        parts = list(code_of(function))
        done = 0
        for call in (one for one in parts if isinstance(one, i.Call)):
            body = self._body(function, call)
            given = arguments(call, body) if body is not None else None
            if body is None or given is None or done >= _MOST:
                continue
            called = _called(body)
            if not _are_handed_on(function, body, given, called):
                continue
            if len(graft.blocks) + len(body.blocks) < LARGEST:
                graft.put(body, call, given, called)
                self.grafted.add(body.qualname)
                done += 1
        return graft.finish(function.rebound) if done else function

    def _body(self, function: Function, call: i.Call) -> Function | None:
        """The one function that a call runs, where it loops and can stand in the caller."""
        run = self.resolver.resolve(function, call)
        if not isinstance(run, Resolved) or len(run.qualnames) != 1 or run.open_method:
            return None
        name = run.qualnames[0]
        entry = self.resolver.program.contents.functions.get(name)
        if entry is None or entry.decorators or "." in name or name in recurring(self.resolver):
            return None
        if run.constructs or name in self.staying or name not in self.resolver.program.functions:
            return None
        body = self.whole(name)
        return body if body.loops and _is_plain(body) else None


def _called(body: Function) -> frozenset[str]:
    """The parameters that it calls: what they run is known by their names alone."""
    names = {parameter.name for parameter in body.parameters}
    return frozenset(
        one.function.name
        for block in body.blocks
        for one in block.instructions
        if isinstance(one, i.Call)
        and isinstance(one.function, i.Local)
        and one.function.name in names
    )


def _are_handed_on(
    function: Function, body: Function, given: Arguments, called: frozenset[str]
) -> bool:
    """Whether the callables that the body calls are the caller's own, as they came in."""
    own = {parameter.name: parameter.annotation for parameter in function.parameters}
    wanted = {parameter.name: parameter.annotation for parameter in body.parameters}
    unwritten = own.keys() - written_in(function, range(len(function.blocks)))
    kept = wanted.keys() - written_in(body, range(len(body.blocks)))
    return called <= kept and all(
        isinstance(value, i.Local) and value.name in unwritten and own[value.name] == wanted[name]
        for name, value in given.items()
        if name in called
    )


def _is_plain(function: Function) -> bool:
    """No frame of its own is needed, and every local is bound before it is read."""
    names = {parameter.name for parameter in function.parameters}
    return (
        not (function.is_async or function.is_generator)
        and not (function.shared or function.rebound or function.free)
        and flow_of(function).live[0] <= names
        and not any(
            isinstance(one, _BOUND_TO_FRAME)
            for block in function.blocks
            for one in block.instructions
        )
    )


def _joined(contents: Contents, qualname: str, grafted: Iterable[str]) -> Contents:
    """The table of contents, where the function does itself what was grafted into it."""
    entry = contents.functions.get(qualname)
    if entry is None:
        return contents
    parts = [entry, *(contents.functions[name] for name in sorted(grafted))]
    whole = replace(
        entry,
        loops=sum(part.loops for part in parts),
        calls=frozenset().union(*(part.calls for part in parts)),
        attributes=frozenset().union(*(part.attributes for part in parts)),
        writes=frozenset().union(*(part.writes for part in parts)),
        operators=any(part.operators for part in parts),
    )
    return replace(contents, functions=dict(contents.functions) | {qualname: whole})
