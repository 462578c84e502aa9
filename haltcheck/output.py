"""Where words go: standard output, standard error, and files that are replaced at one stroke."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress

from haltcheck.writers.wording import encodable, printable
from haltcheck.writers.writer import Look

# What is opened there is somebody's stream and must not be replaced.
_DEVICES = ("/dev/", "/proc/")


def say(sentence: str) -> None:
    """Tells one thing on standard error, in one line."""
    complain("haltcheck: " + printable(encodable(" ".join(sentence.split()))))


def complain(text: str) -> None:
    """Writes to standard error; where it was closed nobody listens, and that is no mistake."""
    with suppress(OSError):
        if sys.stderr is not None:
            print(text, file=sys.stderr, flush=True)


def why(error: OSError, verb: str) -> str:
    """The system's reason in the tone of our own sentences."""
    return (error.strerror or f"cannot be {verb}").lower()


def look() -> Look:
    """How standard output shows a report: colour on a terminal, unless it is not wanted."""
    terminal = sys.stdout is not None and sys.stdout.isatty()
    wanted = terminal or bool(os.environ.get("FORCE_COLOR"))
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return Look(wanted and not plain, shutil.get_terminal_size((100, 24)).columns)


def put(text: str) -> None:
    """Writes to standard output; a reader that has gone away is no mistake of anybody."""
    if sys.stdout is None:
        raise OSError(None, "is closed")
    try:
        sys.stdout.flush()
        if hasattr(sys.stdout, "buffer"):
            sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        else:
            sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        _discard_output()
    except OSError:
        _discard_output()
        raise


def _discard_output() -> None:
    """Nothing may be written when the interpreter flushes its streams at the end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)


def replace(file: str, text: str) -> None:
    """Writes a file at one stroke, so that no reader ever sees half of it."""
    if file == "/dev/stdout":
        put(text)
    elif file.startswith(_DEVICES) or (os.path.exists(file) and not os.path.isfile(file)):
        with open(file, "ab") as stream:
            stream.write(text.encode("utf-8", "backslashreplace"))
    else:
        _swap(os.path.realpath(file), text)


def _swap(target: str, text: str) -> None:
    draft = f"{target}.{os.getpid()}.part"
    try:
        with open(draft, "xb") as stream:
            stream.write(text.encode("utf-8", "backslashreplace"))
        os.replace(draft, target)
    except OSError:
        with suppress(OSError):
            os.unlink(draft)
        raise
