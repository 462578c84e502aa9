"""A system as C: one loop over its locations, or straight code and one loop where there is one.

Integers are mathematical: a run in which C would overflow is outside of what the program speaks
of. ``__VERIFIER_nondet_int()`` gives parameters and choices, and tells which of several transitions
is taken where more than one may be. Answers that no transition allows end the run by ``abort``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from corpora.exporters.defined import has_value, total
from corpora.exporters.heading import heading
from corpora.exporters.lowered import bounds
from corpora.exporters.names import Names, name_locations
from corpora.refusal import RefusedError
from haltcheck.basis.budget import Budget
from haltcheck.model.system import ENTRY, EXIT, System, Transition
from haltcheck.model.term import (
    TRUE,
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
    apply,
    children,
    conjunction,
    invert,
    substitute,
    variables,
)
from haltcheck.proof.encode import Prover

_INT = 2**31 - 1
_LONG = 2**63 - 1
_HELPERS = """\
/* Python's x // d: rounds towards minus infinity. */
{type} floor_divide({type} x, {type} d) {{
  {type} q = x / d;
  if (x % d != 0 && (x < 0) != (d < 0)) {{
    q = q - 1;
  }}
  return q;
}}

/* Python's x % d: has the sign of d. */
{type} floor_modulo({type} x, {type} d) {{
  {type} r = x % d;
  if (r != 0 && (r < 0) != (d < 0)) {{
    r = r + d;
  }}
  return r;
}}
"""
_NOTES = (
    "ints are mathematical: a run in which C would overflow is not spoken of.",
    "Answers that no transition allows end the run by abort().",
)


def c(system: System, title: str) -> str:
    """The whole program. Raises RefusedError."""
    return _Writing(system, title).program()


class _Writing:
    """One program in the making."""

    def __init__(self, system: System, title: str) -> None:
        self.system = system
        self.title = title
        names = Names()
        self.legal = {one.name: names.give(one.name) for one in system.variables}
        chosen = dict.fromkeys(name for one in system.transitions for name in one.choices)
        self.chosen = {name: names.give(name) for name in chosen}
        self.by: dict[str, Term] = {
            name: Variable(to) for name, to in (self.legal | self.chosen).items()
        }
        ends = (end for one in system.transitions for end in (one.source, one.target))
        self.located = name_locations(ends)
        places = [one for one in self.located if one not in (ENTRY, EXIT)]
        self.numbers = {one: at for at, one in enumerate(places, 1)}
        self.straight = len(places) <= 1
        self.type = self._type()
        self.prover = Prover(Budget().solver_effort, 1_000_000)

    def _type(self) -> str:
        largest = max(map(_largest, self._parts()), default=0)
        if largest > _LONG:
            raise RefusedError("C has no word for a number of more than 64 bits")
        return "int" if largest <= _INT else "long long"

    def _parts(self) -> Iterator[Term | Formula]:
        yield self.system.entry_condition
        for variable in self.system.variables:
            yield from (Integer(one) for one in (variable.low, variable.high) if one is not None)
        for one in self.system.transitions:
            yield one.guard
            yield from (term for _, term in one.update)

    @property
    def _ask(self) -> str:
        return f"__VERIFIER_nondet_{self.type.replace(' ', '')}()"

    def program(self) -> str:
        """The text from the first comment to the end of ``main``."""
        told = (*heading(self.title, self.system, self.legal, self.located), *_NOTES)
        body = self._begun() + (self._loop() if self.straight else self._machine())
        text = "\n".join(["int main(void) {", *(f"  {one}".rstrip() for one in body), "}", ""])
        lines = ["/*", *(f"   {line}" for line in told), "*/"]
        lines += ["extern void abort(void);", f"extern {self.type} {self._ask[:-2]}(void);", ""]
        if "floor_" in text:
            lines.append(_HELPERS.format(type=self.type))
        return "\n".join(lines) + "\n" + text

    def _begun(self) -> list[str]:
        # What is no parameter is written before it is read.
        free = {one.name for one in self.system.variables if one.parameter}
        free |= variables(self.system.entry_condition)
        lines = [
            f"{self.type} {to} = {self._ask if name in free else 0};"
            for name, to in self.legal.items()
        ]
        given: dict[str, Term] = {name: Variable(name) for name in self.legal if name in free}
        allowed = conjunction(bounds(self.system, given), self.system.entry_condition)
        if allowed != TRUE:
            # What is outside of the domain is not asked about.
            told = text(apply(invert(allowed), self.by))
            lines += [f"if ({told}) {{", "  return 0;", "}"]
        return lines

    def _loop(self) -> list[str]:
        lines = self._place(ENTRY)
        for place in self.numbers:
            lines += ["while (1) {", *_deeper(self._place(place)), "}"]
        return lines if self.numbers else [*lines, "return 0;"]

    def _machine(self) -> list[str]:
        lines = ["int location = 0;", "while (1) {", "  switch (location) {"]
        for place, number in {ENTRY: 0, **self.numbers}.items():
            inner = [*self._place(place), "break;"]
            lines += [f"  case {number}: {{ /* {self.located[place]} */", *_deeper(inner, 2), "  }"]
        return [*lines, "  }", "}"]

    def _place(self, place: int) -> list[str]:
        """What happens at a location: questions, then the first transition that may be taken."""
        leaving = [
            (index, one) for index, one in enumerate(self.system.transitions) if one.source == place
        ]
        if not leaving:
            return ["return 0;"]
        chosen = dict.fromkeys(name for _, one in leaving for name in one.choices)
        lines = [f"{self.type} {self.chosen[name]} = {self._ask};" for name in chosen]
        guards = [self._guard(one) for _, one in leaving]
        if guards == [TRUE]:
            return [*lines, f"/* transition {leaving[0][0]} */", *self._taken(leaving[0][1])]
        picks = self._overlap(guards)
        if picks:
            lines.append(f"{self.type} pick = {self._ask};")
        for number, ((index, one), guard) in enumerate(zip(leaving, guards, strict=True)):
            test = text(apply(guard, self.by), tight=picks)
            test = f"pick == {number} && {test}" if picks else test
            begin = "} else if" if number else "if"
            lines.append(f"{begin} ({test}) {{ /* transition {index} */")
            lines += _deeper(self._taken(one))
        return [*lines, "} else {", "  abort();", "}"]

    def _guard(self, one: Transition) -> Formula:
        """When it may be taken, with the bounds behind it that do not follow from those before."""
        update = dict(one.update)
        values = conjunction(*map(has_value, update.values()))
        guard = conjunction(total(one.guard), values)
        now: dict[str, Term] = {name: Variable(name) for name in self.legal}
        given = conjunction(guard, bounds(self.system, now))
        after = bounds(self.system, update)
        parts = after.parts if isinstance(after, And) else (after,)
        return conjunction(guard, *(part for part in parts if not self._follows(given, part)))

    def _follows(self, given: Formula, part: Formula) -> bool:
        return part == TRUE or self.prover.entails(given, part)

    def _overlap(self, guards: list[Formula]) -> bool:
        pairs = combinations(guards, 2)
        return not all(self.prover.refutes(conjunction(one, other)) for one, other in pairs)

    def _taken(self, one: Transition) -> list[str]:
        if one.target == EXIT:
            return ["return 0;"]
        update = {
            self.legal[name]: substitute(term, self.by)
            for name, term in one.update
            if term != Variable(name)
        }
        lines = _assigned(update, self.type)
        if not self.straight:
            lines.append(f"location = {self.numbers[one.target]};")
        return lines


def _assigned(update: Mapping[str, Term], kind: str) -> list[str]:
    """All at once: by way of other variables where one value reads what another one changes."""
    written: set[str] = set()
    for name, term in update.items():
        if variables(term) & written:
            begun = [f"{kind} next_{one} = {text(value)};" for one, value in update.items()]
            return begun + [f"{one} = next_{one};" for one in update]
        written.add(name)
    return [f"{name} = {text(term)};" for name, term in update.items()]


def _deeper(lines: list[str], times: int = 1) -> list[str]:
    return ["  " * times + line for line in lines]


def _largest(part: Term | Formula) -> int:
    if isinstance(part, Integer):
        return abs(part.value)
    return max(map(_largest, children(part)), default=0)


def text(part: Term | Formula, *, tight: bool = False) -> str:
    """A term or formula as C writes it; ``tight`` where it must hold together."""
    told = _told(part)
    simple = isinstance(part, Variable | Truth | FloorDivide | Modulo)
    simple = simple or (isinstance(part, Integer) and part.value >= 0)
    return f"({told})" if tight and not simple else told


def _told(part: Term | Formula) -> str:
    match part:
        case Integer(value=value):
            return str(value)
        case Truth(value=value):
            return "1" if value else "0"
        case Variable(name=name):
            return name
        case Add(terms=parts):
            return _sum(parts)
        case Multiply(factors=(Integer(value=-1), factor)):
            return f"-{text(factor, tight=True)}"
        case Multiply(factors=parts):
            return " * ".join(text(one, tight=True) for one in parts)
        case FloorDivide(left=left, right=right):
            return f"floor_divide({_told(left)}, {_told(right)})"
        case Modulo(left=left, right=right):
            return f"floor_modulo({_told(left)}, {_told(right)})"
        case Choose(test=test, then=then, orelse=orelse):
            then_told, other = text(then, tight=True), text(orelse, tight=True)
            return f"{text(test, tight=True)} ? {then_told} : {other}"
        case Compare(operator=operator, left=left, right=right):
            sides = (text(one, tight=isinstance(one, Choose)) for one in (left, right))
            return f" {operator} ".join(sides)
        case And(parts=parts):
            return " && ".join(text(one, tight=isinstance(one, Or)) for one in parts)
        case Or(parts=parts):
            return " || ".join(text(one, tight=isinstance(one, And)) for one in parts)


def _sum(parts: tuple[Term, ...]) -> str:
    told = [text(one, tight=isinstance(one, Choose)) for one in parts]
    return told[0] + "".join(
        f" - {one[1:]}" if one.startswith("-") else f" + {one}" for one in told[1:]
    )
