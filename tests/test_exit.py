"""Of several causes the loudest is the exit code."""

from haltcheck.exit import ExitCode, loudest


def test_the_first_of_130_3_2_1():
    assert loudest() == 0
    assert loudest(ExitCode.CLEAN, ExitCode.FINDINGS) == 1
    assert loudest(ExitCode.FINDINGS, ExitCode.MISTAKE) == 2
    assert loudest(ExitCode.FAULT, ExitCode.MISTAKE) == 3
    assert loudest(ExitCode.FAULT, ExitCode.INTERRUPTED) == 130
