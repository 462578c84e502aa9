"""Keeps results with their date, version and machine, so that figures can be compared later."""

import json
import os
import platform
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import haltcheck

RESULTS = Path(__file__).with_name("results")


def circumstances() -> dict[str, object]:
    """When, with which version and on which machine a figure was taken."""
    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "haltcheck": haltcheck.__version__,
        "commit": _commit(),
        "python": platform.python_version(),
        "system": platform.platform(),
        "cpu": cpu_model(),
        "cores": os.cpu_count(),
    }


def keep(name: str, payload: dict[str, object], target: Path | None = None) -> Path:
    """Writes a result as JSON to ``target``, or else to the results folder under its name."""
    path = target or RESULTS / f"{name}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = {"circumstances": circumstances(), **payload}
    path.write_text(json.dumps(whole, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def cpu_model() -> str:
    """What the processor calls itself, where the system tells."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    named = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return named[0] if named else platform.machine()


def _commit() -> str:
    here = Path(__file__).parent
    command = ["git", "describe", "--always", "--dirty"]
    try:
        told = subprocess.run(command, cwd=here, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return told.stdout.strip()
