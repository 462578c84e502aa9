"""Reading from streams: what remains falls by what is read; at the end nothing comes for ever."""

from __future__ import annotations

from haltcheck.model import instruction as i
from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.condition import as_integer
from haltcheck.model.abstract.scene import Scene
from haltcheck.model.abstract.state import State
from haltcheck.model.abstract.value import Fault, Known, Thing, Value
from haltcheck.model.fact import Fact
from haltcheck.model.term import (
    ZERO,
    Formula,
    Term,
    compare,
    conjunction,
    disjunction,
    invert,
    subtract,
)

READS = frozenset({"read", "readline", "recv", "read1"})
WRITES = frozenset({"write", "writelines", "flush", "sendall", "tell", "fileno"})
_EMPTY: dict[str, str | bytes] = {"''": "", "b''": b""}


def is_reading(fact: Fact) -> bool:
    """Whether a library function reads from the one stream that its name stands for."""
    return fact.world and (fact.at_end in _EMPTY or fact.at_end == "raises EOFError")


def read(
    scene: Scene, state: State, target: str, stream: Thing, name: str, values: list[Value]
) -> list[State]:
    """``stream.read(n)``, ``readline()`` or ``recv(n)``: at the end, or some bytes of the rest."""
    if not _survives(scene, state):
        return []
    remaining = scene.size(state, stream)
    kinds = scene.frame.kinds.demands.mask(target) & k.TEXT or k.TEXT
    ended = state.fork()
    results: list[State] = []
    nothing = _nothing(scene, state, name, values)
    if ended.suppose(disjunction(compare("==", remaining, ZERO), nothing)):
        event = "the peer closes" if name == "recv" else "end of file"
        ended.events = (*ended.events, event) if event not in ended.events else ended.events
        ended.locals[target] = _empty(scene, ended, kinds)
        results.append(ended)
    some = conjunction(compare("<", ZERO, remaining), invert(nothing))
    if state.suppose(some):
        result = scene.thing(kinds, new=True)
        got = scene.choice(state, world=True)
        state.suppose(_amount(scene, state, name, values, got, remaining))
        state.sizes[result.id] = got
        state.sizes[stream.id] = subtract(remaining, got)
        state.locals[target] = result
        results.append(state)
    return results


def read_named(
    scene: Scene, state: State, call: i.Call | i.CallMethod, name: str, fact: Fact
) -> list[State]:
    """``os.read(fd, n)``, ``input()``, ``sys.stdin.readline()``: the stream has no name here."""
    stream = Thing(name, k.STREAM, name)
    if fact.at_end != "raises EOFError":
        kinds = {"''": k.STR, "b''": k.BYTES}[fact.at_end]
        results = read(scene, state, call.target, stream, "read1", [])
        for one in results:
            value = one.locals[call.target]
            if isinstance(value, Thing):
                narrowed = Thing(value.id, kinds, new=True)
                ended = one.sizes[value.id] == ZERO
                one.locals[call.target] = Known(_EMPTY[fact.at_end]) if ended else narrowed
        return results
    remaining = scene.size(state, stream)
    other = state.fork()
    if other.suppose(compare("==", remaining, ZERO)):
        other.error = Fault("EOFError")
        other.events = (*other.events, "end of file")
        scene.raising.append(other)
    if not state.suppose(compare("<", ZERO, remaining)):
        return []
    got = scene.choice(state, world=True)
    state.suppose(conjunction(compare("<", ZERO, got), compare("<=", got, remaining)))
    state.sizes[stream.id] = subtract(remaining, got)
    state.locals[call.target] = scene.thing(k.STR, new=True)
    return [state]


def _survives(scene: Scene, state: State) -> bool:
    """Where a handler waits, the outside world may choose to make the call fail."""
    if not scene.catching:
        return True
    failing, strange = scene.coin(state, world=True), scene.coin(state, world=True)
    other = state.fork()
    other.suppose(failing)
    other.error = Fault("OSError")
    other.events = (*other.events, "a permanent error")
    scene.raising.append(other)
    state.suppose(invert(failing))
    third = state.fork()
    third.suppose(strange)
    third.error = scene.thing(k.OBJECT)
    third.exact = False
    scene.raising.append(third)
    return state.suppose(invert(strange))


def written(scene: Scene, state: State, target: str) -> list[State]:
    """Writing takes nothing away from what remains to be read, and streams stay finite."""
    if scene.catching:
        scene.may_raise(state)
    state.locals[target] = scene.thing(k.INT | k.NONE)
    return [state]


def _empty(scene: Scene, state: State, kinds: int) -> Value:
    if kinds == k.STR:
        return Known("")
    if kinds == k.BYTES:
        return Known(b"")
    result = scene.thing(kinds, new=True)
    state.sizes[result.id] = ZERO
    return result


def _limit(scene: Scene, state: State, name: str, values: list[Value]) -> Term | None:
    """The number of bytes asked for; None where there is no limit that is known."""
    if not values or name == "readline" or values[0] == Known(None):
        return None
    return as_integer(scene, state, values[0])


def _nothing(scene: Scene, state: State, name: str, values: list[Value]) -> Formula:
    """Nothing is asked for: then nothing comes although something remains."""
    if not values or values[0] == Known(None):
        return compare("!=", ZERO, ZERO)
    term = as_integer(scene, state, values[0])
    return scene.coin(state) if term is None else compare("==", term, ZERO)


def _amount(
    scene: Scene, state: State, name: str, values: list[Value], got: Term, remaining: Term
) -> Formula:
    """How much comes: all of the rest without a limit, else at least one and at most the limit."""
    within = conjunction(compare("<", ZERO, got), compare("<=", got, remaining))
    if name == "read" and (not values or values[0] == Known(None)):
        return compare("==", got, remaining)
    limit = _limit(scene, state, name, values)
    if limit is None:
        return within
    unlimited = compare("<", limit, ZERO)
    return conjunction(within, disjunction(unlimited, compare("<=", got, limit)))
