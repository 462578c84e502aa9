"""Loops that an event of the environment starves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from haltcheck.basis.answer import Answer
from haltcheck.frontend.expression import Literal
from haltcheck.model.abstract.scene import tables_of
from haltcheck.model.aftermath.candidate import starts
from haltcheck.model.aftermath.context import contradicts
from haltcheck.model.aftermath.foothold import Possible, foothold
from haltcheck.model.aftermath.outcome import Event
from haltcheck.model.aftermath.start import Site, site_of
from haltcheck.model.aftermath.walk import Asks, Stays, Wants, rounds
from haltcheck.model.certificate import Claim, GaveUp, Stuck
from haltcheck.proof.consistent import are_consistent
from haltcheck.proof.problem import Problem
from haltcheck.proof.technique import Technique

_MOST = 96
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

    def attempt(self, problem: Problem) -> Claim | GaveUp:
        """The first event and facts that keep every way inside."""
        subject = problem.subject
        site = site_of(problem.program, tables_of(problem.program).resolver, subject)
        if isinstance(site, GaveUp):
            return site
        function, loop = site.function, site.loop
        for event, values in starts(problem.program, site.resolver, function, loop):
            for certificate in _search(site, event, dict(values)):
                return Claim(subject, Answer.NON_HALT, certificate)
        return GaveUp("no event of the environment is known to starve it")


def _search(site: Site, event: Event, begun: dict[str, Literal]) -> Iterator[Stuck]:
    """Certificates, the facts decided one after the other as the walk asks for them."""
    pending: list[tuple[dict[str, bool], dict[str, Literal]]] = [({}, begun)]
    walks = 0
    while pending and walks < _MOST:
        supposed, values = pending.pop()
        walks += 1
        found = rounds(site, event, supposed, values)
        if isinstance(found, Stays):
            may_be = isinstance(foothold(site, event, supposed), Possible)
            if may_be and are_consistent(supposed.items()):
                yield Stuck(event.value, tuple(supposed.items()), tuple(values.items()))
        elif isinstance(found, Wants):
            pending.append((supposed, {**values, **dict(found.wishes)}))
        elif isinstance(found, Asks) and len(supposed) < _FACTS:
            # What the data says is first taken to be nothing that is known.
            for answer in (True, False) if event is Event.DATA else (False, True):
                if not contradicts(supposed, found.fact, answer):
                    pending.append(({**supposed, found.fact: answer}, values))
