"""Abstract classes of the library, which tell built-in values by what these can do.

What objects of the file's own classes can do is not asked of them.
"""

from __future__ import annotations

import collections.abc
import numbers

from haltcheck.model.step.value import Value

_CONTAINERS = (
    *("Callable", "Collection", "Container", "Hashable", "Iterable", "Iterator", "Mapping"),
    *("MutableMapping", "MutableSequence", "MutableSet", "Reversible", "Sequence", "Set", "Sized"),
)
_NUMBERS = ("Complex", "Integral", "Number", "Rational", "Real")
_RENAMED = {"Set": "AbstractSet"}

VALUES: dict[str, Value] = {
    **{f"collections.abc.{name}": getattr(collections.abc, name) for name in _CONTAINERS},
    **{
        f"typing.{_RENAMED.get(name, name)}": getattr(collections.abc, name) for name in _CONTAINERS
    },
    **{f"numbers.{name}": getattr(numbers, name) for name in _NUMBERS},
}
