"""Runs a child process and tells its CPU seconds and peak memory."""

import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """What one finished child used: seconds of CPU (user and system) and mebibytes at its peak."""

    code: int
    cpu: float
    peak: float
    output: str


def measure(command: list[str], folder: Path) -> Cost:
    """Runs a command in ``folder`` to its end and reads what the kernel says that it used.

    The kernel counts the children of the child as well, once the child has waited for them.
    """
    with tempfile.TemporaryFile() as out:
        child = subprocess.Popen(
            command, cwd=folder, stdout=out, stderr=subprocess.STDOUT, env=_environment()
        )
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        output = out.read().decode(errors="replace")
    cpu = usage.ru_utime + usage.ru_stime
    return Cost(child.returncode, cpu, usage.ru_maxrss / 1024, output)


def _environment() -> dict[str, str]:
    """The environment of an installed program, which keeps its compiled bytecode."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
