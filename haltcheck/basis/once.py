"""Remembers what was derived from an object, by the object itself and not by its fields."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

A = TypeVar("A")
R = TypeVar("R")

_MOST = 512


def once(derive: Callable[[A], R], *, most: int = _MOST) -> Callable[[A], R]:
    """The same function, computed once per object; the last few hundred are kept, or ``most``.

    Frozen records compare by all their fields, which costs more than most derivations save.
    """
    known: OrderedDict[int, tuple[A, R]] = OrderedDict()

    @wraps(derive)
    def derived(value: A) -> R:
        found = known.get(id(value))
        if found is not None:
            return found[1]
        if len(known) >= most:
            known.popitem(last=False)
        result = derive(value)
        known[id(value)] = (value, result)
        return result

    return derived
