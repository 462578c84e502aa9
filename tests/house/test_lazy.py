"""What costs time to import is imported by those who need it."""

import subprocess
import sys

import pytest

HEAVY = ("z3", "libcst", "rich", "pebble", "numpy", "msgspec", "pathspec", "torch", "sklearn")


def _loaded(program, *arguments):
    """Which heavy modules a fresh interpreter has loaded after the program."""
    tail = f"import sys; print(*[name for name in {HEAVY!r} if name in sys.modules])"
    command = [sys.executable, "-c", f"{program}\n{tail}", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return done.stdout.splitlines()[-1].split()


@pytest.mark.parametrize("arguments", ["--help", "--version", "score --help", "explain"])
def test_help_loads_nothing_heavy(arguments):
    program = f"from haltcheck.cli import main; main({arguments.split()!r})"
    assert _loaded(program) == []


def test_importing_the_package_loads_nothing_heavy():
    assert _loaded("import haltcheck") == []


def test_one_small_file_needs_no_pool_and_no_imagination(tmp_path):
    (tmp_path / "a.py").write_text("total = 0\nfor n in [1, 2, 3]:\n    total += n\n")
    program = f"from haltcheck.cli import main; main([{str(tmp_path / 'a.py')!r}])"
    assert not {"pebble", "torch", "sklearn"} & set(_loaded(program))
