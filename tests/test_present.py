"""One checking run from its wish to its exit code."""

from pathlib import Path

import pytest

from haltcheck.exit import ExitCode
from haltcheck.options import Options
from haltcheck.present import Wish, run


def test_files_that_were_not_finished_in_time_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = [str(tmp_path / f"{name}.py") for name in "abcde"]
    for path in paths:
        Path(path).write_text("def f(n):\n    while n:\n        n -= 1\n")
    assert run(Wish(tuple(paths), Options(timeout=1e-9), processes=1)) is ExitCode.CLEAN
    named = ", ".join(paths[:3])
    told = f"haltcheck: {named} and 2 more files: not finished within --timeout 1e-09\n"
    assert capsys.readouterr().err == told
    run(Wish(tuple(paths[:1]), Options(timeout=1e6), processes=1))
    assert capsys.readouterr().err == ""
