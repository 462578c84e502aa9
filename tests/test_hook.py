"""The pre-commit hook: what its definition promises, the package keeps."""

import tomllib
from pathlib import Path

from haltcheck.hook import main

ROOT = Path(__file__).parents[1]


def test_named_files_that_are_excluded_pass(write, pipeline):
    folder = write(a="# ERROR\n")
    assert main(["a.py"]) == 1
    (folder / "pyproject.toml").write_text('[tool.haltcheck]\nexclude = ["a.py"]\n')
    assert main(["a.py"]) == 0


def test_warnings_do_not_fail_a_commit(write, pipeline):
    write(a="# WARNING\n")
    assert main(["a.py"]) == 0
    assert main(["--strict", "a.py"]) == 1


def test_the_definition_names_a_script_of_the_package():
    lines = (ROOT / ".pre-commit-hooks.yaml").read_text().splitlines()
    facts = dict(line.strip("- ").split(": ", 1) for line in lines)
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["scripts"]
    assert facts["id"] == "haltcheck"
    assert scripts[facts["entry"]] == "haltcheck.hook:main"
    assert facts["language"] == "python"
    assert facts["types_or"] == "[python, pyi]"
    assert facts["require_serial"] == "true"
