"""Which handler catches what was raised."""

from __future__ import annotations

import builtins

from haltcheck.model.aftermath.outcome import DETERMINISTIC, FAILED, REFUSED, UNSEEN
from haltcheck.model.aftermath.value import UNSURE, Error, Known, Listed, Value, text_of

_BROAD = frozenset({"Exception", "BaseException"})
_OUTSIDE = frozenset(
    {"OSError", "IOError", "EnvironmentError", "ConnectionError", "ConnectionRefusedError"}
    | {"URLError", "HTTPError", "RequestException", "SSLError", "error", "gaierror"}
)
_ARGUMENTS = frozenset(
    {"ValueError", "LookupError", "KeyError", "IndexError", "ArithmeticError", "OverflowError"}
    | {"UnicodeError", "UnicodeDecodeError", "UnicodeEncodeError", "JSONDecodeError", "error"}
)
_PASSES = frozenset(
    {"BlockingIOError", "InterruptedError", "TimeoutError", "timeout", "Timeout", "Empty", "Full"}
    | {"StopIteration", "StopAsyncIteration", "GeneratorExit", "CancelledError", "EOFError"}
    | {"KeyboardInterrupt", "IncompleteReadError"}
)
"""What comes once, or for a while; or is how an end is told."""

_FAMILIES = {REFUSED: _OUTSIDE | _BROAD, UNSEEN: _OUTSIDE, DETERMINISTIC: _ARGUMENTS}
"""For an exception whose class is not told: what a handler for it names. Arguments of another
type are outside of the domain, so that a handler for all is none for what refuses a value."""


def catches(error: Value, test: Value) -> Value:
    """Whether ``except test`` catches the error."""
    if not isinstance(error, Error):
        return UNSURE
    if isinstance(test, Listed):
        parts = [catches(error, one) for one in test.values]
        if any(part == Known(True) for part in parts):
            return Known(True)
        return Known(False) if all(part == Known(False) for part in parts) else UNSURE
    if error.name == FAILED:
        name = text_of(test).rpartition(".")[2].lstrip(":")
        return Known(bool(name) and name not in _PASSES)
    if error.name in _FAMILIES:
        return Known(text_of(test).rpartition(".")[2].lstrip(":") in _FAMILIES[error.name])
    raised, wanted = _class(error.name), _class(text_of(test).removeprefix("::"))
    if error.name == text_of(test).removeprefix("::"):
        return Known(True)
    if raised is None:
        broad = wanted in (Exception, BaseException)
        return Known(broad) if wanted is not None else UNSURE
    return UNSURE if wanted is None else Known(issubclass(raised, wanted))


def _class(name: str) -> type[BaseException] | None:
    found = getattr(builtins, name, None)
    is_class = isinstance(found, type) and issubclass(found, BaseException)
    return found if is_class else None
