"""Callees that the file's own calls do not name: methods of what attributes hold, and other files.

What an attribute holds is told by the constructors that its class gives it, or by the annotation
of the argument that it is bound to; what an import means is read beside the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from haltcheck.basis.once import once
from haltcheck.basis.record import record
from haltcheck.model import instruction as i
from haltcheck.model.calls import Dotted, Receiver, Resolution, Resolved, Resolver
from haltcheck.model.hierarchy import unmangled
from haltcheck.model.later import function_of
from haltcheck.model.program import Function, Program

_NAMED = re.compile(r"['\"]?(?:Optional\[)?['\"]?([A-Za-z_][\w.]*)['\"]?\]?(?: \| None)?['\"]?")

_DEEPEST = 3
_SHORTEST = 4

resolver_of = once(Resolver, most=64)


@record
class Kind:
    """A class of a file; ``is_exact`` where no subclass is possible."""

    program: Program
    name: str
    is_exact: bool


@record
class Callee:
    """A function of this file or another one; ``open_method`` as in ``Resolved``.

    ``cls`` is the class by whose name it is called.
    """

    program: Program
    function: Function
    open_method: str = ""
    cls: str = ""


def one_of(program: Program, resolution: Resolved) -> Function | None:
    """The one function that runs: on objects of the class itself, not of those that derive from it.

    What does nothing but to be overridden is none.
    """
    names = resolution.qualnames
    found = function_of(program, names[0]) if names else None
    if len(names) < 2 or found is None:
        return found
    calls = any(
        isinstance(one, i.Call | i.CallMethod)
        for block in found.blocks
        for one in block.instructions
    )
    return found if resolution.open_method and calls else None


def callee(
    resolver: Resolver, function: Function, call: i.Call | i.CallMethod, resolution: Resolution
) -> Callee | None:
    """The one function that runs, where the resolution alone does not tell it."""
    if isinstance(resolution, Resolved):
        return None
    known = _callees(resolver)
    name = resolution.name if isinstance(resolution, Dotted) else ""
    held = known.get((id(call), name))
    if held is not None and held[1] is function:
        return held[2]
    found = _callee(resolver, function, call, name)
    known[id(call), name] = call, function, found
    return found


Known = dict[tuple[int, str], tuple[i.Instruction, Function, Callee | None]]


def _none_yet(resolver: Resolver) -> Known:
    """What was found for the calls of a file; nothing when the first is asked for."""
    del resolver
    return {}


_callees = once(_none_yet, most=64)


def _callee(
    resolver: Resolver, function: Function, call: i.Call | i.CallMethod, dotted: str
) -> Callee | None:
    program = resolver.program
    if dotted:
        return _function(program, dotted) or _of_class(program, dotted)
    if not isinstance(call, i.CallMethod):
        return None
    kind = kind_of(resolver, function, call.object) or _called_so(program, function, call)
    return None if kind is None else method(kind, call.name)


def _called_so(program: Program, function: Function, call: i.CallMethod) -> Kind | None:
    """The only class in reach that is called like the object and has such a method.

    What an object holds to hand the same question on to is none of its own class.
    """
    hint = _plain(call.text.split(".")[-2]) if call.text.count(".") else ""
    if len(hint) < _SHORTEST or hint in ("self", "super"):
        return None
    fitting = (
        kind
        for kind in _called(program, hint)
        if call.name in kind.program.contents.classes[kind.name].methods
        and not (kind.program is program and f"{kind.name}.{call.name}" == function.qualname)
    )
    # Files are read on the way: two such classes are one too many.
    found = list(islice(fitting, 2))
    return found[0] if len(found) == 1 else None


def _plain(name: str) -> str:
    return name.replace("_", "").lower()


def _called(program: Program, hint: str) -> Iterator[Kind]:
    """The classes of a file, and those that it imports by their names, that are called so."""
    own, imported = _names(program)
    for plain, name in own:
        if hint in plain:
            yield Kind(program, name, False)
    for plain, dotted in imported:
        kind = _class(program, dotted, False) if hint in plain else None
        if kind is not None:
            yield kind


_Names = tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]


def _find_names(program: Program) -> _Names:
    """How the classes of a file are called, and those that it imports by their names."""
    own = ((_plain(name), name) for name in program.contents.classes)
    last = (
        (dotted.rpartition(".")[2], dotted)
        for _, dotted in sorted(program.contents.imports.items())
    )
    imported = ((_plain(name), one) for name, one in last if name.lstrip("_")[:1].isupper())
    return tuple(own), tuple(imported)


_names = once(_find_names, most=64)


def method(kind: Kind, name: str) -> Callee | None:
    """The one method of that name on an instance of the class, its bases in other files too."""
    members = resolver_of(kind.program).members
    found = members.method(Receiver(kind.name, kind.is_exact), name)
    if isinstance(found, Resolved):
        run = one_of(kind.program, found)
        return None if run is None else Callee(kind.program, run, found.open_method)
    owners, _ = members.hierarchy.order(kind.name)
    for base in (base for owner in owners for base in kind.program.contents.classes[owner].bases):
        above = None if base in owners else named(kind.program, base, False)
        if above is not None and above.program is not kind.program:
            return method(above, name)
    return None


def kind_of(
    resolver: Resolver, function: Function, operand: i.Operand, depth: int = 0
) -> Kind | None:
    """The class of what the operand holds: constructed, annotated, or bound so by its class."""
    program = resolver.program
    if depth > _DEEPEST:
        return None
    found = resolver.receiver(function, operand)
    if found is not None:
        return None if found.is_class else Kind(program, found.cls, found.is_exact)
    bindings = resolver.bindings(function)
    match bindings.origin(operand):
        case i.Call(function=called):
            own = resolver.receiver(function, called)
            if own is not None and own.is_class:
                # ``cls(...)`` in a class method.
                return Kind(program, own.cls, False)
            dotted = resolver.dotted(function, called)
            return class_named(program, dotted) if dotted else None
        case i.CallMethod(object=whole, name=name):
            dotted = resolver.dotted(function, whole)
            return class_named(program, f"{dotted}.{name}") if dotted else None
        case i.GetAttribute(object=whole, name=name):
            owner = kind_of(resolver, function, whole, depth + 1)
            return None if owner is None else held(owner, name, depth + 1)
        case _:
            return _annotated(program, function, bindings.root(operand))


def _annotated(program: Program, function: Function, name: str) -> Kind | None:
    for one in function.parameters:
        match = _NAMED.fullmatch(one.annotation or "")
        if one.name == name and one.kind not in ("*", "**") and match is not None:
            return named(program, match[1], False)
    return None


def held(owner: Kind, name: str, depth: int = 0) -> Kind | None:
    """The class of what an attribute holds, if all that binds it says the same."""
    found: list[Kind] = []
    for resolver, function, value in bindings_of_attribute(owner, name):
        if value == i.Const(None):
            continue
        kind = kind_of(resolver, function, value, depth + 1)
        if kind is None:
            return None
        found.append(kind)
    alike = found and all(
        (one.program, one.name) == (found[0].program, found[0].name) for one in found
    )
    return found[0] if alike else None


def bindings_of_attribute(owner: Kind, name: str) -> Iterator[tuple[Resolver, Function, i.Operand]]:
    """What the methods of a class and of its bases in the file bind ``self.name`` to."""
    resolver = resolver_of(owner.program)
    owners, _ = resolver.members.hierarchy.order(owner.name)
    for entry in owner.program.contents.functions.values():
        if entry.in_class not in owners or not entry.parameters:
            continue
        spelled = unmangled(name, entry.in_class)
        if f"{entry.parameters[0]}.{spelled}" not in entry.writes:
            continue
        function = function_of(owner.program, entry.qualname)
        code = () if function is None else [x for b in function.blocks for x in b.instructions]
        for one in code:
            if not isinstance(one, i.SetAttribute) or function is None:
                continue
            if unmangled(one.name, entry.in_class) == spelled:
                yield resolver, function, one.value


def named(program: Program, text: str, is_exact: bool) -> Kind | None:
    """The class that a dotted name means in a file: one of its own, or an imported one."""
    own = resolver_of(program).members.hierarchy.named(text)
    if own:
        return Kind(program, own, is_exact)
    root, _, rest = text.partition(".")
    imported = program.contents.imports.get(root)
    if imported is None or program.contents.global_writes.get(root) != 1:
        return None
    return _class(program, f"{imported}.{rest}" if rest else imported, is_exact)


def _class(program: Program, dotted: str, is_exact: bool, depth: int = 0) -> Kind | None:
    """The class of another file by its dotted name; packages may import it on."""
    found = _member(program, dotted)
    if found is None or depth > _DEEPEST:
        return None
    other, name = found
    if name in other.contents.classes:
        return Kind(other, name, is_exact)
    further = other.contents.imports.get(name)
    return _class(other, further, is_exact, depth + 1) if further else None


def _function(program: Program, dotted: str, depth: int = 0) -> Callee | None:
    found = _member(program, dotted)
    if found is None or depth > _DEEPEST:
        return None
    other, name = found
    resolution = resolver_of(other).members.function(name)
    if isinstance(resolution, Resolved):
        run = function_of(other, name)
        return None if run is None else Callee(other, run)
    further = other.contents.imports.get(name)
    return _function(other, further, depth + 1) if further else None


def _of_class(program: Program, dotted: str) -> Callee | None:
    """``C.make(...)`` of a class of another file."""
    owner, _, name = dotted.rpartition(".")
    kind = class_named(program, owner)
    if kind is None:
        return None
    found = resolver_of(kind.program).members.static(kind.name, name)
    if not isinstance(found, Resolved) or len(found.qualnames) != 1:
        return None
    run = function_of(kind.program, found.qualnames[0])
    return None if run is None else Callee(kind.program, run, cls=kind.name)


def class_named(program: Program, dotted: str) -> Kind | None:
    """The class of another file of the tree by its dotted name."""
    return _class(program, dotted, True)


def _member(program: Program, dotted: str) -> tuple[Program, str] | None:
    """The file of the tree that a dotted name leads to, and the name in it."""
    module, dot, name = dotted.rpartition(".")
    if not dot or not name:
        return None
    if not module.strip("."):
        module = dotted[: len(dotted) - len(name)]
    other = program.later.module(module)
    return None if other is None else (other, name)
