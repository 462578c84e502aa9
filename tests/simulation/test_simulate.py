import pytest

from haltcheck.basis.answer import Answer
from haltcheck.model.certificate import Ended, Replay
from haltcheck.model.step.replay import confirms
from haltcheck.model.subject import LoopSubject, RecursionSubject
from haltcheck.simulation.backends.priors import Priors
from haltcheck.simulation.backends.scripted import Scripted
from haltcheck.simulation.forecast import Ending
from haltcheck.simulation.imagination import Given, Unknown
from haltcheck.simulation.simulate import simulate

LOOPING = {
    "halving": "def f(n):\n    while n != 1:\n        n = n // 2\n",
    "counter outside the cone": """
        def f(n):
            rounds = 0
            while n > 0:
                rounds += 1
                if n == 7:
                    continue
                n -= 1
            return rounds
        """,
    "links": """
        def f(table, x):
            while x in table:
                x = table[x]
        """,
    "swallowed": """
        def f(s):
            while True:
                try:
                    return int(s)
                except ValueError:
                    pass
        """,
    "inner": """
        def f(n):
            for i in range(3):
                while n > 5:
                    n = n
            return n
        """,
    "outer": """
        def f(n):
            while n > 5:
                for i in range(3):
                    pass
        """,
    "callee": """
        def _spin(k):
            while k == 3:
                pass
        def f(n):
            for i in range(n):
                _spin(i)
        """,
    "iterator": """
        def f(xs):
            it = iter(xs)
            x = next(it, None)
            while x is None:
                x = next(it, None)
        """,
    "attribute": """
        class A:
            def f(self, n):
                self.n = n
                while self.n > 0:
                    self.n = self.n % 4 + 1
        """,
    "generator": """
        def f(n):
            while n:
                yield n
        """,
}
HALTING = {
    "for": "def f(xs):\n    for x in xs:\n        pass\n",
    "collatz": """
        def f(n):
            while n > 1:
                n = n // 2 if n % 2 == 0 else 3 * n + 1
        """,
    "iterator position": """
        def f(xs):
            it = iter(xs)
            while next(it, None) is not None:
                pass
        """,
    "growing list": """
        def f(n):
            xs = []
            while len(xs) < n:
                xs.append(0)
        """,
    "str overflow": """
        def f(n):
            x = 10
            while True:
                str(x)
                x = x * x
        """,
    "float": """
        def f():
            x = 1
            k = 0.5
            while x < 1e300:
                x = x * 2 + k
        """,
    "raises in time": """
        def f(n):
            d = [1, 2, 3]
            while True:
                d.pop()
        """,
    "read by the exit": """
        def f(n):
            c = 0
            while c < 40:
                c += 1
        """,
    "left out but raising": """
        def f(n):
            x, y = 1, "s"
            while n > 0:
                z = x + 1
                x = y
        """,
    "drained generator": """
        def g(n):
            for i in range(n):
                yield i
        def f(n):
            it = g(n)
            while True:
                next(it)
        """,
}


@pytest.mark.parametrize("name", LOOPING)
def test_endless_loops_are_found_and_confirmed(program, name):
    made = program(LOOPING[name])
    qualname = next(q for q in made.functions if q.split(".")[-1] == "f")
    claims = simulate(made, qualname).candidates
    assert claims
    for claim in claims:
        assert claim.answer is Answer.NON_HALT
        assert confirms(made, claim.subject, claim.certificate)


@pytest.mark.parametrize("name", HALTING)
def test_halting_functions_are_not_accused(program, name):
    made = program(HALTING[name])
    assert not simulate(made, "f", backend=Priors()).candidates


def test_blame_falls_on_the_innermost_loop_that_is_not_left(program):
    inner = program(LOOPING["inner"])
    kinds = {loop.id: loop.kind for loop in inner.functions["f"].loops}
    [claim] = simulate(inner, "f").candidates
    assert kinds[claim.subject.loop] == "while"
    outer = program(LOOPING["outer"])
    kinds = {loop.id: loop.kind for loop in outer.functions["f"].loops}
    [claim] = simulate(outer, "f").candidates
    assert kinds[claim.subject.loop] == "while"


def test_a_private_function_gets_its_inputs_from_its_callers(program):
    made = program(LOOPING["callee"])
    [claim] = simulate(made, "_spin").candidates
    assert claim.subject == LoopSubject("_spin", 0)
    assert claim.certificate.qualname == "f"


def test_recursion_on_unchanged_arguments_is_a_chain(program):
    made = program("def f(n):\n    return 1 if n == 0 else n * f(n // 2)\n")
    [claim] = simulate(made, "f").candidates
    assert claim.subject == RecursionSubject(("f",))
    assert claim.certificate.deeper
    assert confirms(made, claim.subject, claim.certificate)


def test_the_only_run_that_ends_is_claimed(program):
    made = program("def f():\n    for i in range(9):\n        pass\n")
    [claim] = simulate(made, "f").ended
    assert isinstance(claim.certificate, Ended)
    assert confirms(made, claim.subject, claim.certificate)


def test_an_altered_replay_is_not_confirmed(program):
    made = program(LOOPING["counter outside the cone"])
    [claim] = simulate(made, "f").candidates
    given = claim.certificate
    for wrong in (
        Replay(given.qualname, given.inputs, given.stem, given.cycle, frozenset()),
        Replay(given.qualname, given.inputs, given.stem, given.cycle, frozenset(("n",))),
        Replay(given.qualname, (("n", 6),), given.stem, given.cycle, given.kept),
        Replay(given.qualname, given.inputs, given.stem, given.cycle + 1, given.kept),
        Replay(given.qualname, given.inputs, given.stem, 0, given.kept),
        Replay(given.qualname, given.inputs, given.stem, given.cycle, given.kept, True),
    ):
        assert not confirms(made, claim.subject, wrong)


def test_the_order_of_a_set_is_no_exact_fact(program):
    made = program(
        """
        def f(n):
            s = {1, 2, 3}
            while True:
                for x in s:
                    break
                if x != n:
                    return
        """
    )
    assert not simulate(made, "f").candidates


HOLED = """
    def f(source):
        while True:
            x = source.take()
            if x:
                return x
    """


def test_holes_stop_runs_without_a_model_and_are_filled_with_one(program):
    made = program(HOLED)
    bare = simulate(made, "f")
    assert {one.ending for one in bare.rollouts} == {Ending.STUCK}
    filled = simulate(made, "f", backend=Scripted({4: [Given(0), Given(0), Given(1)]}))
    assert {one.ending for one in filled.rollouts} == {Ending.EXIT}
    assert all(one.imagined == 3 for one in filled.rollouts)


def test_an_imagined_repetition_is_no_claim(program):
    forecast = simulate(program(HOLED), "f", backend=Scripted({4: [Given(0)]}))
    assert {one.ending for one in forecast.rollouts} <= {Ending.REVISIT, Ending.CONE_REVISIT}
    assert not forecast.candidates
    subject = LoopSubject("f", 0)
    assert sum(forecast.endings(subject).values()) == pytest.approx(1)
    assert forecast.imagined(subject) == 1


def test_unknown_objects_can_be_handed_around(program):
    script = Scripted({4: [Given(Unknown())], 5: [Given(True)]})
    forecast = simulate(program(HOLED), "f", backend=script)
    assert {one.ending for one in forecast.rollouts} == {Ending.EXIT}


def test_a_forecast_is_the_same_each_time(program):
    made = program(HOLED)
    assert repr(simulate(made, "f", backend=Priors())) == repr(
        simulate(made, "f", backend=Priors())
    )
