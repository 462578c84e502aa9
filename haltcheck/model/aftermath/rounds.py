"""What becomes of a loop's rounds once an event has come: they stay, leave, or ask for more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from haltcheck.basis.record import record
from haltcheck.frontend.expression import Literal
from haltcheck.model.aftermath.advance import advancing, own_texts
from haltcheck.model.aftermath.away import direction, keeps, moves
from haltcheck.model.aftermath.context import LACKING, NUMBER, Chooser, Context
from haltcheck.model.aftermath.degenerate import put
from haltcheck.model.aftermath.fixed import any_behind, behind_fixed, emptied
from haltcheck.model.aftermath.idle import begin_anywhere
from haltcheck.model.aftermath.infinite import put_boundless
from haltcheck.model.aftermath.layout import Cell
from haltcheck.model.aftermath.outcome import (
    GIVEN,
    Event,
    LeavesError,
    RaisedError,
    UndecidedError,
)
from haltcheck.model.aftermath.passed import passing
from haltcheck.model.aftermath.past import overtakes
from haltcheck.model.aftermath.pool import begin
from haltcheck.model.aftermath.question import asking
from haltcheck.model.aftermath.spoken import speaks_of_data
from haltcheck.model.aftermath.standing import go_on
from haltcheck.model.aftermath.start import Site, fresh_locals, start
from haltcheck.model.aftermath.state import State, join
from haltcheck.model.aftermath.turn import Turn
from haltcheck.model.aftermath.undated import undated
from haltcheck.model.aftermath.value import (
    BELOW,
    Listed,
    Symbol,
)
from haltcheck.model.aftermath.walk import Walk, run
from haltcheck.model.aftermath.walked import Standing
from haltcheck.model.aftermath.wish import Wishes, chosen, stands, wishes
from haltcheck.model.assumption import Specific
from haltcheck.model.program import Loop

_ROUNDS = 12
_PATIENCE = 3


@record
class Stays:
    """After the event every round leads to the next, for ever; ``turn`` is one of them.

    ``cells`` tell what each number that the data says may be.
    """

    assumptions: tuple[Specific, ...]
    turn: Turn
    cells: tuple[tuple[str, Cell], ...] = ()


@record
class Goes:
    """Why nothing is known: some way out is open, or something moves."""

    why: str


@record
class Wants:
    """The round would lead back to where it began if the data said this."""

    wishes: Wishes


@record
class Asks:
    """It depends on a fact that stands still and is not among those supposed."""

    fact: str


def rounds(
    site: Site,
    event: Event,
    supposed: dict[str, bool],
    values: Mapping[str, Literal],
    chooses: Chooser | None = None,
    begun: Standing | None = None,
) -> Stays | Goes | Asks | Wants:
    """What becomes of the loop once the event has come; what needs no event is no answer to it.

    The facts that ``chooses`` decides on the way are added to those supposed. ``begun`` is where
    a walk stood that went the same way up to the last of the facts.
    """
    found = _rounds(site, event, supposed, values, chooses, begun)
    if event is Event.IDLE and not supposed and not isinstance(found, Asks):
        return Goes("no round is like the next")
    if isinstance(found, Stays) and event is not Event.IDLE:
        kept = {} if event in GIVEN else values
        plain = _rounds(site, Event.NOTHING, supposed, kept)
        if isinstance(plain, Stays) and not (event is Event.TEXT and _is_behind(site, supposed)):
            return Goes("it stays without the event")
    return found


def _rounds(
    site: Site,
    event: Event,
    supposed: dict[str, bool],
    values: Mapping[str, Literal],
    chooses: Chooser | None = None,
    begun: Standing | None = None,
) -> Stays | Goes | Asks | Wants:
    context = _context(site, event, supposed, chooses)
    nesting = context.nesting
    try:
        if begun is None:
            nesting.state = _begun(context, site, values)
        else:
            go_on(context, begun)
        for number in range(nesting.number, _ROUNDS):
            nesting.number, state = number, nesting.state
            after, walk = _round(context, site.loop, state)
            wanted = wishes(context, site, state, after) if _may_wish(event, number) else ()
            if wanted:
                return Wants(wanted)
            if after == state and number:
                met = after.met or any(map(speaks_of_data, supposed))
                if event is Event.DATA and not context.chosen and any_behind(supposed):
                    return Goes("the text comes to its end")
                met = met or (event is Event.TEXT and _is_behind(site, supposed))
                met = met or event in GIVEN or bool(undated(supposed)) or event is Event.IDLE
                if not met and event is not Event.NOTHING:
                    return Goes("the event plays no part in it")
                if event is Event.AWAY and not keeps(values, supposed):
                    return Goes("it comes to the other side")
                if overtakes(context, supposed):
                    return Goes("a cursor moves on")
                if event is Event.DATA and not stands(context, after):
                    return Goes("a stream moves on")
                cells = tuple(context.cells.items())
                return Stays(tuple(context.assumptions), walk.turn(), cells)
            is_patient = number < (2 if event is Event.IDLE else _PATIENCE)
            nesting.state = after if is_patient else join(state, after)
    except LeavesError as error:
        return Goes(str(error))
    except RaisedError as error:
        return Goes(f"it raises {error.name}")
    except UndecidedError as error:
        return Asks(error.fact)
    finally:
        # They know the context that knows them: such a cycle waits until garbage is looked for.
        nesting.walks.clear()
    return Goes("the rounds differ")


def _context(
    site: Site, event: Event, supposed: dict[str, bool], chooses: Chooser | None
) -> Context:
    function, fresh = site.function, fresh_locals(site.function)
    context = Context(site.program, site.resolver, event, supposed, function, run, fresh)
    context.chooses = chooses
    context.running.append(function.qualname)
    context.recursive = site.loop.kind == "recursion"
    context.supply = site.supply
    if event is Event.SAME:
        context.asks = asking(site)
    if event is Event.ERROR:
        context.advances = advancing(site)
        context.fresh |= own_texts(site) if context.advances else frozenset()
    return context


def _begun(context: Context, site: Site, values: Mapping[str, Literal]) -> State:
    """The state at the head where the event has come and the values are what was chosen."""
    event = context.event
    state = start(site)
    given = dict(values)
    number = given.pop(NUMBER, 0)
    context.number = number if isinstance(number, int) else 0
    context.lacking = given.pop(LACKING, None)
    told = {name: chosen(name, value) for name, value in given.items()}
    context.chosen = {name: value for name, value in told.items() if value is not None}
    begin(site, event, state)
    place = put_boundless if event is Event.INFINITE else put
    place(site, state, {name: value for name, value in given.items() if told[name] is None})
    if event is Event.AWAY:
        _begin_away(context, site, state, given)
    if event is Event.BELOW:
        _begin_below(context, site, state, given)
    if event is Event.IDLE:
        begin_anywhere(site, state)
    return state


def _begin_away(context: Context, site: Site, state: State, numbers: Mapping[str, Literal]) -> None:
    """A number moves further away in each round, whatever it is."""
    for move in moves(site):
        if move.name in numbers:
            fact, answer = direction(move, numbers[move.name])
            if context.decide(Symbol(fact)) is not answer:
                raise LeavesError(f"{move.name} does not move away")
            context.away |= {(move.name, move.step)}
            state.locals[move.name] = Symbol(move.name)


def _begin_below(context: Context, site: Site, state: State, counters: Iterable[str]) -> None:
    """A counter is less than zero already, if that may be: what it counts holds nothing."""
    for name in counters:
        held = passing(site).get(name)
        if held is not None:
            if context.decide(Symbol(held)) is not False:
                raise LeavesError(f"{held} holds something")
            state.locals[held] = Listed("list", ())
        elif context.decide(Symbol(f"{name} < 0")) is not True:
            raise LeavesError(f"{name} is not below zero")
        state.locals[name] = BELOW


def _is_behind(site: Site, supposed: Mapping[str, bool]) -> bool:
    """Whether a cursor is supposed to be behind the end of what stays as long as it is.

    So is what all items were taken from.
    """
    denied = [fact for fact, answer in supposed.items() if not answer]
    return any(behind_fixed(site, fact) or emptied(site, fact) for fact in denied)


def _may_wish(event: Event, number: int) -> bool:
    """In the first round, and in the second where what was read before the loop comes in."""
    return event is Event.DATA and number < 2


def _round(context: Context, loop: Loop, state: State) -> tuple[State, Walk]:
    """The state when control is back at the head, and the walk that led there."""
    first = state.fork()
    first.met = False
    context.came.clear()
    context.told.clear()
    if context.event is Event.DATA:
        first.positions.clear()
        context.relied.clear()
        context.asked.clear()
    walk = Walk(context, context.function, loop)
    context.nesting.walks = [walk]
    walk.run(loop.head, first)
    if walk.back is None:
        raise LeavesError("control does not come back to the head")
    if not walk.back.met and state.met:
        walk.back.met = False
    return walk.back, walk
