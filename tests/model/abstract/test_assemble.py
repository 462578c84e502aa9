"""Systems that speak of nothing but their variables and choices."""

import pytest

from haltcheck.model.system import System
from haltcheck.model.term import variables
from tests.model.abstract.conformance import lowered, systems

MERGED = """
def f(body, size):
    encode = isinstance(body, str)
    while True:
        data = body.read(size)
        if not data:
            break
        if encode:
            data = data.encode()
        yield data
"""
COMPARED = """
def f(a, b, size):
    with open(a, 'rb') as one, open(b, 'rb') as other:
        while True:
            mine = one.read(size)
            if mine != other.read(size):
                return False
            if not mine:
                return True
"""
NESTED = """
def f(element):
    for child in reversed(element):
        f(child)
    if text := element.text:
        element.insert(0, text)
"""


@pytest.mark.parametrize("text", [MERGED, COMPARED, NESTED])
def test_every_name_is_a_variable_or_a_choice(text: str) -> None:
    for system in systems(lowered(text)):
        if not isinstance(system, System):
            continue
        names = {variable.name for variable in system.variables}
        for one in system.transitions:
            used = set(variables(one.guard)).union(*(variables(term) for _, term in one.update))
            assert used <= names | set(one.choices)
