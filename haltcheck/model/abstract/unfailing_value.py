"""What is known of values where a whole number is asked for, and who follows the calls."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping

from haltcheck.basis.record import record
from haltcheck.model import instruction as i
from haltcheck.model.assumption import ReturnsNormally, Specific
from haltcheck.model.calls import Resolver
from haltcheck.model.program import Function

_DICTS = frozenset(
    {"dict", "OrderedDict", "defaultdict", "Counter", "WeakValueDictionary", "WeakKeyDictionary"}
)


@record
class Held:
    """What is known of a value.

    ``kind`` is ``known`` (``value``), ``number`` (whole, at least ``value``, which is None where
    nobody knows), ``self``, ``empty`` (what a read gives at the end of a stream), ``text``, ``new``
    (an object made here), ``raised`` (one of the exceptions named by ``value``, any where it is
    empty), or nothing. ``by_key`` where it hinges on the number asked for.
    """

    kind: str = ""
    value: object = None
    by_key: bool = False


ANY = Held()
SELF = Held("self")
KEY = Held("number", 0, by_key=True)

Env = dict[str, Held]


class FailError(Exception):
    """An instruction may raise one of these, or anything; ``surely`` where it cannot go on."""

    def __init__(self, why: str, names: Iterable[str] = (), *, surely: bool = False) -> None:
        super().__init__(why)
        self.names = tuple(names)
        self.surely = surely


class Walk(ABC):
    """All ways through a function and what it calls, each with what its locals hold."""

    def __init__(self, resolver: Resolver, strict: bool) -> None:
        self.resolver = resolver
        self.strict = strict
        self.assumed: dict[Specific, None] = {}
        self.reads = False

    def suppose(self, text: str, line: int) -> Held:
        """An unseen callee is supposed to return."""
        self.assumed[ReturnsNormally(text or "?", line)] = None
        return ANY

    @abstractmethod
    def enter(self, qualname: str, given: list[Held], named: Mapping[str, Held]) -> set[Held]:
        """What a function of the file gives back; raises FailError where it may raise."""


def value(operand: i.Operand, env: Env) -> Held:
    """What an operand holds."""
    if isinstance(operand, i.Const):
        return Held("known", operand.value)
    return env.get(operand.name, ANY)


def truth_of(held: Held) -> bool | None:
    """Whether the value is true, where that is known."""
    match held:
        case Held(kind="known", value=known):
            return bool(known)
        case Held(kind="number", value=int() as low) if low > 0:
            return True
        case Held(kind="empty"):
            return False
        case _:
            return None


def joined(found: list[Held]) -> Held:
    """What one of several values is, as far as they are alike."""
    first = found[0] if found else ANY
    return first if len(set(found)) == 1 else Held(by_key=any(one.by_key for one in found))


def type_names(walk: Walk, function: Function, operand: i.Operand) -> tuple[str, ...]:
    """The dotted names of a class or of a tuple of them; ``?`` for what has none."""
    made = walk.resolver.bindings(function).origin(operand)
    if isinstance(made, i.Build):
        return tuple(n for item in made.items for n in type_names(walk, function, item.value))
    dotted = walk.resolver.dotted(function, operand)
    if not dotted and isinstance(made, i.LoadGlobal):
        return (made.name if made.name in walk.resolver.program.contents.classes else "?",)
    return (dotted or "?",)


def is_dict(walk: Walk, function: Function, operand: i.Operand) -> bool:
    """Whether a value is a dictionary, or an attribute that constructors bind to one."""
    resolver = walk.resolver
    made = resolver.bindings(function).origin(operand)
    if isinstance(made, i.Build):
        return made.kind == "dict"
    if isinstance(made, i.Call):
        return made.text.rpartition(".")[2] in _DICTS
    if not isinstance(made, i.GetAttribute) or resolver.receiver(function, made.object) is None:
        return False
    program = resolver.program
    writers = [
        name
        for name, entry in program.contents.functions.items()
        if any("." in write and write.rpartition(".")[2] == made.name for write in entry.writes)
    ]
    bound = [
        (program.functions[name], one.value)
        for name in writers
        if name in program.functions
        for block in program.functions[name].blocks
        for one in block.instructions
        if isinstance(one, i.SetAttribute) and one.name == made.name
    ]
    known = all(name in program.functions for name in writers)
    return known and bool(bound) and all(is_dict(walk, *one) for one in bound)
