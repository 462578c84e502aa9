"""Terms that might fall."""

from haltcheck.model.term import Integer, Variable, add, compare, conjunction, show
from haltcheck.proof.measure import candidates
from haltcheck.proof.path import Path
from haltcheck.proof.rule import Rule

M, N, R = (Variable(name) for name in "mnr")


def rule(guard, **update) -> Rule:
    return Rule(Path(0, 0, (0,), guard, update), guard, ())


def test_what_exchanges_places_is_counted_together() -> None:
    first = rule(compare(">", R, Integer(0)), n=add(R, Integer(-1)), r=N)
    second = rule(compare(">", N, Integer(0)), m=R, n=add(N, Integer(-1)), r=M)
    told = [show(term) for term in candidates([first, second])]
    assert any(all(f"{name} if 0 < {name}" in one or name in one for name in "mnr") for one in told)


def test_what_keeps_its_place_is_not() -> None:
    alone = rule(conjunction(compare(">", N, Integer(0))), n=add(N, Integer(-1)))
    assert not any(" if " in show(term) and "m" in show(term) for term in candidates([alone]))
