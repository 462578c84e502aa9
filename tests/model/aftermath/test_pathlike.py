"""Walks up a path: the root is its own parent, and so is a relative path's last one."""

import pytest

from haltcheck.api import check

HEAD = "from pathlib import Path\ndef f(start: Path, top=None):\n    path = start\n"
UP = "        path = path.parent\n"
ENDLESS = [
    f"    while not (path / 'setup.cfg').exists():\n{UP}",
    f"    while not path.joinpath('a', 'b').is_file():\n{UP}",
    f"    while True:\n        if (path / '.git').is_dir():\n            return path\n{UP}",
    f"    path = path.resolve()\n    while path.name != 'src':\n{UP}",
    "    while not (path / 'x').exists():\n        path = Path(path).parent\n",
    "    return path if (path / 'x').exists() else f(path.parent)\n",
    # A link on the way may lead around the folder.
    "    import os\n    while not os.path.samefile(path, top):\n        path = path.parent\n",
]
RELATIVE = [
    f"    while path != Path('/'):\n{UP}",
    f"    while not path.is_absolute():\n{UP}",
]
ENDING = [
    f"    while path != path.parent:\n        if (path / 'x').exists():\n            break\n{UP}",
    f"    while not path.is_dir():\n{UP}",
    f"    while path.name:\n{UP}",
    f"    while len(path.parts) > 1:\n{UP}",
    f"    path = path.resolve()\n    while path != Path('/'):\n{UP}",
    f"    path = Path.cwd()\n    while path != Path(path.anchor):\n{UP}",
    f"    while not (path / 'x').exists():\n        if path.parent == path:\n            return\n"
    f"{UP}",
    f"    while not (path / 'x').exists() and path.parents:\n{UP}",
    "    for path in start.parents:\n        if (path / 'x').exists():\n            return path\n",
    # Whoever says where to stop begins below it.
    f"    while path != top:\n{UP}",
    "    import os\n    path.relative_to(top)\n    while not os.path.samefile(path, top):\n"
    "        path = path.parent\n",
    # Nobody takes the root away.
    "    while not (path / 'x').exists():\n        path.rmdir()\n        path = path.parent\n",
    # Nothing tells that it is a path.
    "    node = top\n    while node.parent:\n        node = node.parent\n",
]


def _found(body: str) -> list[str]:
    (report,) = check(HEAD + body).files
    assert report.fault is None
    return [one.message for one in report.findings]


@pytest.mark.parametrize("body", ENDLESS)
def test_the_root_is_its_own_parent(body: str) -> None:
    (message,) = _found(body)
    assert "at the root" in message
    assert "parent" in message


@pytest.mark.parametrize("body", RELATIVE)
def test_a_relative_path_ends_in_its_own_parent(body: str) -> None:
    (message,) = _found(body)
    assert "path is a relative path" in message


@pytest.mark.parametrize("body", ENDING)
def test_who_looks_for_the_root_or_for_what_is_there_comes_to_an_end(body: str) -> None:
    assert not _found(body)
