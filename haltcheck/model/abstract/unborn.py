"""``__getattr__`` of an object that is not initialised, and asks itself for what is not bound."""

from __future__ import annotations

from haltcheck.basis.record import record
from haltcheck.model.abstract.asking import Escapes, asked
from haltcheck.model.abstract.newborn import Nameless, Newborn, binder, newborn
from haltcheck.model.calls import Resolver
from haltcheck.model.hierarchy import unmangled
from haltcheck.model.program import Function

FIRST = "__setstate__"
"""What copy and pickle ask a new object for, before they give it its attributes."""

_GETATTR = "__getattr__"
_MOST = 8


@record
class Unborn:
    """Asked for FIRST or any of the ``names``, ``__getattr__`` first reads one of the ``names``.

    The object lacks them all until the methods ``binders`` have bound them, as far as the bases
    that are ``unseen`` do not bring them.
    """

    names: tuple[str, ...]
    binders: tuple[str, ...]
    unseen: tuple[str, ...] = ()


@record
class Born:
    """Why nothing of the kind is known."""

    why: str


def unborn(resolver: Resolver, qualname: str) -> Unborn | Born:
    """Whether ``__getattr__`` never comes back on an object that copy or pickle has just made.

    Each of the names is followed through the body: whatever it is asked for, it reads another.
    """
    function = resolver.program.functions.get(qualname)
    if function is None or not _is_asked(resolver, function):
        return Born("it is no __getattr__")
    made = newborn(resolver, function.in_class or "")
    if isinstance(made, Nameless):
        return Born(made.why)
    names: list[str] = []
    work = [FIRST]
    while work:
        found = asked(resolver, function, made, work.pop())
        if isinstance(found, Escapes):
            return Born(found.why)
        new = sorted(found.names - set(names))
        names += new
        work += new
        if len(names) > _MOST:
            return Born("it reads too many attributes")
    binders = tuple([binder(resolver, made, name) for name in names])
    if not all(binders):
        return Born("no method binds what it reads")
    return Unborn(tuple([_spelled(made, name) for name in names]), binders, made.unseen)


def _is_asked(resolver: Resolver, function: Function) -> bool:
    """Whether the function is what Python asks where an attribute is missing."""
    entry = resolver.program.contents.functions.get(function.qualname)
    if entry is None or entry.decorators or function.in_class is None:
        return False
    twice = f"{function.qualname}#2" in resolver.program.contents.functions
    return function.qualname == f"{function.in_class}.{_GETATTR}" and not twice


def _spelled(made: Newborn, name: str) -> str:
    """The name as the class writes it."""
    return next((short for one in made.order if (short := unmangled(name, one)) != name), name)
