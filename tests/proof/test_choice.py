"""Answers that may keep a cycle going are terms over the state before their own step."""

from haltcheck.model.subject import LoopSubject
from haltcheck.model.system import ENTRY, EXIT, System, Transition, Variable
from haltcheck.model.term import Integer, add, compare, conjunction, show, subtract
from haltcheck.model.term import Variable as Name
from haltcheck.proof.choice import answers
from haltcheck.proof.path import Path, compose

NOW, LAST, C = Name("now"), Name("last"), Name("c")


def system(guard, update):
    around = Transition(1, 1, guard, update, ("c",), frozenset({"c"}))
    enter = Transition(ENTRY, 1, compare("<", NOW, LAST), ())
    leave = Transition(1, EXIT, compare("<=", LAST, NOW), ())
    names = tuple(Variable(name, parameter=True) for name in ("last", "now"))
    return System(LoopSubject("f", 0), names, frozenset({1}), (around, enter, leave))


def told(one):
    path = compose(one, (0,))
    assert isinstance(path, Path)
    return {show(picks[0]["c"]) for picks in answers(one, path, 60)}


def test_an_answer_may_keep_a_variable():
    kept = system(compare("<", NOW, LAST), (("now", subtract(NOW, C)), ("last", LAST)))
    assert "0" in told(kept)
    assert "now" in told(system(compare("<", NOW, LAST), (("now", C),)))


def test_an_answer_may_just_meet_a_bound():
    met = system(conjunction(compare("<", NOW, LAST), compare("<", C, LAST)), (("now", C),))
    assert {"last - 1", "last"} <= {text.replace("-1 + last", "last - 1") for text in told(met)}


def test_an_answer_may_keep_the_guard_of_the_next_round():
    chain = system(compare("<", NOW, LAST), (("now", C), ("last", NOW)))
    assert "now - 1" in {text.replace("-1 + now", "now - 1") for text in told(chain)}


def test_answers_speak_of_no_choice():
    one = system(compare("<", add(NOW, C), LAST), (("now", add(C, Integer(1))),))
    assert not any("c" in text for text in told(one))
