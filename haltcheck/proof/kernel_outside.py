"""Checks certificates about what the environment does, and callers with their arguments."""

from __future__ import annotations

import re
from typing import assert_never

from haltcheck.model.abstract.scene import tables_of
from haltcheck.model.abstract.twice import Twice, same_argument
from haltcheck.model.aftermath.candidate import starts
from haltcheck.model.aftermath.collision import namers, taken
from haltcheck.model.aftermath.context import contradicts
from haltcheck.model.aftermath.degenerate import facts, spelled
from haltcheck.model.aftermath.filled import is_denied
from haltcheck.model.aftermath.foothold import Unfounded, condition, foothold
from haltcheck.model.aftermath.idle import unchanged
from haltcheck.model.aftermath.limit import passed_by
from haltcheck.model.aftermath.linear import is_said
from haltcheck.model.aftermath.outcome import Event
from haltcheck.model.aftermath.pathlike import relative
from haltcheck.model.aftermath.pool import wanting
from haltcheck.model.aftermath.preimage import attainable
from haltcheck.model.aftermath.rounds import Stays, rounds
from haltcheck.model.aftermath.start import site_of
from haltcheck.model.aftermath.turn import Occasion, Turn
from haltcheck.model.aftermath.undated import made_by, undated
from haltcheck.model.assumption import DATA, ReturnsNormally
from haltcheck.model.certificate import GaveUp, SameArgument, Stuck, Unvisited
from haltcheck.model.reference.link import LinkBack, link_back
from haltcheck.model.reference.store import is_answered
from haltcheck.model.subject import LoopSubject
from haltcheck.proof.consistent import are_consistent
from haltcheck.proof.problem import Problem
from haltcheck.proof.ruling import Granted, Rejected, Ruling, Witness


def check_outside(problem: Problem, certificate: Stuck | SameArgument | Unvisited) -> Ruling:
    """Follows the event, one object under two names, or a reference through the program."""
    match certificate:
        case Stuck():
            return _check_stuck(problem, certificate)
        case SameArgument():
            return _check_same(problem, certificate)
        case Unvisited():
            return _check_unvisited(problem, certificate)
        case _:
            assert_never(certificate)


def _check_unvisited(problem: Problem, certificate: Unvisited) -> Ruling:
    """The next item comes from a look-up by what this one says, and nothing remembers items."""
    resolver = tables_of(problem.program).resolver
    found = link_back(problem.program, resolver, problem.subject)
    if found != LinkBack(certificate.text, certificate.line, certificate.outside):
        return Rejected("another look-up leads on, or something remembers")
    assumed = (ReturnsNormally(found.text, found.line),)
    at = Turn(Occasion(found.text, found.line), ((found.line, ()),))
    if found.outside:
        return Granted(assumed, "", Witness(events=(Event.LINK.value,), turn=at))
    needed = f"what line {found.line} looks up leads back to where it began"
    return Granted(assumed, needed, Witness(turn=at))


def _check_same(problem: Problem, certificate: SameArgument) -> Ruling:
    """The loop only appends to one argument what another gives; both are lists by their uses."""
    if not isinstance(problem.subject, LoopSubject):
        return Rejected("only a loop iterates")
    found = same_argument(problem.program, problem.subject)
    if found != Twice(certificate.first, certificate.second):
        return Rejected("the loop does more, or something else")
    return Granted((), f"{certificate.second} is {certificate.first}")


def _check_stuck(problem: Problem, certificate: Stuck) -> Ruling:
    """Walks the rounds again: every way that the facts leave open comes back to the head."""
    program = problem.program
    site = site_of(program, tables_of(program).resolver, problem.subject)
    if isinstance(site, GaveUp):
        return Rejected(site.reason)
    supposed = dict(certificate.supposed)
    if not _is_consistent(certificate):
        return Rejected("the facts contradict each other")
    possible = starts(site)
    given = tuple(one for one in certificate.values if not is_said(one[0]))
    events = [one for one, values in possible if values == given]
    for event in (event for event in events if event.value == certificate.event):
        values = dict(certificate.values)
        found = rounds(site, event, supposed, values)
        if isinstance(found, Stays):
            footing = foothold(site, event, {**supposed, **facts(event, values)})
            if not attainable(certificate.values, supposed, dict(found.cells)):
                return Rejected("no numbers in the data are found that would say so")
            if is_denied(site, certificate.values, supposed):
                return Rejected("what the file puts there is of another class")
            if isinstance(footing, Unfounded):
                return Rejected(f"nobody showed whether {footing.fact} can be so at the head")
            told = (
                condition(site, event, supposed),
                relative(certificate.values),
                spelled(event, values, supposed),
                wanting(site, event),
                taken(site, event),
                undated(supposed),
                unchanged(event, supposed),
                passed_by(site, event),
            )
            needed = " and ".join(filter(None, told)) or _by_caller(problem, certificate, found)
            shown = Witness(events=(certificate.event,), turn=found.turn)
            assumed = found.assumptions or _readable(event, found)
            assumed = (*assumed, *namers(site, event))
            return Granted((*assumed, *made_by(site, supposed)), needed, shown)
        return Rejected("a way out is open after the event")
    return Rejected("the environment cannot bring it about")


def _readable(event: Event, found: Stays) -> tuple[ReturnsNormally, ...]:
    """What numbers from the data, and places behind the end of a text, lean on at least."""
    if event not in (Event.DATA, Event.TEXT, Event.MISSING):
        return ()
    at = found.turn.occasion
    return (ReturnsNormally(at.text or DATA, at.line),)


_TABLE = re.compile(r"said\((?:said\()*([\w.]+)[\[.]")
_DATA = ("unpack", "from_bytes", ".read(")


def _by_caller(problem: Problem, certificate: Stuck, found: Stays) -> str:
    """What a table that the caller filled has to say; nothing where the code asked for it."""
    if certificate.event == Event.UNMATCHED.value:
        return f"nothing of what line {found.turn.occasion.line} and the like ask for comes next"
    for name, value in certificate.values:
        table = _TABLE.match(name)
        if not isinstance(value, str) or table is None or any(one in name for one in _DATA):
            continue
        if not is_answered(problem.program, table[1].rpartition(".")[2]):
            line = found.turn.occasion.line
            return f"what line {line} looks up leads back to where it began"
    return _untaken(problem, certificate)


_NUMBER = re.compile(r"(?:==|<) -?\d+|-?\d+ (?:==|<)")
_ITEM = re.compile(r"said\((?:said\()*(\w+)\[[^\[\]]*\]\)(\)?\.\w+(?!\())?")


def _untaken(problem: Problem, certificate: Stuck) -> str:
    """Whose items must be such that no branch takes them: a text's, or objects that are given."""
    function = problem.program.functions[problem.subject.qualnames[0]]
    texts = {
        one.name for one in function.parameters if (one.annotation or "").strip("'\"") == "str"
    }
    given = {one.name for one in function.parameters if not one.annotation}
    if certificate.event != Event.DATA.value or any(
        is_said(name) for name, _ in certificate.values
    ):
        return ""
    for fact, _ in certificate.supposed:
        for match in _ITEM.finditer(fact):
            is_number = match[2] is None and _NUMBER.search(fact)
            if match[1] in texts or (match[1] in given and not is_number):
                return f"{match[1]} holds what no branch takes"
    return ""


def _is_consistent(certificate: Stuck) -> bool:
    supposed: dict[str, bool] = {}
    for fact, answer in certificate.supposed:
        if fact in supposed or contradicts(supposed, fact, answer):
            return False
        supposed[fact] = answer
    known = dict(certificate.values)
    told = [facts(one, known) for one in Event if one.value == certificate.event]
    return are_consistent((*certificate.supposed, *(fact for one in told for fact in one.items())))
