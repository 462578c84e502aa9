"""Path names after the event: the root is its own parent."""

from __future__ import annotations

import ntpath
import posixpath

from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.outcome import Event, RaisedError
from haltcheck.model.aftermath.state import State
from haltcheck.model.aftermath.value import Known, Listed, Value

ROOT = "/"
"""Every absolute path leads here."""

PATHS = ("/a", "//a", "Z:\\a")
"""Paths to try, one for each kind of root."""

PARENTS = frozenset({"os.path.split", "os.path.dirname", "posixpath.split", "posixpath.dirname"})

_CHANGES = frozenset(
    {"os.rmdir", "os.remove", "os.unlink", "os.rename", "os.mkdir", "os.replace", "shutil.rmtree"}
)
_ASKS = frozenset({"os.path.exists", "os.path.lexists", "os.path.isdir"})


def path_call(context: Context, state: State, name: str, values: list[Value]) -> Value | None:
    """What is known of a call on a constant path; None for anything else."""
    match values:
        case [Known(value=str() as text)] if name in PARENTS and context.event is Event.ROOT:
            module = ntpath if ":" in text and name.startswith("os.") else posixpath
            state.met = True
            if name.endswith("split"):
                head, tail = module.split(text)
                return Listed("tuple", (Known(head), Known(tail)))
            return Known(module.dirname(text))
        case [Known(value="/")] if name in _ASKS:
            return Known(True)
        case [Known(value=str() as text), *_] if name in _CHANGES and _is_root(text):
            # Nobody takes the root away.
            raise RaisedError("OSError")
        case _:
            return None


def _is_root(text: str) -> bool:
    return text in (posixpath.dirname(text), ntpath.dirname(text))
