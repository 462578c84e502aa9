"""The paths of one function up to its calls of some functions, and its ways to its own end."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Container

from haltcheck.model import instruction as i
from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.assemble import Path
from haltcheck.model.abstract.callee import bind_arguments
from haltcheck.model.abstract.crossing import carry
from haltcheck.model.abstract.direction import directions
from haltcheck.model.abstract.effect import effects
from haltcheck.model.abstract.explore import RAISED, RETURNED, Walk
from haltcheck.model.abstract.flow import reaching, written_in
from haltcheck.model.abstract.havoc import applies, forget
from haltcheck.model.abstract.measure import current
from haltcheck.model.abstract.recall import called, is_float, recorded
from haltcheck.model.abstract.result import EFFECT, Finish, finish
from haltcheck.model.abstract.scene import Frame, Scene, frame_of
from haltcheck.model.abstract.start import line_of, start_state
from haltcheck.model.abstract.state import FORGOTTEN, State, common_guard
from haltcheck.model.abstract.trust import Trust
from haltcheck.model.abstract.value import Thing, Value, as_term, mask_of
from haltcheck.model.assumption import NotOverridden
from haltcheck.model.program import Function
from haltcheck.model.recursion import Edge, edges
from haltcheck.model.special import DUNDER_OF_OPERATOR
from haltcheck.model.system import ENTRY, EXIT
from haltcheck.model.term import compare


class Body:
    """The paths of one function of the recursion, or around it, up to its calls back into it.

    Calls of ``calm`` members do not raise, so that what follows is as sure as what precedes them.
    ``raises``: an exception may lead out; ``misfits``: a member may get what it does not expect.
    """

    def __init__(
        self,
        scene: Scene,
        targets: dict[str, int],
        frame: Frame,
        index: int,
        calm: Container[str] = (),
    ) -> None:
        self.scene = scene
        self.frame = frame
        self.index = index
        self.targets = targets
        self.found: list[Path] = []
        self.results: list[Finish] = []
        self.calm = calm
        self.raises = self.misfits = False
        self.refusal = ""
        self.calls: dict[str, list[Edge]] = {}
        for edge in edges(scene.tables.resolver, frame.function):
            if any(name in targets for name in edge.resolved.qualnames):
                self.calls.setdefault(f"{edge.block}.{edge.index}", []).append(edge)
                if edge.index >= len(frame.function.blocks[edge.block].instructions):
                    self.refusal = "a test or an iteration recurs"

    def stem(self, base: int) -> list[Path]:
        """From the entry and each head of a loop on the ways to the calls to the next of those."""
        scene, frame = self.scene, self.frame
        scene.hook, scene.inline = self.meet, self.inline
        calling = [int(site.partition(".")[0]) for site in self.calls]
        useful = reaching(frame.flow, calling)
        stops = frame.flow.cuts
        walk = Walk(scene, frame, stops, useful, width=max(2, scene.budget.paths // 16))
        line = frame.function.span.line
        for block in sorted({0} | (stops & useful)) if useful else ():
            if block == 0 and 0 in stops and self.index == ENTRY:
                self.found.append(Path(ENTRY, base, State(), line, frame))
            is_entry = block == 0 and 0 not in stops
            location = self.index = self.index if is_entry else base + block
            state = start_state(scene, frame, ENTRY if is_entry else block)
            for arrival in walk.run(block, state):
                if arrival.target in stops & useful:
                    target = base + arrival.target
                    found = Path(location, target, arrival.state, line, frame, arrival.target)
                    self.found.append(found)
        scene.hook = None
        return self.found

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
            arrived = pending.pop(block)
            if block in stops:
                self.peel(walk, block, arrived)
            state = _joined(scene, frame, block, arrived)
            for arrival in walk.run(block, state):
                if arrival.target in (RETURNED, RAISED):
                    supposing = bool(arrival.state.assumptions)
                    self.raises = self.raises or supposing or arrival.target == RAISED
                    if arrival.target == RETURNED:
                        self.finish(arrival.state, arrival.value)
                    if not arrival.state.called:
                        self.leave(arrival.state)
                elif arrival.target not in done:
                    pending.setdefault(arrival.target, []).append(arrival.state)
                    heapq.heappush(queue, (ranks[arrival.target], arrival.target))
        scene.hook = None
        return self.found

    def peel(self, walk: Walk, head: int, states: list[State]) -> None:
        """The first round of a loop as it is; what all rounds may do is found without it."""
        for state in states:
            if state.exact and not state.called and self.calls:
                walk.run(head, state.fork())

    def leave(self, state: State) -> None:
        """A way out without any call back: a base case."""
        line = line_of(self.frame.function, 0)
        self.found.append(Path(self.index, EXIT, state, line, self.frame))

    def inline(
        self, scene: Scene, state: State, function: Function, arguments: dict[str, Value]
    ) -> list[tuple[State, Value]] | None:
        """Members of the recursion are never stepped into; others are, as in loops."""
        if function.qualname in self.targets:
            return recorded(scene, state, function, arguments, calm=function.qualname in self.calm)
        return called(scene, state, function, arguments)

    def finish(self, state: State, value: Value | None) -> None:
        """A way to the end of the function, calls back into it included."""
        state = state.fork()
        state.locals = {"return": value} if value is not None else {}
        self.results.append(finish(self.scene, self.index, state))
        self.results += _left(self.scene, self.frame.function, self.index, state)

    def meet(self, scene: Scene, state: State, instruction: i.Instruction) -> None:
        """Records the transitions of an instruction that may call back into the recursion."""
        site = scene.site
        for edge in self.calls.get(site, ()):
            members = [n for n in edge.resolved.qualnames if n in self.targets]
            for name in members:
                after = state.fork()
                function = scene.program.functions[name]
                direct = isinstance(instruction, i.Call | i.CallMethod)
                if len(edge.resolved.qualnames) > 1 or not direct or function.is_generator:
                    after.exact = False
                if function.is_async or not _fits(scene, state, function, instruction):
                    after.exact = False
                if edge.resolved.open_method:
                    _suppose(self.scene, after, edge.resolved.open_method)
                self.enter(after, function, instruction)
            surely = _surely_enters(scene, self.targets, state, edge, instruction)
            state.called = state.called or surely
            calm = all(name in self.calm for name in edge.resolved.qualnames)
            state.exact = state.exact and calm and surely
        scene.site = site

    def enter(self, state: State, function: Function, instruction: i.Instruction) -> None:
        """One transition to the entry of a function, its parameters bound."""
        scene = self.scene
        frame = frame_of(scene.program, function)
        bound = _bound(scene, state, function, instruction)
        carry(scene, self.frame.function, state, function)
        state.locals = bound or {}
        taken = frame.kinds.at[0]
        for name, value in state.locals.items():
            self.misfits = self.misfits or bool(mask_of(value) & ~taken.get(name, 0))
            if not self.refusal and is_float(frame, name, value):
                # An integer parameter must not be handed a float on the way round.
                self.refusal = f"a float may be passed as {name}"
        _forget_attributes(scene, frame, state)
        target = self.targets[function.qualname]
        line = instruction.span.line
        self.found.append(Path(self.index, target, state, line, frame))


def _forget_attributes(scene: Scene, frame: Frame, state: State) -> None:
    """What attributes of an argument hold is known only where it is the same object as before."""
    for place in frame.attributes:
        base = state.locals.get(place.partition(".")[0])
        if not isinstance(base, Thing) or base.key != place.partition(".")[0]:
            state.places[place] = Thing(f"?{scene.site}.{place}", k.ANY)


def _surely_enters(
    scene: Scene, targets: Container[str], state: State, edge: Edge, instruction: i.Instruction
) -> bool:
    """Whether what is called is a member and runs at once, with arguments that fit."""
    functions = [scene.program.functions.get(name) for name in edge.resolved.qualnames]
    if isinstance(instruction, i.Operate) and _is_reflected(scene, edge, instruction):
        return False
    if isinstance(instruction, i.GetItem) and _is_factory(scene, edge, instruction):
        return False
    return all(
        one is not None
        and one.qualname in targets
        and (
            not (one.is_generator or one.is_async) or _is_driven(scene.frame.function, instruction)
        )
        and _fits(scene, state, one, instruction)
        for one in functions
    )


def _is_reflected(scene: Scene, edge: Edge, instruction: i.Operate) -> bool:
    """Whether the right operand is asked, which the left one may keep from it."""
    if len(instruction.operands) != 2:
        return False
    dunder = DUNDER_OF_OPERATOR.get(instruction.operator.removesuffix("="), "")
    dunder = DUNDER_OF_OPERATOR.get(instruction.operator, dunder)
    resolver, function = scene.tables.resolver, scene.frame.function
    return (
        not dunder or resolver.special(function, instruction.operands[0], dunder) != edge.resolved
    )


def _is_factory(scene: Scene, edge: Edge, instruction: i.GetItem) -> bool:
    """Whether a look-up runs it only where it misses a key, in what is a ``defaultdict``."""
    resolver, function = scene.tables.resolver, scene.frame.function
    return resolver.special(function, instruction.object, "__getitem__") != edge.resolved


def _is_driven(function: Function, call: i.Instruction) -> bool:
    """Whether the generator or coroutine that a call makes is run to its end on the spot."""
    made = getattr(call, "target", "")
    return any(
        isinstance(one, i.Suspend)
        and one.kind in ("yield from", "await")
        and one.value == i.Local(made)
        for block in function.blocks
        for one in block.instructions
        if made.startswith("$")
    )


def _fits(scene: Scene, state: State, function: Function, instruction: i.Instruction) -> bool:
    """Whether the arguments of a call, or of reading a property, are those that it takes."""
    if isinstance(instruction, i.Call | i.CallMethod):
        return _bound(scene, state, function, instruction) is not None
    return not isinstance(instruction, i.GetAttribute) or len(function.parameters) == 1


def _bound(
    scene: Scene, state: State, function: Function, instruction: i.Instruction
) -> dict[str, Value] | None:
    """What the parameters of a function are bound to; None where that is not known."""
    if isinstance(instruction, i.Call | i.CallMethod):
        values = [scene.read(state, item.value) for item in instruction.items]
        is_method = isinstance(instruction, i.CallMethod)
        first = instruction.object if is_method else instruction.function  # type: ignore[union-attr]
        return bind_arguments(scene, function, instruction, scene.read(state, first), values)
    if isinstance(instruction, i.GetAttribute) and len(function.parameters) == 1:
        return {function.parameters[0].name: scene.read(state, instruction.object)}
    return None


def _left(scene: Scene, function: Function, source: int, state: State) -> list[Finish]:
    """What the globals hold at the end that the function writes."""
    found: list[Finish] = []
    for place in effects(scene, function):
        held = current(scene, state, place)
        term = as_term(held) if held is not None else None
        effect = f"{function.qualname}{EFFECT}{place}"
        value = term if term is not None else scene.choice(state)
        found.append(Finish(source, state, value, effect))
    return found


def explorer(scene: Scene) -> Callable[[str, int], list[Finish]]:
    """Finds the ways to the end of a function that is no part of the subject."""

    def explore(qualname: str, location: int) -> list[Finish]:
        frame = frame_of(scene.program, scene.program.functions[qualname])
        scene.frame = scene.root = frame
        body = Body(scene, {qualname: location}, frame, location)
        body.paths()
        return body.results

    return explore


def _suppose(scene: Scene, state: State, method: str) -> None:
    """A subclass elsewhere may override what is called."""
    if scene.trust is Trust.NOTHING:
        state.exact = False
    else:
        state.rest_on({NotOverridden(method): None})


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
    signs = directions(frame.function, frozenset() if loop is None else loop.blocks)
    for name in sorted(frame.flow.live[head]):
        before = as_term(state.locals[name]) if name in state.locals else None
        alike = all(table.get(name) == tables[0].get(name) for table in tables)
        if name in written or not alike:
            state.locals[name] = scene.unknown(state, masks.get(name, k.ANY))
        after = as_term(state.locals[name]) if name in state.locals else None
        if name in signs and alike and before is not None and after is not None:
            state.suppose(compare(signs[name], after, before))
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
