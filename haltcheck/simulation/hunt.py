"""Looks for exact endless runs: inputs that reach new blocks are varied further."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from haltcheck.basis.answer import Answer
from haltcheck.frontend.expression import Parameter
from haltcheck.model.certificate import Claim, Replay
from haltcheck.model.domain import fits
from haltcheck.model.later import function_of
from haltcheck.model.program import Function, Program
from haltcheck.model.step.replay import begin
from haltcheck.model.subject import LoopSubject, Subject
from haltcheck.model.world import World
from haltcheck.simulation.bear import bears, condition_of
from haltcheck.simulation.candidate import (
    blobs,
    changed,
    mappings,
    memories,
    mixed,
    shorter_ones,
    spoken,
    streams,
    texts,
)
from haltcheck.simulation.forecast import Ending
from haltcheck.simulation.growth import growing
from haltcheck.simulation.hint import hints
from haltcheck.simulation.inputs import Inputs, pool
from haltcheck.simulation.origin import origins
from haltcheck.simulation.rollout import Run
from haltcheck.simulation.vocabulary import Words, vocabulary
from haltcheck.simulation.watch import Repetition

WORK = 24_000
"""Machine steps of one hunt; each run costs some for its beginning."""

_BEGINNING = 30
_DEPTHS = (24, 72, 400)
_RUN = 700
_PATIENCE = 10
_SEEDS = 24
_OUTGROWING = 6
LEFT_OUT = object()
"""The parameter gets no argument."""

Slot = tuple[str, list[object]]


def hunt(program: Program, qualname: str) -> tuple[Claim, ...]:
    """Claims of loops and recursions that some run from outside stays in for ever."""
    if qualname not in program.functions:
        return ()
    claims: dict[Subject, Claim] = {}
    for origin in origins(program, qualname, unread=True):
        function = function_of(program, origin)
        if function is not None and not claims:
            hunter = _Hunt(program, function, claims)
            hunter.go()
            claims = {subject: hunter.shortened(claim) for subject, claim in claims.items()}
    return tuple(claims.values())


class _Hunt:
    """The runs of one function with inputs that grow out of each other."""

    def __init__(self, program: Program, function: Function, claims: dict[Subject, Claim]) -> None:
        self.program = program
        self.origin = function.qualname
        self.claims = claims
        self.words = vocabulary(program, function)
        self.slots = list(_slots(program, function, self.words))
        self.heads = frozenset(
            (one.qualname, loop.head) for one in program.functions.values() for loop in one.loops
        )
        self.entries = frozenset(program.functions)
        self.covered: set[tuple[str, int]] = set()
        self.seen: set[str] = set()
        self.seeds: list[tuple[object, ...]] = []
        self.left = WORK
        self.runs = 0
        self.stuck = 0
        self.outgrowing = _OUTGROWING

    def go(self) -> None:
        """Varies one input at a time, then those that led somewhere new."""
        if not any(_is_telling(values) for _, values in self.slots):
            return
        self._try(tuple(values[0] for _, values in self.slots))
        for depth in _DEPTHS:
            varied = 0
            while varied < len(self.seeds) and not self._is_over():
                seed = self._next(varied)
                varied += 1
                for other in self._around(seed, depth):
                    if self._is_over():
                        return
                    self._try(other)

    def _next(self, varied: int) -> tuple[object, ...]:
        """The newest seed that was not varied yet: what came last knows most."""
        newest = self.seeds.pop()
        self.seeds.insert(varied, newest)
        return newest

    def _around(self, seed: tuple[object, ...], depth: int) -> Iterator[tuple[object, ...]]:
        """The seed with one input changed, or exchanged for a candidate."""
        rows = [
            mixed(changed(value, self.words)[:depth], values[:depth])
            for value, (_, values) in zip(seed, self.slots, strict=True)
        ]
        for index in range(max(map(len, rows), default=0)):
            for place, row in enumerate(rows):
                if index < len(row):
                    yield (*seed[:place], row[index], *seed[place + 1 :])

    def _is_over(self) -> bool:
        hopeless = self.stuck == self.runs >= _PATIENCE and len(self.seeds) < 3
        return bool(self.claims) or self.left <= 0 or hopeless or len(self.seeds) > _SEEDS

    def _try(self, values: tuple[object, ...]) -> None:
        key = repr(values)
        if key in self.seen:
            return
        self.seen.add(key)
        inputs = {
            name: value
            for (name, _), value in zip(self.slots, values, strict=True)
            if value is not LEFT_OUT
        }
        machine = begin(self.program, self.origin, inputs)
        if isinstance(machine, str):
            self.left = 0
            return
        machine.visited = set()
        run = Run(self.program, inputs, machine, self.heads, self.entries, self._accept)
        ended = run.go(_RUN, 1)
        self.runs += 1
        self.left -= machine.steps + machine.work // 200 + _BEGINNING
        self.stuck += ended.ending is Ending.STUCK
        found = run.repetition
        if found is not None and not machine.arbitrary and not found.kept:
            self._claim(inputs, found)
        if ended.ending in (Ending.BUDGET, Ending.GROWING) and self.outgrowing:
            self.outgrowing -= 1
            for replay in growing(self.program, self.origin, inputs, self.heads, _RUN):
                self.left -= replay.stem
                self._keep(replay)
        if not self.seeds or not machine.visited <= self.covered:
            self.covered |= machine.visited
            self.seeds.append(values)

    def _accept(self, run: Run, found: Repetition) -> bool:
        return self._claim(run.inputs, found)

    def _claim(self, inputs: Inputs, found: Repetition) -> bool:
        given = tuple(inputs.items())
        return self._keep(
            Replay(self.origin, given, found.stem, found.cycle, found.kept, found.deeper)
        )

    def _keep(self, replay: Replay) -> bool:
        subject = bears(self.program, replay)
        if subject is None:
            return False
        self.claims.setdefault(subject, _claimed(subject, replay))
        return True

    def shortened(self, claim: Claim) -> Claim:
        """The same with shorter texts and bytes, where they do."""
        replay = claim.certificate
        assert isinstance(replay, Replay)
        inputs = dict(replay.inputs)
        for name, value in replay.inputs:
            for shorter in shorter_ones(value):
                found = self._repeats({**inputs, name: shorter}, claim.subject)
                if found is not None:
                    inputs, claim = dict(found.inputs), _claimed(claim.subject, found)
                    break
        return claim

    def _repeats(self, inputs: Inputs, subject: Subject) -> Replay | None:
        """A replay of the subject from these inputs."""
        machine = begin(self.program, self.origin, inputs)
        if isinstance(machine, str):
            return None
        run = Run(self.program, inputs, machine, self.heads, self.entries, lambda *_: True)
        run.go(_RUN, 1)
        found = run.repetition
        given = tuple(inputs.items())
        if found is None:
            tried = growing(self.program, self.origin, inputs, self.heads, _RUN)
            return next((one for one in tried if bears(self.program, one) == subject), None)
        if machine.arbitrary:
            return None
        replay = Replay(self.origin, given, found.stem, found.cycle, found.kept, found.deeper)
        return replay if bears(self.program, replay) == subject else None


def _claimed(subject: Subject, replay: Replay) -> Claim:
    return Claim(subject, Answer.NON_HALT, replay, condition_of(replay.inputs))


def _is_telling(values: list[object]) -> bool:
    """Whether texts, bytes or mappings are among the candidates; numbers alone prove better."""
    return any(isinstance(value, str | bytes | World | dict) for value in values) or any(
        type(value).__name__ == "Memory" for value in values
    )


def _slots(program: Program, function: Function, words: Words) -> Iterator[Slot]:
    """Name and candidates of what needs a value; a constructor's as ``self.name``."""
    parameters = list(function.parameters)
    if function.in_class is not None and parameters:
        receives = parameters.pop(0)
        maker = function_of(program, f"{function.in_class}.__init__")
        if maker is not None and maker.qualname != function.qualname and receives.name != "cls":
            yield from _of(program, maker, maker.parameters[1:], words, "self.")
    yield from _of(program, function, parameters, words, "")


def _of(
    program: Program,
    function: Function,
    parameters: Sequence[Parameter],
    words: Words,
    prefix: str,
) -> Iterator[Slot]:
    guessed = hints(program, function)
    for parameter in parameters:
        if parameter.kind in ("*", "**"):
            continue
        kinds = guessed[parameter.name]
        values = mixed(*(candidates(kind, words) for kind in kinds))
        values = [value for value in values if fits(parameter.annotation, value)] or values
        if parameter.default is not None:
            values = [LEFT_OUT, *values]
        yield f"{prefix}{parameter.name}", values


def candidates(kind: str, words: Words) -> list[object]:
    """Values of a kind, the most telling first."""
    match kind:
        case "str":
            return list(texts(words))
        case "bytes":
            return list(blobs(words))
        case "memory":
            return list(memories(words))
        case "stream":
            return list(streams(words))
        case "dict":
            return list(mappings(words))
        case "key":
            return mixed(["a", 0], spoken(words)[:10], ["b", 1, "A", -1])
        case "items":
            lists = pool("list", list(words.ints)[:6], [])[:10]
            return mixed(texts(words)[:40], blobs(words)[:20], mappings(words)[:30], lists)
        case "any":
            return mixed(
                texts(words)[:40], blobs(words)[:20], mappings(words)[:20], [None, 0, 1, -1]
            )
        case _:
            return pool(kind, list(words.ints)[:12], list(words.texts)[:12])[:40]


def wants(program: Program, subject: Subject) -> bool:
    """Whether the subject is one that exact runs may show: a ``while`` loop or a recursion."""
    if not isinstance(subject, LoopSubject):
        return True
    loops = program.functions[subject.qualname].loops
    return any(loop.id == subject.loop and loop.kind == "while" for loop in loops)
