"""Reading until a sentinel comes: the end of the file, where the mode says how it looks."""

import pytest

import haltcheck


def _answer(source):
    (file,) = haltcheck.check(source).files
    assert file.fault is None
    return next(one.verdict.answer.value for one in file.functions if one.name == "f")


def _reading(mode, read, end, body="n += 1"):
    return (
        f"def f(path: str):\n    n = 0\n    with open(path{mode}) as s:\n"
        f"        for part in iter(s.{read}, {end}):\n            {body}\n    return n\n"
    )


@pytest.mark.parametrize(
    ("mode", "end"), [(", 'rb'", "b''"), (", 'r'", "''"), ("", "''"), (", mode='rb'", "b''")]
)
def test_the_end_of_the_file_is_the_sentinel(mode, end):
    assert _answer(_reading(mode, "readline", end)) == "halt"


@pytest.mark.parametrize(
    ("mode", "end"), [(", 'rb'", "''"), (", 'r'", "b''"), (", 'rb'", "b'x'"), (", path", "''")]
)
def test_another_sentinel_may_never_come(mode, end):
    assert _answer(_reading(mode, "readline", end)) != "halt"


@pytest.mark.parametrize("body", ["s.seek(0)", "path.index(s)", "keep = [s]", "s.__init__()"])
def test_a_file_that_is_not_only_read_may_go_back(body):
    assert _answer(_reading(", 'rb'", "readline", "b''", body)) != "halt"
