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
_RELATIVE = frozenset({"os.path.relpath", "posixpath.relpath"})
"""What gives no absolute path: above all that it names there is nothing."""

_SPELLS = frozenset({"os.path.normpath", "os.path.expanduser", "os.path.expandvars", "os.fspath"})
"""What spells a path in another way and leaves it where it is, absolute or not."""


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
        case [Known(value=str() as text)] if name in _SPELLS and context.event is Event.ROOT:
            return _spelled(name, text)
        case [_, *_] if name in _RELATIVE and context.event is Event.ROOT:
            return Known("a")
        case [Known(value="/")] if name in _ASKS:
            return Known(True)
        case [Known(value=str() as text), *_] if name in _CHANGES and _is_root(text):
            # Nobody takes the root away.
            raise RaisedError("OSError")
        case _:
            return None


def _spelled(name: str, text: str) -> Value | None:
    """The path as the function spells it; None where that hangs on the user or the environment."""
    if text.startswith("~") or "$" in text or "%" in text:
        return None
    if not name.endswith("normpath"):
        return Known(text)
    if ":" in text:
        return Known(ntpath.normpath(text)) if ntpath.isabs(text) and text[1] == ":" else None
    return Known(posixpath.normpath(text))


def _is_root(text: str) -> bool:
    return text in (posixpath.dirname(text), ntpath.dirname(text))
