"""Paths that are spelled in another way before their parents are asked for."""

import ntpath
import posixpath
from types import ModuleType

import pytest

from haltcheck.api import check

UPWARDS = """
import os

def missing(path):
    path = {first}
    todo = []
    while True:
        if os.path.isdir(path):
            break
        todo.append(path)
        path = os.path.dirname(path)
    return todo
"""

SPELLED = (
    "os.path.dirname(path)",
    "os.path.normpath(path)",
    "os.path.expanduser(path)",
    "os.path.expandvars(os.fspath(path))",
    "os.path.normpath(os.path.dirname(os.path.expanduser(path)))",
)


def _codes(text: str) -> list[str]:
    (report,) = check(text).files
    assert report.fault is None
    return [one.code for one in report.findings]


@pytest.mark.parametrize("first", SPELLED)
def test_a_path_that_is_only_spelled_otherwise_may_lead_nowhere(first: str) -> None:
    assert _codes(UPWARDS.format(first=first)) == ["HC102"]


@pytest.mark.parametrize(
    "first", ["os.path.abspath(os.path.normpath(path))", "os.path.expanduser('~')"]
)
def test_an_absolute_path_leads_to_a_folder(first: str) -> None:
    assert not _codes(UPWARDS.format(first=first))


def test_a_parent_that_is_the_path_itself_is_noticed() -> None:
    text = UPWARDS.format(first="os.path.normpath(path)")
    last = "        path = os.path.dirname(path)"
    noticed = (
        "        parent = os.path.dirname(path)\n"
        "        if parent == path: raise OSError(path)\n"
        "        path = parent"
    )
    assert not _codes(text.replace(last, noticed))


def test_the_root_of_a_normal_path_is_noticed() -> None:
    text = UPWARDS.format(first="os.path.normpath('/' + path.lstrip('/'))")
    assert not _codes(text.replace("os.path.isdir(path)", "path == '/'"))


@pytest.mark.parametrize(("module", "path"), [(ntpath, "Z:\\a"), (posixpath, "a")])
def test_python_comes_to_a_parent_of_itself(module: ModuleType, path: str) -> None:
    path = module.dirname(module.normpath(module.expanduser(path)))
    assert module.dirname(path) == path != "/"


@pytest.mark.parametrize(
    ("first", "codes"),
    [("os.path.relpath(path, home)", []), ("os.path.join(home, path)", ["HC102"])],
)
def test_a_relative_path_comes_to_nothing(first: str, codes: list[str]) -> None:
    text = (
        f"import os\n\ndef known(path, home, names):\n    path = {first}\n    while path:\n"
        "        if path in names:\n            return path\n        path = os.path.dirname(path)\n"
    )
    assert _codes(text) == codes
