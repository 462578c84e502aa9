"""Ctrl-C ends the run wherever it arrives."""

from types import SimpleNamespace

import pytest

from haltcheck.model.term import Compare, Integer, Variable
from haltcheck.proof.encode import Engine


def test_an_interrupted_query_ends_the_run():
    engine = Engine()
    engine._solver = SimpleNamespace(
        set=lambda *_: None,
        push=lambda: None,
        pop=lambda: None,
        add=lambda _: None,
        check=lambda: SimpleNamespace(r=0),
        reason_unknown=lambda: "interrupted from keyboard",
    )
    with pytest.raises(KeyboardInterrupt):
        engine.solve(Compare("<", Variable("n"), Integer(0)), 1000)
