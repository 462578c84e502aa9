"""Loops that an event of the environment starves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from haltcheck.basis.answer import Answer
from haltcheck.basis.record import record
from haltcheck.frontend.expression import Literal
from haltcheck.model.abstract.scene import tables_of
from haltcheck.model.aftermath.candidate import starts
from haltcheck.model.aftermath.context import Context, contradicts
from haltcheck.model.aftermath.degenerate import facts
from haltcheck.model.aftermath.filled import is_denied
from haltcheck.model.aftermath.foothold import Possible, foothold
from haltcheck.model.aftermath.outcome import Event
from haltcheck.model.aftermath.preimage import attainable
from haltcheck.model.aftermath.rounds import Asks, Stays, Wants, rounds
from haltcheck.model.aftermath.standing import standing
from haltcheck.model.aftermath.start import Site, site_of
from haltcheck.model.aftermath.walked import Standing
from haltcheck.model.certificate import Claim, GaveUp, Stuck
from haltcheck.model.subject import Subject
from haltcheck.proof.consistent import are_consistent
from haltcheck.proof.problem import Problem
from haltcheck.proof.technique import Technique

_MOST = 48
_FACTS = 14


class StuckAfterEvent(Technique):
    """Rounds that repeat for ever once a stream has ended, a peer has closed, a length is zero.

    The rounds are walked with what is known after the event: reads give nothing, and what they
    feed follows from that. A test on what stands still may go either way, and then always goes
    that way; every other test must stay inside both ways. Formula: the state at the head after
    the event is a fixed point of the round, and no way leaves. Papers: Jolt, ECOOP 2011 (no
    change between two rounds); Shi et al., FSE 2022 (what such loops look like).

    Decides::

        def f(stream):
            seen = b""
            while not seen.endswith(b"!"):
                seen += stream.read(1)
            return seen
    """

    cost: ClassVar[int] = 38
    after_event: ClassVar[bool] = True

    def attempt(self, problem: Problem) -> Claim | GaveUp:
        """The first event and facts that keep every way inside."""
        site = _site(problem)
        if isinstance(site, GaveUp):
            return site
        nothing = GaveUp("no event of the environment is known to starve it")
        return next(_claims(problem.subject, site), nothing)

    def claims(self, problem: Problem) -> Iterator[Claim]:
        """All events and facts that do, one after the other."""
        site = _site(problem)
        if not isinstance(site, GaveUp):
            yield from _claims(problem.subject, site)


def _site(problem: Problem) -> Site | GaveUp:
    return site_of(problem.program, tables_of(problem.program).resolver, problem.subject)


def _claims(subject: Subject, site: Site) -> Iterator[Claim]:
    for event, values in starts(site):
        for certificate in _Search(site, event, dict(values)).certificates():
            yield Claim(subject, Answer.NON_HALT, certificate)


@record
class _Way:
    """What is supposed and chosen for a walk, and where it begins if not at the head."""

    supposed: dict[str, bool]
    values: dict[str, Literal]
    begun: Standing | None = None


class _Search:
    """Facts are decided one after the other as a walk comes to them; the last is turned first.

    A walk goes on with the answer that it is given, and with the other one from where it stood,
    so that no way is walked twice up to the same question.
    """

    def __init__(self, site: Site, event: Event, begun: dict[str, Literal]) -> None:
        self.site = site
        self.event = event
        self.pending: list[_Way] = [_Way({}, begun)]
        self.values = begun
        self.decisions = 0

    def certificates(self) -> Iterator[Stuck]:
        """What keeps every way inside."""
        site, event = self.site, self.event
        while self.pending and self.decisions < _MOST:
            way = self.pending.pop()
            supposed, values = way.supposed, way.values
            self.values = values
            self.decisions += 1
            found = rounds(site, event, supposed, values, self._choose, way.begun)
            if isinstance(found, Stays):
                told = {**supposed, **facts(event, values)}
                may_be = isinstance(foothold(site, event, told), Possible)
                may_be = may_be and attainable(values.items(), supposed, dict(found.cells))
                may_be = may_be and not is_denied(site, values.items(), supposed)
                if may_be and are_consistent(told.items()):
                    yield Stuck(event.value, tuple(supposed.items()), tuple(values.items()))
            elif isinstance(found, Wants):
                self.pending.append(_Way(supposed, {**values, **dict(found.wishes)}))
            elif isinstance(found, Asks):
                self._push(supposed, found.fact)

    def _push(self, supposed: Mapping[str, bool], fact: str, context: Context | None = None) -> int:
        """Notes the answers that may be given; how many there are."""
        if len(supposed) >= _FACTS:
            return 0
        # What the data says is first taken to be nothing that is known.
        order = (True, False) if self.event is Event.DATA else (False, True)
        possible = [one for one in order if not contradicts(supposed, fact, one)]
        begun = standing(context, fact) if context is not None and len(possible) > 1 else None
        self.pending += [_Way({**supposed, fact: one}, self.values, begun) for one in possible]
        return len(possible)

    def _choose(self, context: Context, fact: str) -> bool | None:
        """The answer that the walk goes on with, if it may."""
        if self.decisions >= _MOST or not self._push(context.supposed, fact, context):
            return None
        self.decisions += 1
        return self.pending.pop().supposed[fact]
