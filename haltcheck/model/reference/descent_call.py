"""What calls make of a container that holds itself, and which functions they hand it to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from haltcheck.model import instruction as i
from haltcheck.model.calls import Resolved, Resolver
from haltcheck.model.program import Function
from haltcheck.model.reference.container import (
    CHANGED,
    FREE,
    STABLE,
    Callee,
    Free,
    Identity,
    Kinds,
    Known,
    Node,
    Row,
    Stable,
    TypeOf,
    Value,
    View,
    asked,
    has_attribute,
    is_instance,
    iterated,
)
from haltcheck.model.reference.descent import Env, Found, Reached, TooLongError, Walk, methods_of

_COPIES = frozenset({"deque", "frozenset", "iter", "list", "reversed", "set", "sorted", "tuple"})
_ITERATES = frozenset({"iteritems", "iterkeys", "itervalues"})
_SAME = frozenset({"copy", "deepcopy", "cast", "dict", "OrderedDict"})
_DEEPEST = 2


def descend(
    resolver: Resolver, function: Function, given: Mapping[str, Value]
) -> Iterator[Reached]:
    """The calls with a container of the circle that nothing keeps a function from."""
    walk = Walk(resolver, function, called)
    for (qualname, handed), line in walk.explore(0, dict(given)).items():
        yield Reached(qualname, handed, line)


def called(walk: Walk, one: i.Call | i.CallMethod, env: Env, found: Found) -> Value | None:
    """What a call gives; None where it raises for certain. Adds the functions that it runs."""
    given = [walk.value(item.value, env) for item in one.items]
    if isinstance(one, i.CallMethod):
        whole = walk.value(one.object, env)
        if isinstance(whole, Node):
            return _of_node(walk, one, whole, env, found)
        run = walk.resolver.resolve(walk.function, one)
        if isinstance(run, Resolved) and len(run.qualnames) == 1 and not run.constructs:
            return _run(walk, Callee(run.qualnames[0]), one, env, found, whole)
        return _plain(walk, one.name, given, one, env, found)
    function = walk.value(one.function, env)
    if isinstance(function, Callee):
        return _run(walk, function, one, env, found, None)
    run = walk.resolver.resolve(walk.function, one)
    if isinstance(run, Resolved) and len(run.qualnames) == 1 and not run.constructs:
        return _run(walk, Callee(run.qualnames[0]), one, env, found, None)
    return _plain(walk, one.text.rpartition(".")[2], given, one, env, found)


def _of_node(walk: Walk, one: i.CallMethod, node: Node, env: Env, found: Found) -> Value | None:
    """A method of the container itself."""
    resolver, own = walk.resolver, walk.function.parameters[:1]
    # Who never asks what the members are knows that they are of another kind.
    is_one = walk.told or node.kind == "object" or (own and env.get(own[0].name) == node)
    if node.cls and is_one and one.name in methods_of(resolver, node.cls):
        order = resolver.members.hierarchy.order(node.cls)[0]
        classes = resolver.program.contents.classes
        owner = next(name for name in order if one.name in classes[name].methods)
        _run(walk, Callee(f"{owner}.{one.name}"), one, env, found, node)
    return asked(node, one.name)


def _run(
    walk: Walk,
    callee: Callee,
    one: i.Call | i.CallMethod,
    env: Env,
    found: Found,
    receiver: Value | None,
) -> Value:
    """A function of the file runs: noted where it is handed a container of the circle."""
    function = walk.resolver.program.functions.get(callee.qualname)
    if function is None:
        return CHANGED
    given = _handed(walk, function, one, env, receiver)
    if given is None:
        return CHANGED
    given |= dict(callee.given)
    if not any(map(_holds, given.values())):
        free = any(isinstance(value, Free) for value in given.values())
        return FREE if free and CHANGED not in given.values() else CHANGED
    found[callee.qualname, tuple(sorted(given.items(), key=lambda x: x[0]))] = one.span.line
    return _answer(walk, function, given)


def _answer(walk: Walk, function: Function, given: Env) -> Value:
    """What a function of the file says of the container, where it says that alone."""
    if walk.depth >= _DEEPEST or function.is_generator or len(function.blocks) > 12:
        return CHANGED
    if function.qualname == walk.function.qualname:
        return CHANGED
    inner = Walk(walk.resolver, function, called, walk.depth + 1)
    try:
        inner.explore(0, dict(given))
    except TooLongError:
        return CHANGED
    answers = inner.returned
    only = next(iter(answers)) if len(answers) == 1 else CHANGED
    return only if isinstance(only, Known | Free) else CHANGED


def _holds(value: Value) -> bool:
    match value:
        case Node():
            return True
        case View(item=item):
            return _holds(item)
        case Row(items=items):
            return any(map(_holds, items))
        case _:
            return False


def _handed(
    walk: Walk,
    function: Function,
    one: i.Call | i.CallMethod,
    env: Env,
    receiver: Value | None,
) -> Env | None:
    """What each parameter is handed; None where that is not seen."""
    names = [x.name for x in function.parameters if x.kind in ("normal", "positional")]
    rest = {x.kind: x.name for x in function.parameters if x.kind in ("*", "**")}
    entry = walk.resolver.program.contents.functions.get(function.qualname)
    given: Env = {}
    bound = receiver is not None and function.in_class is not None and names
    if bound and (entry is None or "staticmethod" not in entry.decorators):
        given[names.pop(0)] = receiver if isinstance(receiver, Node) else STABLE
    for item in one.items:
        value = walk.value(item.value, env)
        if item.kind == "keyword":
            given[str(item.name)] = _onward(value, str(item.name))
        elif item.kind == "positional":
            if not names:
                return None
            name = names.pop(0)
            given[name] = _onward(value, name)
        elif item.kind in rest:
            given[rest[item.kind]] = _onward(value, rest[item.kind])
        else:
            # What is spread may be any of them, the same in each round.
            given |= dict.fromkeys(names, STABLE)
            names = []
    return given


def _onward(value: Value, name: str) -> Value:
    """What the next round knows of an argument."""
    if isinstance(value, Stable):
        return Stable(name) if value.name in ("", name) else CHANGED
    if isinstance(value, Kinds | TypeOf):
        return STABLE
    return CHANGED if isinstance(value, Identity) else value


def _plain(
    walk: Walk,
    name: str,
    given: list[Value],
    one: i.Call | i.CallMethod,
    env: Env,
    found: Found,
) -> Value | None:
    """A function that is built in, imported or unknown."""
    told = _asked_of(walk, name, given)
    if told is not None:
        walk.told = walk.told or told == Known(True)
        return told
    match name, given:
        case (("isinstance" | "issubclass" | "hasattr" | "callable"), [Free() | Known(), *_]):
            return FREE
        case "enumerate", [value, *_]:
            item = iterated(value)
            return None if item is None else View(Row((FREE, item)))
        case (("map" | "filter"), [Callee() as callee, value]):
            return _mapped(walk, callee, value, one, found)
        case "partial", [Callee() as callee, *_]:
            return _partial(walk, callee, one, env)
        case (("cast"), [_, value]):
            return value
    if name in _COPIES and len(given) >= 1 and isinstance(given[0], Node | View):
        item = iterated(given[0])
        return None if item is None else View(item)
    if name in _SAME and len(given) == 1 and isinstance(given[0], Node):
        return given[0]
    if name in _ITERATES and len(given) == 1 and isinstance(given[0], Node):
        return asked(given[0], name)
    if given and all(isinstance(value, Free | Known) for value in given):
        return FREE
    return CHANGED


def _asked_of(walk: Walk, name: str, given: list[Value]) -> Value | None:
    """What a question to the container itself gives; None for any other call."""
    match name, given:
        case "isinstance", [Node() as node, Kinds(names=names)]:
            return _told(is_instance(node, names, _above(walk, node)))
        case "issubclass", [TypeOf(node=node), Kinds(names=names)]:
            return _told(is_instance(node, names, _above(walk, node)))
        case "hasattr", [Node() as node, Known(value=str() as asks)]:
            return _told(has_attribute(node, asks, methods_of(walk.resolver, node.cls)))
        case "callable", [Node()]:
            return Known(False)
        case "len", [Node(kind="text")]:
            # A text of one character is the one that its member is.
            return Known(1)
        case "len", [Node()] | [View()]:
            return FREE
        case "type", [Node() as node]:
            return TypeOf(node)
        case "type", [Known(value=held)]:
            return Kinds(frozenset({type(held).__name__}))
        case "id", [Node() as node]:
            return Identity(node)
        case "str", [Node(kind="text") as node]:
            return node
        case _:
            return None


def _told(known: bool | None) -> Value:
    return CHANGED if known is None else Known(known)


def _above(walk: Walk, node: Node) -> frozenset[str]:
    """The classes that objects of the container's own class are instances of."""
    classes = walk.resolver.program.contents.classes
    if node.cls not in classes:
        return frozenset()
    order = walk.resolver.members.hierarchy.order(node.cls)[0]
    bases = {base.rpartition(".")[2] for owner in order for base in classes[owner].bases}
    return frozenset({*(owner.rpartition(".")[2] for owner in order), *bases})


def _mapped(
    walk: Walk, callee: Callee, value: Value, one: i.Call | i.CallMethod, found: Found
) -> Value | None:
    """``map(walk, members)`` runs the function on each of them."""
    item = iterated(value)
    function = walk.resolver.program.functions.get(callee.qualname)
    if item is None:
        return None
    names = (
        [x.name for x in function.parameters if x.kind in ("normal", "positional")]
        if function
        else []
    )
    free = [name for name in names if name not in dict(callee.given)]
    if free and _holds(item):
        given: Env = dict(callee.given) | {free[0]: _onward(item, free[0])}
        found[callee.qualname, tuple(sorted(given.items(), key=lambda x: x[0]))] = one.span.line
    return View(CHANGED)


def _partial(walk: Walk, callee: Callee, one: i.Call | i.CallMethod, env: Env) -> Value:
    """``partial(walk, depth=1)``: the function, with what it is given already."""
    given = dict(callee.given)
    for item in one.items[1:]:
        if item.kind != "keyword" or item.name is None:
            return CHANGED
        given[item.name] = _onward(walk.value(item.value, env), item.name)
    return Callee(callee.qualname, tuple(given.items()))
