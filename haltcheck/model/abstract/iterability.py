"""What may be said of an iterable: that it ends, never ends, grows, or that nobody knows."""

from __future__ import annotations

from haltcheck.basis.record import record
from haltcheck.model import instruction as i
from haltcheck.model.assumption import Specific


@record
class Finite:
    """It comes to its end; ``assumptions`` are what that supposes of unresolved callees."""

    why: str
    assumptions: tuple[Specific, ...] = ()


@record
class Endless:
    """It never comes to an end; ``assumptions`` are what that supposes of unresolved callees.

    ``slip`` where nobody writes it on purpose. ``where`` says when nothing stops who asks.
    """

    why: str
    assumptions: tuple[Specific, ...] = ()
    slip: bool = False
    where: str = ""


@record
class Grows:
    """The body adds to what it iterates; ``every_round`` where no round can do without."""

    why: str
    every_round: bool = False


@record
class Unclear:
    """Nobody knows; ``may_grow`` where that is because something may add to it meanwhile."""

    why: str
    may_grow: bool = False


@record
class Delegated:
    """It comes to its end if the body of the generator ``qualname`` does."""

    why: str
    qualname: str
    assumptions: tuple[Specific, ...] = ()


@record
class Asked:
    """``operand`` is asked for all of its items, ``by`` what joins them or takes them in.

    ``where`` says when nothing stops who asks.
    """

    operand: i.Operand
    by: i.Operand | None = None
    where: str = ""


Iterability = Finite | Endless | Grows | Unclear | Delegated
