"""One door to the benches of real code, and the bars from what they kept."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from benches import findings, real_code
from benches.findings import Row

ROW = Row("a.py", 3, "HC102", "error", "f", "m", "x", "right")


def test_bars_are_read_from_what_is_kept(tmp_path: Path) -> None:
    pairs = [
        {"core": True, "caught": "HC102@1", "on_fixed": ""},
        {"core": True, "caught": "", "on_fixed": "HC102@1"},
        {"core": False, "caught": "", "on_fixed": ""},
    ]
    (tmp_path / "pairs.json").write_text(json.dumps({"pairs": pairs}))
    (tmp_path / "speed-packages.json").write_text(json.dumps({"ratio": 0.5, "stages": {}}))
    rows = [ROW, replace(ROW, severity="warning", mark="wrong"), replace(ROW, mark="open")]
    findings.write("findings-p", rows, {}, tmp_path)
    assert real_code.bars(tmp_path) == [
        "core pairs caught: 1 of 2 = 0.50 (bar .85)",
        "core pairs, fixed release silent: 1 of 2 = 0.50 (bar .95)",
        "findings-p:",
        "  errors: 2, right 1 of 1 = 1.00 (bar .80)",
        "  warnings: 1, right 0 of 1 = 0.00 (bar .60)",
        "pace against mypy: 0.5 (bar .50), stages {}",
    ]


def test_a_command_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert real_code.main(["nothing"]) == 2
    assert "pairs" in capsys.readouterr().out
    assert real_code.main(["--help"]) == 0
