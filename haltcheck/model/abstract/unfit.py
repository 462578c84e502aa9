"""``iter(read, end)`` whose ``end`` cannot come: bytes are read, and a text is waited for."""

from __future__ import annotations

from haltcheck.basis.record import record
from haltcheck.model import instruction as i
from haltcheck.model.abstract.opened import BYTES, TEXT, Streams
from haltcheck.model.abstract.taken_for import Uses, spelled
from haltcheck.model.abstract.unfailing import Steady, unfailing
from haltcheck.model.assumption import DoesNotWrite, NotOverridden, Specific
from haltcheck.model.binding import UNKNOWN, bound
from haltcheck.model.calls import Dotted, Resolved, Resolver
from haltcheck.model.program import Function, Loop, Return
from haltcheck.model.recursion import call_graph

READS = frozenset({"read", "readline", "read1", "recv"})

_DEPTH = 6
_TOLD = {BYTES: "bytes", TEXT: "text"}
_CLOSES = frozenset({"abort", "close", "detach", "kill", "shutdown", "terminate"})


@record
class Waits:
    """An end that never comes, and what is supposed of callees in the loop."""

    why: str
    assumptions: tuple[Specific, ...] = ()


@record
class _Read:
    """A call of ``name`` on ``stream``, an operand of ``function``, with so many arguments."""

    function: Function
    stream: i.Operand
    name: str
    given: int
    text: str


class Unfit:
    """One call ``iter(read, end)``, and what is done with its items."""

    def __init__(self, resolver: Resolver, function: Function, call: i.Call) -> None:
        self.resolver = resolver
        self.function = function
        self.call = call

    def found(self, loop: Loop | None = None, joined: i.Operand | None = None) -> Waits | None:
        """The end that it waits for in vain; None where it may come.

        ``loop`` is the loop over it, ``joined`` the text or bytes that its items are joined by:
        both tell what the items are where the stream does not.
        """
        read, end = (item.value for item in self.call.items)
        if not isinstance(end, i.Const):
            return None
        if end.value is None:
            return self._answered(read, loop)
        found = self._reading(self.function, read, 0)
        if found is None or self.resolver.receiver(found.function, found.stream) is not None:
            return None
        kind = self._kind_read(found)
        if not kind and loop is not None:
            kind = Uses(self.resolver, self.function).kind(loop)
        if not kind and isinstance(joined, i.Const):
            kind = type(joined.value).__name__
        if kind not in _TOLD or type(end.value).__name__ not in _TOLD.keys() - {kind}:
            return None
        supposed = self._undisturbed(found, loop) if loop is not None else ()
        if supposed is None:
            return None
        why = f"{found.text} gives {_TOLD[kind]}, never the {end.value!r} that would end it"
        return Waits(why, supposed)

    # What the body does to the stream

    def _undisturbed(self, read: _Read, loop: Loop) -> tuple[DoesNotWrite, ...] | None:
        """What callees in the body leave alone; None where it may close or replace the stream."""
        stream = read.text.rpartition(".")[0]
        is_own = _is_own(self.resolver, self.function, read)
        assumed: dict[DoesNotWrite, None] = {}
        for number in sorted(loop.blocks):
            for one in self.function.blocks[number].instructions:
                if stream in bound(one) or getattr(one, "name", "") in _CLOSES:
                    return None
                if isinstance(one, i.SetAttribute) and one.name == stream.rpartition(".")[2]:
                    return None
                if not isinstance(one, i.Call | i.CallMethod):
                    continue
                if any(
                    spelled(self.resolver, self.function, item.value) == stream
                    for item in one.items
                ):
                    return None
                resolved = self.resolver.resolve(self.function, one)
                if isinstance(resolved, Resolved) and _closes(self.resolver, resolved):
                    return None
                if not isinstance(resolved, Dotted) and not is_own:
                    assumed[DoesNotWrite(one.text or "?", stream, one.span.line)] = None
        return tuple(assumed)

    # What is read

    def _reading(self, function: Function, read: i.Operand, depth: int) -> _Read | None:
        """The one read that each call of ``read`` makes, and gives back as it is."""
        made = self.resolver.bindings(function).origin(read)
        match made:
            case i.GetAttribute(object=stream, name=name) if name in READS:
                return self._found(function, stream, name, 0)
            case i.MakeFunction(qualname=qualname) if depth < _DEPTH:
                return self._body(qualname, depth)
            case i.Call(items=items) | i.CallMethod(items=items) if items:
                resolved = self.resolver.resolve(function, made)
                if isinstance(resolved, Dotted) and resolved.name == "functools.partial":
                    found = self._reading(function, items[0].value, depth + 1)
                    given = len(items) - 1
                    return found and self._found(found.function, found.stream, found.name, given)
            case i.GetAttribute() | i.LoadGlobal() | i.LoadFree():
                run = _run(self.resolver, function, read, self.call)
                if run is not None and depth < _DEPTH:
                    return self._body(run.qualnames[0], depth)
        return None

    def _answered(self, read: i.Operand, loop: Loop | None) -> Waits | None:
        """A method that reads on after the end of its stream, and never gives ``None``."""
        run = _run(self.resolver, self.function, read, self.call)
        if run is None:
            return None
        method = run.qualnames[0]
        steady = unfailing(self.resolver, method, (), strict=True)
        if not isinstance(steady, Steady) or not steady.reads:
            return None
        if any(held.kind in ("", "known") and held.value is None for held in steady.returned):
            return None
        name = spelled(self.resolver, self.function, read)
        supposed = self._undisturbed(_Read(self.function, read, "", 0, name), loop) if loop else ()
        if supposed is None:
            return None
        own = (NotOverridden(run.open_method),) if run.open_method else ()
        why = f"{method} reads on after the end, and never gives the None that would end it"
        return Waits(why, (*own, *steady.assumptions, *supposed))

    def _body(self, qualname: str, depth: int) -> _Read | None:
        callee = self.resolver.program.functions.get(qualname)
        if callee is None or callee.is_generator or callee.is_async:
            return None
        ends = [block.terminator for block in callee.blocks]
        returned = [end.value for end in ends if isinstance(end, Return)]
        made = self.resolver.bindings(callee).origin(returned[0]) if len(returned) == 1 else UNKNOWN
        if not isinstance(made, i.CallMethod) or made.name not in READS:
            return None
        return self._found(callee, made.object, made.name, len(made.items))

    def _found(self, function: Function, stream: i.Operand, name: str, given: int) -> _Read:
        text = f"{spelled(self.resolver, function, stream)}.{name}"
        return _Read(function, stream, name, given, text)

    def _kind_read(self, read: _Read) -> str:
        """What the read gives, ``bytes`` or ``str``; nothing where nobody knows."""
        if read.name == "recv":
            # Only a socket is told how many bytes to give.
            return BYTES if read.given else ""
        if self.resolver.dotted(read.function, read.stream) == "os":
            return BYTES
        return Streams(self.resolver).kind(read.function, read.stream)


def _run(resolver: Resolver, function: Function, read: i.Operand, call: i.Call) -> Resolved | None:
    """The one function of the file that a callable is, bound to an object or not."""
    made = resolver.bindings(function).origin(read)
    span = call.span
    named: i.Call | i.CallMethod = i.Call(span, "", read, (), "")
    if isinstance(made, i.GetAttribute):
        named = i.CallMethod(span, "", made.object, made.name, (), "")
    run = resolver.resolve(function, named)
    is_one = isinstance(run, Resolved) and len(run.qualnames) == 1 and not run.constructs
    return run if is_one and isinstance(run, Resolved) else None


def _closes(resolver: Resolver, resolved: Resolved) -> bool:
    """Whether a function of the file, or what it calls, closes anything."""
    graph = call_graph(resolver)
    seen, work = set(resolved.qualnames), list(resolved.qualnames)
    while work:
        for name in graph.get(work.pop(), ()):
            if name not in seen:
                seen.add(name)
                work.append(name)
    entries = resolver.program.contents.functions
    return any(
        text.rpartition(".")[2] in _CLOSES
        for name in seen
        if name in entries
        for text in entries[name].calls
    )


def _is_own(resolver: Resolver, function: Function, read: _Read) -> bool:
    """Whether the stream is opened in this function, which hands it to nobody."""
    name = read.text.rpartition(".")[0]
    made = resolver.bindings(function).origin(i.Local(name))
    if not isinstance(made, i.Call | i.CallMethod | i.EnterContext):
        return False
    return not any(
        spelled(resolver, function, item.value) == name
        for block in function.blocks
        for one in block.instructions
        for item in getattr(one, "items", ())
    )
