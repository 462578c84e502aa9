"""One symbolic state on a path from a cut point, and how two of them merge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from haltcheck.model.abstract.value import Items, Number, Thing, Value
from haltcheck.model.assumption import Specific
from haltcheck.model.term import (
    FALSE,
    TRUE,
    And,
    Formula,
    Term,
    Variable,
    conjunction,
    disjunction,
    invert,
)

FORGOTTEN = Variable("?forgotten")


class State:
    """What is known at one point of one path; ``fork`` before changing a shared one.

    ``locals`` and ``places`` (attributes, globals, free names) hold values, ``sizes`` the sizes
    of objects by identity (FORGOTTEN: anything). ``stale`` marks that objects may have changed,
    ``stale_places`` that all places may have been bound anew, ``lost`` those attributes and
    names that may have been.
    """

    __slots__ = (
        "assumptions",
        "blocks",
        "called",
        "choices",
        "error",
        "events",
        "exact",
        "guard",
        "locals",
        "lost",
        "next_values",
        "outer",
        "places",
        "raised",
        "resized",
        "returned",
        "sizes",
        "stale",
        "stale_places",
        "world",
    )

    def __init__(self) -> None:
        self.locals: dict[str, Value] = {}
        self.places: dict[str, Value] = {}
        self.sizes: dict[str, Term] = {}
        self.next_values: dict[str, Term] = {}
        self.guard: tuple[Formula, ...] = ()
        self.choices: dict[str, None] = {}
        self.world: frozenset[str] = frozenset()
        self.exact = True
        self.events: tuple[str, ...] = ()
        self.assumptions: Mapping[Specific, None] = {}
        self.blocks: tuple[int, ...] = ()
        self.resized: frozenset[Thing] = frozenset()
        self.stale = False
        self.stale_places = ""
        self.lost: frozenset[str] = frozenset()
        self.raised = False
        self.error: Value | None = None
        self.outer: tuple[dict[str, Value], ...] = ()
        self.called = False
        self.returned: tuple[tuple[str, tuple[tuple[str, Value], ...], str], ...] = ()

    def rest_on(self, supposed: Mapping[Specific, None]) -> None:
        """Records what the way so far rests on; the mapping is shared by forks."""
        # Mappings are merged by the hashes that they hold: none is worked out again.
        rests = {**self.assumptions, **supposed}
        if len(rests) != len(self.assumptions):
            self.assumptions = rests

    def fork(self) -> State:
        """A copy that can go its own way."""
        other = State.__new__(State)
        other.locals = self.locals.copy()
        other.places = self.places.copy()
        other.sizes = self.sizes.copy()
        other.next_values = self.next_values.copy()
        other.choices = self.choices.copy()
        other.guard = self.guard
        other.world = self.world
        other.exact = self.exact
        other.events = self.events
        other.assumptions = self.assumptions
        other.blocks = self.blocks
        other.resized = self.resized
        other.stale = self.stale
        other.stale_places = self.stale_places
        other.lost = self.lost
        other.raised = self.raised
        other.error = self.error
        other.outer = self.outer
        other.called = self.called
        other.returned = self.returned
        return other

    def everywhere(self) -> Iterator[Value]:
        """Every value that a local of the running functions or a place holds."""
        for table in (self.locals, self.places, *self.outer):
            yield from table.values()

    def suppose(self, formula: Formula) -> bool:
        """Adds a condition; False where it contradicts what is known."""
        if formula == TRUE:
            return True
        if formula == FALSE:
            return False
        for part in formula.parts if isinstance(formula, And) else (formula,):
            if part in self.guard:
                continue
            if invert(part) in self.guard:
                return False
            self.guard = (*self.guard, part)
        return True

    def knows(self, formula: Formula) -> bool | None:
        """Whether the guard settles it at a glance."""
        if formula == TRUE or formula in self.guard:
            return True
        if formula == FALSE or invert(formula) in self.guard:
            return False
        return None

    def choose(self, name: str) -> None:
        """Registers a fresh choice."""
        self.choices[name] = None


def same(first: State, second: State, live: frozenset[str]) -> bool:
    """Whether two states differ in nothing that is still read, guards apart."""
    if (
        first.exact != second.exact
        or first.events != second.events
        or first.stale != second.stale
        or first.stale_places != second.stale_places
        or first.lost != second.lost
    ):
        return False
    mine, theirs = first.locals, second.locals
    for name in live:
        one, other = mine.get(name), theirs.get(name)
        if one is not other and one != other:
            return False
    if first.places != second.places and not _same_places(first.places, second.places):
        return False
    if first.sizes == second.sizes and first.next_values == second.next_values:
        return True
    ids = {thing for name in live for thing in identities(mine.get(name))}
    ids.update(thing for value in first.places.values() for thing in identities(value))
    ids.update(value.key for value in mine.values() if isinstance(value, Thing))
    return all(
        first.sizes.get(thing) == second.sizes.get(thing)
        and first.next_values.get(thing) == second.next_values.get(thing)
        for thing in ids
    )


def _same_places(first: dict[str, Value], second: dict[str, Value]) -> bool:
    for name in first.keys() | second.keys():
        mine, theirs = first.get(name), second.get(name)
        if mine != theirs:
            present = mine if theirs is None else theirs if mine is None else None
            if present is None or not _is_start(present, name):
                return False
    return True


def _is_start(value: Value, name: str) -> bool:
    if isinstance(value, Thing):
        return value.key == name
    return value == Number(Variable(name))


def identities(value: Value | None) -> tuple[str, ...]:
    """The identities of the objects that a value holds directly."""
    if isinstance(value, Thing):
        return (value.id,)
    if isinstance(value, Items):
        return tuple(thing for member in value.values for thing in identities(member))
    return ()


def absorb(first: State, second: State) -> None:
    """Merges ``second`` into ``first`` where they are the ``same``: either guard will do."""
    shared = 0
    for left, right in zip(first.guard, second.guard, strict=False):
        if left != right:
            break
        shared += 1
    first.guard = (*first.guard[:shared], *_either(first.guard[shared:], second.guard[shared:]))
    _pool(first, second)


def _either(left: tuple[Formula, ...], right: tuple[Formula, ...]) -> tuple[Formula, ...]:
    if not left or not right:
        return ()
    if left[1:] == right[1:]:
        if left[0] == invert(right[0]):
            return left[1:]
        return (disjunction(left[0], right[0]), *left[1:])
    both = disjunction(conjunction(*left), conjunction(*right))
    return () if both == TRUE else (both,)


def _pool(first: State, second: State) -> None:
    bound = (first.choices.keys() - first.world) | (second.choices.keys() - second.world)
    first.choices |= second.choices
    first.world = (first.world | second.world) - bound
    first.resized |= second.resized
    first.exact = first.exact and second.exact
    first.raised = first.raised and second.raised
    first.called = first.called and second.called
    if first.returned != second.returned:
        first.returned = tuple(one for one in first.returned if one in second.returned)
    if second.assumptions is not first.assumptions:
        first.assumptions = {**first.assumptions, **second.assumptions}


def common_guard(first: State, second: State) -> None:
    """Keeps in ``first`` only what both guards say, and pools the rest."""
    known = set(second.guard)
    first.guard = tuple(part for part in first.guard if part in known)
    _pool(first, second)
    first.exact = False
