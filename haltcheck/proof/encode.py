"""Translates terms for Z3 and asks it: the only place that speaks to the solver.

``unsat`` alone is truth. A model is evaluated again in plain Python before it is believed, and
effort is counted in Z3's own resource units, so that the same question gets the same answer on
every machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from fractions import Fraction
from typing import Any, assert_never

from haltcheck.basis.budget import BudgetSpentError
from haltcheck.basis.once import once
from haltcheck.basis.record import record
from haltcheck.model.program import Program
from haltcheck.model.term import (
    FALSE,
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
    conjunction,
    invert,
    variables,
)
from haltcheck.proof.closure import Decider, deciders
from haltcheck.proof.degree import degree, divides
from haltcheck.proof.guess import guess
from haltcheck.proof.lemma import lemmas
from haltcheck.proof.polynomial import follows, is_evidently_false

_UNCLEAR = 15
"""What a question that nobody answers costs, in ordinary questions."""

_LIFETIME = 1000
"""How many questions one Z3 context answers."""

_MODELS = 24
"""How many of the last models are tried before Z3 is asked."""

_STEEPEST = 8
"""Z3 does not count its work on products of a greater degree, so that nothing would stop it."""

_STEEP = 2
"""A question on quotients and products of a greater degree gets a solver of its own: one that has
answered others may look for minutes where a new one gives up at once, and heeds no clock."""

_EXPLODING = 64
"""Models are not tried on products of a greater degree: their values would fill the memory."""

_NO_CLOCK = 4_294_967_295
"""What Z3 takes for no time limit."""

_UNCOUNTED = 1_000
_COUNTED = 400
"""Z3 leaves some of its work on products uncounted, and a question may hang there. Such a one is
given up after so many milliseconds, and one more for so many units of effort: far more than what is
counted takes, so that the clock has no say in a question that comes to its end."""


class Verdict(Enum):
    """What is known of a formula when no values for it were found."""

    REFUTED = "nothing makes it true"
    UNCLEAR = "nobody knows"


@record
class Found:
    """Values that make the formula true, checked in plain Python."""

    values: dict[str, int]


Reply = Verdict | Found


class Translation:
    """Terms as Z3's own expressions of one context, each translated once and kept as long as it.

    It calls Z3's C functions directly: the operators of its Python objects check and coerce their
    operands again each time, and count who holds each object, which costs more than the solving.
    """

    def __init__(self, context: Any) -> None:
        import z3

        self.core = z3.z3core
        self._z3 = z3
        self.context = context
        self.raw = context.ref()
        self._integers = z3.IntSort(context)
        self._known: dict[Term | Formula, Any] = {}
        self._declared: dict[str, Any] = {}
        self._last: Any = None

    def of(self, term: Term | Formula) -> Any:
        """The Z3 expression that means the same."""
        found = self._known.get(term)
        if found is None:
            found = self._known[term] = self._translate(term)
            self.core.Z3_inc_ref(self.raw, found)
        return found

    def value(self, model: Any, name: str) -> int:
        """What the model says of a variable; 0 where it leaves it open."""
        declared = self._declared.get(name)
        if declared is None:
            one = self.of(Variable(name))
            declared = self._declared[name] = self.core.Z3_get_app_decl(self.raw, one)
        found = self.core.Z3_model_get_const_interp(self.raw, model.model, declared)
        return int(self.core.Z3_get_numeral_string(self.raw, found)) if found else 0

    def _translate(self, term: Term | Formula) -> Any:
        core, raw = self.core, self.raw
        match term:
            case Integer(value=value):
                return core.Z3_mk_numeral(raw, str(value), self._integers.ast)
            case Variable(name=name):
                symbol = core.Z3_mk_string_symbol(raw, name)
                return core.Z3_mk_const(raw, symbol, self._integers.ast)
            case Add(terms=terms):
                return self._many(core.Z3_mk_add, terms)
            case Multiply(factors=factors):
                return self._many(core.Z3_mk_mul, factors)
            case FloorDivide(left=left, right=right):
                return self._floor(left, right)
            case Modulo(left=left, right=right):
                return self._remainder(left, right)
            case Choose(test=test, then=then, orelse=orelse):
                return core.Z3_mk_ite(raw, self.of(test), self.of(then), self.of(orelse))
            case Truth(value=value):
                return core.Z3_mk_true(raw) if value else core.Z3_mk_false(raw)
            case Compare():
                return self._compare(term)
            case And(parts=parts):
                return self._many(core.Z3_mk_and, parts)
            case Or(parts=parts):
                return self._many(core.Z3_mk_or, parts)
            case _:
                assert_never(term)

    def _many(self, make: Any, parts: tuple[Any, ...]) -> Any:
        array = (self._z3.Ast * len(parts))(*map(self.of, parts))
        return make(self.raw, len(parts), array)

    def _compare(self, term: Compare) -> Any:
        left, right = self.of(term.left), self.of(term.right)
        core = self.core
        match term.operator:
            case "<":
                return core.Z3_mk_lt(self.raw, left, right)
            case "<=":
                return core.Z3_mk_le(self.raw, left, right)
            case "==":
                return core.Z3_mk_eq(self.raw, left, right)
            case _:
                return core.Z3_mk_not(self.raw, core.Z3_mk_eq(self.raw, left, right))

    def _floor(self, left: Term, right: Term) -> Any:
        """Python's ``//``: Z3's Euclidean quotient agrees with it for positive divisors."""
        numerator, divisor = self._object(left), self._object(right)
        if isinstance(right, Integer):
            if right.value > 0:
                return self._taken(numerator / divisor)
            return self._taken((-numerator) / self._number(-right.value))
        up, down = numerator / divisor, (-numerator) / (-divisor)
        return self._taken(self._z3.If(divisor > 0, up, down))

    def _remainder(self, left: Term, right: Term) -> Any:
        numerator, divisor = self._object(left), self._object(right)
        if isinstance(right, Integer):
            if right.value > 0:
                return self._taken(numerator % divisor)
            return self._taken(-((-numerator) % self._number(-right.value)))
        up, down = numerator % divisor, -((-numerator) % (-divisor))
        return self._taken(self._z3.If(divisor > 0, up, down))

    def _object(self, term: Term) -> Any:
        """A term as one of Z3's Python objects, for what is written down seldom."""
        return self._z3.ArithRef(self.of(term), self.context)

    def _number(self, value: int) -> Any:
        return self._z3.IntVal(value, self.context)

    def _taken(self, made: Any) -> Any:
        """The expression of an object, which is held until the caller holds the expression."""
        self._last = made
        return made.as_ast()


class _Model(dict[str, int]):
    """Values of a model; what it leaves open is 0."""

    def __missing__(self, name: str) -> int:
        return 0


class Prover:
    """Asks Z3, remembers the replies, and stops when its counted budget is spent."""

    def __init__(self, effort: int, queries: int, engine: Engine | None = None) -> None:
        self.effort = effort
        self.queries = queries
        self._replies: dict[Formula, Reply] = {}
        self._refuted: set[Formula] = set()
        self._engine = engine or Engine()
        self._models: list[_Model] = []

    def afresh(self, effort: int, queries: int) -> Prover:
        """A prover with a budget of its own that shares what is refuted already."""
        other = Prover(effort, queries, self._engine)
        other._refuted, other._models = self._refuted, self._models
        return other

    def refutes(self, formula: Formula) -> bool:
        """Nothing makes the formula true: Z3 said ``unsat``, or it folds to that."""
        return self.ask(formula) is Verdict.REFUTED

    def entails(self, premise: Formula, conclusion: Formula) -> bool:
        """Wherever the premise is true the conclusion is."""
        given = set(premise.parts if isinstance(premise, And) else (premise,))
        wanted = conclusion.parts if isinstance(conclusion, And) else (conclusion,)
        left = [part for part in wanted if part not in given and not follows(premise, part)]
        return not left or self.refutes(conjunction(premise, invert(conjunction(*left))))

    def ask(self, formula: Formula, *, plainly: bool = False) -> Reply:
        """Values for the formula, or what is known instead; ``plainly`` takes any values."""
        if formula == FALSE:
            return Verdict.REFUTED
        if formula == TRUE:
            return Found({})
        if formula in self._refuted:
            return Verdict.REFUTED
        reply = self._replies.get(formula)
        if reply is None:
            reply = self._replies[formula] = self._recall(formula) or self._query(
                formula, plainly=plainly
            )
            if reply is Verdict.REFUTED:
                self._refuted.add(formula)
            elif reply is Verdict.UNCLEAR:
                self.queries -= _UNCLEAR
        return reply

    def optimum(self, program: str, goal: str) -> Mapping[str, Fraction]:
        """Values of the reals of a linear program that make the goal great; empty without any."""
        if self.queries <= 0:
            raise BudgetSpentError("the solver's queries are spent")
        self.queries -= 1
        return self._engine.optimum(program, goal, self.effort)

    def _recall(self, formula: Formula) -> Found | None:
        """One of the last models, where it fits this formula as well."""
        if degree(formula) > _EXPLODING:
            return None
        tests = deciders(formula) if self._models else []
        for position, model in enumerate(self._models):
            if _fits(tests, model):
                self._models.insert(0, self._models.pop(position))
                return Found({name: model[name] for name in sorted(variables(formula))})
        return None

    def _query(self, formula: Formula, *, plainly: bool) -> Reply:
        if self.queries <= 0:
            raise BudgetSpentError("the solver's queries are spent")
        self.queries -= 1
        steepness = degree(formula)
        if steepness > _STEEPEST:
            return Verdict.UNCLEAR
        if is_evidently_false(formula):
            return Verdict.REFUTED
        plain = guess(formula) if plainly else None
        if plain is not None:
            return self._keep(Found(plain))
        patience = _UNCOUNTED + self.effort // _COUNTED if steepness > 1 else _NO_CLOCK
        helped = conjunction(formula, lemmas(formula))
        alone = steepness > _STEEP and divides(formula)
        engine = Engine() if alone else self._engine
        reply = engine.solve(helped, self.effort, patience)
        return self._keep(reply) if isinstance(reply, Found) else reply

    def _keep(self, found: Found) -> Found:
        self._models.insert(0, _Model(found.values))
        del self._models[_MODELS:]
        return found


class Engine:
    """One incremental Z3 solver, made when it is first asked.

    Its context is made afresh after so many questions, since a context remembers all its
    expressions. Making one costs as much as ten questions, so that subjects of a file share it.
    """

    def __init__(self) -> None:
        self._asked = 0

    def _renew(self) -> None:
        import z3

        context = z3.Context()
        self._translation = Translation(context)
        self._solver = z3.SimpleSolver(ctx=context)
        # Ctrl-C is meant for the whole run: left to Python, it is raised when Z3 has answered.
        self._solver.set("ctrl_c", False)
        self._patience = _NO_CLOCK
        self._effort = 0

    def solve(self, formula: Formula, effort: int, patience: int = _NO_CLOCK) -> Reply:
        """Z3's reply within effort and milliseconds; models are checked in plain Python."""
        if self._asked % _LIFETIME == 0:
            self._renew()
        self._asked += 1
        solver = self._solver
        if patience != self._patience:
            self._patience = patience
            solver.set("timeout", patience)
        if effort != self._effort:
            self._effort = effort
            solver.set("rlimit", effort)
        core, raw = self._translation.core, self._translation.raw
        core.Z3_solver_push(raw, solver.solver)
        try:
            core.Z3_solver_assert(raw, solver.solver, self._translation.of(formula))
            answer = core.Z3_solver_check(raw, solver.solver)
            if answer == 1:
                return self._believe(formula, solver.model())
            return Verdict.REFUTED if answer == -1 else Verdict.UNCLEAR
        finally:
            core.Z3_solver_pop(raw, solver.solver, 1)

    def optimum(self, program: str, goal: str, effort: int) -> Mapping[str, Fraction]:
        """What Z3's simplex finds; nothing is believed of it."""
        if self._asked % _LIFETIME == 0:
            self._renew()
        self._asked += 1
        import z3

        optimize = z3.Optimize(ctx=self._translation.context)
        optimize.set("ctrl_c", False)
        optimize.set("rlimit", effort)
        optimize.from_string(f"{program}\n(maximize {goal})")
        if optimize.check().r != 1:
            return {}
        model = optimize.model()
        return {one.name(): model[one].as_fraction() for one in model.decls()}

    def _believe(self, formula: Formula, model: Any) -> Reply:
        values = {name: self._translation.value(model, name) for name in sorted(variables(formula))}
        return Found(values) if _fits(deciders(formula), values) else Verdict.UNCLEAR


def _fits(tests: Iterable[Decider], values: Mapping[str, int]) -> bool:
    """Whether the values make all of them true."""
    try:
        for test in tests:
            if not test(values):
                return False
    except ZeroDivisionError:
        return False
    return True


def _engine_of(program: Program) -> Engine:
    del program
    return Engine()


engine_of = once(_engine_of, most=1)
"""The solver that all questions about a program share; that of the last program is forgotten.

A context that lives beside another one costs ten times as much as one that takes its memory.
"""
