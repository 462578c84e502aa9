"""Measures by linear programming."""

from integer import problem, systems

from haltcheck.model.certificate import Claim
from haltcheck.model.term import ZERO, Integer, compare, conjunction
from haltcheck.proof.encode import Prover
from haltcheck.proof.farkas import measures
from haltcheck.proof.kernel import Proof, check
from haltcheck.proof.polynomial import difference, spell
from haltcheck.proof.rule import rules_of
from haltcheck.proof.techniques.templates import Templates


def posed(code):
    (*_, system) = systems(code)
    return problem(system)


def found(code):
    one = posed(code)
    rules = rules_of(one, one.system, ())
    return rules, list(measures(one.prover, rules))


def test_a_measure_falls_on_the_only_rule_and_is_bounded():
    (rule,), (first, *_) = found(
        "def f(x, y):\n    while x + 2 * y > 7:\n        x -= 3\n        y += 1\n"
    )
    ((_, term),) = first

    change = spell(difference(rule.path.value(term), term))
    good = conjunction(compare("<=", change, Integer(-1)), compare("<=", ZERO, term))
    assert Prover(400_000, 40).entails(rule.guard, good)


def test_nothing_falls_where_nothing_moves():
    _, terms = found("def f(x, y):\n    while x > 0:\n        y = -y\n")
    assert not terms


def test_coefficients_differ_between_places():
    code = (
        "def f(x, n):\n    while x < n:\n        k = 3\n        while k > 0:\n"
        "            x += 1\n            k -= 1\n        x -= 1\n"
    )
    for system in systems(code):
        one = problem(system)
        claim = Templates().attempt(one)
        assert isinstance(claim, Claim)
        assert isinstance(check(one, claim), Proof)
