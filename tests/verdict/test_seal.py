"""A function that only this file calls diverges only where one of those calls does."""

import pytest

from haltcheck import check
from haltcheck.basis.answer import Answer

DOWN = """\
def {name}(n: int) -> int:
    while n != 0:
        n -= 1
    return n


def main(n: int) -> int:
    {body}
"""


def answers(name, body):
    (file,) = check(DOWN.format(name=name, body=body)).files
    return {one.name: one.verdict.answer for one in file.functions}, file


def test_the_calls_of_a_private_function_are_its_inputs():
    found, file = answers("_down", "return _down(5)")
    assert found["_down"] is found["main"] is file.verdict.answer is Answer.HALT
    assert not file.findings


def test_a_call_that_meets_the_condition_is_a_divergence():
    found, file = answers("_down", "return _down(-5)")
    assert found["_down"] is found["main"] is Answer.NON_HALT
    assert [one.code for one in file.findings] == ["HC103"]


def test_a_guard_before_the_call_lets_it_halt():
    found, file = answers("_down", "return 0 if n < 0 else _down(n)")
    assert found["_down"] is found["main"] is file.verdict.answer is Answer.HALT


def test_a_call_that_may_meet_it_leaves_it_open():
    found, file = answers("_down", "return 0 if n < 0 else _down(*[n])")
    assert found["_down"] is found["main"] is file.verdict.answer is Answer.UNKNOWN
    assert not file.findings


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("down", "return down(5)"),
        ("_down", "return n"),
        ("_down", "return list(map(_down, [n])) or _down(5)"),
    ],
)
def test_what_anyone_may_call_takes_anything(name, body):
    found, _ = answers(name, body)
    assert found[name] is Answer.NON_HALT


METHOD = """\
class Bus:
    def {name}(self, n: int) -> int:
        while n != 0:
            n -= 1
        return n

    def send(self, data):
        return {use}
"""


@pytest.mark.parametrize(
    ("name", "use", "codes"),
    [
        ("_down", "self._down(len(data))", []),
        ("_down", "self._down(self.lib.write(data))", []),
        ("_down", "self._down(-5)", ["HC103"]),
        ("_down", "data", ["HC103"]),
        ("down", "self.down(len(data))", ["HC103"]),
    ],
)
def test_a_private_method_takes_its_arguments_from_its_file(name, use, codes):
    (file,) = check(METHOD.format(name=name, use=use)).files
    assert [one.code for one in file.findings] == codes


LINKS = """\
class Walk:
    def _last(self, line, table):
        while line is not None:
            line = table[line].next
        return line

    def walk(self, data):
        return self._last(data, self.rows)
"""


def test_a_sentence_about_links_speaks_of_no_argument():
    (file,) = check(LINKS).files
    assert [one.code for one in file.findings] == ["HC103"]
