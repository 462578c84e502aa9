"""How a run ends: the exit codes and which of several causes wins."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the calling shell is told."""

    CLEAN = 0
    FINDINGS = 1
    MISTAKE = 2
    FAULT = 3
    INTERRUPTED = 130


_LOUDEST_FIRST = (
    ExitCode.INTERRUPTED,
    ExitCode.FAULT,
    ExitCode.MISTAKE,
    ExitCode.FINDINGS,
    ExitCode.CLEAN,
)


def loudest(*causes: ExitCode) -> ExitCode:
    """The first of 130, 3, 2, 1 among the causes; CLEAN where there is none."""
    return next((code for code in _LOUDEST_FIRST if code in causes), ExitCode.CLEAN)
