"""Answers compose: loops cover what they run, functions join their parts and what they call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from haltcheck.basis.answer import Answer
from haltcheck.model.abstract.scene import tables_of
from haltcheck.model.abstract.surrounding import surrounding
from haltcheck.model.abstract.unlooped import unsettled
from haltcheck.model.instruction import Hole
from haltcheck.model.program import Function, Program
from haltcheck.model.subject import IterationSubject, LoopSubject, RecursionSubject, Subject
from haltcheck.verdict.callsite import Writes
from haltcheck.verdict.contribution import Callees, contribution, from_unread
from haltcheck.verdict.join import join
from haltcheck.verdict.judge import priors, unknown
from haltcheck.verdict.missed import as_called, iterations
from haltcheck.verdict.survey import Component, Survey
from haltcheck.verdict.suspicion import asks_for_all
from haltcheck.verdict.verdict import Verdict

_ENDLESS = unknown(
    ("may run an iterator that never ends to its end",), priors().doubtful_call_halts
)


@dataclass(slots=True)
class Composition:
    """Whole answers as they grow, callees first.

    ``own`` are the verdicts of subjects on their own rounds, ``whole`` with all that they run;
    ``functions`` are by qualname, ``mutual`` those that recur through others; ``rooted`` tells of
    closed functions whose parameters their conditions are about.
    """

    program: Program
    surveyed: Survey
    own: dict[Subject, Verdict] = field(default_factory=dict)
    whole: dict[Subject, Verdict] = field(default_factory=dict)
    functions: dict[str, Verdict] = field(default_factory=dict)
    mutual: set[str] = field(default_factory=set)
    rooted: dict[str, str] = field(default_factory=dict)

    def add(self, component: Component, own: Mapping[Subject, Verdict]) -> None:
        """Joins one component of the call graph, whose callees are there already."""
        doubt = unknown((component.doubt,), priors().doubtful_call_halts)
        endless = [doubt] if component.doubt else []
        if not component.read:
            asks = any(self.asks(name) for name in component.qualnames)
            callees = self.callees()
            parts = [from_unread(callees, name, asks) for name in sorted(component.callees)]
            self.functions.update(dict.fromkeys(component.qualnames, join([*parts, *endless])))
            return
        self.own.update(own)
        qualnames, inside = component.qualnames, frozenset(component.qualnames)
        self.mutual.update(qualnames if len(qualnames) > 1 else ())
        calls = {name: self._calls(name, inside) for name in qualnames}
        for name in qualnames:
            self._loops(self.program.functions[name], calls[name])
        recursion = [self._recursion(subject, calls) for subject in own if _recurs(subject)]
        callees = self.callees()
        for name in qualnames:
            function = self.program.functions[name]
            shown = [_begun_in(name, part) for part in recursion]
            self._carry(function, inside, shown)
            outer = [
                as_called(callees, function, loop, self.own, self.whole, recurs=bool(recursion))
                for loop in function.loops
                if loop.parent is None
            ]
            called = [part for _, part in calls[name]]
            self.whole.update((one, own[one]) for one in own if isinstance(one, IterationSubject))
            called += iterations(callees, function, own)
            holes = _holes(function, frozenset(range(len(function.blocks))))
            why = unsettled(self.program, function)
            holes += [unknown((why,), priors().doubtful_call_halts)] if why else []
            self.functions[name] = join([*outer, *shown, *called, *holes, *endless])
        if any(part.answer is Answer.NON_HALT for part in recursion):
            self._root(qualnames, {part.condition for part in recursion})

    def _root(self, qualnames: Sequence[str], conditions: set[str | None]) -> None:
        """The condition of a closed recursion is about the function that leads into it.

        That of a loop in it is not.
        """
        loops = [
            self.whole[LoopSubject(name, loop.id)].answer
            for name in qualnames
            for loop in self.program.functions[name].loops
        ]
        around = surrounding(tables_of(self.program).resolver, qualnames)
        for name in qualnames:
            if name not in around.open | around.lost:
                sole = len(around.roots) == 1 and self.functions[name].condition in conditions
                sole = sole and Answer.NON_HALT not in loops
                self.rooted[name] = around.roots[0] if sole else ""

    def asks(self, name: str) -> bool:
        """Whether unread code may ask a generator for all of its items."""
        entry = self.program.contents.functions.get(name)
        calls = self.program.contents.module_calls if entry is None else entry.calls
        return asks_for_all(calls) or (entry is not None and entry.is_generator)

    def settle(self, name: str, verdict: Verdict) -> None:
        """What the only possible run of a function shows holds for all that it runs through."""
        self.functions[name] = verdict
        for loop in self.program.functions[name].loops:
            subject = LoopSubject(name, loop.id)
            if self.whole[subject].answer is Answer.UNKNOWN:
                self.whole[subject] = verdict

    def adopt(self, name: str, view: Composition) -> None:
        """What was shown of a function as its own calls see the program (``Program.entry``)."""
        self.functions[name] = view.functions[name]
        for loop in self.program.functions[name].loops:
            subject = LoopSubject(name, loop.id)
            if self.whole[subject].answer is Answer.UNKNOWN:
                self.whole[subject] = view.whole[subject]

    def _calls(self, name: str, inside: frozenset[str]) -> list[tuple[int, Verdict]]:
        """What each call of the function adds to the block that it stands in."""
        function = self.program.functions[name]
        writes, callees = Writes(function), self.callees()
        suspected = [
            (one.block, unknown((one.reason,), priors().doubtful_call_halts))
            for one in self.surveyed.suspicions.get(name, ())
        ]
        return suspected + [
            (site.block, contribution(callees, function, site, writes))
            for site in self.surveyed.sites.get(name, ())
            if site.callee not in inside and site.callee in self.functions
        ]

    def callees(self) -> Callees:
        """What is known of the functions so far."""
        mutual = frozenset(self.mutual)
        return Callees(self.program, self.functions, self.surveyed.sites, mutual, self.rooted)

    def _loops(self, function: Function, calls: list[tuple[int, Verdict]]) -> None:
        for loop in reversed(function.loops):
            subject = LoopSubject(function.qualname, loop.id)
            inner = [
                self.whole[LoopSubject(function.qualname, one.id)]
                for one in function.loops
                if one.parent == loop.id
            ]
            called = [part for block, part in calls if block in loop.blocks]
            holes = _holes(function, loop.blocks)
            self.whole[subject] = join([self.own[subject], *inner, *called, *holes])

    def _recursion(
        self, subject: Subject, calls: Mapping[str, list[tuple[int, Verdict]]]
    ) -> Verdict:
        names = subject.qualnames if isinstance(subject, RecursionSubject) else ()
        loops = [
            self.whole[LoopSubject(name, loop.id)]
            for name in names
            for loop in self.program.functions[name].loops
        ]
        called = [part for name in names for _, part in calls.get(name, ())]
        self.whole[subject] = join([self.own[subject], *loops, *called])
        return self.own[subject]

    def _carry(
        self, function: Function, inside: frozenset[str], recursion: Sequence[Verdict]
    ) -> None:
        """A loop that calls into the recursion around it runs the whole recursion."""
        if not recursion:
            return
        sites = self.surveyed.sites.get(function.qualname, ())
        blocks = {site.block for site in sites if site.callee in inside}
        for loop in function.loops:
            if blocks & loop.blocks:
                subject = LoopSubject(function.qualname, loop.id)
                self.whole[subject] = join([self.whole[subject], *recursion])


def _begun_in(name: str, recursion: Verdict) -> Verdict:
    """What a recursion of several functions says of one of them."""
    if recursion.begun in ("", name):
        return recursion
    reason = f"recurs through {recursion.begun}, which need not halt"
    return unknown((reason,), priors().doubtful_call_halts)


def _recurs(subject: Subject) -> bool:
    return isinstance(subject, RecursionSubject)


def _holes(function: Function, blocks: frozenset[int]) -> list[Verdict]:
    """What is not modelled might loop, so nothing around it is known to halt."""
    found = [
        instruction
        for number in sorted(blocks)
        for instruction in function.blocks[number].instructions
        if isinstance(instruction, Hole)
    ]
    if not found:
        return []
    gap = found[0].gap
    reason = f"line {gap.span.line}: {gap.construct} is not modelled ({gap.why})"
    return [unknown((reason,), priors().gap_halts)]
