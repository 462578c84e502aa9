"""Ranking functions with a linear term for each place, by linear programming."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from haltcheck.basis.answer import Answer
from haltcheck.model.certificate import Claim, GaveUp, Measure, Ranking
from haltcheck.model.system import System
from haltcheck.model.term import Term
from haltcheck.proof.encode import Prover
from haltcheck.proof.farkas import measures
from haltcheck.proof.lexicographic import Search
from haltcheck.proof.measure import candidates
from haltcheck.proof.phase import predicates
from haltcheck.proof.problem import Problem
from haltcheck.proof.rule import Rule, rules_of
from haltcheck.proof.technique import Technique

_FEW = 3
"""With so few rules phases may be split again."""


class Templates(Technique):
    """Unknown coefficients at every place, found by Farkas' lemma.

    Formula: f_p(x) - f_q(u(x)) >= d is a sum of the guard's rows with factors that are not
    negative, for every transition from p to q; the sum of the d is made as great as can be. Where
    nothing falls everywhere, a predicate splits the states into parts that do not come back to each
    other, each with its own ranking. Papers: Alias, Darte, Feautrier and Gonnord, SAS 2010;
    Podelski and Rybalchenko, VMCAI 2004; Leike and Heizmann, TACAS 2014 (multiphase).

    Decides::

        def f(n):
            while n > 9:
                total = 0
                while n > 0:
                    total += n % 10
                    n //= 10
                n = total
    """

    cost: ClassVar[int] = 56

    def attempt(self, problem: Problem) -> Claim | GaveUp:
        """A ranking function with invariants, with phases if need be."""
        system = problem.system
        if not isinstance(system, System):
            return GaveUp(system.reason)
        if why := problem.sprawling or problem.vague or problem.hopeless:
            return GaveUp(why)
        prover = problem.prover.afresh(problem.prover.effort, problem.budget.queries // 2)
        rules = rules_of(problem, system, problem.invariants)
        learning = partial(sought, prover)
        found = Search(prover, learning, lambda rules: ()).rank(rules)
        if isinstance(found, GaveUp):
            found = Search(prover, learning, predicates, 1).rank(rules)
        if isinstance(found, GaveUp) and len(rules) <= _FEW:
            found = Search(prover, candidates, predicates, 2).rank(rules)
        if isinstance(found, GaveUp):
            return found
        return Claim(problem.subject, Answer.HALT, Ranking(found, problem.invariants))


def sought(prover: Prover, rules: Sequence[Rule]) -> Iterator[Term | Measure]:
    """Guesses first, then what linear programs find."""
    yield from candidates(rules)
    yield from measures(prover, rules)
