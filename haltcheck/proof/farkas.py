"""Finds measures, one linear term for each place, by linear programming over their coefficients.

Farkas' lemma: what follows from ``row >= 0`` for all rows is a sum of them with factors that are
not negative, so that "falls wherever the guard holds" is linear in the unknown coefficients
(Podelski and Rybalchenko, VMCAI 2004; Alias, Darte, Feautrier and Gonnord, SAS 2010). Products of
variables, quotients and choices are columns of their own. Among the measures that rise nowhere
those are wanted that fall on whole rules, and then on many sampled steps.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import lcm, prod

from haltcheck.basis.record import record
from haltcheck.model.certificate import Measure
from haltcheck.model.term import Integer, Term, Variable, add, multiply, variables
from haltcheck.proof.encode import Prover
from haltcheck.proof.polynomial import Monomial, Polynomial, normal, times
from haltcheck.proof.row import rows_of
from haltcheck.proof.rule import Rule

_MOST_NAMES = 8
_MOST_RULES = 16
_STEPS = 5
_WEIGHT = 20
"""A rule on which the measure falls counts for so many steps."""

_LARGEST = 10**6

Weights = Mapping[str, Fraction]


@record
class Shape:
    """The places and monomials that have a coefficient of their own."""

    places: tuple[int, ...]
    monomials: tuple[Monomial, ...]

    def weight(self, place: int, monomial: Monomial) -> str:
        """The name of the coefficient."""
        return f"w{self.places.index(place)}_{self.monomials.index(monomial)}"


def measures(prover: Prover, rules: Sequence[Rule]) -> Iterator[Measure]:
    """Measures that rise on no rule and fall on as many rules and sampled steps as possible."""
    if len(rules) > _MOST_RULES:
        return
    shape = _shape(rules)
    known = [rows_of(rule.guard, rule.path.update.values()) for rule in rules]
    falls = [_falls(shape, rule, known[at], f"d{at}") for at, rule in enumerate(rules)]
    falls += [_sampled(shape, rule, at) for at, rule in enumerate(rules)]
    bounded = [_bounded(shape, rule, known[at], at) for at, rule in enumerate(rules)]
    seen: set[Measure] = set()
    single = [(one,) for one in range(len(rules))]
    for chosen in dict.fromkeys([tuple(range(len(rules))), *single, ()]):
        parts = [*falls, *(bounded[one] for one in chosen)]
        if len(chosen) == 1:
            parts.append(Lines((), (f"(= d{chosen[0]} 1)",)))
        measure = _measure(shape, prover.optimum(_program(shape, parts), _goal(parts)))
        if measure and measure not in seen:
            seen.add(measure)
            yield measure


@record
class Lines:
    """Unknowns that are not negative, assertions about them, and which shall be great."""

    unknowns: tuple[str, ...]
    assertions: tuple[str, ...]
    wanted: tuple[str, ...] = ()


def _shape(rules: Sequence[Rule]) -> Shape:
    used: dict[str, None] = {}
    for rule in rules:
        free = set(rule.path.choices)
        used |= dict.fromkeys(sorted(variables(rule.path.guard) - free))
        moved = (name for name, term in rule.path.update.items() if term != Variable(name))
        used |= dict.fromkeys(sorted(moved))
    names = sorted(list(used)[:_MOST_NAMES])
    monomials: list[Monomial] = [(), *((name,) for name in names)]
    places = {place for rule in rules for place in (rule.path.source, rule.path.target)}
    return Shape(tuple(sorted(places)), tuple(monomials))


def _falls(shape: Shape, rule: Rule, rows: Sequence[Polynomial], by: str) -> Lines:
    """The measure before, less the measure after, less ``by``, is a sum of the rows."""
    columns: dict[Monomial, list[str]] = {(): [f"(- {by})"]}
    for monomial in shape.monomials:
        weight = shape.weight(rule.path.source, monomial)
        columns.setdefault(monomial, []).append(weight)
        weight = shape.weight(rule.path.target, monomial)
        for column, factor in _after(rule, monomial).terms.items():
            columns.setdefault(column, []).append(f"(* {_number(-factor)} {weight})")
    found = _equations(columns, rows, f"{by}_")
    return Lines(
        (by, *found.unknowns), (f"(<= {by} 1)", *found.assertions), (f"(* {_WEIGHT} {by})",)
    )


def _sampled(shape: Shape, rule: Rule, index: int) -> Lines:
    """By how much the measure falls on some steps, 1 at most."""
    names: list[str] = []
    lines: list[str] = []
    for at, step in enumerate(rule.steps[:: max(1, len(rule.steps) // _STEPS)][:_STEPS]):
        parts: list[str] = []
        for one in shape.monomials:
            before, after = (
                prod(state[name] for name in one) for state in (step.before, step.after)
            )
            if max(abs(before), abs(after)) > _LARGEST:
                break
            parts.append(f"(* {_number(before)} {shape.weight(rule.path.source, one)})")
            parts.append(f"(* {_number(-after)} {shape.weight(rule.path.target, one)})")
        else:
            names.append(f"e{index}_{at}")
            lines.append(f"(<= {names[-1]} (+ 0 {' '.join(parts)}))")
            lines.append(f"(<= {names[-1]} 1)")
    return Lines(tuple(names), tuple(lines), tuple(names))


def _bounded(shape: Shape, rule: Rule, rows: Sequence[Polynomial], index: int) -> Lines:
    """The measure before is a sum of the rows."""
    columns = {one: [shape.weight(rule.path.source, one)] for one in shape.monomials}
    return _equations(columns, rows, f"b{index}_")


def _after(rule: Rule, monomial: Monomial) -> Polynomial:
    found = Polynomial({(): 1})
    for name in monomial:
        found = times(found, normal(rule.path.update.get(name, Variable(name))))
    return found


def _equations(
    columns: Mapping[Monomial, Sequence[str]], rows: Sequence[Polynomial], prefix: str
) -> Lines:
    sums = {column: list(parts) for column, parts in columns.items()}
    unknowns = [f"{prefix}{index}" for index in range(len(rows) + 1)]
    for unknown, row in zip(unknowns, [*rows, Polynomial({(): 1})], strict=True):
        for column, factor in row.terms.items():
            sums.setdefault(column, []).append(f"(* {_number(-factor)} {unknown})")
    return Lines(
        tuple(unknowns), tuple(f"(= 0 (+ 0 {' '.join(parts)}))" for parts in sums.values())
    )


def _number(value: int) -> str:
    return str(value) if value >= 0 else f"(- {-value})"


def _program(shape: Shape, parts: Sequence[Lines]) -> str:
    weights = [shape.weight(place, one) for place in shape.places for one in shape.monomials]
    positive = [one for part in parts for one in part.unknowns]
    lines = [f"(declare-const {name} Real)" for name in [*weights, *positive]]
    lines += [f"(assert (>= {name} 0))" for name in positive]
    lines += [f"(assert {one})" for part in parts for one in part.assertions]
    return "\n".join(lines)


def _goal(parts: Sequence[Lines]) -> str:
    return f"(+ 0 {' '.join(one for part in parts for one in part.wanted)})"


def _measure(shape: Shape, found: Weights) -> Measure:
    """The measure in whole numbers; empty where nothing falls."""
    falls = (name for name in found if name[0] == "e" or (name[0] == "d" and "_" not in name))
    if not any(found[name] for name in falls):
        return ()
    common = lcm(*(value.denominator for name, value in found.items() if name[0] == "w"))
    if common > _LARGEST:
        return ()
    return tuple((place, _term(shape, place, found, common)) for place in shape.places)


def _term(shape: Shape, place: int, found: Weights, common: int) -> Term:
    parts: list[Term] = []
    for monomial in shape.monomials:
        factor = found.get(shape.weight(place, monomial), Fraction(0)) * common
        if factor:
            parts.append(multiply(Integer(int(factor)), *map(Variable, monomial)))
    return add(*parts)
