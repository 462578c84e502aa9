"""Functions that are asked again what they were asked: the ways in which that is known."""

from __future__ import annotations

from haltcheck.model.calls import Resolver
from haltcheck.model.reference.asked_again import Answers, HandsBack
from haltcheck.model.reference.lacking import lacking
from haltcheck.model.reference.nested import nested
from haltcheck.model.reference.reflected import reflected
from haltcheck.model.reference.repeated import repeated
from haltcheck.model.reference.replaced import replaced


def handed_back(resolver: Resolver, qualnames: tuple[str, ...]) -> HandsBack | Answers:
    """Whether functions that call each other are asked again what one of them was asked."""
    if len(qualnames) == 1:
        return hands_back(resolver, qualnames[0])
    for name in qualnames:
        found = nested(resolver, name)
        if isinstance(found, HandsBack):
            return found
    return Answers("nothing asks them the same again")


def hands_back(resolver: Resolver, qualname: str) -> HandsBack | Answers:
    """Whether a function is asked again what it was asked."""
    for ask in (reflected, repeated, replaced, lacking, nested):
        found = ask(resolver, qualname)
        if isinstance(found, HandsBack):
            return found
    return Answers("nothing asks it the same again")
