"""A transition system without the words that other formats lack.

Variables have legal names, and every rule says what each of them becomes. Quotients and remainders
by ``d`` are fresh free variables with ``q * d <= x < q * d + d`` for a positive ``d``, the other
way round for a negative one; where ``d`` is 0 there is no rule. Terms that depend on a test are
split into one rule for each outcome, and so are alternatives, where they are to be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from corpora.exporters.names import Names, name_locations
from corpora.exporters.refusal import RefusedError
from haltcheck.basis.record import record
from haltcheck.model.system import ENTRY, EXIT, Faith, System, Transition
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

_MOST_CASES = 128
"""So many rules may stand for one transition."""


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
class Origin:
    """A transition as comments word it."""

    source: str
    target: str
    exact: bool
    line: int
    events: tuple[str, ...]


@record
class Lowered:
    """The rules, over variables that all locations have; ``names`` leads back to ours.

    ``around`` are locations outside of the subject that lead back to themselves.
    """

    variables: tuple[str, ...]
    locations: tuple[str, ...]
    rules: tuple[Rule, ...]
    names: Mapping[str, str]
    origins: tuple[Origin, ...]
    around: tuple[str, ...]


@record
class _Case:
    """What is settled so far: what holds, the free variables, and values of terms and tests."""

    atoms: tuple[Formula, ...] = ()
    free: tuple[str, ...] = ()
    known: tuple[tuple[Term, Term], ...] = ()
    tests: tuple[tuple[Formula, bool], ...] = ()

    def where(self, *atoms: Formula) -> _Case | None:
        """The case in which these hold as well; None where they cannot."""
        held = conjunction(*self.atoms, *atoms)
        if held == FALSE:
            return None
        parts = held.parts if isinstance(held, And) else () if held == TRUE else (held,)
        return _Case(parts, self.free, self.known, self.tests)


_Cases = Iterator[_Case]
_Valued = Iterator[tuple[Term, _Case]]


def lower(system: System, *, splits: bool) -> Lowered:
    """The system with legal names and plain polynomials; alternatives become rules if ``splits``.

    Raises RefusedError where a transition has too many cases.
    """
    names = Names()
    legal = {one.name: names.give(one.name) for one in system.variables}
    located = name_locations(
        end for one in system.transitions for end in (one.source, one.target)
    )
    rules: list[Rule] = []
    for index, transition in enumerate(system.transitions):
        rules += _rules(system, index, transition, legal, located, splits)
    return Lowered(
        tuple(legal[one.name] for one in system.variables),
        tuple(located.values()),
        tuple(rules),
        legal,
        origins(system, located),
        tuple(located[one] for one in around(system)),
    )


def origins(system: System, located: Mapping[int, str]) -> tuple[Origin, ...]:
    """The transitions as comments word them."""
    return tuple(
        Origin(
            located[one.source],
            located[one.target],
            one.faith is Faith.EXACT,
            one.line,
            one.events,
        )
        for one in system.transitions
    )


def around(system: System) -> list[int]:
    """Locations outside of the subject that lead back to themselves by whatever way."""
    after: dict[int, set[int]] = {}
    for one in system.transitions:
        after.setdefault(one.source, set()).add(one.target)
    return sorted(one for one in after.keys() - system.inside if one in _reached(after, one))


def _reached(after: Mapping[int, set[int]], begin: int) -> set[int]:
    found: set[int] = set()
    left = [begin]
    while left:
        for one in after.get(left.pop(), set()) - found:
            found.add(one)
            left.append(one)
    return found


def bounds(system: System, at: Mapping[str, Term], *, parameters: bool = False) -> Formula:
    """What always holds of the variables, or of the parameters alone, said of these values."""
    held: list[Formula] = []
    for one in system.variables:
        if parameters and not one.parameter:
            continue
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
    legal: Mapping[str, str],
    located: Mapping[int, str],
    splits: bool,
) -> Iterator[Rule]:
    names = Names()
    for name in legal.values():
        names.give(name)
    chosen = {name: names.give(name) for name in transition.choices}
    by: dict[str, Term] = {name: Variable(to) for name, to in (legal | chosen).items()}
    update = dict(transition.update)
    after = [
        substitute(update.get(one.name, Variable(one.name)), by) for one in system.variables
    ]
    guard = apply(guard_of(system, transition), by)
    expansion = _Expansion(names.give, splits)
    cases = 0
    for case in expansion.cases(guard, after, tuple(chosen.values())):
        cases += 1
        if cases > _MOST_CASES:
            raise RefusedError(
                f"the transition of line {transition.line} has more than {_MOST_CASES} cases"
            )
        values, settled = case
        source, target = located[transition.source], located[transition.target]
        yield Rule(source, target, settled.atoms, values, settled.free, index)


class _Expansion:
    """Splits one transition into cases whose terms are polynomials."""

    def __init__(self, fresh: Callable[[str], str], splits: bool) -> None:
        self._fresh = fresh
        self._splits = splits

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
                yield from self._all(parts, case)
            case Or() if not self._splits and is_plain(formula):
                yield from _kept(case.where(formula))
            case Or(parts=parts):
                for part in parts:
                    yield from self._holds(part, case)
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
                yield from _kept(settled.where(compare("<", atom.left, atom.right)))
                yield from _kept(settled.where(compare("<", atom.right, atom.left)))
            else:
                yield from _kept(settled.where(atom))

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
        name = self._fresh("quotient")
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
        for settled in (begun.where(*positive), begun.where(*negative)):
            if settled is not None:
                yield quotient, settled


def _kept(case: _Case | None) -> _Cases:
    if case is not None:
        yield case


def is_plain(part: Term | Formula) -> bool:
    """It has only polynomials in it."""
    if isinstance(part, FloorDivide | Modulo | Choose):
        return False
    return all(is_plain(piece) for piece in children(part))


def is_exit(location: int) -> bool:
    """Whether it is the place behind the subject."""
    return location == EXIT
