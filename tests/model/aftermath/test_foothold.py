"""After an event a loop stays only in states that something brings about."""

import pytest

from haltcheck.api import check
from haltcheck.basis.answer import Answer

LOOP = """
    while True:
        data = stream.read(1)
        if data:
            break
        if {leave}:
            break
"""


def answer(before, leave, parameters="mode"):
    lines = "".join(f"    {line}\n" for line in before.splitlines())
    head = f"def give():\n    return 'a'\n\n\ndef f(stream, {parameters}):\n"
    text = f"{head}{lines or '    pass'}\n{LOOP.format(leave=leave)}"
    (file,) = check(text).files
    (function,) = (one for one in file.functions if one.name == "f")
    return function.loops[0].verdict.answer


NEVER = [
    ("m = mode.lower()", "m != 'X'"),
    ("", "mode.lower() != 'X'"),
    ("m = str(mode)\nm = m + '!'", "m != ''"),
    ("if mode.upper() == 'X':\n    return", "mode != 'X'"),
    ("if mode == 'X':\n    return", "mode != 'X'"),
    ("if mode.startswith('X'):\n    return", "mode != 'XY'"),
    ("if not mode.startswith('Y'):\n    return", "mode != 'XY'"),
    ("mode = 'a' if mode else 'b'", "mode != 'X'"),
    ("", "not mode.startswith('a') or mode != 'b'"),
    ("", "mode != 'b' or not mode.startswith('a')"),
    ("", "mode != 'b' or mode.startswith('b')"),
    ("", "not mode.startswith('a') or not mode.startswith('b')"),
    ("n = len(mode)", "n >= 0"),
    ("n = len(mode) % 4", "n != 4"),
    ("", "len(mode) % 4 != 4"),
    ("mode = sorted(mode)", "mode != ()"),
    ("mode = mode\nmode = 'a'\nmode += ''", "mode != 'X'"),
    ("k = len(mode)\nk = k - k", "k <= 0"),
    ("k = len(mode) * 0", "k <= 0"),
    ("m = give()", "m != 'X'"),
    ("m = mode.__str__()", "m != 'X'"),
]


@pytest.mark.parametrize(("before", "leave"), NEVER)
def test_no_divergence_is_told_from_a_state_that_cannot_be(before, leave):
    assert answer(before, leave) is not Answer.NON_HALT


def test_a_type_excludes_constants_of_others():
    assert answer("", "n != 'X'", "n: int") is not Answer.NON_HALT
    assert answer("", "n is not None", "n: int") is not Answer.NON_HALT


ALWAYS = [
    ("", "mode != 'X'"),
    ("", "not mode"),
    ("m = mode.strip()", "m != 'X'"),
    ("if not mode:\n    return", "not mode"),
    ("m = stream.readline()", "m != b'X'"),
    ("m = mode[0]", "m != 'X'"),
    ("n = len(mode)", "n != 3"),
    ("n = len(mode) % 4", "n == 0"),
    ("", "not mode.startswith('X')"),
    ("n = len(mode) | 4", "n <= 0"),
    ("n = int.from_bytes(stream.read(4), 'big')", "not n"),
    ("import away\nm = away.give(mode)", "m != 'X'"),
    ("if not mode.ready:\n    return", "mode.name != 'X'"),
]


@pytest.mark.parametrize(("before", "leave"), ALWAYS)
def test_what_the_caller_or_the_world_may_choose_is_told(before, leave):
    assert answer(before, leave) is Answer.NON_HALT


READ_INTO = """
def f(stream, {parameters}):
    {before}
    ended = False
    while not ended:
        piece = bytearray(size)
        count = stream.readinto(piece)
        ended = count != size
        print(piece)
"""
ROUNDED = "size += rows - (size % rows)"


def test_one_number_that_the_caller_hands_in_is_a_condition():
    told = {
        ("size=4", "pass"): "size == 0",
        ("header", "size = header.size"): "header.size == 0",
        ("size=4, rows=3", ROUNDED): "",
        ("size=4, rows=3", "size += rows"): None,
    }
    for (parameters, before), where in told.items():
        text = READ_INTO.format(parameters=parameters, before=before)
        found = check(text).files[0].findings
        expected = [] if where == "" else ["HC103" if where else "HC102"]
        assert [one.code for one in found] == expected, (parameters, before)
        assert not where or where in found[0].message
