"""A transition system without the words that other formats lack.

Variables have legal names, and every rule says what each of them becomes. Quotients and remainders
by ``d`` are fresh free variables with ``q * d <= x < q * d + d`` for a positive ``d``, the other
way round for a negative one; where ``d`` is 0 there is no rule. Terms that depend on a test are
split into one rule for each outcome, and so are alternatives, where they are to be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from corpora.exporters.names import Names, name_locations
from corpora.refusal import RefusedError
from haltcheck.basis.budget import BudgetSpentError
from haltcheck.basis.record import record
from haltcheck.model.system import ENTRY, System, Transition
from haltcheck.model.term import (
    FALSE,
    TRUE,
    ZERO,
    Add,
    And,
    Choose,
    Compare,
    FloorDivide,
    Formula,
    Integer,
    Modulo,
    Multiply,
    Or,
    Term,
    Truth,
    Variable,
    add,
    apply,
    children,
    compare,
    conjunction,
    invert,
    multiply,
    negate,
    substitute,
    subtract,
)
from haltcheck.proof.encode import Prover

_MOST_CASES = 128
"""So many rules may stand for one transition."""

_EFFORT = 40_000
_QUERIES = 5_000
"""What may be asked to rule out cases; what is not ruled out is written."""


@record
class Rule:
    """One way from a location to the next; ``guard`` holds altogether, ``update`` is of all.

    ``free`` are variables that may have any value that the guard allows. ``transition`` is the
    position of the transition that the rule is a case of.
    """

    source: str
    target: str
    guard: tuple[Formula, ...]
    update: tuple[Term, ...]
    free: tuple[str, ...]
    transition: int


@record
class Lowered:
    """The rules, over variables that all locations have.

    ``names`` are the legal names of our variables, ``located`` those of our locations.
    """

    variables: tuple[str, ...]
    locations: tuple[str, ...]
    rules: tuple[Rule, ...]
    names: dict[str, str]
    located: Mapping[int, str]


@record
class _Case:
    """What is settled so far: what holds, the free variables, and values of terms and tests."""

    atoms: tuple[Formula, ...] = ()
    free: tuple[str, ...] = ()
    known: tuple[tuple[Term, Term], ...] = ()
    tests: tuple[tuple[Formula, bool], ...] = ()


_Cases = Iterator[_Case]
_Valued = Iterator[tuple[Term, _Case]]


def lower(system: System, *, splits: bool) -> Lowered:
    """The system with legal names and plain polynomials; alternatives become rules if ``splits``.

    Raises RefusedError where a transition has too many cases.
    """
    names = Names()
    legal = {one.name: names.give(one.name) for one in system.variables}
    located = name_locations(end for one in system.transitions for end in (one.source, one.target))
    prover = Prover(_EFFORT, _QUERIES)
    expand = partial(_Expansion, splits, prover)
    rules: list[Rule] = []
    for index, transition in enumerate(system.transitions):
        rules += _rules(system, index, transition, legal, located, expand)
    return Lowered(
        tuple(legal[one.name] for one in system.variables),
        tuple(located.values()),
        tuple(rules),
        legal,
        located,
    )


def bounds(system: System, at: Mapping[str, Term]) -> Formula:
    """What always holds of the variables, said of these values."""
    held: list[Formula] = []
    for one in system.variables:
        value = at.get(one.name)
        if value is not None and one.low is not None:
            held.append(compare("<=", Integer(one.low), value))
        if value is not None and one.high is not None:
            held.append(compare("<=", value, Integer(one.high)))
    return conjunction(*held)


def guard_of(system: System, transition: Transition) -> Formula:
    """When the transition may be taken: its guard, bounds before and after, and the entry's."""
    now: dict[str, Term] = {one.name: Variable(one.name) for one in system.variables}
    first = system.entry_condition if transition.source == ENTRY else TRUE
    after = bounds(system, dict(transition.update))
    return conjunction(first, bounds(system, now), transition.guard, after)


def _rules(
    system: System,
    index: int,
    transition: Transition,
    legal: dict[str, str],
    located: Mapping[int, str],
    expand: Callable[[Callable[[str], str]], _Expansion],
) -> Iterator[Rule]:
    names = Names()
    for name in legal.values():
        names.give(name)
    chosen = {name: names.give(name) for name in transition.choices}
    by: dict[str, Term] = {name: Variable(to) for name, to in (legal | chosen).items()}
    update = dict(transition.update)
    after = [substitute(update.get(one.name, Variable(one.name)), by) for one in system.variables]
    guard = apply(guard_of(system, transition), by)
    source, target = located[transition.source], located[transition.target]
    found = expand(names.give).cases(guard, after, tuple(chosen.values()))
    for count, (values, case) in enumerate(found):
        if count == _MOST_CASES:
            raise RefusedError(
                f"the transition of line {transition.line} has more than {_MOST_CASES} cases"
            )
        yield Rule(source, target, case.atoms, values, case.free, index)


class _Expansion:
    """Splits one transition into cases whose terms are polynomials."""

    def __init__(self, splits: bool, prover: Prover, fresh: Callable[[str], str]) -> None:
        self._splits = splits
        self._prover = prover
        self._fresh = fresh
        self._quotients: dict[Term, str] = {}

    def cases(
        self, guard: Formula, update: Sequence[Term], free: tuple[str, ...]
    ) -> Iterator[tuple[tuple[Term, ...], _Case]]:
        """Every case of a guard and the values of an update in it."""
        for case in self._holds(guard, _Case(free=free)):
            yield from self._values(tuple(update), case)

    def _holds(self, formula: Formula, case: _Case) -> _Cases:
        match formula:
            case Truth(value=value):
                if value:
                    yield case
            case And(parts=parts):
                yield from self._all(tuple(sorted(parts, key=_ways)), case)
            case Or() if not self._splits and is_plain(formula):
                yield from self._where(case, formula)
            case Or(parts=parts):
                for part in parts:
                    for held in self._holds(part, case):
                        yield held
                        if held.atoms == case.atoms:
                            return
            case Compare():
                yield from self._compare(formula, case)

    def _all(self, parts: tuple[Formula, ...], case: _Case) -> _Cases:
        if not parts:
            yield case
            return
        for first in self._holds(parts[0], case):
            yield from self._all(parts[1:], first)

    def _compare(self, formula: Compare, case: _Case) -> _Cases:
        for (left, right), settled in self._values((formula.left, formula.right), case):
            atom = compare(formula.operator, left, right)
            if self._splits and isinstance(atom, Compare) and atom.operator == "!=":
                yield from self._where(settled, compare("<", atom.left, atom.right))
                yield from self._where(settled, compare("<", atom.right, atom.left))
            else:
                yield from self._where(settled, atom)

    def _values(
        self, terms: tuple[Term, ...], case: _Case
    ) -> Iterator[tuple[tuple[Term, ...], _Case]]:
        if not terms:
            yield (), case
            return
        for first, settled in self._value(terms[0], case):
            for rest, last in self._values(terms[1:], settled):
                yield (first, *rest), last

    def _value(self, term: Term, case: _Case) -> _Valued:
        match term:
            case Integer() | Variable():
                yield term, case
            case Add(terms=parts):
                for values, settled in self._values(parts, case):
                    yield add(*values), settled
            case Multiply(factors=parts):
                for values, settled in self._values(parts, case):
                    yield multiply(*values), settled
            case Choose():
                yield from self._choose(term, case)
            case FloorDivide(left=left, right=right) | Modulo(left=left, right=right):
                for (over, under), settled in self._values((left, right), case):
                    for quotient, last in self._divide(over, under, settled):
                        rest = subtract(over, multiply(quotient, under))
                        yield (quotient if isinstance(term, FloorDivide) else rest), last

    def _choose(self, term: Choose, case: _Case) -> _Valued:
        known = dict(case.tests).get(term.test)
        for outcome in (True, False) if known is None else (known,):
            way = term.then if outcome else term.orelse
            if known is not None:
                yield from self._value(way, case)
                continue
            test = term.test if outcome else invert(term.test)
            for held in self._holds(test, case):
                tests = (*held.tests, (term.test, outcome))
                yield from self._value(way, _Case(held.atoms, held.free, held.known, tests))

    def _divide(self, over: Term, under: Term, case: _Case) -> _Valued:
        """The floor of a quotient as a fresh variable, for either sign of the divisor."""
        found = dict(case.known).get(FloorDivide(over, under))
        if found is not None:
            yield found, case
            return
        name = self._quotients.get(FloorDivide(over, under))
        if name is None:
            name = self._quotients[FloorDivide(over, under)] = self._fresh("q")
        quotient = Variable(name)
        product = multiply(quotient, under)
        rest = subtract(over, product)
        known = (*case.known, (FloorDivide(over, under), quotient))
        begun = _Case(case.atoms, (*case.free, name), known, case.tests)
        positive = (
            compare("<", ZERO, under),
            compare("<=", ZERO, rest),
            compare("<", rest, under),
        )
        negative = (
            compare("<", under, ZERO),
            compare("<=", rest, ZERO),
            compare("<", negate(rest), negate(under)),
        )
        for atoms in (positive, negative):
            for settled in self._where(begun, *atoms):
                yield quotient, settled

    def _where(self, case: _Case, *atoms: Formula) -> _Cases:
        """The case in which these hold as well; none where they cannot."""
        held = conjunction(*case.atoms, *atoms)
        parts = held.parts if isinstance(held, And) else () if held == TRUE else (held,)
        if parts == case.atoms:
            yield case
        elif held != FALSE and not self._impossible(held):
            yield _Case(parts, case.free, case.known, case.tests)

    def _impossible(self, formula: Formula) -> bool:
        try:
            return self._prover.refutes(formula)
        except BudgetSpentError:
            return False


def _ways(formula: Formula) -> int:
    """What may split comes last, so that most of its cases are ruled out by then."""
    if isinstance(formula, Or):
        return 3
    if not is_plain(formula):
        return 2
    return isinstance(formula, Compare) and formula.operator == "!="


def is_plain(part: Term | Formula) -> bool:
    """It has only polynomials in it."""
    if isinstance(part, FloorDivide | Modulo | Choose):
        return False
    return all(is_plain(piece) for piece in children(part))
