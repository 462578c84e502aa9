"""Functions that the file puts in the place of what they call.

``sys.excepthook = hook`` where ``hook`` calls ``sys.excepthook``: what was there before was kept
nowhere, so that the function calls itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from haltcheck.basis.once import once
from haltcheck.basis.record import record
from haltcheck.frontend.syntax import Contents
from haltcheck.model import instruction as i
from haltcheck.model.calls import Resolved, Resolver
from haltcheck.model.later import function_of
from haltcheck.model.program import Function, code_of
from haltcheck.model.reference.asked_again import Answers, HandsBack, first_reached
from haltcheck.model.reference.nowhere import Anything

_MODULE = "<module>"
_DEEPEST = 4


@record
class _Put:
    """What stands at a dotted place since a line: a function of the file, or a class's object."""

    line: int
    qualname: str
    cls: str


def replaced(resolver: Resolver, qualname: str) -> HandsBack | Answers:
    """Whether a function stands in the place of what it calls."""
    function = resolver.program.functions.get(qualname)
    if function is None or function.is_generator or function.is_async:
        return Answers("it was not read, or does not run at once")
    for place, put in _standing(resolver).items():
        for one in put:
            if one.qualname != qualname and (not one.cls or function.in_class != one.cls):
                continue
            called = place if one.qualname else f"{place}.{function.name}"
            line = first_reached(function, _Asks(resolver, function, called), _Plain())
            if line is not None:
                return HandsBack(line, f"{place} is what line {one.line} puts there")
    return Answers("it stands in the place of nothing that it calls")


class _Plain(Anything):
    """Who enters a context may put back what was there."""

    def raises(self, one: i.Instruction) -> bool:
        """Contexts are looked at by nobody here."""
        return isinstance(one, i.EnterContext)


class _Asks:
    """Whether an instruction calls what stands at a place."""

    def __init__(self, resolver: Resolver, function: Function, place: str) -> None:
        self.resolver = resolver
        self.function = function
        self.place = place

    def __call__(self, one: i.Instruction) -> bool:
        """``json.dumps(x)`` calls what stands at ``json.dumps``."""
        if isinstance(one, i.CallMethod):
            whole = _dotted(self.resolver, self.function, one.object)
            return bool(whole) and f"{whole}.{one.name}" == self.place
        if isinstance(one, i.Call):
            return _dotted(self.resolver, self.function, one.function) == self.place
        return False


def _dotted(resolver: Resolver, function: Function, operand: i.Operand) -> str:
    """The dotted name of something imported, or of a class of the file and what is in it."""
    known = resolver.dotted(function, operand)
    if known:
        return known
    names: list[str] = []
    for _ in range(_DEEPEST):
        match resolver.bindings(function).origin(operand):
            case i.GetAttribute(object=whole, name=name):
                names.append(name)
                operand = whole
            case i.LoadGlobal(name=name) if name in resolver.program.contents.classes:
                return ".".join([name, *reversed(names)])
            case _:
                break
    return ""


@once
def _standing(resolver: Resolver) -> dict[str, tuple[_Put, ...]]:
    """By dotted name what the file puts there."""
    contents = resolver.program.contents
    found: dict[str, list[_Put]] = {}
    for name in _putting(contents):
        function = function_of(resolver.program, name)
        for place, put in _puts(resolver, function) if function is not None else ():
            found.setdefault(place, []).append(put)
    return {place: tuple(put) for place, put in found.items()}


def _putting(contents: Contents) -> Iterator[str]:
    """The functions, and the module, that bind an attribute of something that is not their own."""
    known = contents.imports.keys() | contents.classes.keys()
    if any("." in one and one.partition(".")[0] in known for one in contents.global_writes):
        yield _MODULE
    for name, entry in contents.functions.items():
        if any("." in one and one.partition(".")[0] in known for one in entry.writes):
            yield name


def _puts(resolver: Resolver, function: Function) -> Iterator[tuple[str, _Put]]:
    bindings = resolver.bindings(function)
    for one in code_of(function):
        if not isinstance(one, i.SetAttribute):
            continue
        whole = _dotted(resolver, function, one.object)
        if not whole:
            continue
        place, line = f"{whole}.{one.name}", one.span.line
        match bindings.origin(one.value):
            case i.MakeFunction(qualname=name):
                yield place, _Put(line, name, "")
            case i.LoadGlobal(name=name) if name in resolver.program.contents.functions:
                yield place, _Put(line, name, "")
            case (i.Call() | i.CallMethod()) as made:
                run = resolver.resolve(function, made)
                if isinstance(run, Resolved) and run.constructs:
                    yield place, _Put(line, "", run.constructs)
            case _:
                pass
