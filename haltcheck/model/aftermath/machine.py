"""States that an object keeps itself: no method binds one that all of them pass by.

A method that asks `self.state` for one state after the other, without an `else`, has named them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from haltcheck.basis.once import once
from haltcheck.model import instruction as i
from haltcheck.model.aftermath.start import Site
from haltcheck.model.program import Program

_ASKED = re.compile(r"(?P<p>\w+\.\w+) (?:is|==|in) .+")
_FEW = 3


def passes_by(site: Site, supposed: Mapping[str, bool]) -> str:
    """The attribute that is supposed to hold none of the states it is asked for; empty where none.

    It is one of the receiver's own that its class binds, and at least three are asked for.
    """
    function = site.function
    if not function.in_class or not function.parameters:
        return ""
    asked: Counter[str] = Counter()
    held: set[str] = set()
    for fact, answer in supposed.items():
        found = _ASKED.fullmatch(fact)
        if found is not None and answer:
            held.add(found["p"])
        elif found is not None:
            asked[found["p"]] += 1
    own = _bound(site.program).get(function.in_class, frozenset())
    receiver = f"{function.parameters[0].name}."
    for place, times in asked.items():
        is_own = place.startswith(receiver) and place.removeprefix(receiver) in own
        if times >= _FEW and place not in held and is_own:
            return place
    return ""


@once
def _bound(program: Program) -> dict[str, frozenset[str]]:
    """The attributes that the methods of each class bind, those that were read."""
    found: dict[str, set[str]] = {}
    for function in program.functions.values():
        for block in function.blocks if function.in_class else ():
            for one in block.instructions:
                if isinstance(one, i.SetAttribute):
                    found.setdefault(function.in_class or "", set()).add(one.name)
    return {cls: frozenset(names) for cls, names in found.items()}
