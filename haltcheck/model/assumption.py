"""What a claim may suppose: the standing assumptions, and the specific ones that are printed."""

from enum import Enum

from haltcheck.basis.record import record


class Standing(Enum):
    """Supposed of every program, listed once in the documentation, compatible with a proof."""

    DOMAIN = "arguments lie in their domain"
    FINITE_INPUTS = "iterable arguments, files and streams are finite"
    FAIR_DRAWS = "random draws are fair: what happens with probability one happens"
    RESOURCES = "memory, stack and time are unlimited"
    UNRESOLVED_RETURN = "a call that cannot be resolved returns or raises"
    UNRESOLVED_WRITES = (
        "a call that cannot be resolved writes only to what it is handed or what escaped earlier"
    )
    EVENTS_COME = "an awaited event comes unless nothing in the tree can bring it"


@record
class DoesNotWrite:
    """The unresolved ``callee`` called at ``line`` leaves ``place`` (``self.i``) alone."""

    callee: str
    place: str
    line: int


DATA = "what is read"
"""The callee where no call gives the value, but the data that was read."""


@record
class ReturnsNormally:
    """The unresolved ``callee`` called at ``line`` returns instead of raising, every time."""

    callee: str
    line: int


@record
class NotOverridden:
    """No subclass elsewhere overrides ``method`` (``C.step``)."""

    method: str


@record
class SetElsewhere:
    """Another thread or callback sets ``place`` at ``line``."""

    place: str
    line: int


@record
class Consumes:
    """The unresolved ``callee`` called at ``line`` consumes something of what it is handed."""

    callee: str
    line: int


@record
class YieldsFinitely:
    """What the unresolved ``callee`` called at ``line`` returns can be iterated to its end."""

    callee: str
    line: int


@record
class DefinesNone:
    """The class ``base``, which nobody sees, gives its objects none of ``names`` (``a, b``)."""

    base: str
    names: str


Specific = (
    DoesNotWrite
    | ReturnsNormally
    | NotOverridden
    | SetElsewhere
    | Consumes
    | YieldsFinitely
    | DefinesNone
)
Assumption = Standing | Specific
