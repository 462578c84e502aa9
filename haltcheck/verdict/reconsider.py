"""What only the whole file shows, once every function has an answer."""

from __future__ import annotations

from collections.abc import Callable

from haltcheck.verdict.compose import Composition
from haltcheck.verdict.lurking import lurk
from haltcheck.verdict.seal import seal
from haltcheck.verdict.survey import Component


def reconsider(composition: Composition, replay: Callable[[Component], None]) -> None:
    """What runs unseen is taken into account, and who calls what; ``replay`` lets the only run of
    a function show what is open again.
    """
    taken = lurk(composition)
    for component in composition.surveyed.components:
        if not taken.isdisjoint(component.qualnames):
            replay(component)
    seal(composition)
    lurk(composition)
