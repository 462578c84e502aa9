"""The machine asks abstract classes what CPython asks them."""

import collections.abc

import pytest

from haltcheck.model.step.classify import is_instance
from haltcheck.model.step.fault import HoleError
from haltcheck.model.step.interface import VALUES
from haltcheck.model.step.value import Class, Instance

PLAIN = ("a", b"a", 1, True, 1.5, None, [1], (1,), {1: 2}, {1}, frozenset(), range(3))


@pytest.mark.parametrize("name", VALUES)
def test_it_tells_built_in_values(name: str) -> None:
    for value in PLAIN:
        assert is_instance(value, VALUES[name]) is isinstance(value, VALUES[name])


def test_nobody_asks_what_an_object_of_the_file_can_do() -> None:
    cls = Class("C", "C", ())
    with pytest.raises(HoleError):
        is_instance(Instance(cls), collections.abc.Iterable)
