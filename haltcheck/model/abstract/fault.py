"""Exceptions on a path: what is raised and which handler catches it."""

from __future__ import annotations

import builtins

from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.classes import is_class
from haltcheck.model.abstract.probe import is_certain
from haltcheck.model.abstract.scene import Scene
from haltcheck.model.abstract.state import State
from haltcheck.model.abstract.value import Closure, Fault, Items, Known, Name, Thing, Value, mask_of
from haltcheck.model.term import FALSE, TRUE, Formula, disjunction


def exception_class(name: str) -> type[BaseException] | None:
    """The built-in exception class of that name, where there is one."""
    found = getattr(builtins, name, None)
    if isinstance(found, type) and issubclass(found, BaseException) and _is_made_of_nothing(found):
        return found
    return None


def _is_made_of_nothing(cls: type[BaseException]) -> bool:
    """Some classes (UnicodeDecodeError, ExceptionGroup) raise where they get no arguments."""
    try:
        cls()
    except TypeError:
        return False
    return True


def raised(value: Value, cause: Value) -> Value:
    """What ``raise value from cause`` raises: the class of a built-in exception makes an instance.

    What is no exception raises a TypeError.
    """
    for one in (value, *(() if cause == Known(None) else (cause,))):
        if not _may_be_raised(one):
            return Fault("TypeError") if is_certain(one) else Thing("error", k.OBJECT)
    if isinstance(value, Name) and exception_class(value.dotted) is not None:
        return Fault(value.dotted)
    return value


def _is_no_exception(dotted: str) -> bool:
    return hasattr(builtins, dotted) and exception_class(dotted) is None


def _may_be_raised(value: Value) -> bool:
    if isinstance(value, Closure):
        return False
    return bool(mask_of(value) & (k.OBJECT | k.FUNCTION))


def caught(scene: Scene, state: State, error: Value, test: Value) -> Formula:
    """Whether ``except test`` catches the error."""
    if isinstance(test, Items):
        return disjunction(*(caught(scene, state, error, one) for one in test.values))
    if not is_class(test) or (isinstance(test, Name) and _is_no_exception(test.dotted)):
        scene.may_raise(state, ("TypeError",))
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
