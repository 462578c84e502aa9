"""Which handler catches what was raised."""

from __future__ import annotations

import builtins
import re
from collections.abc import Collection

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

_REFUSALS = re.compile(
    r"(?:.*(?:[a-z_.:]|^))?(?:Api|API|Bind|Client|Connect|Connection|Database|DB|Gateway|Http|HTTP|LDAP"
    r"|Listen|Network|Operational|Permission|Proxy|Remote|Request|RPC|Rpc|Server|Service|SMTP|Socket"
    r"|SSH|Transport|Unavailable)"
    r"(?:[A-Z]\w*)?(?:Error|Exception|Failure|Failed)"
)
"""Names of what libraries raise where something outside refuses, each time if it must be."""

_FAMILIES = {REFUSED: _OUTSIDE | _BROAD, UNSEEN: _OUTSIDE, DETERMINISTIC: _ARGUMENTS}
"""For an exception whose class is not told: what a handler for it names. Arguments of another
type are outside of the domain, so that a handler for all is none for what refuses a value."""


_BASES = {"asyncio.IncompleteReadError": EOFError}
"""Classes of the library that are no built-in ones, by their base that is one."""


def catches(error: Value, test: Value, own: Collection[str] = ()) -> Value:
    """Whether ``except test`` catches the error; ``own`` are the classes of the file."""
    if not isinstance(error, Error):
        return UNSURE
    if isinstance(test, Listed):
        parts = [catches(error, one, own) for one in test.values]
        if any(part == Known(True) for part in parts):
            return Known(True)
        return Known(False) if all(part == Known(False) for part in parts) else UNSURE
    if error.name == FAILED:
        name = text_of(test).rpartition(".")[2].lstrip(":")
        return Known(bool(name) and name not in _PASSES)
    if error.name in _FAMILIES:
        name = text_of(test).rpartition(".")[2].lstrip(":")
        outside = error.name in (REFUSED, UNSEEN) and _tells_of_outside(name)
        return Known(outside or name in _FAMILIES[error.name])
    name = text_of(test).removeprefix("::").replace("asyncio.exceptions.", "asyncio.")
    raised, wanted = _BASES.get(error.name) or _class(error.name), _class(name)
    if error.name == name:
        return Known(True)
    if raised is not None and name in own:
        # No class of the library derives from one of the file.
        return Known(False)
    if raised is None:
        broad = wanted in (Exception, BaseException)
        return Known(broad) if wanted is not None else UNSURE
    return UNSURE if wanted is None else Known(issubclass(raised, wanted))


def _tells_of_outside(name: str) -> bool:
    return name not in _PASSES and _REFUSALS.fullmatch(name) is not None


def _class(name: str) -> type[BaseException] | None:
    found = getattr(builtins, name, None)
    is_class = isinstance(found, type) and issubclass(found, BaseException)
    return found if is_class else None
