"""Tables of children by parent, in which each child stands once, under the parent that it names.

Whatever is reached from a root of such a table is a tree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from haltcheck.basis.once import once
from haltcheck.frontend.syntax import Entry
from haltcheck.model import instruction as i
from haltcheck.model.binding import Bindings
from haltcheck.model.calls import Resolver
from haltcheck.model.later import function_of
from haltcheck.model.program import Function, Program, code_of
from haltcheck.model.special import CONSTRUCTORS

_ADDS = frozenset({"append", "add"})
_CHANGES = frozenset({"extend", "insert", "update", "appendleft", "__setitem__", "fromkeys"})
_GIVES = frozenset({"get", "setdefault"})
_MAKERS = frozenset({"dict", "defaultdict", "OrderedDict"})
_SEARCHED = 12
"""So many functions that speak of the table are looked into."""


def is_forest(resolver: Resolver, name: str) -> bool:
    """Whether all that is put into the attribute of this name is a child under its parent."""
    known = _known(resolver)
    if name not in known:
        known[name] = _is_forest(resolver, name)
    return known[name]


@once
def _known(resolver: Resolver) -> dict[str, bool]:
    """What is known of the tables that were asked for, filled by and by."""
    del resolver
    return {}


def _is_forest(resolver: Resolver, name: str) -> bool:
    speak = [
        qualname
        for qualname, entry in resolver.program.contents.functions.items()
        if name in entry.attributes or name in _written(entry)
    ]
    functions = [function_of(resolver.program, qualname) for qualname in speak[: _SEARCHED + 1]]
    if len(functions) > _SEARCHED:
        return False
    links: set[str] = set()
    for function in functions:
        for link in _links(resolver, function, name) if function is not None else ("",):
            if not link:
                return False
            links.add(link)
    return bool(links) and not links & _rebound(resolver.program)


def _links(resolver: Resolver, function: Function, name: str) -> Iterator[str]:
    """For each change of the table the attribute of the child that names the parent, or nothing.

    An empty list that waits for its children is no change.
    """
    bindings = resolver.bindings(function)

    def is_table(operand: i.Operand) -> bool:
        made = bindings.origin(operand)
        return isinstance(made, i.GetAttribute) and made.name == name

    for one in code_of(function):
        match one:
            case i.SetAttribute(name=other, value=value) if other == name:
                yield from () if _is_empty(bindings, value) else ("",)
            case i.SetItem(object=whole, value=value) if is_table(whole):
                yield from () if _is_empty(bindings, value) else ("",)
            case i.CallMethod(object=whole, name=how) if how in _ADDS | _CHANGES:
                under = _key(bindings, whole, is_table)
                if is_table(whole):
                    yield ""
                elif under is not None:
                    yield _link(bindings, under, one)
            case i.Call(items=items) | i.CallMethod(items=items):
                if any(is_table(item.value) for item in items):
                    yield ""
            case _:
                pass


def _key(
    bindings: Bindings, children: i.Operand, is_table: Callable[[i.Operand], bool]
) -> i.Operand | None:
    """The key under which the children stand in the table."""
    match bindings.origin(children):
        case i.GetItem(object=whole, key=key) if is_table(whole):
            return key
        case i.CallMethod(object=whole, name=name, items=(item, *_)) if name in _GIVES and is_table(
            whole
        ):
            return item.value
        case _:
            return None


def _link(bindings: Bindings, under: i.Operand, put: i.CallMethod) -> str:
    """``parent`` where ``table[child.parent].append(child)``."""
    named = bindings.origin(under)
    if put.name not in _ADDS or len(put.items) != 1 or not isinstance(named, i.GetAttribute):
        return ""
    child = bindings.root(put.items[0].value)
    return named.name if child and bindings.root(named.object) == child else ""


def _is_empty(bindings: Bindings, value: i.Operand) -> bool:
    made = bindings.origin(value)
    if isinstance(made, i.Build):
        return not made.items
    if not isinstance(made, i.Call) or made.text.rpartition(".")[2] not in _MAKERS:
        return False
    # A default is what a missing entry begins as.
    return len(made.items) <= ("default" in made.text)


@once
def _rebound(program: Program) -> frozenset[str]:
    """The attributes that some function of the file binds once its object is made."""
    return frozenset(
        name
        for qualname, entry in program.contents.functions.items()
        if qualname.rpartition(".")[2] not in CONSTRUCTORS
        for name in _written(entry)
    )


def _written(entry: Entry) -> set[str]:
    return {write.rpartition(".")[2] for write in entry.writes if "." in write}
