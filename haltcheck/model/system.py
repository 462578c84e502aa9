"""Integer transition systems: what proofs work on.

One system describes one subject. For a loop its locations are the heads of the loop and of the
loops inside it (block ids), and those that the stem passes; for a recursion they are the functions
of the component (their index in the subject) and a transition is a path to a call of another.
Variables are integers: a local ``n``, a length ``len(xs)``, an attribute ``self.i``, what is left
of an iterator ``left(it)``, bytes left of a stream ``remaining(f)``, and truth values of what
nothing writes (``bool(flag)``, ``x is None``: 0 or 1).
"""

from enum import Enum

from haltcheck.basis.record import record
from haltcheck.model.assumption import Specific
from haltcheck.model.subject import Subject
from haltcheck.model.term import TRUE, Formula, Term

ENTRY = -1
EXIT = -2


class Faith(Enum):
    """How close a transition is to the program.

    EXACT: whenever control is at ``source`` in a state that satisfies the guard, for the choices
    made, the program takes this very path. COARSE: an over-approximation; the program may do
    this, and does nothing that no transition allows.
    """

    EXACT = "exact"
    COARSE = "coarse"


@record
class Returned:
    """A call of a function of the recursion that came back on the way.

    ``location`` is the function's, ``arguments`` are its parameters as terms where they are
    integers, ``result`` is the choice that stands for what it gave back.
    """

    location: int
    arguments: tuple[tuple[str, Term], ...]
    result: str


@record
class Result:
    """A way through a function of the recursion to its end; ``value`` is what it gives back."""

    source: int
    guard: Formula
    value: Term
    choices: tuple[str, ...] = ()
    returned: tuple[Returned, ...] = ()


@record
class Transition:
    """A path from one location to the next; variables without an update keep their value.

    ``choices`` are fresh variables in guard and update that may have any value each time;
    ``world`` those of them that the outside world picks freely, and may pick for ever.
    ``events`` words the environment's events that the path stands for ("end of file").
    ``assumptions`` are the specific ones that this transition needs.
    ``blocks`` is the path, ``line`` the line where it leaves its source. ``returned`` are the
    calls of the recursion that came back on the way.
    """

    source: int
    target: int
    guard: Formula
    update: tuple[tuple[str, Term], ...]
    choices: tuple[str, ...] = ()
    world: frozenset[str] = frozenset()
    faith: Faith = Faith.EXACT
    blocks: tuple[int, ...] = ()
    line: int = 0
    events: tuple[str, ...] = ()
    assumptions: tuple[Specific, ...] = ()
    returned: tuple[Returned, ...] = ()

    def __hash__(self) -> int:
        """By what nearly always tells two apart; the assumptions alone may be thousands."""
        return hash((self.source, self.target, self.guard, self.update))


@record
class Variable:
    """One integer of the state.

    ``low`` is a bound that always holds (0 for lengths and truth values), ``high`` likewise (1
    for truth values). ``parameter`` is true where the value at ENTRY is the caller's free choice
    within the bounds; other variables are written before they are read.
    """

    name: str
    low: int | None = None
    high: int | None = None
    parameter: bool = False


@record
class System:
    """All that the subject can do, over-approximated; ``inside`` are the subject's locations.

    Transitions from ``inside`` to EXIT leave the subject (exceptions included); transitions from
    ENTRY and between locations outside form the stem. ``complete`` is false where paths were cut
    off, so that nothing may be proved by the absence of a transition.
    ``results`` are all the ways to the end of a function that gives back integers.
    """

    subject: Subject
    variables: tuple[Variable, ...]
    inside: frozenset[int]
    transitions: tuple[Transition, ...]
    entry_condition: Formula = TRUE
    complete: bool = True
    results: tuple[Result, ...] = ()


@record
class Unsuited:
    """Why no system could be built."""

    reason: str
