"""Loggers: what is logged goes nowhere that the program sees."""

from __future__ import annotations

from typing import Any

from haltcheck.model.step.fault import HoleError
from haltcheck.model.step.render import has_text_method, is_plain
from haltcheck.model.step.state import State
from haltcheck.model.step.value import Error, Instance, Native, Opaque, Row, Thing, Value

Named = dict[str, Value]
_TELLING = ("debug", "info", "warning", "warn", "error", "exception", "critical", "log")
_SETTING = ("setLevel", "addHandler", "removeHandler", "addFilter")


class Logger(Thing):
    """``logging.getLogger(name)``: the same one for the same name."""

    __slots__ = ("name",)

    def __init__(self, name: Value) -> None:
        self.name = name

    def __eq__(self, other: object) -> bool:
        return type(other) is Logger and other.name == self.name

    def __hash__(self) -> int:
        return hash(self.name)


def tell(state: State, args: list[Value], named: Named) -> None:
    """Logs; formatting must run no code of the program."""
    for value in (*args, *named.values()):
        if isinstance(value, Instance | Error | Opaque):
            if has_text_method(value):
                raise HoleError("logging an object")
        elif not isinstance(value, Thing | Row) and not is_plain(value):
            raise HoleError("logging objects")


def logger_attribute(state: State, logger: Logger, name: str) -> Value:
    """``log.debug`` and its like."""
    if name in _TELLING:
        return Native("logging.debug", tell)
    if name in _SETTING:
        return Native("logging.Logger.setLevel", _set)
    if name == "getChild":
        return Native("logging.getLogger", _get)
    raise HoleError(f"a logger's {name}")


def _set(state: State, args: list[Value], named: Named) -> None:
    """Levels and handlers decide only what is written where."""


def _get(state: State, args: list[Value], named: Named) -> Value:
    name = args[0] if args else named.get("name")
    if isinstance(name, Thing):
        return Logger("?")
    return Logger(name) if type(name) in (str, type(None)) else Logger("?")


FUNCTIONS: dict[str, Any] = {
    "logging.getLogger": _get,
    **{f"logging.{name}": tell for name in _TELLING},
    "warnings.warn": tell,
}
VALUES: dict[str, Value] = {
    "logging.DEBUG": 10,
    "logging.INFO": 20,
    "logging.WARNING": 30,
    "logging.ERROR": 40,
    "logging.CRITICAL": 50,
}
