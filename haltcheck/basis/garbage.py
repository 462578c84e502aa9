"""Garbage is looked for rarely: a check makes many small objects and few cycles."""

from __future__ import annotations

import gc

_COLLECTIONS = (3_000_000, 20, 100)


def look_rarely() -> None:
    """Sets the collector for this process; looking as often as usual costs a seventh of a run."""
    gc.set_threshold(*_COLLECTIONS)
