"""The real pre-commit runs the hook from a git repository: needs pre-commit and the network."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PRE_COMMIT = Path(sys.executable).with_name("pre-commit")
CONFIGURATION = """\
repos:
  - repo: {source}
    rev: {revision}
    hooks:
      - id: haltcheck
"""
ENDLESS = "def f():\n    n = 1\n    while n > 0:\n        m = n\n"
CONDITIONAL = "def f(n: int):\n    while n != 0:\n        n -= 1\n"
EXCLUDED = '[tool.haltcheck]\nexclude = ["generated.py"]\n'


def run(folder, *words):
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)


def git(folder, *words):
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    done = run(folder, "git", *who, *words)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="module")
def repository(tmp_path_factory):
    """A project that uses the hook of this repository's last commit."""
    folder = tmp_path_factory.mktemp("project")
    git(folder, "init", "-q")
    revision = git(ROOT, "rev-parse", "HEAD")
    text = CONFIGURATION.format(source=ROOT.as_uri(), revision=revision)
    (folder / ".pre-commit-config.yaml").write_text(text)
    return folder


def hook(folder, **texts):
    for path in folder.glob("*.py"):
        path.unlink()
    for name, text in texts.items():
        (folder / f"{name}.py").write_text(text)
    git(folder, "add", "-A")
    return run(folder, str(PRE_COMMIT), "run", "--all-files")


def test_an_error_fails_the_commit_and_names_the_place(repository):
    done = hook(repository, a=ENDLESS, b="x = 1\n")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "a.py:3:5: HC101" in done.stdout


def test_a_warning_does_not(repository):
    done = hook(repository, a=CONDITIONAL)
    assert done.returncode == 0, done.stdout + done.stderr


def test_excluded_files_are_left_alone_though_they_are_named(repository):
    (repository / "pyproject.toml").write_text(EXCLUDED)
    done = hook(repository, generated=ENDLESS)
    assert done.returncode == 0, done.stdout + done.stderr
