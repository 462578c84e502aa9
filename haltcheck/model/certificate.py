"""What may be claimed of a subject: a closed union of certificates that the kernel checks."""

from __future__ import annotations

from haltcheck.basis.answer import Answer
from haltcheck.basis.record import record
from haltcheck.frontend.expression import Literal
from haltcheck.model.assumption import Specific
from haltcheck.model.subject import Subject
from haltcheck.model.term import Formula, Term

Measure = tuple[tuple[int, Term], ...]
"""One component of a ranking function: a term for each location."""

Invariants = tuple[tuple[int, Formula], ...]
"""What holds whenever control is at a location."""

Values = tuple[tuple[str, int], ...]


# Halting


@record
class Ranking:
    """A lexicographic ranking function with its supporting invariants.

    For every transition inside the subject some component falls by at least 1 and is at least 0
    before it, and no earlier component rises (Bradley, Manna and Sipma, CAV 2005). ``contracts``
    say of each function of a recursion how what it gives back, ``return``, relates to its
    parameters. With a ``stride`` k the tuple falls from each location to the one that is reached
    k transitions later, whatever it does in between.
    """

    measures: tuple[Measure, ...]
    invariants: Invariants = ()
    contracts: Invariants = ()
    stride: int = 1


@record
class Bounded:
    """No run makes ``rounds`` transitions inside the subject, given the invariants."""

    rounds: int
    invariants: Invariants = ()


@record
class Acyclic:
    """From the second one on, all states at locations inside lie in a finite box, and no run comes
    back to a state there (explicit-state search: Holzmann, TSE 1997).

    ``box`` gives each variable that guards inside depend on its least and its greatest value.
    """

    box: tuple[tuple[str, int, int], ...]
    invariants: Invariants = ()


@record
class FiniteIteration:
    """A ``for`` loop over what is finite and does not grow in its body; ``why`` names it.

    It speaks of this loop's rounds only; inner loops and callees are subjects of their own.
    ``generator`` is the function of the file whose body must come to its end for that, a subject
    of its own too; empty where what is iterated is finite by itself.
    """

    why: str
    generator: str = ""


@record
class NoWayBack:
    """Control cannot come back to the head: the body always leaves."""


@record
class Ended:
    """The exact run of ``qualname`` without arguments, the only one possible, ends."""

    qualname: str
    steps: int


# Looping


@record
class Entry:
    """A reachable state: from these inputs the stem's transitions lead to the location.

    ``stem`` are indices of the system's transitions from ENTRY on; ``choices`` the values that
    the outside world picks on the way, per transition.
    """

    inputs: Values
    stem: tuple[int, ...]
    choices: tuple[Values, ...] = ()


@record
class Recurrent:
    """From every state in ``states`` at ``location`` the cycle runs and comes back into it.

    ``cycle`` are indices of transitions; ``picks`` says for each what the world's choices are, as
    terms over the variables (Gupta et al., POPL 2008; Frohn and Giesl, CADE 2023).
    """

    location: int
    states: Formula
    cycle: tuple[int, ...]
    entry: Entry
    picks: tuple[tuple[tuple[str, Term], ...], ...] = ()


@record
class Trapped:
    """Inside ``states`` no transition leaves the subject, and all that can be taken stay inside.

    It holds for every choice, so coarse transitions do no harm; ``states`` per location.
    """

    states: Invariants
    entry: Entry


@record
class NoExit:
    """No edge of the graph leaves the loop, exceptions of unresolved calls apart."""


@record
class EndlessIteration:
    """What is iterated never ends, or grows in each round; nothing else leaves the loop.

    ``slip`` where nobody writes it on purpose.
    """

    why: str
    grows: bool = False
    slip: bool = False


@record
class NoBaseCase:
    """Every path through each function of the recursion calls into the recursion again."""


@record
class Replay:
    """From ``inputs`` the exact run is in the same state after ``stem`` and ``stem + cycle`` steps.

    ``kept`` names the locals that count where the rest cannot matter (empty: the whole state).
    ``deeper`` marks a recursion: the call at the end repeats the call at the start, arguments
    and all that can be reached alike, with that call still on the stack. With ``grown`` what the
    cycle before the stem added to may differ: see ``step.sink``.
    """

    qualname: str
    inputs: tuple[tuple[str, object], ...]
    stem: int
    cycle: int
    kept: frozenset[str] = frozenset()
    deeper: bool = False
    grown: bool = False


@record
class Stuck:
    """Once ``event`` has come, every way from the head leads back to it as it was.

    ``event`` is the environment's ("end of file"). ``supposed`` are facts of what stands still in
    the loop, each of which the state at the head meets or not; ``values`` are locals that hold
    these constants there.
    """

    event: str
    supposed: tuple[tuple[str, bool], ...] = ()
    values: tuple[tuple[str, Literal], ...] = ()


@record
class SameArgument:
    """Where ``second is first`` every round appends to the list that the loop iterates."""

    first: str
    second: str


@record
class Unvisited:
    """The look-up ``text`` at ``line`` may give what was there before, and nothing remembers it.

    ``outside`` where the outside world answers it, else the caller's data does.
    """

    text: str
    line: int
    outside: bool


@record
class Uninitialised:
    """On an object that is not initialised ``__getattr__`` reads these attributes, and no others.

    Whichever of them, or ``__setstate__``, it is asked for: every way first reads one of them,
    and the class has none, so that it is asked for that.
    """

    names: tuple[str, ...]


@record
class ToldInTurn:
    """``binder`` makes two objects refer to each other, by the attributes ``there`` and ``back``.

    The method spells out the one, and that of the object which it holds spells out the other.
    """

    there: str
    back: str
    binder: str


@record
class HandedBack:
    """``line`` asks again what the method was asked, with the same arguments, where ``needed``.

    ``contrived`` says that nobody comes to hand that over but on purpose.
    """

    line: int
    needed: str
    contrived: bool = False


HaltingCertificate = Ranking | Bounded | Acyclic | FiniteIteration | NoWayBack | Ended
LoopingCertificate = (
    Recurrent
    | Trapped
    | NoExit
    | EndlessIteration
    | HandedBack
    | NoBaseCase
    | Replay
    | Stuck
    | SameArgument
    | ToldInTurn
    | Uninitialised
    | Unvisited
)
Certificate = HaltingCertificate | LoopingCertificate


@record
class Claim:
    """What a technique believes: the kernel alone can make a proof of it.

    ``condition`` is over the parameters, as a Python expression, where the claim is a divergence
    that needs one; empty where it diverges for every run that reaches it.
    """

    subject: Subject
    answer: Answer
    certificate: Certificate
    condition: str = ""
    assumptions: tuple[Specific, ...] = ()


@record
class GaveUp:
    """A technique's honest failure; the reason goes into the report of an unknown.

    ``left`` are the only techniques that may still decide the subject, where it shows that no
    other one can; None where all may.
    """

    reason: str
    left: frozenset[str] | None = None
