"""Facts about what a table holds that the class of what it is filled with denies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from haltcheck.frontend.expression import Literal
from haltcheck.model.aftermath.start import Site
from haltcheck.model.reference.kind import kind_of

_FOUND = re.compile(r"said\(\w+\.(\w+)(?:\[.*\]|\.get\(.*\))\)")
_NO_KIND = re.compile(r"isinstance\((.+), ::([\w.]+)\)")


def is_denied(
    site: Site, values: Iterable[tuple[str, Literal]], supposed: Mapping[str, bool]
) -> bool:
    """Whether something that a table would have to hold is none of the class that it holds."""
    for place, value in values:
        found = _FOUND.fullmatch(place)
        kind = kind_of(site.resolver, found[1]) if found is not None else ""
        for fact, answer in supposed.items() if kind else ():
            asked = _NO_KIND.fullmatch(fact)
            if asked is None or answer or asked[2].rpartition(".")[2] != kind:
                continue
            if asked[1] in (place, value):
                return True
    return False
