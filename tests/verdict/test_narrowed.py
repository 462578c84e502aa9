"""Arguments that a file hands to its own functions are measured by its own constants."""

import pytest

from haltcheck.api import check

PATH = """
import sys

STEP = {step}

def {name}(level: int, node):
    if level == 0:
        return node
    return [{name}(level - {less}, node)]
"""
WORKED_OUT = {"step": "len(sys.argv)", "less": "STEP"}


def codes(**parts: str) -> list[str]:
    return [one.code for _, one in check(PATH.format(**{**WORKED_OUT, **parts})).findings]


def test_a_private_function_goes_by_a_constant_that_the_module_works_out() -> None:
    assert codes(name="_path") == []


@pytest.mark.parametrize(
    "parts",
    [
        {"name": "path"},
        {"name": "_path", "step": "5"},
        {"name": "_path", "less": "5"},
    ],
)
def test_others_are_handed_what_anybody_likes(parts: dict[str, str]) -> None:
    assert codes(**parts) == ["HC202"]
