"""Names that every format takes, each for one thing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from haltcheck.model.system import ENTRY, EXIT

_C = """auto bool break case char const continue default do double else enum extern float for goto
if inline int long main register restrict return short signed sizeof static struct switch typedef
union unsigned void volatile while abort location pick floor_divide floor_modulo
abs assert exit"""
_SMT = """and or not distinct ite true false forall exists let div mod abs par as select store
assert Int Bool Real xor is match push pop exit"""
_KOAT = """GOAL COMPLEXITY VAR RULES STARTTERM FUNCTIONSYMBOLS RETURNLOCATIONS TRUE inf log
EXACTRUNTIME EXPECTEDCOMPLEXITY EXPECTEDSIZE ALMOSTSURETERMINATION BERNOULLI BINOMIAL GEOMETRIC
HYPERGEOMETRIC UNIFORM"""
_OURS = "start done nondet quotient remainder"
_TAKEN = {*_C.split(), *_SMT.split(), *_KOAT.split(), *_OURS.split()}
# What looks like a location or like a prefix that an exporter puts in front.
_KEPT = re.compile(r"l\d+$|next_|__VERIFIER|Com_")


class Names:
    """Gives out names; what is given out once is never given out again."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def give(self, wanted: str) -> str:
        """The wanted name or one like it that is legal everywhere and free."""
        plain = re.sub(r"[^A-Za-z0-9]+", "_", wanted).strip("_") or "value"
        if not plain[0].isalpha() or _KEPT.match(plain) or plain in _TAKEN:
            plain = f"v_{plain}"
        free, count = plain, 1
        while free in self._taken:
            free, count = f"{plain}_{count}", count + 1
        self._taken.add(free)
        return free


def name_locations(locations: Iterable[int]) -> dict[int, str]:
    """``start``, ``done`` and ``l1``, ``l2`` and so on, in the order of the locations."""
    inner = sorted(set(locations) - {ENTRY, EXIT})
    return {ENTRY: "start", EXIT: "done"} | {one: f"l{at}" for at, one in enumerate(inner, 1)}
