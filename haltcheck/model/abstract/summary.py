"""What a function of this file may write, with all that it calls: a closure over the call graph."""

from __future__ import annotations

from dataclasses import dataclass, field

from haltcheck.basis.record import record
from haltcheck.model import instruction as i
from haltcheck.model.abstract.access import locals_of, operands
from haltcheck.model.abstract.escape import private_locals
from haltcheck.model.abstract.hidden import hidden, is_reflective
from haltcheck.model.calls import Dotted, Resolved, Resolver
from haltcheck.model.fact import Unlisted
from haltcheck.model.known import function_fact, methods_named
from haltcheck.model.program import Function, Next, Program

_PURE_METHODS = frozenset(
    {"get", "keys", "values", "items", "copy", "index", "count", "startswith", "endswith"}
    | {"strip", "lstrip", "rstrip", "lower", "upper", "split", "join", "format", "encode"}
    | {"decode", "find", "rfind", "replace", "isdigit", "isalpha", "isspace", "group", "match"}
)

MUTATORS = frozenset(
    {"append", "extend", "insert", "add", "update", "pop", "popitem", "popleft", "remove"}
    | {"discard", "clear", "push", "put", "appendleft", "extendleft", "setdefault"}
)
"""Methods that change their receiver, whatever it is: that they do not is never supposed."""

HANDED = "*"
"""Stands among ``changes`` for arguments, and for what they are made of."""


@record
class Summary:
    """``attributes`` and ``names`` (global or free) that may be bound; ``mutates`` where objects
    may change size, ``consumes`` where iterators and streams may move; ``unseen`` are the calls
    that nobody resolves, with their lines. ``anything`` where names are written that are
    computed. ``changes`` are the names of attributes and variables whose objects a method like
    ``append`` changes.
    """

    attributes: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    mutates: bool = False
    consumes: bool = False
    unseen: tuple[tuple[str, int], ...] = ()
    anything: bool = False
    changes: frozenset[str] = frozenset()


@dataclass(slots=True)
class Summaries:
    """The summaries of one program, made when asked for."""

    program: Program
    resolver: Resolver
    known: dict[str, Summary] = field(default_factory=dict)
    direct: dict[str, tuple[Summary, frozenset[str]]] = field(default_factory=dict)

    def of(self, qualname: str) -> Summary:
        """The summary of a function with everything that it may run."""
        found = self.known.get(qualname)
        if found is None:
            found = self.known[qualname] = self._close(qualname)
        return found

    def _close(self, qualname: str) -> Summary:
        seen = {qualname}
        work = [qualname]
        parts: list[Summary] = []
        while work:
            current = work.pop()
            own, callees = self._direct(current)
            parts.append(own)
            for callee in callees - seen:
                seen.add(callee)
                work.append(callee)
        return Summary(
            frozenset().union(*(part.attributes for part in parts)),
            frozenset().union(*(part.names for part in parts)),
            any(part.mutates for part in parts),
            any(part.consumes for part in parts),
            tuple(dict.fromkeys(call for part in parts for call in part.unseen)),
            any(part.anything for part in parts),
            frozenset().union(*(part.changes for part in parts)),
        )

    def _direct(self, qualname: str) -> tuple[Summary, frozenset[str]]:
        found = self.direct.get(qualname)
        if found is None:
            function = self.program.functions.get(qualname)
            if function is None:
                found = Summary(unseen=((qualname, 0),)), frozenset()
            else:
                found = _look(self.resolver, function)
            self.direct[qualname] = found
        return found


@dataclass(slots=True)
class _Notes:
    attributes: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    callees: set[str] = field(default_factory=set)
    changes: set[str] = field(default_factory=set)
    unseen: dict[tuple[str, int], None] = field(default_factory=dict)
    mutates: bool = False
    consumes: bool = False
    anything: bool = False


def _look(resolver: Resolver, function: Function) -> tuple[Summary, frozenset[str]]:
    notes = _Notes()
    private = private_locals(function)
    for block in function.blocks:
        for instruction in block.instructions:
            _note(notes, resolver, function, private, instruction)
        if isinstance(block.terminator, Next):
            moved = set(locals_of((block.terminator.iterator,)))
            notes.consumes = notes.consumes or not moved <= private.keys()
    summary = Summary(
        frozenset(notes.attributes),
        frozenset(notes.names),
        notes.mutates,
        notes.consumes,
        tuple(notes.unseen),
        notes.anything,
        frozenset(notes.changes),
    )
    return summary, frozenset(notes.callees)


def _note(
    notes: _Notes,
    resolver: Resolver,
    function: Function,
    private: dict[str, str],
    instruction: i.Instruction,
) -> None:
    inside = hidden(resolver, function, instruction)
    notes.callees.update(inside)
    reflects = is_reflective(instruction) or resolver.has_finalizers
    notes.anything = notes.anything or reflects
    match instruction:
        case i.EnterContext() | i.ExitContext() if inside:
            pass
        case i.SetAttribute(name=name) | i.DeleteAttribute(name=name):
            notes.attributes.add(name)
        case i.StoreGlobal(name=name) | i.StoreFree(name=name):
            notes.names.add(name)
        case i.Unbind(name=name, scope="free" | "global"):
            notes.names.add(name)
        case i.SetItem() | i.DeleteItem() | i.Extend():
            changed = operands(instruction)[0]
            if not set(locals_of((changed,))) <= private.keys():
                notes.mutates = True
        case i.Operate(operator=operator, operands=values):
            in_place = operator.endswith("=") and operator not in ("<=", ">=", "==", "!=")
            if in_place and not set(locals_of(values[:1])) <= private.keys():
                notes.mutates = True
        case i.Call() | i.CallMethod():
            _note_call(notes, resolver, function, private, instruction)
        case i.Suspend() | i.EnterContext() | i.ExitContext() | i.Hole() | i.MakeClass():
            notes.unseen[type(instruction).__name__.lower(), instruction.span.line] = None
        case i.GetIterator() | i.Unpack():
            moved = set(locals_of(operands(instruction)))
            notes.consumes = notes.consumes or not moved <= private.keys()
        case _:
            pass


def _note_call(
    notes: _Notes,
    resolver: Resolver,
    function: Function,
    private: dict[str, str],
    call: i.Call | i.CallMethod,
) -> None:
    resolution = resolver.resolve(function, call)
    unseen = (call.text or "?", call.span.line)
    match resolution:
        case Resolved(qualnames=qualnames, open_method=open_method):
            notes.callees.update(qualnames)
            if open_method:
                notes.unseen[open_method, call.span.line] = None
        case Dotted(name=name):
            fact = function_fact(name)
            if isinstance(fact, Unlisted) or fact.writes == "anything" or fact.calls:
                notes.unseen[unseen] = None
            elif fact.writes != "nothing":
                notes.mutates = notes.consumes = True
            elif fact.consumes:
                notes.consumes = True
        case _:
            if isinstance(call, i.CallMethod) and _is_plain(call, private):
                if call.name not in _PURE_METHODS:
                    notes.mutates = notes.consumes = True
            else:
                notes.unseen[unseen] = None
                if isinstance(call, i.CallMethod) and call.name in MUTATORS:
                    notes.changes.add(_receiver(resolver, function, call.object))


def _receiver(resolver: Resolver, function: Function, operand: i.Operand) -> str:
    """The last name of what a method is called on; ``HANDED`` for what a caller handed on."""
    bindings = resolver.bindings(function)
    match bindings.origin(operand):
        case i.GetAttribute(name=name) | i.LoadGlobal(name=name) | i.LoadFree(name=name):
            return name
        case _:
            return HANDED


def _is_plain(call: i.CallMethod, private: dict[str, str]) -> bool:
    """A method of a constant or of something that was built here runs nobody's code."""
    if isinstance(call.object, i.Const):
        return True
    return call.object.name in private and bool(methods_named(call.name))
