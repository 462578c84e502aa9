"""A neighbour whose functions are read when they are asked for is the file as it is."""

from pathlib import Path

import pytest

from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import from_text
from haltcheck.frontend.syntax import Syntax
from haltcheck.model.later import OnDemand
from haltcheck.model.lower import lower
from haltcheck.model.program import Program

TEXT = """
def far(key=lambda one: one):
    def inner(count):
        while count:
            count -= 1
        return [x for x in range(count)]
    return inner


class Reader:
    def read(self, stream):
        while not stream.read(1):
            pass


def idle():
    return 1
"""


def neighbour(folder: Path) -> tuple[Program, Program]:
    """What an import leads to, and the same file lowered as a whole."""
    (folder / "other.py").write_text(TEXT, "utf-8")
    here = folder / "here.py"
    here.write_text("import other\n", "utf-8")
    importing = parse(from_text(here.read_text("utf-8"), str(here)))
    whole = parse(from_text(TEXT))
    assert isinstance(importing, Syntax) and isinstance(whole, Syntax)
    later = lower(importing).later
    assert isinstance(later, OnDemand)
    found = later.module("other")
    assert found is not None
    return found, lower(whole)


def test_all_functions_stand_in_the_same_order(tmp_path: Path) -> None:
    found, whole = neighbour(tmp_path)
    assert list(found.functions.items()) == list(whole.functions.items())
    assert found.constants == whole.constants


@pytest.mark.parametrize("name", ["far.inner", "<lambda>", "Reader.read", "idle", "none"])
def test_one_function_is_what_it_is_in_the_whole(tmp_path: Path, name: str) -> None:
    found, whole = neighbour(tmp_path)
    assert found.functions.get(name) == whole.functions.get(name)
