"""The screen that the README shows is what haltcheck prints today."""

import os
import re
from pathlib import Path

from haltcheck.cli import main

ROOT = Path(__file__).parents[2]
SCREEN = re.compile(r"(?<=```\n\$ haltcheck docs/demo\.py\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)


def test_the_screen_is_real(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    assert main(["docs/demo.py", "--format", "full"]) == 1
    shown = capsys.readouterr().out
    page = ROOT / "README.md"
    before = page.read_text(encoding="utf-8")
    after = SCREEN.sub(lambda _: shown, before)
    assert SCREEN.search(before)
    if os.environ.get("HALTCHECK_ACCEPT"):
        page.write_text(after, encoding="utf-8")
    else:
        assert after == before
