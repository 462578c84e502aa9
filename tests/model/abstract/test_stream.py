"""Loops that read."""

from haltcheck.model.system import Faith
from tests.model.abstract.test_loop import first, rounds


def test_the_end_of_a_file_changes_nothing_and_is_exact() -> None:
    text = "def f(s):\n buf = b''\n while len(buf) < 10:\n  buf += s.read(10)\n"
    ends = [one for one in first(text).transitions if "end of file" in one.events]
    assert [one.update for one in ends] == [()]
    assert ends[0].faith is Faith.EXACT


def test_a_test_for_the_end_leaves_there() -> None:
    text = "def f(s):\n while True:\n  line = s.readline()\n  if not line:\n   break\n"
    system = first(text)
    assert all("end of file" not in line for line in rounds(system))
    assert "remaining(s)' = remaining(s) - ?" in rounds(system)[0]


def test_a_search_in_what_was_read_is_steady_at_the_end() -> None:
    text = "def f(s):\n data = b''\n while b'!' not in data:\n  data += s.recv(9)\n"
    (end,) = [line for line in rounds(first(text)) if "the peer closes" in line]
    assert "'" not in end.split("] ")[1].partition("(")[0].replace("~coarse", "")


def test_asking_for_nothing_gives_nothing_although_something_remains() -> None:
    text = "def f(s, n: int):\n while True:\n  if not s.read(n):\n   break\n"
    assert any("Variable(name='n')" in repr(one.guard) for one in first(text).transitions)


def test_a_failing_read_that_is_swallowed_goes_round() -> None:
    text = "def f(s):\n while True:\n  try:\n   return s.read(3)\n  except OSError:\n   pass\n"
    assert any("a permanent error" in line and "~" not in line for line in rounds(first(text)))


def test_input_raises_at_its_end() -> None:
    system = first("def f():\n while input() != 'q':\n  pass\n")
    assert any("end of file" in one.events and one.target < 0 for one in system.transitions)
