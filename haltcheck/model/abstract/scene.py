"""Where symbolic execution happens: the function at hand, the trust, fresh names, start values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from haltcheck.basis.budget import Budget
from haltcheck.basis.once import once
from haltcheck.basis.record import record
from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.escape import private_locals, range_steps
from haltcheck.model.abstract.flow import Flow, flow_of, written_in
from haltcheck.model.abstract.infer import Kinds, kinds_of
from haltcheck.model.abstract.state import FORGOTTEN, State
from haltcheck.model.abstract.summary import Summaries
from haltcheck.model.abstract.trust import Trust
from haltcheck.model.abstract.unending import unending
from haltcheck.model.abstract.value import Fault, Flag, Known, Number, Thing, Value, constant
from haltcheck.model.calls import Resolver
from haltcheck.model.instruction import (
    Const,
    GetAttribute,
    Instruction,
    Local,
    Operand,
    SetAttribute,
)
from haltcheck.model.program import Function, Program
from haltcheck.model.term import ZERO, Compare, Formula, Term, Variable, compare, invert


@record
class Frame:
    """One function with what was found out about it."""

    function: Function
    flow: Flow
    kinds: Kinds
    fixed: frozenset[str]
    private: dict[str, str]
    attributes: frozenset[str]
    properties: frozenset[str]
    steps: dict[str, int | None]
    unending: dict[str, int]


_FRAMES: dict[int, tuple[Program, Function, Frame]] = {}


@record
class Tables:
    """What is known of the calls of a whole program."""

    program: Program
    resolver: Resolver
    summaries: Summaries


_TABLES: list[Tables] = []


def tables_of(program: Program) -> Tables:
    """The tables of a program; those of the last two are kept, a file and a view of it."""
    if _TABLES and _TABLES[0].program is program:
        return _TABLES[0]
    found = next((one for one in _TABLES if one.program is program), None)
    if found is None:
        resolver = Resolver(program)
        found = Tables(program, resolver, Summaries(program, resolver))
    _TABLES[:] = [found, *(one for one in _TABLES if one is not found)][:2]
    return found


def frame_of(program: Program, function: Function) -> Frame:
    """The frame of a function; the last few are kept, for a function has many loops."""
    found = _FRAMES.get(id(function))
    if found is not None and found[0] is program and found[1] is function:
        return found[2]
    flow = flow_of(function)
    fixed = frozenset(function.locals) - written_in(function, range(len(function.blocks)))
    resolver = tables_of(program).resolver
    kinds = kinds_of(program, function, flow, resolver)
    frame = Frame(
        function,
        flow,
        kinds,
        fixed - function.rebound,
        private_locals(function),
        frozenset(_attribute_places(function, fixed)),
        _properties(program),
        range_steps(function),
        unending(function, kinds, resolver),
    )
    if len(_FRAMES) > 64:
        _FRAMES.clear()
    _FRAMES[id(function)] = (program, function, frame)
    return frame


def _attribute_places(function: Function, fixed: frozenset[str]) -> Iterator[str]:
    for block in function.blocks:
        for instruction in block.instructions:
            match instruction:
                case GetAttribute(object=Local(name=name)) | SetAttribute(object=Local(name=name)):
                    if name in fixed:
                        yield f"{name}.{instruction.name}"
                case _:
                    pass


_HOOKS = frozenset({"__getattribute__", "__get__", "__set__"})


@partial(once, most=2)
def _properties(program: Program) -> frozenset[str]:
    """Attribute names that are code in some class of the file."""
    entries = program.contents.functions
    if any(name.rpartition(".")[2] in _HOOKS for name in entries):
        # A descriptor, or ``__getattribute__``: any attribute may be code.
        return frozenset(
            text.rpartition(".")[2]
            for entry in entries.values()
            for text in (*entry.writes, *entry.attributes)
        )
    return frozenset(
        name.rpartition(".")[2]
        for name, entry in program.contents.functions.items()
        if entry.in_class is not None and entry.decorators
    )


@record
class Predicate:
    """A truth value of places and constants: ``operator`` over texts of places, or literals."""

    operator: str
    operands: tuple[Value, ...]


@record
class Whole:
    """The integer that a place holds."""

    place: str


@record
class Size:
    """The size of what a place holds: its length, what is left of it, or what remains in it."""

    place: str


@record
class Upcoming:
    """The value that an iterator over a range gives next."""

    place: str


Measured = Whole | Size | Upcoming | Predicate


Hook = Callable[["Scene", State, Instruction], None]
Inliner = Callable[["Scene", State, Function, dict[str, Value]], "list[tuple[State, Value]] | None"]


class Scene:
    """The context of one build: what all its paths share."""

    def __init__(self, program: Program, frame: Frame, trust: Trust, budget: Budget) -> None:
        self.program = program
        self.frame = frame
        self.root = frame
        self.tables = tables_of(program)
        self.inline: Inliner | None = None
        self.hook: Hook | None = None
        self.trust = trust
        self.budget = budget
        self.site = ""
        self.depth = 0
        self.raising: list[State] = []
        self.measured: dict[str, Measured] = {}
        self.masks: dict[str, int] = {}
        self.catching = False
        self._fresh = 0

    def at(self, site: str) -> None:
        """Moves to an instruction: fresh names are counted from its site."""
        self.site = site
        self._fresh = 0

    def name(self) -> str:
        """A fresh name, the same for the same site on every path."""
        self._fresh += 1
        return f"?{self.site}.{self._fresh}"

    def choice(self, state: State, *, world: bool = False, of: str = "") -> Variable:
        """A fresh integer that may be anything; ``of`` says whose answer it is."""
        variable = Variable(self.name() + of)
        state.choose(variable.name)
        if world:
            state.world |= {variable.name}
        return variable

    def coin(self, state: State, *, world: bool = False) -> Formula:
        """A fresh truth value."""
        return Compare("!=", self.choice(state, world=world), ZERO)

    def bounded(self, state: State) -> Term:
        """A fresh size: any integer that is not negative."""
        size = self.choice(state)
        state.suppose(compare(">=", size, ZERO))
        return size

    def thing(self, mask: int, *, new: bool = False) -> Thing:
        """A fresh object of some kind; ``new`` where it was made right here."""
        return Thing(self.name(), mask, new=new)

    def may_be_same(self, first: Thing, second: Thing) -> bool:
        """Whether two identities may turn out to be one object."""
        for one in (first, second):
            if k.is_iterator(one.mask) and not one.key:
                return True
        if first.new or second.new:
            return False
        private = self.root.private
        return private.get(first.key) == private.get(second.key)

    def unknown(self, state: State, mask: int) -> Value:
        """A fresh value of some kind."""
        if mask == k.NONE:
            return Known(None)
        if mask == k.BOOL:
            return Flag(self.coin(state))
        if mask and not mask & ~k.WHOLE:
            return Number(self.choice(state))
        return self.thing(mask or k.ANY)

    def start(self, place: str, mask: int) -> Value:
        """The value of a place at a cut point."""
        if mask == k.NONE:
            return Known(None)
        if mask and not mask & ~k.WHOLE:
            self.masks[place] = self.masks.get(place, 0) | mask
            self.measured[place] = Whole(place)
            return Number(Variable(place))
        return Thing(place, mask or k.ANY, place)

    def read(self, state: State, operand: Operand) -> Value:
        """The value of an operand; a local without one was never bound."""
        if isinstance(operand, Const):
            return constant(operand.value)
        found = state.locals.get(operand.name)
        return Thing(operand.name, k.UNBOUND) if found is None else found

    def may_raise(self, state: State, names: Iterable[str] = ()) -> None:
        """From here the program may go on or raise, and nobody knows which."""
        state.exact = False
        if state.raised and not self.catching:
            return
        other = state.fork()
        state.raised = not self.catching
        listed = tuple(names)
        other.error = Fault(listed[0]) if len(listed) == 1 else self.thing(k.OBJECT)
        self.raising.append(other)

    def raises(self, state: State, condition: Formula, name: str) -> bool:
        """It raises where the condition holds; False where it surely does."""
        other = state.fork()
        if other.suppose(condition):
            other.error = Fault(name)
            self.raising.append(other)
        return state.suppose(invert(condition))

    def is_fixed(self, key: str) -> bool:
        """Whether a key is a local that the function never binds, so that it names one object."""
        return key in self.root.fixed

    def range_step(self, iterator: Operand) -> int | None:
        """The step of the range that an iterator walks, where it is one constant."""
        return self.frame.steps.get(iterator.name) if isinstance(iterator, Local) else None

    def is_bound(self, name: str) -> bool:
        """Whether a global surely is bound: functions run when the module body is done."""
        if self.root.function.qualname == "<module>":
            block = self.site.partition(".")[0]
            stored = self.root.flow.stored
            return block.isdigit() and name in stored[int(block)]
        return name in self.program.contents.global_writes

    def global_place(self, name: str) -> str:
        """The place of a global, told apart from a local of the same name."""
        function = self.root.function
        return f"globals.{name}" if name in function.locals | function.free else name

    def upcoming(self, iterator: Thing) -> Term:
        """What an iterator over a range gives next, at the cut point."""
        variable = Variable(f"next({iterator.key})")
        self.measured[variable.name] = Upcoming(iterator.key)
        return variable

    def size(self, state: State, thing: Thing) -> Term:
        """The size of an object: at the cut point a variable, a choice where nothing is known."""
        found = state.sizes.get(thing.id)
        if found is not None and found != FORGOTTEN:
            return found
        if thing.key and found is None and not may_have_moved(self, state, thing):
            word = "left" if k.is_iterator(thing.mask) else "len"
            word = "remaining" if thing.mask == k.STREAM else word
            measured = Variable(f"{word}({thing.key})")
            self.measured[measured.name] = Size(thing.key)
            size: Term = measured
        else:
            size = self.bounded(state)
        state.sizes[thing.id] = size
        return size


def may_have_moved(scene: Scene, state: State, thing: Thing) -> bool:
    """Whether an object that is seen only now may be one that got another size before."""
    return any(
        one.id != thing.id and one.mask & thing.mask & k.MUTABLE and scene.may_be_same(one, thing)
        for one in state.resized
    )


def raise_surely(scene: Scene, state: State, name: str = "") -> list[State]:
    """The path ends here, with that exception, or with one of an unknown class."""
    state.error = Fault(name) if name else scene.thing(k.OBJECT)
    scene.raising.append(state)
    return []
