"""Attributes that lead to another object of the kind, which may lead back.

Exceptions say what they came of; objects whose class keeps causes itself are none.
"""

from __future__ import annotations

from haltcheck.model.calls import Resolver
from haltcheck.model.program import Function
from haltcheck.model.reference.joined import joined
from haltcheck.model.reference.verbs import CAUSE, REFERS


def refers(resolver: Resolver, function: Function, name: object) -> bool:
    """Whether what an attribute of this name holds is only referred to."""
    if name in REFERS:
        return not (name == CAUSE and _keeps_causes(resolver, function))
    return name in joined(resolver)


def _keeps_causes(resolver: Resolver, function: Function) -> bool:
    """Whether the class itself binds the causes of its objects: they are no exceptions."""
    cls, known = function.in_class, resolver.program.contents.functions.values()
    own = (entry.writes for entry in known if cls is not None and entry.in_class == cls)
    return any(name.endswith(f".{CAUSE}") for writes in own for name in writes)
