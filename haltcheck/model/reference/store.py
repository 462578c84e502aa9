"""Where references are looked up: what the code itself built, or what it was given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from haltcheck.basis.once import once
from haltcheck.basis.record import record
from haltcheck.model import instruction as i
from haltcheck.model.binding import Bindings, bound
from haltcheck.model.calls import Resolver
from haltcheck.model.later import function_of
from haltcheck.model.program import Function, Loop, Next, Program, code_of
from haltcheck.model.reference.listed import is_listing

_MAKERS = frozenset({"dict", "list", "set", "defaultdict", "OrderedDict", "deque", "Counter"})
_MAKERS |= {"WeakKeyDictionary", "WeakValueDictionary", "WeakSet", "frozenset", "tuple"}


_BACK = re.compile(
    r"parent|pred|prev|root|leader|repr|came|back|cache|memo|seen|visited|known|done|index|registry"
)


OWN = re.compile(r"parent|pred|prev|root|leader|repr|came|back|seen|visited|done")
"""What a walk notes of its own way."""

_LISTING = re.compile(r"index|registry|cache")
"""Names of what says where everything is found, or keeps what was."""

_DIGEST = re.compile(r"(?<![a-z])(?:sha|oid|commit)s?(?![a-z])|hash|digest")


_SEARCHED = 6
"""So many methods that speak of an attribute are looked into."""


class Store(Enum):
    """Who made what is asked."""

    BUILT = "this file builds it"
    GIVEN = "it comes from elsewhere"
    UNSEEN = "nobody sees who binds it"


def place_of(resolver: Resolver, function: Function, operand: i.Operand) -> str:
    """The place that a value is read from, as text: ``seen``, ``self.seen``; nothing for others."""
    bindings = resolver.bindings(function)
    match bindings.origin(operand):
        case i.GetAttribute(object=whole, name=name):
            inner = place_of(resolver, function, whole)
            return f"{inner}.{name}" if inner else ""
        case i.LoadGlobal(name=name) | i.LoadFree(name=name):
            return name
    return _named(bindings, operand)


def _named(bindings: Bindings, operand: i.Operand) -> str:
    """The first local with a name of its own that a value was copied from."""
    found = ""
    for _ in range(8):
        if not isinstance(operand, i.Local):
            break
        if not operand.name.startswith("$"):
            found = operand.name
        made = bindings.makers.get(operand.name)
        if bindings.counts.get(operand.name) != 1 or not isinstance(made, i.Copy):
            break
        operand = made.value
    return found


def iterated(resolver: Resolver, function: Function, loop: Loop) -> str:
    """The local of the function, as far as is seen a list, that a loop iterates as it stands.

    A set, a dictionary or a deque that grows meanwhile raises.
    """
    asking = function.blocks[loop.head].terminator
    made = None
    if isinstance(asking, Next) and not asking.is_async:
        made = resolver.bindings(function).origin(asking.iterator)
    if not isinstance(made, i.GetIterator):
        return ""
    place = place_of(resolver, function, made.object)
    if place not in function.locals:
        return ""
    makers = [one for block in function.blocks for one in block.instructions if place in bound(one)]
    return place if all(_may_be_list(one) for one in makers) else ""


def _may_be_list(one: i.Instruction) -> bool:
    if isinstance(one, i.Build):
        return one.kind == "list"
    return not isinstance(one, i.Call) or one.text.rpartition(".")[2] not in _MAKERS - {"list"}


def store_of(resolver: Resolver, function: Function, operand: i.Operand) -> Store:
    """Whether the code built what it looks into: locals, module constants, own attributes."""
    bindings = resolver.bindings(function)
    match bindings.origin(operand):
        case i.LoadGlobal(name=name):
            # The rows behind a model of a database are found by its class.
            is_class = name[:1].isupper() and not name.isupper()
            return Store.GIVEN if is_class else Store.BUILT
        case i.Build() as made if is_listing(resolver, function, made):
            return Store.GIVEN
        case i.Build() | i.MakeFunction():
            return Store.BUILT
        case i.Call(text=text) if text.rpartition(".")[2] in _MAKERS:
            return Store.BUILT
        case i.GetAttribute() as made:
            return _store_of_attribute(resolver, function, made)
        case i.LoadFree(name=name):
            return _store_of_free(resolver, function, name)
    root = bindings.root(operand)
    if any(one.name == root for one in function.parameters):
        return Store.GIVEN
    if root not in function.locals:
        return Store.GIVEN
    return _store_of_local(resolver, function, root)


def _store_of_attribute(resolver: Resolver, function: Function, made: i.GetAttribute) -> Store:
    name = made.name
    if not function.in_class or place_of(resolver, function, made.object) != "self":
        return Store.GIVEN
    if name in resolver.program.contents.given:
        return Store.GIVEN
    # Who fills it is not followed; what points back is made by the walk itself.
    own = _BACK.search(name) and not _is_filled_elsewhere(resolver, function, name)
    return Store.BUILT if own else Store.UNSEEN


def _is_filled_elsewhere(resolver: Resolver, function: Function, name: str) -> bool:
    """Whether a list of what there is, by its name, is filled where nobody walks along it."""
    if not _LISTING.search(name) or OWN.search(name):
        return False
    found = list(fillers(resolver, name))
    if function in found or any(
        _is_new(resolver, one, value) for one in found for value in put(resolver, one, name)
    ):
        return False
    return bool(found)


def fillers(resolver: Resolver, name: str) -> Iterator[Function]:
    """The methods of the file that put an entry into the attribute of this name."""
    program = resolver.program
    seen = 0
    for qualname, entry in program.contents.functions.items():
        if entry.in_class is None or name not in entry.attributes or seen > _SEARCHED:
            continue
        seen += 1
        function = function_of(program, qualname)
        if function is not None and _fills(resolver, function, name):
            yield function


def _fills(resolver: Resolver, function: Function, name: str) -> bool:
    return any(True for _ in put(resolver, function, name))


def put(resolver: Resolver, function: Function, name: str) -> Iterator[i.Operand]:
    """What a function puts into the attribute of this name."""
    bindings = resolver.bindings(function)
    for block in function.blocks:
        for one in block.instructions:
            made = bindings.origin(one.object) if isinstance(one, i.SetItem) else None
            if (
                isinstance(one, i.SetItem)
                and isinstance(made, i.GetAttribute)
                and made.name == name
            ):
                yield one.value


def _is_new(resolver: Resolver, function: Function, value: i.Operand) -> bool:
    """Whether the value is an object that the function makes, such as a node of its own list."""
    root = resolver.bindings(function).root(value)
    makers = [one for block in function.blocks for one in block.instructions if root in bound(one)]
    named = [one.text for one in makers if isinstance(one, i.Call | i.CallMethod)]
    classes = [one for one in named if one.rpartition(".")[2].lstrip("_")[:1].isupper()]
    # A row tells what was read; what can be changed later is a node.
    return bool(classes) or any(isinstance(one, i.Build) and one.kind != "tuple" for one in makers)


def _store_of_local(resolver: Resolver, function: Function, name: str) -> Store:
    """A local that begins as what was given, and goes on to its parts."""
    found = Store.BUILT
    for block in function.blocks:
        for one in block.instructions:
            if name not in bound(one):
                continue
            if _makes(one):
                listing = isinstance(one, i.Build) and is_listing(resolver, function, one)
                return Store.GIVEN if listing else Store.BUILT
            if isinstance(one, i.GetAttribute) and place_of(resolver, function, one.object):
                found = _store_of_attribute(resolver, function, one)
            if isinstance(one, i.Copy) and isinstance(one.value, i.Local):
                built = resolver.bindings(function).makers.get(one.value.name)
                if isinstance(built, i.Build) and is_listing(resolver, function, built):
                    return Store.GIVEN
                given = any(x.name == one.value.name for x in function.parameters)
                found = Store.GIVEN if given else found
                made = resolver.bindings(function).makers.get(one.value.name)
                if isinstance(made, i.GetAttribute):
                    found = store_of(resolver, function, one.value)
    return found


def _store_of_free(resolver: Resolver, function: Function, name: str) -> Store:
    owner = function.qualname
    while "." in owner:
        owner = owner.rpartition(".")[0]
        around = resolver.program.functions.get(owner)
        if around is not None and name in around.locals:
            return store_of(resolver, around, i.Local(name))
    return Store.GIVEN


def _makes(one: i.Instruction) -> bool:
    return isinstance(one, i.Build) or (
        isinstance(one, i.Call) and one.text.rpartition(".")[2] in _MAKERS
    )


def is_told(resolver: Resolver, name: str) -> bool:
    """Whether the outside world says what the attribute of this name holds.

    It is handed in, read or parsed, or filled with what was; what points back, or what the code
    itself works out, is not. Of what is bound elsewhere nobody knows more, unless a method of the
    file fills it.
    """
    program = resolver.program
    if OWN.search(name):
        return False
    if name in program.contents.given or name in _told(program).heard:
        return True
    return name in _told(program).unbound and not _is_filled(resolver, name)


def _is_filled(resolver: Resolver, name: str) -> bool:
    known = _filled(resolver.program)
    if name not in known:
        known[name] = any(True for _ in fillers(resolver, name))
    return known[name]


def _nothing_known(program: Program) -> dict[str, bool]:
    return {}


_filled = once(_nothing_known, most=4)


def is_answered(program: Program, name: str) -> bool:
    """Whether the code itself asked for what the attribute of this name holds: a call gave it."""
    return name in _told(program).answered


@record
class _Told:
    """Attributes that hold what was ``heard``, among them those that a call ``answered``.

    ``unbound`` are read here and bound nowhere in what was lowered.
    """

    heard: frozenset[str]
    answered: frozenset[str]
    unbound: frozenset[str]


def _find_told(program: Program) -> _Told:
    told: set[str] = set()
    answered: set[str] = set()
    bound_here: set[str] = set()
    read: set[str] = set()
    for function in program.functions.values():
        makers: dict[str, i.Instruction] = {}
        code = list(code_of(function))
        for one in code:
            makers.update(dict.fromkeys(bound(one), one))
        for one in code:
            match one:
                case i.SetAttribute(name=name, value=value):
                    bound_here.add(name)
                    source = _source(makers, value)
                    told.update([name] if source else [])
                    answered.update([name] if source == _CALL else [])
                case i.SetItem(object=i.Local(name=whole), value=value):
                    table = makers.get(whole)
                    source = _source(makers, value)
                    if isinstance(table, i.GetAttribute) and source:
                        told.add(table.name)
                        answered.update([table.name] if source == _CALL else [])
                case i.CallMethod(object=i.Local(name=whole), name=how, items=items):
                    table = makers.get(whole)
                    filled = how in _FILLS or (how in _TAKES and _is_parsed(makers, items))
                    told.update(
                        [table.name] if isinstance(table, i.GetAttribute) and filled else []
                    )
                case i.GetAttribute(name=name):
                    read.add(name)
                case _:
                    pass
    return _Told(frozenset(told), frozenset(answered), frozenset(read - bound_here - told))


_told = once(_find_told)

_FILLS = frozenset({"frombytes", "fromfile", "fromlist", "fromstring"})
_TAKES = frozenset({"append", "extend"})
_PARSES = frozenset({"unpack", "unpack_from", "iter_unpack", "load", "loads", "from_bytes"})


def _is_parsed(makers: dict[str, i.Instruction], items: tuple[i.Item, ...]) -> bool:
    """Whether the only argument is what bytes or a text were parsed to, or a part of it."""
    operand: i.Operand = items[0].value if len(items) == 1 else i.Const(None)
    for _ in range(8):
        made = makers.get(operand.name) if isinstance(operand, i.Local) else None
        match made:
            case i.Copy(value=value) | i.Unpack(value=value) | i.GetItem(object=value):
                operand = value
            case i.Call(text=text) | i.CallMethod(text=text):
                return text.rpartition(".")[2] in _PARSES
            case _:
                return False
    return False


_NAMES = re.compile(r"(?:\w+_)?(?:url|uri|name|id|key|path|href|target|location)")
"""Attributes that say what something is called, and under what it is found."""

_CALL, _GIVEN = "a call", "a parameter"


def _source(makers: dict[str, i.Instruction], operand: i.Operand) -> str:
    """Whether a value is a parameter or iterated, or what a call gave; empty for any other."""
    for _ in range(8):
        if not isinstance(operand, i.Local):
            return ""
        made = makers.get(operand.name)
        match made:
            case None:
                return _GIVEN
            case i.Copy(value=value) | i.Unpack(value=value) | i.Suspend(value=value):
                operand = value
            case i.GetItem(object=value):
                operand = value
            case i.GetAttribute(object=value, name=name) if _NAMES.fullmatch(name):
                operand = value
            case i.Call(text="list" | "tuple", items=(item,)) if _is_parsed(makers, (item,)):
                return _CALL
            case i.Call(text=text):
                return "" if text.rpartition(".")[2] in _MAKERS else _CALL
            case i.CallMethod():
                return _CALL
            case _:
                return ""
    return ""


def is_handle(resolver: Resolver, function: Function, operand: i.Operand) -> bool:
    """Whether what is handed on is an opened file itself, which is no name of another one."""
    made = resolver.bindings(function).origin(operand)
    if isinstance(made, i.EnterContext):
        made = resolver.bindings(function).origin(made.manager)
    return isinstance(made, i.Call | i.CallMethod) and (
        made.text.rpartition(".")[2] == "open" or getattr(made, "name", "") == "open"
    )


def is_digest(place: str) -> bool:
    """Whether a key is called like what is made of contents: what it names cannot name itself."""
    return _DIGEST.search(place.rpartition(".")[2].lower()) is not None


def is_constant(place: str) -> bool:
    """Whether a table is told, by the way it is written, to say how to go on for each kind."""
    return "." in place and place.rpartition(".")[2].strip("_").isupper()
