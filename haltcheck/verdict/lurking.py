"""What runs unseen may not end: special methods, properties, functions that are handed on.

They are no calls that were followed, so nothing of them is in the answer of what runs them. Where
one of them is not known to halt, or leads back to where it came from, neither is that known of
the code around it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from haltcheck.basis.answer import Answer, Basis
from haltcheck.basis.graph import components
from haltcheck.frontend.syntax import Unseen
from haltcheck.model.abstract.scene import tables_of
from haltcheck.model.recursion import call_graph
from haltcheck.model.subject import LoopSubject
from haltcheck.verdict.callsite import Writes
from haltcheck.verdict.compose import Composition
from haltcheck.verdict.contribution import contribution, from_unread
from haltcheck.verdict.exhausted import holds, reason_of, runs_out
from haltcheck.verdict.judge import priors, unknown


def lurk(composition: Composition) -> frozenset[str]:
    """Takes back that functions halt which may run unseen what need not halt; says which.

    What an exact run to its end has shown stays.
    """
    if not composition.program.contents.unseen:
        return frozenset()
    return frozenset(_Search(composition).run())


@dataclass(slots=True)
class _Search:
    composition: Composition
    taken: set[str] = field(default_factory=set)
    edges: dict[str, list[Unseen]] = field(default_factory=dict)
    loops: dict[str, list[Unseen]] = field(default_factory=dict)

    def run(self) -> set[str]:
        composition = self.composition
        graph = call_graph(tables_of(composition.program).resolver)
        functions = composition.functions
        for name, runs in composition.program.contents.unseen.items():
            seen = graph.get(name, frozenset())
            self.edges[name] = [
                one
                for one in runs
                if not one.looped
                and (one.whole or (one.target in functions and one.target not in seen))
            ]
            self.loops[name] = [one for one in runs if one.looped]
        work = [*self._coming_back(graph), *self._asking(), *self._iterating()]
        work += [name for name, one in functions.items() if one.answer is not Answer.HALT]
        runners = self._runners()
        while work:
            callee = work.pop()
            for name, line in runners.get(callee, ()):
                reason = f"line {line} may run {callee}, which need not halt"
                work += self._take_back(name, line, reason)
            for name, line in self._loopers(callee):
                work += self._take_back(name, line, reason_of(line))
            for name, line in self._callers(callee):
                reason = f"line {line} calls {callee}, which need not halt"
                work += self._take_back(name, line, reason)
        return self.taken

    def _coming_back(self, graph: dict[str, frozenset[str]]) -> Iterator[str]:
        """Functions that may run themselves again through what they run unseen."""
        wide = {
            name: graph.get(name, frozenset())
            | {one.target for one in self.edges.get(name, ()) if one.sure}
            for name in graph.keys() | self.edges.keys()
        }
        for component in components(wide):
            inside = frozenset(component)
            for name in component:
                for one in self.edges.get(name, ()):
                    is_new = one.target not in graph.get(name, frozenset())
                    if one.sure and is_new and one.target in inside:
                        reason = f"may come back to itself through {one.target} in line {one.line}"
                        yield from self._take_back(name, one.line, reason)

    def _asking(self) -> Iterator[str]:
        """Straight code that asks an object of the file for all of its items."""
        for name, runs in self.edges.items():
            for one in runs:
                if one.whole and not self._generates(one):
                    yield from self._take_back(name, one.line, reason_of(one.line))

    def _iterating(self) -> Iterator[str]:
        """Loops that were said to end because what they go through does, which nobody has shown."""
        for name, runs in self.loops.items():
            for one in runs:
                if not self._generates(one) and runs_out(self.composition, name, one.line):
                    yield from self._take_back(name, one.line, reason_of(one.line))

    def _loopers(self, callee: str) -> Iterator[tuple[str, int]]:
        """Such loops over a generator that need not halt."""
        for name, runs in self.loops.items():
            for one in runs:
                if one.target == callee and runs_out(self.composition, name, one.line):
                    yield name, one.line

    def _generates(self, one: Unseen) -> bool:
        """Whether the items come from a generator, which has an answer of its own."""
        entry = self.composition.program.contents.functions.get(one.target)
        return entry is not None and entry.is_generator

    def _runners(self) -> dict[str, list[tuple[str, int]]]:
        found: dict[str, list[tuple[str, int]]] = {}
        for name, runs in self.edges.items():
            for one in runs:
                found.setdefault(one.target, []).append((name, one.line))
        return found

    def _callers(self, callee: str) -> Iterator[tuple[str, int]]:
        """The calls that what was taken back now speaks against."""
        if callee not in self.taken:
            return
        composition = self.composition
        callees, surveyed = composition.callees(), composition.surveyed
        for name, sites in surveyed.sites.items():
            function = composition.program.functions[name]
            for site in sites:
                if site.callee == callee:
                    part = contribution(callees, function, site, Writes(function))
                    if part.answer is not Answer.HALT:
                        yield name, site.line
        for component in surveyed.components:
            if not component.read and callee in component.callees:
                for name in component.qualnames:
                    if (
                        from_unread(callees, callee, composition.asks(name)).answer
                        is Answer.UNKNOWN
                    ):
                        yield name, self._line(name)

    def _line(self, name: str) -> int:
        entry = self.composition.program.contents.functions.get(name)
        return entry.span.line if entry is not None else 1

    def _take_back(self, name: str, line: int, reason: str) -> list[str]:
        """The function, if it was said to halt, and its loops around the line, are open again."""
        composition = self.composition
        held = composition.functions.get(name)
        if held is None or held.answer is not Answer.HALT or held.basis is Basis.REPLAY:
            return []
        instead = unknown((reason,), priors().doubtful_call_halts)
        composition.functions[name] = instead
        self.taken.add(name)
        function = composition.program.functions.get(name)
        for loop in function.loops if function is not None else ():
            subject = LoopSubject(name, loop.id)
            known = composition.whole.get(subject)
            if known is not None and holds(loop, line) and known.answer is Answer.HALT:
                composition.whole[subject] = instead
        return [name]
