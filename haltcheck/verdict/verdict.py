"""What is said of a subject in the end, and what of it is worth a finding."""

from __future__ import annotations

from haltcheck.basis.answer import Answer, Basis, Severity
from haltcheck.basis.record import record
from haltcheck.basis.span import Span
from haltcheck.model.aftermath.turn import NOWHERE, Occasion
from haltcheck.model.assumption import Specific


@record
class Exhibit:
    """A certificate as people read it: its kind (``Ranking``) and one line of text."""

    kind: str
    text: str


@record
class Moment:
    """The state before a line runs: each local with its repr."""

    line: int
    locals: tuple[tuple[str, str], ...] = ()


@record
class Witness:
    """A run that stays inside for ever: inputs (name, repr), event, and the lasso.

    ``event`` is the environment's ("end of file"), empty where none is needed; ``occasion`` is
    where it comes, and ``exits`` are the lines of the tests that see nothing of it.
    """

    inputs: tuple[tuple[str, str], ...] = ()
    event: str = ""
    stem: tuple[Moment, ...] = ()
    cycle: tuple[Moment, ...] = ()
    occasion: Occasion = NOWHERE
    exits: tuple[int, ...] = ()


NO_WITNESS = Witness()


def kind_of(event: str) -> str:
    """The environment's event without when it comes ("end of file" for any number of bytes)."""
    return event.partition(" after ")[0]


@record
class Verdict:
    """The answer for one subject, with what stands behind it.

    ``p_halt`` is always given; ``confidence`` is None where the answer is unknown. ``condition``
    is a Python expression over the parameters or a sentence, empty where none is needed; it is
    ``exact`` where all other inputs are proved to halt, else there may be more that do not.
    ``reasons`` are never empty where the answer is unknown. A divergence of several functions that
    recur through each other may be known of runs only that are ``begun`` in one of them. Where a
    divergence of a function has no condition, but some of its runs may pass it by, it is ``missed``
    by those.
    """

    answer: Answer
    basis: Basis
    confidence: float | None
    p_halt: float
    technique: str = ""
    certificate: Exhibit | None = None
    condition: str = ""
    witness: Witness | None = None
    intended: bool = False
    assumptions: tuple[Specific, ...] = ()
    explanation: str = ""
    reasons: tuple[str, ...] = ()
    exact: bool = False
    begun: str = ""
    missed: bool = False


@record
class Finding:
    """What a rule reports; ``text`` is the source of the span's lines, for frames and baselines.

    ``function`` is the qualname around it, ``<module>`` for the module body.
    """

    code: str
    severity: Severity
    span: Span
    message: str
    function: str
    hint: str = ""
    verdict: Verdict | None = None
    text: str = ""
