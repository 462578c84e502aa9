"""Relations between variables, found as inductive invariants."""

from integer import problem, systems

from haltcheck.model.certificate import Ranking
from haltcheck.model.term import Variable, compare, multiply
from haltcheck.proof.encode import Prover
from haltcheck.proof.kernel_halting import check_invariants
from haltcheck.proof.relation import relations
from haltcheck.proof.ruling import Granted
from haltcheck.proof.techniques.relations import Relations


def found(code):
    (system,) = systems(code)
    posed = problem(system)
    held = relations(system, posed.prover, posed.samples, posed.invariants)
    assert isinstance(check_invariants(system, Prover(400_000, 400), held), Granted)
    return system, held


def test_a_product_is_known():
    code = "def f(a, b, n):\n    x = a * b\n    while n > 0:\n        n = n - 1 - x + a * b\n"
    system, held = found(code)
    posed = problem(system)
    same = compare("==", Variable("x"), multiply(Variable("a"), Variable("b")))
    assert posed.prover.entails(dict(held)[min(system.inside)], same)


def test_a_bound_that_holds_where_the_guard_does():
    code = (
        "def f(n, s, i):\n    i = 1\n    if s > 0: i = n * n + 2\n"
        "    while s > 0:\n        s = s - i\n"
    )
    (system,) = systems(code)
    claim = Relations().attempt(problem(system))
    assert isinstance(claim.certificate, Ranking)


def test_a_difference_that_stays_even():
    code = (
        "def f(n, top):\n    top = 101 if n < 101 else n\n    if n % 2 == 1:\n"
        "        while n != top:\n            n += 2\n"
    )
    (system,) = systems(code)
    claim = Relations().attempt(problem(system))
    assert isinstance(claim.certificate, Ranking)
