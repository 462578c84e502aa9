"""What a user may ask for: the options that change answers or findings."""

from __future__ import annotations

from haltcheck.basis.record import record


@record
class Options:
    """One run's wishes; each field is the long option of the same name.

    ``select`` and ``ignore`` hold codes or their prefixes (``HC1``); an empty ``select`` means
    every rule that is on by default. ``timeout`` is in seconds for each file.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    strict: bool = False
    min_confidence: float = 0.9
    base_rate: float = 0.001
    show_intended: bool = False
    timeout: float = 10.0
    jobs: int = 1
    world_model: str = "priors"
    check_proofs: bool = False
    debug: bool = False
