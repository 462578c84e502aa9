"""Why a loop goes on after an event: a sentence that its maintainer can check, and the remedy."""

from __future__ import annotations

from haltcheck.basis.record import record
from haltcheck.model.aftermath.linear import is_said
from haltcheck.model.aftermath.outcome import Event
from haltcheck.model.aftermath.turn import NOWHERE, Occasion
from haltcheck.model.certificate import Stuck, Unvisited
from haltcheck.verdict.rule import Case
from haltcheck.verdict.verdict import kind_of


@record
class Cause:
    """``sentence`` says what comes and what does not move then; ``remedy`` the least change."""

    sentence: str
    remedy: str


_GIVES_NOTHING = "leave the loop, or raise, where {it} gives nothing"
_KNOWN: dict[str, tuple[str, str]] = {
    Event.END.value: ("at end of file {it} gives nothing", _GIVES_NOTHING),
    Event.CLOSED.value: ("once the peer has closed {it} gives nothing", _GIVES_NOTHING),
    Event.DATA.value: (
        "{it} may read {number} from the data",
        "reject what does not lead on before it moves anything",
    ),
    Event.TEXT.value: (
        "behind the end of the text {it} finds nothing",
        "leave the loop, or raise, at the end of the text",
    ),
    Event.ROOT.value: (
        "at the root {it} gives the same path again",
        "leave the loop where the path stays the same",
    ),
    Event.LINK.value: (
        "{it} may lead back to where it was before",
        "remember what was visited, or allow forward links only",
    ),
    Event.MISSING.value: (
        "{it} finds nothing where what it looks for is missing",
        "leave the loop, or raise, where nothing is found",
    ),
    Event.ERROR.value: (
        "{it} may fail each time in the same way",
        "give up after some tries, or wait before the next one",
    ),
    Event.UNTAKEN.value: (
        "{it} may take nothing each time",
        "leave the loop, or raise, where nothing is taken",
    ),
    Event.STEP.value: (
        "what line {line} adds may be nothing",
        "reject a step of zero before the loop",
    ),
    Event.DRAINED.value: (
        "{it} may have nothing more to give",
        "leave the loop where an answer holds nothing",
    ),
    Event.RETURNED.value: (
        "{it} may put back what was taken, each time the same",
        "leave the loop, or raise, where nothing takes the item",
    ),
    Event.AWAY.value: (
        "what line {line} adds may lead in the other direction",
        "reject a step in the wrong direction before the loop",
    ),
    Event.BELOW.value: (
        "what line {line} counts down may begin below zero",
        "reject a negative number before the loop",
    ),
    Event.DEGENERATE.value: (
        "an argument may leave all as it is",
        "reject such an argument before the loop",
    ),
    Event.REPLACED.value: (
        "{it} may leave in, or put in again, what it is to take out",
        "replace once, or look on behind what was put in",
    ),
    Event.FEWER.value: (
        "{it} may draw what was drawn before",
        "compare what is wanted with how many distinct ones there are",
    ),
    Event.SAME.value: (
        "{it} may be asked the same again and answer the same",
        "move on before the next round, whatever the answer is",
    ),
    Event.ALIKE.value: (
        "{it} may give the same name each time",
        "stop where a name comes again",
    ),
    Event.COLLISION.value: (
        "the name that line {line} asks for may be taken, and is asked for again",
        "count up, and make the name of the count",
    ),
    Event.INFINITE.value: (
        "what is added to infinity is nothing, and NaN is in no order",
        "reject what is not finite before the loop",
    ),
    Event.NEVER.value: (
        "what line {line} looks for may never come",
        "count the rounds, and give up after a whole turn",
    ),
    Event.UNDATED.value: (
        "what line {line} makes may be no date in any year",
        "give up after some years, or reject days that no month has",
    ),
    Event.UNMATCHED.value: (
        "nothing of what {it} and the like ask for may come next",
        "raise, or move on, where nothing is found",
    ),
    Event.POLLED.value: (
        "{it} may answer the same each time",
        "look at the limit in every round",
    ),
    Event.IDLE.value: (
        "line {line} may be come to again with nothing changed",
        "move on, or leave the loop, on every way through it",
    ),
    Event.UNCONSUMED.value: (
        "{it} may take nothing of what it is handed",
        "leave the loop, or raise, where nothing is taken",
    ),
}


def cause(case: Case) -> Cause | None:
    """The cause of a divergence that an event brings about, where its place is known."""
    found = _KNOWN.get(kind_of(case.event))
    if found is None or case.occasion == NOWHERE:
        return None
    facts = {
        "it": _told(case.occasion),
        "line": case.occasion.line,
        "number": _number(case),
    }
    sentence = f"{found[0].format_map(facts)}, {_consequence(case)}"
    return Cause(sentence, found[1].format_map(facts))


def _told(occasion: Occasion) -> str:
    if occasion.text:
        return f"`{occasion.text}` (line {occasion.line})"
    return f"line {occasion.line}"


def _number(case: Case) -> object:
    values = case.certificate.values if isinstance(case.certificate, Stuck) else ()
    said = [value for name, value in values if is_said(name)]
    if not said:
        return "what no branch takes"
    number = next((value for value in said if isinstance(value, int)), None)
    return "again where it was" if number is None else number


def _consequence(case: Case) -> str:
    exits = case.exits
    if isinstance(case.certificate, Unvisited):
        return "and nothing remembers what was seen"
    if case.kind == "recursion":
        return "and it calls itself with the same again"
    if len(exits) == 1:
        return f"and the test in line {exits[0]} never ends the loop"
    if exits:
        *first, last = map(str, exits)
        return f"and the tests in lines {', '.join(first)} and {last} never end the loop"
    return "and nothing else ends the loop"
