"""What is judged: a loop or a recursion of one file."""

from haltcheck.basis.record import record


@record
class LoopSubject:
    """The loop ``loop`` (its id) of the function ``qualname``."""

    qualname: str
    loop: int


@record
class RecursionSubject:
    """A cycle of the call graph: every function of one strongly connected component."""

    qualnames: tuple[str, ...]


Subject = LoopSubject | RecursionSubject
