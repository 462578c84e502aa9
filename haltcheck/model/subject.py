"""What is judged: a loop, a recursion or an iteration of one file."""

from haltcheck.basis.record import record


@record
class LoopSubject:
    """The loop ``loop`` (its id) of the function ``qualname``."""

    qualname: str
    loop: int

    @property
    def qualnames(self) -> tuple[str, ...]:
        """The function, as one of a recursion's."""
        return (self.qualname,)


@record
class RecursionSubject:
    """A cycle of the call graph: every function of one strongly connected component."""

    qualnames: tuple[str, ...]


@record
class IterationSubject:
    """An iteration that no loop of the source shows, judged as if it were asked on for ever.

    The instruction ``index`` of ``block`` (its terminator behind the last) asks for all items:
    ``list(lines)``, ``name in table``. Without a block it is any iteration, in whatever code, over
    an object whose ``__getitem__`` the function ``qualname`` is.
    """

    qualname: str
    block: int = -1
    index: int = -1

    @property
    def qualnames(self) -> tuple[str, ...]:
        """The function, as one of a recursion's."""
        return (self.qualname,)


Subject = LoopSubject | RecursionSubject | IterationSubject
