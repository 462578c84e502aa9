"""Calls of library functions by the facts that are known of them."""

from __future__ import annotations

from haltcheck.model import instruction as i
from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.havoc import forget, suppose, unknown_code
from haltcheck.model.abstract.scene import Scene
from haltcheck.model.abstract.state import State
from haltcheck.model.abstract.trust import Trust
from haltcheck.model.abstract.value import GONE, Fault, Flag, Known, Number, Value, mask_of
from haltcheck.model.fact import Fact
from haltcheck.model.term import ZERO, Integer, Term, compare


def apply_fact(
    scene: Scene, state: State, call: i.Call | i.CallMethod, fact: Fact, handed: list[Value]
) -> list[State]:
    """What is known of the call happens; the result is anything that the fact allows."""
    runs = fact.calls and any(mask_of(value) & (k.FUNCTION | k.OBJECT) for value in handed)
    if runs or fact.writes == "anything":
        unknown_code(scene, state, call.text, call.span.line, handed)
    else:
        if fact.writes == "receiver":
            _change(scene, state, handed[:1])
        elif fact.writes == "arguments":
            _change(scene, state, handed)
        if fact.consumes:
            _change(scene, state, [v for v in handed if mask_of(v) & (k.ITERATOR | k.STREAM)])
        if fact.raises and not _waits_plainly(call, fact):
            _may_fail(scene, state, call, fact)
        elif not _takes_names(call, handed):
            scene.may_raise(state, ("TypeError",))
    if fact.never_returns:
        state.error = Fault(GONE) if fact.ends_process else scene.thing(k.OBJECT)
        scene.raising.append(state)
        return []
    state.locals[call.target] = result_of(scene, state, fact)
    return [state]


def _takes_names(call: i.Call | i.CallMethod, handed: list[Value]) -> bool:
    """Whether what is handed over by name surely is taken: facts speak of positions only."""
    values = handed[len(handed) - len(call.items) :]
    return all(
        item.kind != "keyword"
        or (call.text == "print" and not mask_of(value) & ~_PRINTS.get(item.name or "", 0))
        for item, value in zip(call.items, values, strict=True)
    )


_PRINTS = {
    "sep": k.STR | k.NONE,
    "end": k.STR | k.NONE,
    "file": k.STREAM | k.OBJECT | k.NONE,
    "flush": k.ANY,
}
"""What ``print`` takes by name."""


def _waits_plainly(call: i.Call | i.CallMethod, fact: Fact) -> bool:
    """``sleep(1)``: waiting for so many seconds does not fail."""
    values = [item.value for item in call.items]
    return (
        fact.waits
        and fact.returns == ("none",)
        and len(values) == 1
        and isinstance(values[0], i.Const)
        and isinstance(values[0].value, int | float)
        and values[0].value >= 0
    )


def _may_fail(scene: Scene, state: State, call: i.Call | i.CallMethod, fact: Fact) -> None:
    """Whether the outside world lets a call fail is nobody's choice: it is supposed not to.

    What waits for a limited time says by an exception that nothing came.
    """
    limited = fact.waits and bool(call.items) and "none" not in fact.returns
    outside = (fact.world or fact.waits) and not limited
    if outside and scene.trust is Trust.CALLEES and not scene.catching:
        suppose(state, call.text, call.span.line)
    else:
        scene.may_raise(state)


def _change(scene: Scene, state: State, values: list[Value]) -> None:
    if values:
        state.stale = True
    for value in values:
        forget(scene, state, value)


def result_of(scene: Scene, state: State, fact: Fact) -> Value:
    """A result of the kinds and within the bounds that are known."""
    mask = k.fact_mask(fact.returns)
    if mask == k.NONE:
        return Known(None)
    if mask == k.BOOL:
        return Flag(scene.coin(state, world=fact.world))
    if mask == k.INT:
        number = scene.choice(state, world=fact.world)
        _within(state, fact, number)
        return Number(number)
    thing = scene.thing(mask)
    if mask == k.STREAM:
        content = scene.choice(state, world=True)
        state.suppose(compare("<=", ZERO, content))
        state.sizes[thing.id] = content
    if not mask & ~k.SIZED and (fact.low or fact.high is not None):
        size = scene.size(state, thing)
        _within(state, fact, size)
    return thing


def _within(state: State, fact: Fact, term: Term) -> None:
    state.exact = state.exact and fact.low is None and fact.high is None
    if fact.low is not None:
        state.suppose(compare("<=", Integer(fact.low), term))
    if fact.high is not None:
        state.suppose(compare("<=", term, Integer(fact.high)))
