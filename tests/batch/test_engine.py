"""One contract for every engine: order is kept, and each item is at its own risk."""

import functools
import operator
import os
import time

import pytest

from haltcheck.basis.discover import load, names
from haltcheck.batch.engine import Crashed, Done, Engine, Overdue

PACKAGE = "haltcheck.batch.engines"


def engine(name, jobs=2, limit=30.0):
    return load(PACKAGE, name, Engine)(jobs, limit)


@pytest.mark.parametrize("name", names(PACKAGE))
def test_outcomes_come_in_the_order_of_the_items(name):
    items = range(-30, 0)
    assert list(engine(name).run(abs, items)) == [Done(abs(item)) for item in items]


@pytest.mark.parametrize("name", names(PACKAGE))
def test_nothing_to_do_is_done_at_once(name):
    assert list(engine(name).run(abs, [])) == []


@pytest.mark.parametrize("name", names(PACKAGE))
def test_what_overruns_the_limit_is_cut_and_the_others_go_on(name):
    outcomes = list(engine(name, limit=0.5).run(time.sleep, [0, 60, 0]))
    assert outcomes == [Done(None), Overdue(0.5), Done(None)]


class _Stubborn:
    """Its end takes longer than the limit, and Python passes over what is raised there."""

    def __del__(self):
        end = time.monotonic() + 0.6
        while time.monotonic() < end:
            pass


def _outlives_an_alarm(_item):
    _Stubborn()
    time.sleep(60)


def test_an_alarm_that_an_object_swallows_as_it_ends_is_followed_by_another(capfd):
    (outcome,) = engine("serial", limit=0.2).run(_outlives_an_alarm, [0])
    assert isinstance(outcome, Overdue)
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("name", names(PACKAGE))
def test_items_are_asked_for_only_a_little_ahead(name):
    asked = []

    def items():
        for item in range(1000):
            asked.append(item)
            yield item

    outcomes = engine(name).run(abs, items())
    assert next(outcomes) == Done(0)
    assert len(asked) < 20
    outcomes.close()


@pytest.mark.parametrize("name", names(PACKAGE))
def test_what_nobody_foresaw_costs_one_item(name):
    first, second, third = engine(name).run(int, ["1", "no number", "3"])
    assert (first, third) == (Done(1), Done(3))
    assert isinstance(second, Crashed)
    assert "ValueError" in second.why
    assert "Traceback" in second.traceback


def test_a_crash_costs_one_item():
    items = [
        functools.partial(os._exit, 9) if n % 5 == 4 else functools.partial(abs, n)
        for n in range(20)
    ]
    outcomes = list(engine("local").run(operator.call, items))
    for number, outcome in enumerate(outcomes):
        if number % 5 == 4:
            assert outcome == Crashed("a worker process died (exit code 9)")
        else:
            assert outcome == Done(number)


def test_workers_do_not_import_from_the_working_folder(tmp_path, monkeypatch):
    for name in ("signal", "socket", "haltcheck", "pebble"):
        (tmp_path / f"{name}.py").write_text("open('ran', 'w').close()\n")
    monkeypatch.chdir(tmp_path)
    assert list(engine("local").run(abs, [-1])) == [Done(1)]
    assert not (tmp_path / "ran").exists()
    assert "PYTHONSAFEPATH" not in os.environ
