"""The whole street through its front door, with nothing pretended."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from haltcheck.cli import main

ROOT = Path(__file__).parents[1]
COUNTDOWN = "def f(n: int):\n    while n != 0:{}\n        n -= 1\n"


def haltcheck(folder, *words):
    """Runs the module in a process of its own; the package is found through the environment."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "haltcheck", *words]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120
    )


def test_a_conditional_divergence_is_a_warning_that_a_comment_silences(write, capsys):
    write(a=COUNTDOWN.format(""), b=COUNTDOWN.format("  # haltcheck: ignore[HC103]"))
    assert main(["a.py", "--strict"]) == 1
    assert capsys.readouterr().out.startswith("a.py:2:5: HC103 ")
    assert main(["a.py"]) == 0
    assert main(["b.py", "--strict"]) == 0
    assert main(["a.py", "--strict", "--ignore", "HC103"]) == 0
    assert main(["a.py", "--strict", "--select", "HC101,HC2"]) == 0


def test_what_is_no_python_is_a_finding_with_its_place(write, capsys):
    write(a="def f(:\n    pass\n", b=COUNTDOWN.format(""))
    assert main(["a.py", "b.py"]) == 1
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("a.py:1:")
    assert "HC900" in first
    assert second.startswith("b.py:2:5: HC103")


def test_json_lists_every_function_and_the_module_body(write, capsys):
    write(a=COUNTDOWN.format("") + "\n\nclass C:\n    def g(self):\n        pass\n")
    main(["a.py", "--format", "json"])
    (file,) = json.loads(capsys.readouterr().out)["files"]
    assert {"<module>", "f", "C.g"} == {function["name"] for function in file["functions"]}
    assert file["verdict"]["answer"] == "non-halt"


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_what_lies_in_the_working_folder_is_read_and_never_run(tmp_path, jobs):
    for name in ("signal", "click", "pebble", "libcst", "z3", "selectors", "json"):
        (tmp_path / f"{name}.py").write_text("open('ran', 'w').close()\n")
    done = haltcheck(tmp_path, ".", "--jobs", jobs)
    assert (done.returncode, done.stderr) == (0, "")
    assert not (tmp_path / "ran").exists()


def test_a_closed_pipe_ends_quietly(tmp_path):
    (tmp_path / "a.py").write_text(COUNTDOWN.format(""))
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "haltcheck", "a.py"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, stdout=writer, stderr=subprocess.PIPE, timeout=60
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")
