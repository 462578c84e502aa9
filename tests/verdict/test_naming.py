"""Loops that look for a name that is still free end: only finitely many files are there."""

import pytest

from haltcheck.api import check

TEXT = """
import os

def free(folder):
    number = 1
    while os.path.exists({name}):
        {step}
    return number
"""


@pytest.mark.parametrize(
    ("name", "step", "count"),
    [
        ('f"{folder}-{number}"', "number += 1", 0),
        ("folder + str(number)", "number += 1", 0),
        ('f"{folder}-1"', "number += 1", 1),
    ],
)
def test_a_name_that_is_made_anew_in_each_round_is_free_at_last(
    name: str, step: str, count: int
) -> None:
    (file,) = check(TEXT.format(name=name, step=step)).files
    assert len(file.findings) == count
