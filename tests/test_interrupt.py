"""Ctrl-C ends the run wherever it arrives."""

import os
import signal
from threading import Timer

import pytest

from haltcheck.model.term import Integer, Variable, add, compare, multiply
from haltcheck.proof.encode import Engine

X, Y, Z = Variable("x"), Variable("y"), Variable("z")
CUBES = compare("==", add(multiply(X, X, X), multiply(Y, Y, Y), multiply(Z, Z, Z)), Integer(33))


def test_an_interrupted_query_ends_the_run():
    key = Timer(0.05, os.kill, (os.getpid(), signal.SIGINT))
    engine = Engine()
    engine.solve(compare("<", X, Y), 1000)
    with pytest.raises(KeyboardInterrupt):
        key.start()
        engine.solve(CUBES, 10**9, 300)
        key.join()
