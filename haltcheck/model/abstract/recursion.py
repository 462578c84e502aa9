"""The transition system of a recursion: functions as locations, calls as transitions.

Loops on the way to a call are not unrolled: what they may write is anything behind them.
"""

from __future__ import annotations

import heapq

from haltcheck.basis.budget import Budget
from haltcheck.model import instruction as i
from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.assemble import Path, assemble
from haltcheck.model.abstract.callee import bind_arguments, returned_mask
from haltcheck.model.abstract.explore import RAISED, RETURNED, Walk
from haltcheck.model.abstract.flow import written_in
from haltcheck.model.abstract.havoc import applies, forget
from haltcheck.model.abstract.inline import inline
from haltcheck.model.abstract.loop import line_of, start_state
from haltcheck.model.abstract.result import Finish, finish
from haltcheck.model.abstract.scene import Frame, Scene, frame_of
from haltcheck.model.abstract.state import FORGOTTEN, State, common_guard
from haltcheck.model.abstract.trust import Trust
from haltcheck.model.abstract.value import Number, Thing, Value, mask_of
from haltcheck.model.assumption import NotOverridden
from haltcheck.model.program import Function, Program
from haltcheck.model.recursion import Edge, edges
from haltcheck.model.subject import RecursionSubject
from haltcheck.model.system import ENTRY, EXIT, System, Unsuited
from haltcheck.model.term import compare


def build_recursion(
    program: Program, subject: RecursionSubject, trust: Trust, budget: Budget
) -> System | Unsuited:
    """The system of a recursion."""
    missing = [name for name in subject.qualnames if name not in program.functions]
    if missing or not subject.qualnames:
        return Unsuited(f"{', '.join(missing)} was not read")
    first = frame_of(program, program.functions[subject.qualnames[0]])
    scene = Scene(program, first, trust, budget)
    paths: list[Path] = []
    results: list[Finish] = []
    for index, qualname in enumerate(subject.qualnames):
        frame = frame_of(program, program.functions[qualname])
        scene.frame = scene.root = frame
        body = _Body(scene, subject, frame, index)
        paths += body.paths()
        results += body.results
        if body.refusal:
            return Unsuited(body.refusal)
        paths.append(Path(ENTRY, index, State(), frame.function.span.line, frame))
    return assemble(scene, subject, frozenset(range(len(subject.qualnames))), paths, results)


class _Body:
    """The paths of one function of the recursion up to its calls back into it."""

    def __init__(self, scene: Scene, subject: RecursionSubject, frame: Frame, index: int) -> None:
        self.scene = scene
        self.frame = frame
        self.index = index
        self.subject = subject
        self.found: list[Path] = []
        self.results: list[Finish] = []
        self.refusal = ""
        self.calls: dict[str, list[Edge]] = {}
        for edge in edges(scene.tables.resolver, frame.function):
            if any(name in subject.qualnames for name in edge.resolved.qualnames):
                self.calls.setdefault(f"{edge.block}.{edge.index}", []).append(edge)
                if edge.index >= len(frame.function.blocks[edge.block].instructions):
                    self.refusal = "a test or an iteration recurs"

    def paths(self) -> list[Path]:
        """Explores the function from its entry; a loop is entered with all it may change."""
        scene, frame = self.scene, self.frame
        scene.hook, scene.inline = self.meet, self.inline
        stops, ranks = frame.flow.cuts, frame.flow.order
        walk = Walk(scene, frame, stops, None, width=max(2, scene.budget.paths // 16))
        pending: dict[int, list[State]] = {0: [start_state(scene, frame, ENTRY)]}
        queue, done = [(ranks[0], 0)], set()
        while queue:
            block = heapq.heappop(queue)[1]
            if block in done:
                continue
            done.add(block)
            state = _joined(scene, frame, block, pending.pop(block))
            for arrival in walk.run(block, state):
                if arrival.target in (RETURNED, RAISED):
                    if arrival.target == RETURNED:
                        self.finish(arrival.state, arrival.value)
                    if not arrival.state.called:
                        self.leave(arrival.state)
                elif arrival.target not in done:
                    pending.setdefault(arrival.target, []).append(arrival.state)
                    heapq.heappush(queue, (ranks[arrival.target], arrival.target))
        scene.hook = None
        return self.found

    def leave(self, state: State) -> None:
        """A way out without any call back: a base case."""
        line = line_of(self.frame.function, 0)
        self.found.append(Path(self.index, EXIT, state, line, self.frame))

    def inline(
        self, scene: Scene, state: State, function: Function, arguments: dict[str, Value]
    ) -> list[tuple[State, Value]] | None:
        """Members of the recursion are never stepped into; others are, as in loops."""
        if function.qualname not in self.subject.qualnames:
            return inline(scene, state, function, arguments)
        mask = returned_mask(scene, function, arguments)
        if not mask & k.INT or mask & ~k.WHOLE:
            return None
        summary = scene.tables.summaries.of(function.qualname)
        applies(scene, state, summary, arguments.values())
        scene.may_raise(state)
        result = scene.choice(state)
        handed = tuple(sorted(arguments.items()))
        state.returned = (*state.returned, (function.qualname, handed, result.name))
        return [(state, Number(result))]

    def finish(self, state: State, value: Value | None) -> None:
        """A way to the end of the function, calls back into it included."""
        state = state.fork()
        state.locals = {"return": value} if value is not None else {}
        self.results.append(finish(self.scene, self.index, state))

    def meet(self, scene: Scene, state: State, instruction: i.Instruction) -> None:
        """Records the transitions of an instruction that may call back into the recursion."""
        site = scene.site
        for edge in self.calls.get(site, ()):
            members = [n for n in edge.resolved.qualnames if n in self.subject.qualnames]
            for name in members:
                after = state.fork()
                function = scene.program.functions[name]
                direct = isinstance(instruction, i.Call | i.CallMethod)
                if len(edge.resolved.qualnames) > 1 or not direct or function.is_generator:
                    after.exact = False
                if function.is_async:
                    after.exact = False
                if edge.resolved.open_method:
                    self.suppose(after, edge.resolved.open_method)
                self.enter(after, function, instruction)
            state.called = True
            state.exact = False
        scene.site = site

    def suppose(self, state: State, method: str) -> None:
        """A subclass elsewhere may override what is called."""
        if self.scene.trust is Trust.NOTHING:
            state.exact = False
        else:
            state.rest_on(NotOverridden(method))

    def enter(self, state: State, function: Function, instruction: i.Instruction) -> None:
        """One transition to the entry of a function, its parameters bound."""
        scene = self.scene
        frame = frame_of(scene.program, function)
        bound: dict[str, Value] | None = None
        if isinstance(instruction, i.Call | i.CallMethod):
            values = [scene.read(state, item.value) for item in instruction.items]
            is_method = isinstance(instruction, i.CallMethod)
            first = instruction.object if is_method else instruction.function  # type: ignore[union-attr]
            bound = bind_arguments(scene, function, instruction, scene.read(state, first), values)
        elif isinstance(instruction, i.GetAttribute) and len(function.parameters) == 1:
            bound = {function.parameters[0].name: scene.read(state, instruction.object)}
        own = state.outer[0] if state.outer else state.locals
        for name in sorted(function.free - self.frame.function.free):
            # A nested function sees what its owner has bound by now.
            state.places[name] = own.get(name) or Thing(f"?{scene.site}.{name}", k.ANY)
        state.locals = bound or {}
        for name, value in state.locals.items():
            self.check(frame, name, value)
        for place in frame.attributes:
            base = state.locals.get(place.partition(".")[0])
            if not isinstance(base, Thing) or base.key != place.partition(".")[0]:
                state.places[place] = Thing(f"?{scene.site}.{place}", k.ANY)
        target = self.subject.qualnames.index(function.qualname)
        line = instruction.span.line
        self.found.append(Path(self.index, target, state, line, frame))

    def check(self, frame: Frame, name: str, value: Value) -> None:
        """An integer parameter must not be handed a float on the way round."""
        mask = mask_of(value)
        taken = frame.kinds.at[0].get(name, k.ANY)
        if mask & k.FLOAT and mask != k.ANY and taken & k.WHOLE and not taken & k.FLOAT:
            self.refusal = f"a float may be passed as {name}"


def _joined(scene: Scene, frame: Frame, head: int, states: list[State]) -> State:
    """The state at a block in any round of the loop that it heads; its guard speaks of the
    values at the entry of the function, which every way there respects.
    """
    loop = next((one for one in frame.function.loops if one.head == head), None)
    if head not in frame.flow.cuts:
        return states[0]
    scene.at(f"{head}.h")
    state = states[0]
    everything = range(len(frame.function.blocks))
    written = written_in(frame.function, everything if loop is None else loop.blocks)
    tables = [other.locals for other in states]
    for other in states[1:]:
        common_guard(state, other)
        state.stale = state.stale or other.stale
        state.stale_places = max(state.stale_places, other.stale_places)
        state.lost |= other.lost
        state.places = {}
        state.stale_places = state.stale_places or scene.site
    if loop is None:
        state.guard = ()
    state.exact = False
    masks = frame.kinds.at[head]
    for name in sorted(frame.flow.live[head]):
        if name in written or any(table.get(name) != tables[0].get(name) for table in tables):
            state.locals[name] = scene.unknown(state, masks.get(name, k.ANY))
    for name in {name for other in states for name in other.sizes}:
        if any(other.sizes.get(name) != state.sizes.get(name) for other in states):
            state.sizes[name] = state.next_values[name] = FORGOTTEN
    _disturb(scene, frame, state)
    return state


def _disturb(scene: Scene, frame: Frame, state: State) -> None:
    """What the rounds of a loop may have done to objects and places."""
    summary = scene.tables.summaries.of(frame.function.qualname)
    applies(scene, state, summary, ())
    unseen = bool(summary.unseen) and scene.trust is Trust.NOTHING
    changing = summary.mutates or unseen
    for name in sorted(state.locals):
        value = state.locals[name]
        if isinstance(value, Thing) and value.mask & k.RANGE:
            before = scene.size(state, value)
            forget(scene, state, value)
            state.suppose(compare("<=", scene.size(state, value), before))
        elif changing or name in scene.root.private:
            forget(scene, state, state.locals[name])
