"""What the pages say of the program is what the program says of itself."""

import re
import tomllib

import pytest

from haltcheck.basis.discover import names
from haltcheck.model.assumption import Standing


def _plain(root, page):
    return " ".join((root / page).read_text(encoding="utf-8").lower().split())


@pytest.mark.parametrize("page", ["README.md", "docs/design.md"])
def test_every_standing_assumption_is_listed(root, page):
    text = _plain(root, page)
    for assumption in Standing:
        assert assumption.value in text, assumption.value


def test_every_rule_is_listed(root):
    text = _plain(root, "README.md")
    for name in names("haltcheck.verdict.rules"):
        assert f"| {name} |" in text, name


def test_every_technique_is_listed(root):
    text = _plain(root, "docs/design.md")
    for name in names("haltcheck.proof.techniques"):
        assert f"| `{name}` |" in text, name


def test_the_number_of_programs_is_what_there_are(root):
    count = len(list((root / "corpora" / "programs").rglob("*.py")))
    assert f"holds {count} programs" in _plain(root, "README.md")


def test_the_two_commands_stand_on_lines_of_their_own_and_check_what_is_there(root):
    lines = (root / "README.md").read_text(encoding="utf-8").splitlines()
    (check,) = [line for line in lines if re.match(r"pip install \S+ && haltcheck ", line)]
    (test,) = [line for line in lines if re.match(r"pip install .* && pytest$", line)]
    assert (root / check.split()[-1]).is_file()
    assert "[dev]" in test


def test_links_to_places_of_the_repository_lead_somewhere(root):
    for page in (root / "README.md", *(root / "docs").glob("*.md")):
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_all_configuration_stands_in_one_file(root):
    assert "haltcheck" in tomllib.loads((root / "pyproject.toml").read_text())["project"]["name"]
    for name in ("setup.cfg", "setup.py", "tox.ini", "mypy.ini", "ruff.toml", "pytest.ini"):
        assert not (root / name).exists(), name
