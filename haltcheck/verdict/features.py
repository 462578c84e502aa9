"""What the judge looks at: how the rollouts of a subject ended, and how much was imagined."""

from __future__ import annotations

from haltcheck.basis.record import record


@record
class Features:
    """Shares of the rollouts by ending, and the share of values that were imagined.

    Endings are ``exit``, ``raise``, ``revisit``, ``cone revisit``, ``growing``, ``budget`` and
    ``stuck`` (a hole that no backend filled); no rollouts, no endings.
    """

    endings: tuple[tuple[str, float], ...] = ()
    imagined: float = 0.0


UNSEEN = Features()
