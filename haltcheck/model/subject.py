"""What is judged: a loop or a recursion of one file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LoopSubject:
    """The loop ``loop`` (its id) of the function ``qualname``."""

    qualname: str
    loop: int


@dataclass(frozen=True, slots=True)
class RecursionSubject:
    """A cycle of the call graph: every function of one strongly connected component."""

    qualnames: tuple[str, ...]


Subject = LoopSubject | RecursionSubject
