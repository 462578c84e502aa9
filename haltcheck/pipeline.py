"""The whole story: parse, lower, prove, simulate, confirm, judge, compose, report."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from haltcheck.assembly import certificates, file_verdict, function_reports
from haltcheck.basis.answer import Answer
from haltcheck.basis.span import Span
from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import Source
from haltcheck.frontend.stub import NOT_NEEDED
from haltcheck.frontend.syntax import Unreadable
from haltcheck.inquiry import Inquiry, known_model
from haltcheck.model.abstract.focus import Unfocused, focused
from haltcheck.model.lower import lower
from haltcheck.model.program import Program
from haltcheck.model.subject import Subject
from haltcheck.options import Options
from haltcheck.stopwatch import Stopwatch
from haltcheck.verdict.case import case_of, intended
from haltcheck.verdict.compose import Composition
from haltcheck.verdict.doubt import Doubt, doubt
from haltcheck.verdict.evidence import Evidence, Open, Settled
from haltcheck.verdict.hinge import behind, hinges
from haltcheck.verdict.innermost import innermost
from haltcheck.verdict.judge import judge, unknown
from haltcheck.verdict.narrowed import passed_through
from haltcheck.verdict.reconsider import reconsider
from haltcheck.verdict.rest import rested
from haltcheck.verdict.rule import Case
from haltcheck.verdict.selection import Selection, findings, silence, unreadable
from haltcheck.verdict.suppression import suppressions
from haltcheck.verdict.survey import Component, survey
from haltcheck.verdict.verdict import Finding, Verdict
from haltcheck.writers.report import Fault, FileReport

DEFAULTS = Options()

_MOST_VIEWS = 12
"""So many functions of a file are judged again for their own calls."""

Inquire = Callable[[Program, int, Options, Stopwatch], Inquiry]
"""Says where the evidence for so many subjects of a program comes from."""


def check_source(
    source: Source | Unreadable, options: Options = DEFAULTS, inquire: Inquire = Inquiry
) -> FileReport:
    """Walks the street with one file; never raises for the file's sake, whatever it is.

    ``inquire`` says where the evidence comes from. Options that name what does not exist raise
    HaltcheckError.
    """
    known_model(options.world_model)
    watch = Stopwatch(options.timeout)
    if isinstance(source, Unreadable):
        return _unreadable(Source("?", "", ""), source, options, watch)
    try:
        with watch.stage("parse"):
            syntax = parse(source)
        if isinstance(syntax, Unreadable):
            return _unreadable(source, syntax, options, watch)
        with watch.stage("lower"):
            program = lower(syntax)
        return _Street(source, program, options, watch, inquire).walk()
    except Exception as error:
        fault = _fault(error)
        verdict = unknown((fault.message,), 1.0 - options.base_rate)
        return FileReport(source.path, source.sha256, None, verdict, fault=fault)


class _Street:
    """One file on its way from program to report."""

    def __init__(
        self,
        source: Source,
        program: Program,
        options: Options,
        watch: Stopwatch,
        inquire: Inquire,
    ) -> None:
        self.source = source
        self.program = program
        self.options = options
        self.watch = watch
        with watch.stage("calls"):
            self.surveyed = behind(survey(program), program)
        subjects = sum(len(component.subjects) for component in self.surveyed.components)
        self.inquire = inquire
        self.inquiry = inquire(program, subjects, options, watch)
        self.evidence: dict[Subject, Evidence] = {}
        self.runs: list[Settled] = []
        self.views: list[tuple[_Street, Composition]] = []
        self.looks = 0
        self.faults: list[Fault] = []

    def walk(self) -> FileReport:
        """Judges the file and reports on it."""
        composition = self.judged()
        with self.watch.stage("report"):
            return self._report(composition)

    def judged(self) -> Composition:
        """Judges every subject, callees first, and joins the answers on the way."""
        composition = Composition(self.program, self.surveyed)
        for component in self.surveyed.components:
            known = composition.functions
            own = {one: self._judge(one, component, known) for one in component.subjects}
            with self.watch.stage("compose"):
                composition.add(component, own)
            self._replay(composition, component)
            self._focus(composition, component)
        if not self.program.entry:
            with self.watch.stage("compose"):
                reconsider(composition, partial(self._replay, composition))
        return composition

    def _focus(self, composition: Composition, component: Component) -> None:
        """Where an answer hinges on what callees get, the street is walked again for them alone."""
        name = component.qualnames[0]
        if self.watch.expired() or self.looks >= _MOST_VIEWS:
            return
        if not hinges(composition, component, self.inquiry.budget):
            return
        self.looks += 1
        with self.watch.stage("focus"):
            seen = focused(self.program, name, frozenset(self.surveyed.suspicions))
        if isinstance(seen, Unfocused):
            return
        street = _Street(self.source, seen, self.options, self.watch, self.inquire)
        view = street.judged()
        self.faults += street.faults
        if view.functions[name].answer is not Answer.UNKNOWN:
            composition.adopt(name, view)
            self.views.append((street, view))

    def _replay(self, composition: Composition, component: Component) -> None:
        """A function without parameters has one run, which settles what its parts leave open."""
        for name in component.qualnames if component.read else ():
            if composition.functions[name].answer is Answer.UNKNOWN:
                found = self._guarded(partial(self.inquiry.only_run, name))
                if isinstance(found, Settled):
                    self.runs.append(found)
                    composition.settle(name, judge(found, self.options.base_rate))

    def _judge(
        self, subject: Subject, component: Component, known: Mapping[str, Verdict]
    ) -> Verdict:
        if self.watch.expired():
            found: Evidence = Open((f"timed out after {self.options.timeout:g} seconds",))
        else:
            found = self._guarded(partial(self.inquiry.evidence, subject))
        doubted = doubt(self.program, subject, found)
        if isinstance(doubted, Doubt):
            found = Open((doubted.why,))
        found = rested(found, known, frozenset(component.qualnames))
        if isinstance(found, Settled):
            found = self._follow(subject, passed_through(self.program, subject, found))
        self.evidence[subject] = found
        is_meant = intended(self.program, subject, found, self.surveyed.quiet)
        return judge(found, self.options.base_rate, is_meant)

    def _guarded(self, ask: Callable[[], Evidence]) -> Evidence:
        """A fault of ours costs one subject, not the file."""
        try:
            return ask()
        except Exception as error:
            self.faults.append(_fault(error))
            return Open((self.faults[-1].message,))

    def _follow(self, subject: Subject, settled: Settled) -> Evidence:
        """A proof that a run contradicts is not believed, and a fault where we were to look."""
        from haltcheck.follow import contradiction

        thorough = self.options.check_proofs
        with self.watch.stage("follow"):
            why = contradiction(self.program, subject, settled, thorough=thorough)
        if why and thorough:
            self.faults.append(Fault(why))
        return Open((why,)) if why else settled

    def _report(self, composition: Composition) -> FileReport:
        functions = function_reports(composition)
        return FileReport(
            path=self.source.path,
            sha256=self.source.sha256,
            error=None,
            verdict=file_verdict(functions, composition.own),
            functions=functions,
            gaps=tuple(gap for gap in self.program.gaps if gap.why != NOT_NEEDED),
            findings=self._findings(composition),
            certificates=tuple(
                one
                for street in (self, *(street for street, _ in self.views))
                for one in certificates(street.program, street.evidence, street.runs)
            ),
            seconds=self.watch.elapsed(),
            fault=next(iter(self.faults), None),
            stages=self.watch.stages(),
            cut=self.watch.cut,
        )

    def cases(self, composition: Composition) -> list[Case]:
        """What the rules are to look at; a view adds what was open without it."""
        found = [
            case_of(self.program, subject, found, composition.own[subject], self.surveyed.quiet)
            for subject, found in self.evidence.items()
            if innermost(composition, subject, found)
        ]
        told = {one.span for one in found if one.verdict.answer is Answer.NON_HALT}
        seen = [case for street, view in self.views for case in street.cases(view)]
        return [*found, *(one for one in seen if one.span not in told)]

    def _findings(self, composition: Composition) -> tuple[Finding, ...]:
        cases = self.cases(composition)
        selection = _selection(self.options)
        comments = suppressions(self.source.text)
        kept = silence(findings(cases, selection), comments, selection)
        return tuple(replace(one, text=_text(self.source, one.span)) for one in kept)


def _text(source: Source, span: Span) -> str:
    return "\n".join(source.lines[span.line - 1 : span.end_line])


def _selection(options: Options) -> Selection:
    return Selection(options.select, options.ignore, options.show_intended, options.min_confidence)


def _unreadable(
    source: Source, found: Unreadable, options: Options, watch: Stopwatch
) -> FileReport:
    finding = unreadable(found.span, found.why, _text(source, found.span))
    kept = (finding,) if _selection(options).has(finding.code) else ()
    return FileReport(
        source.path,
        source.sha256,
        found.why,
        None,
        findings=kept,
        seconds=watch.elapsed(),
        stages=watch.stages(),
    )


def _fault(error: Exception) -> Fault:
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{last.filename.rpartition('/')[2]}:{last.lineno}"
    message = f"a fault of haltcheck's own: {type(error).__name__} in {place}: {error}"
    return Fault(message, "".join(traceback.format_exception(error)))
