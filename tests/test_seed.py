"""The report of a file is the same under every seed of the hashes."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PLACED = """\
def placed(pairs):
    buffer = {}
    upcoming = 0
    for place, value in pairs:
        buffer[place] = value
        while upcoming in buffer:
            yield buffer.pop(upcoming)
            upcoming += 1
"""


def reported(folder: Path, seed: int) -> str:
    """What a process of its own says of the program under a seed."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": str(seed)}
    command = [sys.executable, "-m", "haltcheck", "--format", "jsonl", "--world-model", "none", "."]
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_two_seeds_give_one_report(tmp_path):
    (tmp_path / "placed.py").write_text(PLACED)
    assert reported(tmp_path, 0) == reported(tmp_path, 1) != ""
