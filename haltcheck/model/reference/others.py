"""Recursions that pass through objects of classes that nobody names, found by their methods.

A method that one class of the file alone defines, under a name of its own, is what a call of that
name on an unknown object runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from haltcheck.basis.graph import components
from haltcheck.basis.once import once
from haltcheck.model import instruction as i
from haltcheck.model.calls import Resolved, Resolver, Unresolved
from haltcheck.model.known import methods_named
from haltcheck.model.program import Function
from haltcheck.model.recursion import call_graph
from haltcheck.model.reference.dispatched import dispatched
from haltcheck.model.reference.store import place_of
from haltcheck.model.reference.verbs import LOADS

_MOST = 6
_MAPS = frozenset({"filter", "map"})
_INCLUDES = re.compile(r"_*(include|inherit|extend|embed)(s|_\w+)?_*")
_COMMON = frozenset({*dir(str), *dir(bytes), *dir(dict), *dir(list), *dir(set), *dir(int)})


def runs(resolver: Resolver, function: Function, call: i.Call | i.CallMethod) -> tuple[str, ...]:
    """The functions of the file that a call runs, by its receiver or by its name alone."""
    run = resolver.resolve(function, call)
    if isinstance(run, Resolved):
        return _made_by(run) if run.constructs else run.qualnames
    if isinstance(call, i.Call):
        return dispatched(resolver, function, call)
    if not isinstance(call, i.CallMethod) or not isinstance(run, Unresolved):
        return ()
    names = _named(resolver).get(call.name)
    if names is None or resolver.receiver(function, call.object) is not None:
        return ()
    if _is_super(resolver, function, call):
        return ()
    cls = _class_around(resolver, function)
    fitting = tuple(name for name in names if _fits(resolver, cls, name, call))
    return fitting or like_its_own(resolver, function, call)


def _made_by(run: Resolved) -> tuple[str, ...]:
    """The constructor that runs: it may make another object for what it finds."""
    return run.qualnames if all(name.endswith(".__init__") for name in run.qualnames) else ()


def like_its_own(
    resolver: Resolver, function: Function, call: i.Call | i.CallMethod
) -> tuple[str, ...]:
    """The method of its own class that a method runs on an object out of a table.

    The table is an argument that is handed on, so that the next object looks up in it as well:
    ``table[self.base].resolve(table)``. What a loader of its own loads by a name has the same one.
    """
    if not isinstance(call, i.CallMethod) or function.in_class is None:
        return ()
    made = resolver.bindings(function).origin(call.object)
    if not isinstance(made, i.GetItem | i.CallMethod):
        return ()
    table = place_of(resolver, function, made.object).partition(".")[0]
    handed = (place_of(resolver, function, item.value) for item in call.items)
    is_handed = any(one.name == table for one in function.parameters[1:]) and any(
        place.partition(".")[0] == table for place in handed
    )
    if not is_handed and not _is_loaded(resolver, function, made):
        return ()
    if not isinstance(resolver.resolve(function, call), Unresolved):
        return ()
    names = _named(resolver).get(call.name, ())
    contents = resolver.program.contents.functions
    own = [name for name in names if contents[name].in_class == function.in_class]
    return tuple(name for name in own if _fits(resolver, None, name, call))


def _is_loaded(resolver: Resolver, function: Function, made: i.Instruction) -> bool:
    """``self.loader.load(name)``: another object like the own one, with the same loader."""
    own = function.parameters[0].name if function.parameters else ""
    if not isinstance(made, i.CallMethod) or not LOADS.fullmatch(made.name) or not made.items:
        return False
    loader = resolver.bindings(function).origin(made.object)
    return isinstance(loader, i.GetAttribute) and (
        resolver.bindings(function).root(loader.object) == own
    )


@once
def looks_up_its_like(resolver: Resolver) -> frozenset[str]:
    """The methods that run one of their own class on an object out of a table."""
    return frozenset(
        name
        for name, function in resolver.program.functions.items()
        if function.in_class is not None
        and any(
            isinstance(one, i.CallMethod) and like_its_own(resolver, function, one)
            for block in function.blocks
            for one in block.instructions
        )
    )


def _class_around(resolver: Resolver, function: Function) -> str | None:
    """The class of the method that a function is, or that it stands in."""
    around: Function | None = function
    name = function.qualname
    while around is None or around.in_class is None:
        name = name.rpartition(".")[0]
        if not name:
            return None
        around = resolver.program.functions.get(name)
    return around.in_class


def _is_super(resolver: Resolver, function: Function, call: i.CallMethod) -> bool:
    made = resolver.bindings(function).origin(call.object)
    return isinstance(made, i.Call) and made.text == "super"


@once
def _named(resolver: Resolver) -> dict[str, tuple[str, ...]]:
    """The only method of each name that no kind of the library has as well."""
    found: dict[str, list[str]] = {}
    for name, entry in resolver.program.contents.functions.items():
        if entry.in_class is not None:
            found.setdefault(name.rpartition(".")[2], []).append(name)
    return {
        short: tuple(names)
        for short, names in found.items()
        if len(names) == 1 and not short.startswith("__") and short not in _COMMON
        if not methods_named(short)
    }


def _fits(resolver: Resolver, cls: str | None, name: str, call: i.CallMethod) -> bool:
    """Whether the method was read, is undecorated and takes so many arguments.

    Who calls a method like its own hands on to what it stands for, of another class.
    """
    function = resolver.program.functions.get(name)
    entry = resolver.program.contents.functions[name]
    if function is None or entry.decorators or entry.in_class == cls:
        return False
    plain = [one for one in function.parameters if one.kind not in ("*", "**")][1:]
    spread = any(item.kind not in ("positional", "keyword") for item in call.items)
    needed = sum(1 for one in plain if one.default is None)
    return not spread and needed <= len(call.items) <= len(plain)


def is_expression(function: Function) -> bool:
    """Whether it is a generator expression, which is handed on to what asks it."""
    return "<genexpr>" in function.qualname


def callbacks(
    resolver: Resolver, function: Function, call: i.Call | i.CallMethod
) -> Iterator[tuple[Function, str]]:
    """The functions that are made here and handed on, ``pattern.sub(insert, text)``, and those of
    the file that are mapped, ``map(self.size, parts)``; each with what takes the item.
    """
    for item in call.items:
        made = resolver.bindings(function).origin(item.value)
        if isinstance(made, i.MakeFunction) and "<genexpr>" not in made.qualname:
            found = resolver.program.functions.get(made.qualname)
            if found is not None and found.parameters:
                yield found, found.parameters[0].name
    if isinstance(call, i.Call) and call.text in _MAPS and len(call.items) == 2:
        yield from _mapped(resolver, function, call.items[0].value)


def _mapped(
    resolver: Resolver, function: Function, operand: i.Operand
) -> Iterator[tuple[Function, str]]:
    """A function of the module, or a method of the same object, that is called by name alone."""
    own = {one.name for one in function.parameters[:1] if function.in_class is not None}
    name, place = "", 0
    match resolver.bindings(function).origin(operand):
        case i.LoadGlobal(name=name):
            pass
        case i.GetAttribute(object=whole, name=short):
            if resolver.bindings(function).root(whole) in own:
                name, place = f"{function.in_class}.{short}", 1
        case _:
            pass
    found = resolver.program.functions.get(name)
    entry = resolver.program.contents.functions.get(name)
    if found is None or entry is None or entry.decorators or found.is_generator:
        return
    if len(found.parameters) > place:
        yield found, found.parameters[place].name


def hands_itself(resolver: Resolver, function: Function, call: i.CallMethod) -> bool:
    """``self.loader.include(self, name)``: another object is to go on with this one.

    What it includes comes back to the object that it is handed.
    """
    if not _INCLUDES.fullmatch(call.name) or function.in_class is None or not function.parameters:
        return False
    own = function.parameters[0].name
    root = resolver.bindings(function).root
    known = isinstance(resolver.resolve(function, call), Resolved) or root(call.object) == own
    return not known and any(root(item.value) == own for item in call.items)


def may_come_back(function: Function) -> bool:
    """Whether a function hands something on to be included."""
    return any(
        isinstance(one, i.CallMethod) and _INCLUDES.fullmatch(one.name) is not None
        for block in function.blocks
        for one in block.instructions
    )


def circle(resolver: Resolver, qualname: str) -> tuple[str, ...]:
    """The functions that call each other around this one through unknown objects.

    It is told of the first of them alone, or of the first that looks up an object of its class;
    nothing where calls that are known make it a circle.
    """
    return _circles(resolver).get(qualname, ())


@once
def _circles(resolver: Resolver) -> dict[str, tuple[str, ...]]:
    known = call_graph(resolver)
    functions = resolver.program.functions
    graph = {name: set(known.get(name, ())) & functions.keys() for name in functions}
    for name, function in functions.items():
        for block in function.blocks:
            for one in block.instructions:
                if isinstance(one, i.Call | i.CallMethod):
                    graph[name].update(runs(resolver, function, one))
                    called = callbacks(resolver, function, one)
                    graph[name].update([other.qualname for other, _ in called])
    among = {name: frozenset(calls) for name, calls in graph.items()}
    apart = {name: frozenset(known.get(name, ())) & functions.keys() for name in functions}
    tied = {frozenset(component) for component in components(apart)}
    found: dict[str, tuple[str, ...]] = {}
    for component in components(among):
        alone = component[0] in among[component[0]] - apart[component[0]]
        many = 1 < len(component) <= _MOST and frozenset(component) not in tied
        if many or (alone and len(component) == 1):
            told = looks_up_its_like(resolver).intersection(component) or component
            first = min(told, key=lambda name: (functions[name].span.line, name))
            found[first] = component
    return found
