"""Functions of a file that raise nothing, whatever whole number they are asked for."""

from __future__ import annotations

import builtins
from collections.abc import Iterable, Iterator, Mapping

from haltcheck.basis.record import record
from haltcheck.model import instruction as i
from haltcheck.model.abstract.unfailing_step import evaluate
from haltcheck.model.abstract.unfailing_value import (
    ANY,
    SELF,
    Env,
    FailError,
    Held,
    Walk,
    truth_of,
    value,
)
from haltcheck.model.assumption import Specific
from haltcheck.model.calls import Resolver
from haltcheck.model.program import Block, Function, Jump, Next, Raise, Return, Test

_MOST = 400
_DEPTH = 4


@record
class Steady:
    """It never raises, given the ``assumptions``; ``reads`` where it reads from a stream."""

    assumptions: tuple[Specific, ...]
    returned: frozenset[Held]
    reads: bool


@record
class MayRaise:
    """Why it may."""

    why: str


def unfailing(
    resolver: Resolver, qualname: str, given: Iterable[Held], *, strict: bool = False
) -> Steady | MayRaise:
    """Whether a method, called with these values behind ``self``, raises on no way.

    With ``strict`` nothing is supposed of code that is not seen but that streams can be read, each
    of which has come to its end.
    """
    walk = _Walk(resolver, strict)
    try:
        returned = walk.enter(qualname, [SELF, *given], {})
    except FailError as error:
        return MayRaise(str(error))
    return Steady(tuple(walk.assumed), frozenset(returned), walk.reads)


class _Walk(Walk):
    """All ways through a function and what it calls, each with what its locals hold."""

    def __init__(self, resolver: Resolver, strict: bool) -> None:
        super().__init__(resolver, strict)
        self.active: list[str] = []
        self.left = _MOST

    def enter(self, qualname: str, given: list[Held], named: Mapping[str, Held]) -> set[Held]:
        """What a function of the file gives back; raises FailError where it may raise."""
        function = self.resolver.program.functions.get(qualname)
        if function is None or len(self.active) > _DEPTH:
            raise FailError(f"{qualname} is not followed")
        if _is_empty(function):
            raise FailError(f"{qualname} stands there to be overridden")
        if function.is_generator or function.is_async:
            return {Held("new")}
        if qualname in self.active:
            # Whoever comes back to itself raises no sooner than the first call does.
            return {ANY}
        env = _bound(function, given, named)
        self.active.append(qualname)
        try:
            return _Ways(self, function).returned(env)
        finally:
            self.active.pop()


def _is_empty(function: Function) -> bool:
    """Whether a method of a class does nothing at all, as in a protocol."""
    block = function.blocks[0]
    for one in block.instructions:
        if not isinstance(one, i.LoadGlobal) or one.name != "Ellipsis":
            return False
    end = block.terminator
    nothing = isinstance(end, Return) and end.value == i.Const(None)
    return nothing and function.name not in ("__init__", "__post_init__")


def _bound(function: Function, given: list[Held], named: Mapping[str, Held]) -> Env:
    """The parameters with their values; raises FailError where the arguments may not fit."""
    env: Env = {}
    left = list(given)
    for parameter in function.parameters:
        if parameter.kind in ("*", "**"):
            env[parameter.name] = Held("new", by_key=any(one.by_key for one in left))
            left = [] if parameter.kind == "*" else left
        elif left and parameter.kind in ("normal", "positional"):
            env[parameter.name] = left.pop(0)
        elif parameter.name in named:
            env[parameter.name] = named[parameter.name]
        elif parameter.default is not None:
            env[parameter.name] = ANY
        else:
            raise FailError(f"{function.qualname} is called in another way", ("TypeError",))
    if left:
        raise FailError(f"{function.qualname} is called in another way", ("TypeError",))
    return env


class _Ways:
    """One function."""

    def __init__(self, walk: _Walk, function: Function) -> None:
        self.walk = walk
        self.function = function
        self.found: set[Held] = set()

    def returned(self, env: Env) -> set[Held]:
        """What the ways from the entry give back."""
        work: list[tuple[int, Env]] = [(0, env)]
        seen: set[tuple[int, frozenset[tuple[str, Held]]]] = set()
        while work:
            number, known = work.pop()
            state = (number, frozenset(known.items()))
            if state in seen:
                continue
            seen.add(state)
            self.walk.left -= 1
            if self.walk.left < 0:
                raise FailError("its ways are too many")
            work += self._block(self.function.blocks[number], dict(known))
        return self.found

    def _block(self, block: Block, env: Env) -> Iterator[tuple[int, Env]]:
        for one in block.instructions:
            try:
                held = evaluate(self.walk, self.function, one, env)
            except FailError as error:
                yield self._caught(block, env, error)
                if error.surely:
                    return
                held = Held(by_key=True)
            if target := getattr(one, "target", ""):
                env[target] = held
            for target in getattr(one, "targets", ()):
                env[target] = held
        yield from self._after(block, env)

    def _caught(self, block: Block, env: Env, error: FailError) -> tuple[int, Env]:
        if block.handler is None:
            raise error
        return block.handler, {**env, block.caught: Held("raised", error.names)}

    def _after(self, block: Block, env: Env) -> Iterator[tuple[int, Env]]:
        match block.terminator:
            case Jump(to=to):
                yield to, env
            case Test(condition=condition, then=then, orelse=orelse):
                truth = truth_of(value(condition, env))
                if truth is not False:
                    yield then, env
                if truth is not True:
                    yield orelse, env
            case Next(iterator=iterator, target=target, body=body, done=done):
                if value(iterator, env).kind == "empty":
                    yield done, env
                    return
                if self.walk.strict:
                    raise FailError("it asks an iterator")
                yield body, {**env, target: Held(by_key=value(iterator, env).by_key)}
                yield done, env
            case Return(value=given):
                self.found.add(value(given, env))
            case Raise(span=span, error=error):
                names = self._raised(error, env)
                why = f"line {span.line} raises {names[0] if names else 'an exception'}"
                yield self._caught(block, env, FailError(why, names))

    def _raised(self, error: i.Operand | None, env: Env) -> tuple[str, ...]:
        """The names of the built-in exception that is raised, where it is one."""
        if error is not None and (held := value(error, env)).kind == "raised":
            return held.value if isinstance(held.value, tuple) else ()
        bindings = self.walk.resolver.bindings(self.function)
        made = bindings.origin(error) if error is not None else None
        if isinstance(made, i.Call):
            made = bindings.origin(made.function)
        name = made.name if isinstance(made, i.LoadGlobal) else ""
        return (name,) if isinstance(getattr(builtins, name or "?", None), type) else ()
