"""The order of judging: components of the call graph, callees first, and what each one asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from haltcheck.basis.graph import components
from haltcheck.basis.record import record
from haltcheck.frontend.stub import NOT_NEEDED
from haltcheck.model.abstract.scene import tables_of
from haltcheck.model.abstract.unborn import Unborn, unborn
from haltcheck.model.abstract.unlooped import unlooped
from haltcheck.model.instruction import Call, CallMethod, Hole
from haltcheck.model.program import Function, Program, code_of
from haltcheck.model.recursion import Edge, call_graph, edges
from haltcheck.model.reference.asked_again import HandsBack
from haltcheck.model.reference.handed_back import hands_back
from haltcheck.model.reference.link import LinkBack, passes_others
from haltcheck.model.reference.mutual import Mutual, mutual
from haltcheck.model.subject import LoopSubject, RecursionSubject, Subject
from haltcheck.verdict.callsite import Site
from haltcheck.verdict.intent import serves
from haltcheck.verdict.suspicion import Suspicion, consumes_endlessly, suspicions

MODULE = "<module>"


@record
class Component:
    """Functions that call each other in a cycle, or one alone; inner loops come first.

    ``read`` is false where only the names of what it calls are known, its ``callees``;
    ``doubt`` says why even its straight code may not end, nothing where it surely does.
    """

    qualnames: tuple[str, ...]
    read: bool
    subjects: tuple[Subject, ...] = ()
    callees: frozenset[str] = frozenset()
    doubt: str = ""


@record
class Survey:
    """Every component of a file, callees first, and the calls inside the file by function.

    ``quiet`` are for each function the texts of calls that run nothing but code of this file
    which neither waits nor calls anything unseen; ``suspicions`` its calls that may lead back.
    """

    components: tuple[Component, ...]
    sites: Mapping[str, tuple[Site, ...]]
    quiet: Mapping[str, frozenset[str]]
    suspicions: Mapping[str, tuple[Suspicion, ...]]


def survey(program: Program) -> Survey:
    """Goes through the call graph once."""
    resolver = tables_of(program).resolver
    read = {name: one for name, one in program.functions.items() if not _is_stub(one)}
    graph = dict(call_graph(resolver))
    if MODULE not in graph:
        graph[MODULE] = _module_callees(program)
    found = [_component(program, read, graph, component) for component in components(graph)]
    sites = {
        name: tuple(site for edge in edges(resolver, one) for site in _sites(one, edge))
        for name, one in read.items()
    }
    quiet = _quiet(read, found, sites)
    return Survey(tuple(found), sites, quiet, suspicions(resolver, read, graph))


def _component(
    program: Program,
    read: Mapping[str, Function],
    graph: Mapping[str, frozenset[str]],
    names: tuple[str, ...],
) -> Component:
    endless = any(_consumes_endlessly(program, name) for name in names)
    doubt = "may run an iterator that never ends to its end" if endless else ""
    if not all(name in read for name in names):
        callees = frozenset().union(*(graph[name] for name in names)) - set(names)
        cyclic = "calls itself through code that was not read" if len(names) > 1 else doubt
        return Component(names, False, (), callees, cyclic)
    subjects: list[Subject] = [
        LoopSubject(name, loop.id) for name in names for loop in reversed(read[name].loops)
    ]
    if len(names) > 1 or names[0] in graph[names[0]] or _asks_itself(program, names[0]):
        subjects.append(RecursionSubject(names))
    subjects += [one for name in names for one in unlooped(program, read[name])]
    return Component(names, True, tuple(subjects), doubt=doubt)


def _asks_itself(program: Program, name: str) -> bool:
    """Whether a method recurs as no call shows: ``__getattr__`` on objects that are not
    initialised, ``__repr__`` on objects that refer to each other, what hands a question back.
    """
    resolver = tables_of(program).resolver
    if isinstance(unborn(resolver, name), Unborn):
        return True
    if isinstance(hands_back(resolver, name), HandsBack):
        return True
    if isinstance(passes_others(program, resolver, name), LinkBack):
        return True
    return isinstance(mutual(resolver, name), Mutual)


def _consumes_endlessly(program: Program, name: str) -> bool:
    """What a generator makes it may yield from, which no call shows."""
    entry = program.contents.functions.get(name)
    yields = entry is not None and entry.is_generator
    return consumes_endlessly(program.contents, _calls(program, name), yields)


def _calls(program: Program, name: str) -> frozenset[str]:
    entry = program.contents.functions.get(name)
    return program.contents.module_calls if entry is None else entry.calls


def _is_stub(function: Function) -> bool:
    """A function whose body the front end left out because nothing needs it."""
    holes = list(code_of(function))
    return len(holes) == 1 and isinstance(holes[0], Hole) and holes[0].gap.why == NOT_NEEDED


def _sites(function: Function, edge: Edge) -> list[Site]:
    block = function.blocks[edge.block]
    inside = edge.index < len(block.instructions)
    call = block.instructions[edge.index] if inside else None
    line = block.instructions[edge.index].span.line if inside else _end_line(function, edge.block)
    only = len(edge.resolved.qualnames) == 1
    return [
        Site(name, edge.block, line, call, only, edge.resolved.open_method)
        for name in edge.resolved.qualnames
    ]


def _end_line(function: Function, block: int) -> int:
    span = getattr(function.blocks[block].terminator, "span", function.span)
    return int(span.line)


def _module_callees(program: Program) -> frozenset[str]:
    """What the module body calls by name, where it has no loop and was not read."""
    functions = program.contents.functions
    found: set[str] = set()
    for text in program.contents.module_calls:
        found.update(name for name in (text, f"{text}.__init__") if name in functions)
    return frozenset(found)


def _quiet(
    read: Mapping[str, Function],
    found: Sequence[Component],
    sites: Mapping[str, tuple[Site, ...]],
) -> dict[str, frozenset[str]]:
    quiet: set[str] = set()
    texts: dict[str, frozenset[str]] = {}
    for component in found:
        if component.read:
            inside = quiet.union(component.qualnames)
            texts.update({name: _quiet_texts(sites[name], inside) for name in component.qualnames})
            if not any(_is_serving(read[name], texts[name]) for name in component.qualnames):
                quiet = inside
    return texts


def _quiet_texts(sites: Sequence[Site], quiet: set[str]) -> frozenset[str]:
    named = {
        site.call.text: site.callee in quiet
        for site in sorted(sites, key=lambda site: site.callee not in quiet)
        if isinstance(site.call, Call | CallMethod) and site.sure
    }
    return frozenset(text for text, known in named.items() if known and text)


def _is_serving(function: Function, quiet: frozenset[str]) -> bool:
    return any(serves(one, quiet) for block in function.blocks for one in block.instructions)
