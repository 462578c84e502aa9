"""How near a value is to the item at hand: a part of it, or something that its data refers to.

A part of a finite thing is smaller than the thing. What is found under a name in the thing may be
anything, the thing itself included: only who remembers what was seen comes to an end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import IntEnum

from haltcheck.basis.once import once
from haltcheck.model import instruction as i
from haltcheck.model.binding import bound
from haltcheck.model.calls import Dotted, Resolved, Resolver
from haltcheck.model.known import function_fact
from haltcheck.model.program import Function, Next, Return
from haltcheck.model.recursion import recurring
from haltcheck.model.reference.cause import refers
from haltcheck.model.reference.placed import is_placed
from haltcheck.model.reference.rows import is_put, rows_of, selected
from haltcheck.model.reference.sought import reads_there, seeks
from haltcheck.model.reference.store import Store, is_constant, is_digest, place_of, store_of
from haltcheck.model.reference.table import holds_classes, is_own_key, noted
from haltcheck.model.reference.told import is_object
from haltcheck.model.reference.verbs import (
    DESCENDS,
    FETCH,
    FIND,
    NAMED_FILES,
    OPENS,
    PARSES,
    RESOLVES,
    TELLS_OF,
    TEXTUAL,
    WEB,
)
from haltcheck.model.special import BUILTIN_NAMES


class Kin(IntEnum):
    """Nothing to do with the item, a part of it, or found by a reference out of it."""

    APART = 0
    PART = 1
    REFERRED = 2


_FILLS = frozenset({"add", "append", "extend", "insert", "update"})
_DEEPEST = 2


class Kinship:
    """The kin of every local of a function to the ``items``, whatever the order of its code.

    ``lookups`` are the instructions that follow a reference. With ``filled`` a container is as
    near as what is put into it, also by a callee that gives it back; with ``noted`` tables that the
    function fills itself are looked into.
    """

    def __init__(
        self,
        resolver: Resolver,
        function: Function,
        items: Iterable[str],
        depth: int = 0,
        *,
        filled: bool = False,
        noted: bool = True,
    ) -> None:
        self.filled = filled
        self.noted = noted
        self.resolver = resolver
        self.function = function
        self.lookups: dict[int, i.Instruction] = {}
        self.depth = depth
        self._known: dict[str, Kin] = dict.fromkeys(items, Kin.PART)
        self._fixed = frozenset(self._known)
        self._sought: set[str] = set()
        self.rows = rows_of(resolver, function)
        changed = True
        while changed:
            changed = False
            for name, kin in self._made():
                if kin > self._known.get(name, Kin.APART) and name not in self._fixed:
                    self._known[name] = kin
                    changed = True

    def of(self, operand: i.Operand) -> Kin:
        """The kin of an operand."""
        if isinstance(operand, i.Const):
            return Kin.APART
        return self._known.get(operand.name, Kin.APART)

    def is_item(self, operand: i.Operand) -> bool:
        """Whether an operand is the item itself."""
        return self.resolver.bindings(self.function).root(operand) in self._fixed

    def near(self, operand: i.Operand) -> bool:
        """Whether an operand has to do with the item."""
        return self.of(operand) is not Kin.APART

    def _made(self) -> Iterator[tuple[str, Kin]]:
        for row in self.rows:
            known = any(name in self._known for name in row.names)
            one = None if known else selected(self.function, row, self.near)
            if one is not None:
                self.referred(one)
                yield from dict.fromkeys(row.names, Kin.REFERRED).items()
        for place, one in seeks(self.resolver, self.function, self.is_item, self.near):
            self.referred(one)
            self._sought.add(place)
            yield place, Kin.REFERRED
        for block in self.function.blocks:
            for one in block.instructions:
                kin = self.result(one)
                if kin is not Kin.APART:
                    for name in bound(one):
                        yield name, kin
                yield from _put(self, one)
            if isinstance(block.terminator, Next):
                yield block.terminator.target, self.of(block.terminator.iterator)

    def result(self, one: i.Instruction) -> Kin:
        """The kin of what an instruction makes."""
        match one:
            case i.Copy(value=value) | i.Unpack(value=value) | i.Suspend(value=value):
                return self.of(value)
            case i.GetAttribute(object=whole, name=name):
                place = place_of(self.resolver, self.function, whole)
                if f"{place}.{name}" in self._sought:
                    return Kin.REFERRED
                return self._attribute(one, self.of(whole), name)
            case i.GetIterator(object=whole) | i.EnterContext(manager=whole):
                return self.of(whole)
            case i.GetItem():
                return _looked_up(self, one)
            case i.Operate(operator="/" | "+", operands=(whole, _)) if _begins(self, whole):
                # A longer path, or name.
                return Kin.PART
            case i.Operate(operands=operands):
                return max(map(self.of, operands))
            case i.Build(items=items):
                return self.most(items)
            case i.Call() | i.CallMethod():
                return self._called(one)
            case _:
                return Kin.APART

    def most(self, items: Iterable[i.Item]) -> Kin:
        """The nearest kin among some items."""
        return max((self.of(item.value) for item in items), default=Kin.APART)

    def referred(self, one: i.Instruction) -> Kin:
        """Notes that an instruction follows a reference."""
        self.lookups[id(one)] = one
        return Kin.REFERRED

    def _attribute(self, one: i.Instruction, whole: Kin, name: object) -> Kin:
        return self.referred(one) if whole and refers(self.resolver, self.function, name) else whole

    def _called(self, call: i.Call | i.CallMethod) -> Kin:
        if isinstance(call, i.CallMethod) and call.name == "tell":
            # Whoever read on stands further on.
            return Kin.APART
        given = self.most(call.items)
        if self.rows and is_put(self.rows, call, self.near):
            return self.referred(call)
        if isinstance(call, i.CallMethod) and self.of(call.object) is not Kin.APART:
            if RESOLVES.fullmatch(call.name.lower()) or is_placed(self.resolver, call):
                return self.referred(call)
            return max(given, self.of(call.object))
        if given is Kin.APART:
            there = reads_there(self.resolver, self.function, call, self._sought)
            return Kin.REFERRED if there else given
        if call.text == "getattr" and len(call.items) > 1:
            name = call.items[1].value
            return self._attribute(call, given, name.value if isinstance(name, i.Const) else "")
        resolved = self.resolver.resolve(self.function, call)
        if isinstance(resolved, Resolved):
            return _through(self, resolved, call, given)
        if isinstance(resolved, Dotted) and resolved.name in DESCENDS:
            return Kin.PART if self.is_item(call.items[0].value) else given
        if (resolved.name if isinstance(resolved, Dotted) else call.text) in TELLS_OF:
            return self.referred(call)
        if isinstance(resolved, Dotted):
            is_web = resolved.name.partition(".")[0] in WEB
            reads = is_web and getattr(function_fact(resolved.name), "world", True)
            return self.referred(call) if reads or resolved.name in OPENS else given
        if isinstance(call, i.Call):
            return _plain(self, call, given)
        return _method(self, call, given)


def _method(kinship: Kinship, call: i.CallMethod, given: Kin) -> Kin:
    """What an object finds that is asked for something of the item."""
    resolver, function = kinship.resolver, kinship.function
    place = place_of(resolver, function, call.object)
    if is_constant(place):
        return given
    store = store_of(resolver, function, call.object)
    if store is Store.BUILT:
        return max(given, _kept(kinship, call, call.object)) if call.name == "get" else given
    keys = [item.value for item in call.items if kinship.near(item.value)]
    if not (FETCH if place == "self" else FIND).match(call.name):
        return given
    if all(is_digest(place_of(resolver, function, key)) for key in keys):
        return Kin.PART
    if call.name in TEXTUAL and not is_object(resolver, function, call):
        return given
    return _noted(kinship, call) if call.name == "get" else kinship.referred(call)


def _begins(kinship: Kinship, operand: i.Operand) -> bool:
    """Whether it is the item, or the item with something behind it."""
    made = kinship.resolver.bindings(kinship.function).origin(operand)
    if isinstance(made, i.Operate) and made.operator in ("/", "+"):
        return _begins(kinship, made.operands[0])
    return kinship.is_item(operand)


def _through(kinship: Kinship, resolved: Resolved, call: i.Call | i.CallMethod, given: Kin) -> Kin:
    """What a function of the file makes of the item."""
    if resolved.constructs or kinship.depth >= _DEEPEST or len(resolved.qualnames) != 1:
        return given
    callee = kinship.resolver.program.functions.get(resolved.qualnames[0])
    if callee is None or callee is kinship.function:
        return given if callee is None else Kin.APART
    if callee.qualname in recurring(kinship.resolver):
        return given
    handed = handed_in(kinship, callee, call)
    found = _given_back(kinship.resolver, callee, handed, kinship.depth + 1, kinship.filled)
    if found is Kin.REFERRED:
        return kinship.referred(call)
    return given if found is Kin.PART else Kin.APART


def handed_in(kinship: Kinship, callee: Function, call: i.Call | i.CallMethod) -> frozenset[str]:
    """The parameters of a function of the file that a call gives what has to do with the item."""
    names = [one.name for one in callee.parameters]
    if callee.in_class is not None and names:
        names = names[1:]
    items = {
        (item.name or (names[place] if place < len(names) else ""))
        for place, item in enumerate(call.items)
        if kinship.of(item.value) is not Kin.APART
    }
    return frozenset(items - {""})


def _put(kinship: Kinship, one: i.Instruction) -> Iterator[tuple[str, Kin]]:
    """What a local container takes in, or a local parser reads."""
    match one:
        case i.Extend(container=i.Local(name=name), value=value) if kinship.filled:
            yield name, kinship.of(value)
        case i.CallMethod(name=name, items=items) if name in _FILLS and kinship.filled:
            place = place_of(kinship.resolver, kinship.function, one.object)
            if place in kinship.function.locals and kinship.most(items) is Kin.REFERRED:
                yield place, Kin.REFERRED
        case i.CallMethod(name=name) if PARSES.fullmatch(name):
            yield from _parsed(kinship, one)
        case _:
            pass


def _parsed(kinship: Kinship, one: i.CallMethod) -> Iterator[tuple[str, Kin]]:
    """``parser.read_file(file)``: what a local object is asked now comes out of the file."""
    bindings = kinship.resolver.bindings(kinship.function)
    made = bindings.origin(one.object)
    name = bindings.root(one.object)
    given = kinship.most(one.items)
    if not isinstance(made, i.Call | i.CallMethod) or name not in kinship.function.locals:
        return
    run = kinship.resolver.resolve(kinship.function, made)
    module = run.name.partition(".")[0] if isinstance(run, Dotted) else ""
    if not given or not (module or isinstance(made, i.Call)):
        return
    named = module in NAMED_FILES and one.name == "read"
    yield name, kinship.referred(one) if named else given


def _kept(kinship: Kinship, one: i.Instruction, whole: i.Operand) -> Kin:
    """What is kept under the item's name by this function: a reference that was followed."""
    place = place_of(kinship.resolver, kinship.function, whole)
    kept = kinship.noted and any(
        kinship.of(put.value) is Kin.REFERRED
        for block in kinship.function.blocks
        for put in block.instructions
        if isinstance(put, i.SetItem) and place
        if place_of(kinship.resolver, kinship.function, put.object) == place
    )
    return kinship.referred(one) if kept else Kin.APART


def _plain(kinship: Kinship, call: i.Call, given: Kin) -> Kin:
    """A function that is handed in may look up; one that is imported must sound like it."""
    name = call.text.rpartition(".")[2]
    if call.text == "open":
        return kinship.referred(call)
    if call.text in BUILTIN_NAMES or not name:
        return given
    is_handed = any(one.name == call.text for one in kinship.function.parameters)
    found = (FIND if is_handed else FETCH).match(name)
    return kinship.referred(call) if found else given


def _looked_up(kinship: Kinship, one: i.GetItem) -> Kin:
    whole, key = one.object, one.key
    if isinstance(key, i.Const) and kinship.of(whole) is not Kin.APART:
        # A name object of PDF stands for what an indirect reference leads to.
        is_name = isinstance(key.value, str) and key.value.startswith("/")
        return kinship.referred(one) if is_name else kinship.of(whole)
    made = kinship.resolver.bindings(kinship.function).origin(key)
    is_slice = isinstance(made, i.Build) and made.kind == "slice"
    if is_slice and _is_cut_out(kinship, whole, key):
        return kinship.referred(one)
    if kinship.near(key) and is_own_key(kinship.resolver, kinship.function, one):
        return kinship.of(whole)
    if kinship.of(whole) is not Kin.APART or kinship.of(key) is Kin.APART or is_slice:
        return kinship.of(whole)
    named, held = (place_of(kinship.resolver, kinship.function, part) for part in (key, whole))
    # What is found under the hash of its contents does not contain its own hash.
    if is_digest(named) or is_constant(held):
        return Kin.PART
    if store_of(kinship.resolver, kinship.function, whole) is Store.BUILT:
        return _kept(kinship, one, whole)
    if holds_classes(kinship.resolver, kinship.function, whole):
        return Kin.PART
    return _noted(kinship, one)


def _noted(kinship: Kinship, look: i.Instruction) -> Kin:
    """What a memo gives back is what was put there; any other table may give anything."""
    puts = map(kinship.of, noted(kinship.resolver, kinship.function, look))
    kin = max(puts, default=Kin.REFERRED)
    return kinship.referred(look) if kin is Kin.REFERRED else kin


def returned(kinship: Kinship) -> Kin:
    """The kin of what the function gives back or yields."""
    found = Kin.APART
    for block in kinship.function.blocks:
        if isinstance(block.terminator, Return):
            found = max(found, kinship.of(block.terminator.value))
            found = max(found, _filled(kinship, block.terminator) if kinship.filled else found)
        for one in block.instructions:
            if isinstance(one, i.Suspend):
                found = max(found, kinship.of(one.value))
    return found


def _filled(kinship: Kinship, end: Return) -> Kin:
    """The kin of what is put into the container that is given back."""
    place = place_of(kinship.resolver, kinship.function, end.value)
    if not place or place not in kinship.function.locals:
        return Kin.APART
    return max((kinship.of(value) for value in _taken_in(kinship, place)), default=Kin.APART)


def _taken_in(kinship: Kinship, place: str) -> Iterator[i.Operand]:
    """What is put into the container of this name."""
    for block in kinship.function.blocks:
        for one in block.instructions:
            match one:
                case i.CallMethod(object=whole, name=name, items=items) if name in _FILLS:
                    values = [item.value for item in items]
                case i.SetItem(object=whole, value=value):
                    values = [value]
                case _:
                    continue
            if place_of(kinship.resolver, kinship.function, whole) == place:
                yield from values


def _is_cut_out(kinship: Kinship, whole: i.Operand, key: i.Operand) -> bool:
    """Whether an attribute that holds all data is cut where the item says."""
    if kinship.of(whole) is not Kin.APART or kinship.of(key) is Kin.APART:
        return False
    resolver, function = kinship.resolver, kinship.function
    is_whole = isinstance(resolver.bindings(function).origin(whole), i.GetAttribute)
    # What another module binds is no data: ``string.ascii_letters[begin:end]``.
    is_whole = is_whole and not resolver.dotted(function, whole)
    return is_whole and store_of(resolver, function, whole) is Store.GIVEN


@once
def _known_returns(resolver: Resolver) -> dict[tuple[str, frozenset[str], int, bool], Kin]:
    """What is known of what functions make of their items, filled by and by."""
    del resolver
    return {}


def _given_back(
    resolver: Resolver, function: Function, items: frozenset[str], depth: int, filled: bool
) -> Kin:
    """The kin of what a function gives back when it is handed the items, found out once."""
    known = _known_returns(resolver)
    key = function.qualname, items, depth, filled
    if key not in known:
        known[key] = returned(Kinship(resolver, function, items, depth, filled=filled))
    return known[key]
