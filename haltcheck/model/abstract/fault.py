"""Exceptions on a path: what is raised and which handler catches it."""

from __future__ import annotations

import builtins

from haltcheck.model.abstract.scene import Scene
from haltcheck.model.abstract.state import State
from haltcheck.model.abstract.value import Fault, Items, Name, Value
from haltcheck.model.term import FALSE, TRUE, Formula, disjunction


def exception_class(name: str) -> type[BaseException] | None:
    """The built-in exception class of that name, where there is one."""
    found = getattr(builtins, name, None)
    if isinstance(found, type) and issubclass(found, BaseException):
        return found
    return None


def raised(value: Value) -> Value:
    """What ``raise value`` raises: the class of a built-in exception makes an instance."""
    if isinstance(value, Name) and exception_class(value.dotted) is not None:
        return Fault(value.dotted)
    return value


def caught(scene: Scene, state: State, error: Value, test: Value) -> Formula:
    """Whether ``except test`` catches the error."""
    if isinstance(test, Items):
        return disjunction(*(caught(scene, state, error, one) for one in test.values))
    wanted = exception_class(test.dotted) if isinstance(test, Name) else None
    if wanted is BaseException:
        return TRUE
    if isinstance(error, Fault) and wanted is not None:
        found = exception_class(error.name)
        if found is not None:
            if issubclass(found, wanted):
                return TRUE
            if not issubclass(wanted, found):
                return FALSE
    state.exact = False
    return scene.coin(state)
