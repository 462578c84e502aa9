"""Calls that nobody resolves and that may lead back to where they came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from haltcheck.basis.graph import components
from haltcheck.basis.record import record
from haltcheck.frontend.syntax import Contents
from haltcheck.model.abstract.exhausting import taken
from haltcheck.model.abstract.unlooped import CONSUMERS
from haltcheck.model.calls import Dotted, Resolved, Resolver, Unresolved
from haltcheck.model.fact import Fact
from haltcheck.model.instruction import Build, Call, CallMethod, GetAttribute, Local, SetAttribute
from haltcheck.model.known import function_fact
from haltcheck.model.program import Function
from haltcheck.model.special import CONSTRUCTORS, DUNDER_OF_BUILTIN

_ENDLESS = frozenset(("itertools.count", "itertools.cycle", "itertools.repeat"))
_CALLING = frozenset({"map", "filter", "sorted", "min", "max", "functools.partial"})
_LAMBDA = "<lambda>"


@record
class Suspicion:
    """The call in ``block`` may run the same code again; ``reason`` says how."""

    block: int
    reason: str


def suspicions(
    resolver: Resolver, read: Mapping[str, Function], graph: Mapping[str, frozenset[str]]
) -> dict[str, tuple[Suspicion, ...]]:
    """For each function that may run itself again unseen, where and why.

    A call that is not resolved is supposed to return; where the file itself has a function of
    that name through which it may come back, that would suppose what is to be shown.
    """
    contents = resolver.program.contents
    names, settled = _by_name(contents), _Settled(contents)
    guesses = {
        name: dict(_guessed(resolver, function, names, settled)) for name, function in read.items()
    }
    wide = {name: callees | guesses.get(name, {}).keys() for name, callees in graph.items()}
    found = {name: [*_itself(one), *_endless(resolver, one)] for name, one in read.items()}
    for component in components(wide):
        inside = frozenset(component)
        for name in component:
            found.setdefault(name, []).extend(
                one for callee, one in guesses.get(name, {}).items() if callee in inside
            )
    return {name: tuple(dict.fromkeys(one)) for name, one in found.items() if one}


def _endless(resolver: Resolver, function: Function) -> Iterator[Suspicion]:
    for one in taken(resolver, function):
        reason = f"runs an iterator in line {one.line} to its end, which may never come"
        yield Suspicion(one.block, reason)


def _by_name(contents: Contents) -> dict[str, list[str]]:
    """Functions and methods by short name; every lambda goes by ``<lambda>``."""
    found: dict[str, list[str]] = {}
    for name in contents.functions:
        found.setdefault(name.rpartition(".")[2].partition("#")[0], []).append(name)
    return found


def _guessed(
    resolver: Resolver,
    function: Function,
    names: Mapping[str, list[str]],
    settled: _Settled,
) -> Iterator[tuple[str, Suspicion]]:
    """The functions that an unresolved call may run, judged by name alone."""
    bound = resolver.program.contents.global_writes
    for block in function.blocks:
        for call in block.instructions:
            if isinstance(call, SetAttribute):
                yield from _set(resolver, function, block.id, call, names)
            if not isinstance(call, Call | CallMethod):
                continue
            yield from _handed(resolver, function, block.id, call)
            last = call.text.rpartition(".")[2]
            targets = [*names.get(last, []), *_valued(resolver, function, call, names)]
            targets += _wrappers(resolver.program.contents, targets)
            if not targets and call.text == last and bound.get(last):
                targets = names.get(_LAMBDA, [])
            if not targets or settled.is_chain(call.text):
                continue
            if isinstance(resolver.resolve(function, call), Unresolved):
                reason = f"may come back to itself through {call.text} in line {call.span.line}"
                yield from ((target, Suspicion(block.id, reason)) for target in targets)


def _set(
    resolver: Resolver,
    function: Function,
    block: int,
    write: SetAttribute,
    names: Mapping[str, list[str]],
) -> Iterator[tuple[str, Suspicion]]:
    """The setters that an assignment may run."""
    functions = resolver.program.contents.functions
    for target in names.get(write.name, ()):
        receiver = resolver.receiver(function, write.object)
        is_own = receiver is None or receiver.cls == functions[target].in_class
        if is_own and any(text.endswith(".setter") for text in functions[target].decorators):
            reason = f"may come back to itself by setting {write.name} in line {write.span.line}"
            yield target, Suspicion(block, reason)


def _handed(
    resolver: Resolver, function: Function, block: int, call: Call | CallMethod
) -> Iterator[tuple[str, Suspicion]]:
    """Functions of the file that are handed to what surely calls them."""
    resolved = resolver.resolve(function, call)
    name = resolved.name if isinstance(resolved, Dotted) else ""
    fact = function_fact(name)
    calls = name in _CALLING or (isinstance(fact, Fact) and fact.calls)
    calls = calls or (isinstance(resolved, Resolved) and _calls_handed(resolver, resolved))
    if not calls and not (isinstance(call, CallMethod) and call.name == "sort"):
        return
    for item in call.items:
        made = Call(call.span, "", item.value, (), "")
        target = resolver.resolve(function, made)
        for qualname in target.qualnames if isinstance(target, Resolved) else ():
            reason = f"may come back to itself through {qualname} in line {call.span.line}"
            yield qualname, Suspicion(block, reason)


def _calls_handed(resolver: Resolver, resolved: Resolved) -> bool:
    """Whether a function of the file calls what it was handed."""
    read = resolver.program.functions
    for callee in (read[name] for name in resolved.qualnames if name in read):
        names = {parameter.name for parameter in callee.parameters}
        for block in callee.blocks:
            if any(isinstance(one, Call) and one.text in names for one in block.instructions):
                return True
    return False


def _valued(
    resolver: Resolver, function: Function, call: Call | CallMethod, names: Mapping[str, list[str]]
) -> list[str]:
    """What a value that is called may be: an instance, its class, a function made close by."""
    parameters = {parameter.name for parameter in function.parameters}
    if isinstance(call, CallMethod):
        return []
    if call.text not in ("", "?", *parameters) and not _is_class(resolver, function, call):
        return []
    contents = resolver.program.contents
    owner = function.in_class or ""
    makers = (
        [f"{owner}.{name}" for name in CONSTRUCTORS] if _is_class(resolver, function, call) else []
    )
    unit = function.qualname.partition(".")[0] if function.in_class is None else function.qualname
    close = [name for name in contents.functions if name.startswith(f"{unit}.")]
    return [
        *names.get("__call__", ()),
        *(name for name in makers if name in contents.functions),
        *close,
    ]


def _is_class(resolver: Resolver, function: Function, call: Call) -> bool:
    """``cls(...)``, ``type(self)(...)`` and ``self.__class__(...)``."""
    receiver = resolver.receiver(function, call.function)
    if receiver is not None and receiver.is_class:
        return True
    made = resolver.bindings(function).origin(call.function)
    if isinstance(made, Call):
        return made.text == "type"
    return isinstance(made, GetAttribute) and made.name == "__class__"


def _wrappers(contents: Contents, targets: list[str]) -> list[str]:
    """What stands in for a decorated function: whatever its decorator makes."""
    decorators = {
        text
        for target in targets
        for text in contents.functions[target].decorators
        if text in contents.functions
    }
    if not decorators:
        return []
    return [
        name for name in contents.functions for text in decorators if name.startswith(f"{text}.")
    ]


class _Settled:
    """Attributes that only constructors set, to what was there before: they form finite chains."""

    def __init__(self, contents: Contents) -> None:
        self._open: set[str] = set()
        self._leaks = False
        for entry in contents.functions.values():
            if entry.qualname.rpartition(".")[2] in CONSTRUCTORS:
                self._leaks = self._leaks or not entry.calls.isdisjoint(contents.classes)
            else:
                self._open.update(write.rpartition(".")[2] for write in entry.writes)

    def is_chain(self, text: str) -> bool:
        """``self.file.close()`` leads to an older object where ``self.file`` is settled."""
        root, _, rest = text.partition(".")
        attribute, dot, _ = rest.partition(".")
        older = root == "self" and bool(dot) and attribute not in self._open and not self._leaks
        return older or root == "super()"


def _itself(function: Function) -> Iterator[Suspicion]:
    """``hash((self.a, self))`` in ``__hash__``: a container asks its members the same question."""
    asked = {builtin for builtin, name in DUNDER_OF_BUILTIN.items() if name == function.name}
    if not asked or not function.parameters or function.in_class is None:
        return
    held = {
        block.id: one.span.line
        for block in function.blocks
        for one in block.instructions
        if isinstance(one, Build)
        and any(item.value == Local(function.parameters[0].name) for item in one.items)
    }
    calls = {
        one.text for block in function.blocks for one in block.instructions if isinstance(one, Call)
    }
    if held and calls & asked:
        block, line = min(held.items())
        yield Suspicion(block, f"asks a container that holds itself in line {line}")


def consumes_endlessly(contents: Contents, calls: frozenset[str], yields: bool = False) -> bool:
    """Whether straight code makes an iterator without an end and may ask for its end."""
    made = {contents.imports.get(text, text) for text in calls}
    dotted = {
        f"{contents.imports.get(root, root)}.{rest}"
        for root, dot, rest in (text.partition(".") for text in calls)
        if dot
    }
    consumed = yields or asks_for_all(calls)
    return consumed and not _ENDLESS.isdisjoint(made | dotted)


def asks_for_all(calls: frozenset[str]) -> bool:
    """Whether some call may ask what it is handed for all of its items."""
    return any(text.rpartition(".")[2] in CONSUMERS for text in calls)
