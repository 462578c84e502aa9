"""What all walks of one question share: the event, what is supposed, how calls resolve."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from haltcheck.basis.span import Span
from haltcheck.frontend.expression import Literal
from haltcheck.model.aftermath.drained import holds_nothing
from haltcheck.model.aftermath.layout import UNSIGNED, Cell
from haltcheck.model.aftermath.linear import said
from haltcheck.model.aftermath.outcome import Event, LeavesError, UndecidedError
from haltcheck.model.aftermath.spoken import places, speaks_of_data
from haltcheck.model.aftermath.start import immutable, layout_of
from haltcheck.model.aftermath.state import State
from haltcheck.model.aftermath.supply import Supply
from haltcheck.model.aftermath.turn import Occasion
from haltcheck.model.aftermath.value import (
    LONGEST,
    UNSURE,
    Known,
    Symbol,
    Unsure,
    Value,
    truth_of,
)
from haltcheck.model.aftermath.walked import Nesting
from haltcheck.model.assumption import NotOverridden, ReturnsNormally, Specific
from haltcheck.model.calls import Resolver
from haltcheck.model.program import Function, Program

_BOUND = re.compile(r"(.+) (<|==) (-?\d+)|(-?\d+) (<) (.+)")

_SOMETHING = re.compile(r"(.+)(?:\.is[a-z]+\(\)| == b?(?:'.+'|\".+\"))")

NUMBER = "?number"
"""Where a certificate says what the data says, or how many bytes are left."""

LACKING = "?lacking"
"""Where it says which of the separators is missing."""

Chooser = Callable[["Context", str], "bool | None"]
"""Says which answer of a further fact a walk is to go on with, None for neither."""

Runner = Callable[["Context", Function, State, dict[str, Value]], "tuple[State, Value]"]


@dataclass(slots=True)
class Context:
    """One event in one program; ``supposed`` are facts of what stands still.

    ``fresh`` are locals whose containers are built here and are nothing else; ``number`` is
    what the data says, or how many bytes are left; ``trying`` says that a handler stands around the
    instruction, ``retried`` that all but the handler leads out of the loop,
    ``advancing`` that a call is handed what only its success moves, ``drawn`` that the loop moves
    nothing that it is handed, ``asking`` that it is handed what the loop moves on; ``streams`` are
    the texts of all that is read from; ``assumptions`` what was leaned on, ``came`` what
    instructions met the event; ``chosen`` says what the data says at some places, ``relied`` the
    streams whose place at the head counts, ``asked`` the attributes whose value there does;
    ``cells`` tell what the data can say, ``running`` are the functions that are walked,
    ``recursive`` says that the calls of the first of them are the rounds; ``told`` are the
    instructions that gave what the data says, ``heard`` whether the last one did; ``chooses``
    decides facts while the walk goes on, ``passed`` and ``beginnings`` tell those that it went by
    without asking, ``left`` those that it left open; ``abroad`` is the line that called what
    stands in another file, 0 at home; ``lacking`` is the only separator that is missing, None for
    all of them; ``free`` are the variables around a generator expression while one runs;
    ``nesting`` are the walks under way; ``away`` are numbers with what moves them further away;
    ``texts`` was handed to functions that cut it, or calculate with it, so that no one changes it;
    ``renewed`` are places that an unresolved call gave another stream, ``moved`` are cursors.
    """

    program: Program
    resolver: Resolver
    event: Event
    supposed: dict[str, bool]
    function: Function
    call: Runner
    fresh: frozenset[str] = frozenset()
    number: int = 0
    depth: int = 0
    steps: int = 0
    trying: bool = False
    retried: bool = False
    advancing: bool = False
    drawn: bool = False
    asking: bool = False
    assumptions: dict[Specific, None] = field(default_factory=dict)
    streams: set[str] = field(default_factory=set)
    came: dict[Span, Occasion] = field(default_factory=dict)
    chosen: dict[str, Value] = field(default_factory=dict)
    relied: set[str] = field(default_factory=set)
    asked: set[tuple[str, str]] = field(default_factory=set)
    cells: dict[str, Cell] = field(default_factory=dict)
    running: list[str] = field(default_factory=list)
    recursive: bool = False
    heard: bool = False
    told: dict[Span, Occasion] = field(default_factory=dict)
    chooses: Chooser | None = None
    advances: frozenset[Span] = frozenset()
    asks: frozenset[Span] = frozenset()
    free: Mapping[str, Value] = field(default_factory=dict)
    supply: Supply | None = None
    passed: set[str] = field(default_factory=set)
    beginnings: set[str] = field(default_factory=set)
    left: set[str] = field(default_factory=set)
    abroad: int = 0
    lacking: Literal = None
    nesting: Nesting = field(default_factory=Nesting)
    away: frozenset[tuple[str, str]] = frozenset()
    texts: set[str] = field(default_factory=set)
    renewed: set[str] = field(default_factory=set)
    moved: set[tuple[str, bool]] = field(default_factory=set)

    @property
    def ended(self) -> bool:
        """Whether streams have come to their end."""
        return self.event in (Event.END, Event.CLOSED)

    def lacks(self, value: Value) -> bool:
        """Whether the event is that this separator is missing."""
        if self.event is not Event.MISSING or self.lacking is None:
            return self.event is Event.MISSING
        return value == Known(self.lacking)

    def is_fixed(self, text: str) -> bool:
        """Whether what stands there is a text, bytes or a number, which nobody changes.

        What is known by the name of a local is that of the function that the loop is in.
        """
        begun = self.program.functions.get(self.running[0]) if self.running else None
        fixed = text in self.texts or text in immutable(self.function)
        return fixed or (begun is not None and text in immutable(begun))

    def layout(self, text: str) -> str:
        """The format of a ``struct.Struct`` of the module; empty where it is none."""
        return layout_of(self.program, text[2:]) if text[:2] == "::" else ""

    def say(self, state: State, text: str, cell: Cell = UNSIGNED) -> Value:
        """What the data says at a place: what is chosen for it, or what stands still there.

        Raises LeavesError where a value of this kind cannot be what is chosen.
        """
        name = said(text)
        if len(name) > LONGEST:
            return UNSURE
        self.cells[name] = cell
        self.heard = True
        value = self.chosen.get(name)
        if value is None:
            return Symbol(name)
        if isinstance(value, Known) and not cell.holds(value.value):
            raise LeavesError(f"the data cannot say {value.value!r}")
        state.met = True
        return value

    def returns(self, text: str, line: int) -> None:
        """Supposes that an unresolved call returns and writes nothing that counts."""
        self.assumptions[ReturnsNormally(text or "?", self.abroad or line)] = None

    def not_overridden(self, method: str) -> None:
        """Supposes that no subclass elsewhere overrides a method."""
        if method:
            self.assumptions[NotOverridden(method)] = None

    def decide(self, value: Value) -> bool | Unsure:
        """The truth of a value, by what is supposed where it stands still."""
        found = truth_of(value)
        if not isinstance(found, Symbol):
            return found
        if holds_nothing(self.event, found):
            return found.negated
        if self.event is Event.DRAINED and speaks_of_data(found.text):
            return UNSURE
        if found.text not in self.supposed:
            if self.event is not Event.POLLED and _is_unshown(found.text):
                # Nobody could show that the data may say so: either way must do.
                return UNSURE
            _suppose(self, found.text)
        return self.supposed[found.text] is not found.negated

    def leaves_open(self, value: Value) -> bool:
        """Whether the truth of a value hangs on a fact that is not supposed, and is not now."""
        found = truth_of(value)
        if not isinstance(found, Symbol) or found.text in self.supposed:
            return False
        self.left.add(found.text)
        return True

    def is_false(self, fact: str) -> bool:
        """Whether the fact is supposed not to hold; one that nobody asked for may yet be."""
        if fact not in self.supposed:
            self.passed.add(fact)
        return self.supposed.get(fact) is False

    def facts(self, beginning: str) -> list[tuple[str, bool]]:
        """The facts supposed so far that begin like this; others may yet be asked for."""
        self.beginnings.add(beginning)
        return [one for one in self.supposed.items() if one[0].startswith(beginning)]


def _is_unshown(fact: str) -> bool:
    """Whether a fact about the data is none of which anybody shows that they may say so."""
    return speaks_of_data(fact) and places(fact) is None


def _suppose(context: Context, fact: str) -> None:
    """Decides a fact for the rest of the walk; what it went by before may have hung on it."""
    answer = None
    gone_by = fact in context.passed or fact.startswith(tuple(context.beginnings))
    if context.chooses is not None and not gone_by:
        answer = context.chooses(context, fact)
    if answer is None:
        raise UndecidedError(fact)
    context.supposed[fact] = answer


# The same few facts are compared with each other in every order.
_KEPT = 4096


@lru_cache(maxsize=_KEPT)
def _bound(fact: str) -> re.Match[str] | None:
    return _BOUND.fullmatch(fact)


@lru_cache(maxsize=_KEPT)
def _something(fact: str) -> re.Match[str] | None:
    return _SOMETHING.fullmatch(fact)


@lru_cache(maxsize=_KEPT)
def _held(fact: str) -> re.Match[str] | None:
    return _HELD.fullmatch(fact)


def contradicts(supposed: Mapping[str, bool], fact: str, answer: bool) -> bool:
    """Whether a further fact cannot hold together with those supposed, at a glance."""
    for operator in (" < ", " == "):
        left, found, right = fact.partition(operator)
        if not found or not answer:
            continue
        excluded = {f"{left} < {right}", f"{right} < {left}", f"{left} == {right}"}
        excluded |= {f"{right} == {left}"}
        excluded -= {fact, f"{right}{operator}{left}" if operator == " == " else fact}
        if any(supposed.get(other) for other in excluded):
            return True
    if _is_empty_text(supposed, fact, answer) or _is_held(supposed, fact, answer):
        return True
    both = [*supposed.items(), (fact, answer)]
    return _is_empty(both)


_HELD = re.compile(r"(b?'.*'|b?\".*\") in (.+)")


def _is_held(supposed: Mapping[str, bool], fact: str, answer: bool) -> bool:
    """Whether a text would hold a constant, and not a part of that."""
    match = _held(fact)
    if match is None:
        return False
    for other, is_so in supposed.items():
        known = _held(other)
        if known is not None and known[2] == match[2] and is_so is not answer:
            whole, part = (match[1], known[1]) if answer else (known[1], match[1])
            if ast.literal_eval(part) in ast.literal_eval(whole):
                return True
    return False


def _is_empty_text(supposed: Mapping[str, bool], fact: str, answer: bool) -> bool:
    """Whether a text would have to be empty and something, by this fact and one supposed."""
    match = _something(fact)
    if match is not None:
        return answer and supposed.get(match[1]) is False
    if answer:
        return False
    told = (_something(one) for one, is_so in supposed.items() if is_so)
    return any(one is not None and one[1] == fact for one in told)


def _is_empty(facts: list[tuple[str, bool]]) -> bool:
    """No integer lies within the bounds that the facts give for one text."""
    lows: dict[str, int] = {}
    highs: dict[str, int] = {}
    for text, answer in facts:
        match = _bound(text)
        if match is None:
            continue
        name = match[1] or match[6]
        number = int(match[3] or match[4])
        if name.startswith("len("):
            lows.setdefault(name, 0)
        if match[2] == "==":
            low, high = (number, number) if answer else (None, None)
        elif match[2] == "<":
            low, high = (None, number - 1) if answer else (number, None)
        else:
            low, high = (number + 1, None) if answer else (None, number)
        if low is not None:
            lows[name] = max(low, lows.get(name, low))
        if high is not None:
            highs[name] = min(high, highs.get(name, high))
    return any(lows[name] > highs[name] for name in lows.keys() & highs.keys())
