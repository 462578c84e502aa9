"""Answers compose: loops cover what they run, functions join their parts and what they call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import assert_never

from haltcheck.basis.answer import Answer, Basis
from haltcheck.model.assumption import NotOverridden, ReturnsNormally
from haltcheck.model.instruction import Call, CallMethod, Hole, Instruction
from haltcheck.model.program import Function, Program
from haltcheck.model.subject import LoopSubject, RecursionSubject, Subject
from haltcheck.verdict.condition import Met, MetWhere, Unclear, Unmet, at_call
from haltcheck.verdict.consumption import Consumption, consumption
from haltcheck.verdict.intent import QUIET
from haltcheck.verdict.join import NO_LOOPS, join
from haltcheck.verdict.judge import priors, unknown
from haltcheck.verdict.reach import Uncertain, reach
from haltcheck.verdict.site import Site, Writes, arguments
from haltcheck.verdict.survey import Component
from haltcheck.verdict.verdict import Verdict


@dataclass(slots=True)
class Composition:
    """Whole answers as they grow, callees first.

    ``own`` are the verdicts of subjects on their own rounds, ``whole`` with all that they run;
    ``functions`` are by qualname. ``sites`` lists for each function its calls into the tree.
    """

    program: Program
    sites: Mapping[str, Sequence[Site]]
    own: dict[Subject, Verdict] = field(default_factory=dict)
    whole: dict[Subject, Verdict] = field(default_factory=dict)
    functions: dict[str, Verdict] = field(default_factory=dict)

    def add(self, component: Component, own: Mapping[Subject, Verdict]) -> None:
        """Joins one component of the call graph, whose callees are there already."""
        if not component.read:
            parts = [self._seen(name) for name in sorted(component.callees)]
            self.functions.update(dict.fromkeys(component.qualnames, join(parts)))
            return
        self.own.update(own)
        qualnames, inside = component.qualnames, frozenset(component.qualnames)
        calls = {name: self._calls(name, inside) for name in qualnames}
        for name in qualnames:
            self._loops(self.program.functions[name], calls[name])
        recursion = [self._recursion(subject, calls) for subject in own if _recurs(subject)]
        for name in qualnames:
            function = self.program.functions[name]
            self._carry(function, inside, recursion)
            outer = [
                self.whole[LoopSubject(name, loop.id)]
                for loop in function.loops
                if loop.parent is None
            ]
            called = [part for _, part in calls[name]]
            holes = _holes(function, frozenset(range(len(function.blocks))))
            self.functions[name] = join([*outer, *recursion, *called, *holes])

    def inside(self, subject: Subject) -> list[Subject]:
        """The loops and recursions that stand in the subject or are called from it."""
        match subject:
            case LoopSubject(qualname=qualname, loop=number):
                function = self.program.functions[qualname]
                blocks = next(loop.blocks for loop in function.loops if loop.id == number)
                names = [site.callee for site in self._sites(qualname) if site.block in blocks]
                own = [
                    LoopSubject(qualname, loop.id)
                    for loop in function.loops
                    if loop.id != number and loop.blocks < blocks
                ]
            case RecursionSubject(qualnames=qualnames):
                names = [site.callee for name in qualnames for site in self._sites(name)]
                names += qualnames
                own = []
        called = self._called_from(names)
        return [
            one
            for one in self.own
            if one != subject and (one in own or not called.isdisjoint(_functions(one)))
        ]

    def _sites(self, qualname: str) -> Sequence[Site]:
        return self.sites.get(qualname, ())

    def _called_from(self, names: Sequence[str]) -> set[str]:
        seen = set(names)
        work = list(names)
        while work:
            for site in self._sites(work.pop()):
                if site.callee not in seen:
                    seen.add(site.callee)
                    work.append(site.callee)
        return seen

    def _seen(self, name: str) -> Verdict:
        """What a call from unread code adds: nobody knows whether it can meet a divergence."""
        verdict = self.functions.get(name, NO_LOOPS)
        if verdict.answer is not Answer.NON_HALT:
            return verdict
        if self.program.contents.functions[name].is_generator and verdict.intended:
            return NO_LOOPS
        condition = f" where {verdict.condition}" if verdict.condition else ""
        reason = f"may call {name}, which need not halt{condition}"
        return unknown((reason,), priors().doubtful_call_halts)

    def _calls(self, name: str, inside: frozenset[str]) -> list[tuple[int, Verdict]]:
        """What each call of the function adds to the block that it stands in."""
        function = self.program.functions[name]
        writes = Writes(function)
        return [
            (site.block, self._contribution(function, site, writes))
            for site in self.sites.get(name, ())
            if site.callee not in inside and site.callee in self.functions
        ]

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
        sites = self.sites.get(function.qualname, ())
        blocks = {site.block for site in sites if site.callee in inside}
        for loop in function.loops:
            if blocks & loop.blocks:
                subject = LoopSubject(function.qualname, loop.id)
                self.whole[subject] = join([self.whole[subject], *recursion])

    def _contribution(self, function: Function, site: Site, writes: Writes) -> Verdict:
        callee = self.program.functions.get(site.callee)
        verdict = self.functions[site.callee]
        if callee is not None and callee.is_generator:
            verdict = _consumed(function, site, verdict)
        match verdict.answer:
            case Answer.HALT:
                return replace(verdict, certificate=None)
            case Answer.UNKNOWN:
                return verdict
            case Answer.NON_HALT:
                return self._endless(function, site, verdict, writes)
            case _:
                assert_never(verdict.answer)

    def _endless(self, function: Function, site: Site, verdict: Verdict, writes: Writes) -> Verdict:
        """A callee that need not halt counts where the call surely is and can be so."""
        callee = self.program.functions.get(site.callee)
        if callee is None or not site.sure:
            return _doubt(site, verdict, "the call is not followed")
        if verdict.condition:
            given = arguments(site, writes, callee)
            match at_call(verdict.condition, given):
                case Met():
                    condition = ""
                case MetWhere(text=text):
                    condition = text
                case Unmet():
                    return _doubt(site, verdict, f"only where {verdict.condition} is that shown")
                case Unclear(why=why):
                    return _doubt(site, verdict, why)
        else:
            condition = ""
        reached = reach(function, site.block, site.call, self._harmless)
        if isinstance(reached, Uncertain):
            return _doubt(site, verdict, reached.why)
        return _called(site, verdict, condition, reached.assumptions)

    def _harmless(self, instruction: Instruction) -> bool:
        """Calls that surely return to what follows them."""
        return isinstance(instruction, Call | CallMethod) and instruction.text in QUIET


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


def _consumed(function: Function, site: Site, body: Verdict) -> Verdict:
    """What running a generator's body adds, by how the call's result is used."""
    match consumption(function, site.call):
        case Consumption.NEVER:
            return NO_LOOPS
        case Consumption.BY_ROUNDS if body.answer is Answer.NON_HALT and body.intended:
            return NO_LOOPS
        case Consumption.BY_ROUNDS | Consumption.WHOLLY:
            if body.answer is Answer.NON_HALT:
                return _doubt(site, body, "what it yields is consumed in part or not at all")
            return body


def _doubt(site: Site, verdict: Verdict, why: str) -> Verdict:
    condition = f" where {verdict.condition}" if verdict.condition else ""
    reason = f"calls {site.callee} in line {site.line}, which need not halt{condition}: {why}"
    return unknown((reason,), priors().doubtful_call_halts)


def _called(
    site: Site, verdict: Verdict, condition: str, assumptions: tuple[ReturnsNormally, ...]
) -> Verdict:
    """The callee's verdict as the caller's own, leaning on what comes before the call."""
    override = (NotOverridden(site.open_method),) if site.open_method else ()
    supposed = tuple(dict.fromkeys((*verdict.assumptions, *assumptions, *override)))
    basis, confidence = verdict.basis, verdict.confidence
    if supposed and basis in (Basis.PROOF, Basis.REPLAY):
        basis, confidence = Basis.ASSUMED, priors().assumed_confidence
    return replace(
        verdict,
        basis=basis,
        confidence=confidence,
        p_halt=verdict.p_halt if confidence is None else 1.0 - confidence,
        certificate=None,
        condition=condition,
        witness=None,
        assumptions=supposed,
        explanation=f"calls {site.callee} in line {site.line}: {verdict.explanation}",
    )


def _functions(subject: Subject) -> tuple[str, ...]:
    return (subject.qualname,) if isinstance(subject, LoopSubject) else subject.qualnames
