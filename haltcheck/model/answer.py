"""How the choices are named that callable arguments make by what they answer."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ANSWER = re.compile(r" (\w+)\(\)")


def answer_of(name: str) -> str:
    """What the name of a choice ends with that the callable of this name makes."""
    return f" {name}()"


def asked_in(choices: Iterable[str]) -> tuple[str, ...]:
    """The callables whose answers are among these choices, each once, in order."""
    found = (_ANSWER.search(one) for one in choices)
    return tuple(sorted({one[1] for one in found if one is not None}))
