"""A program to be judged, from wherever it was read."""

from dataclasses import dataclass

from haltcheck.basis.answer import Answer


@dataclass(frozen=True, slots=True)
class Sample:
    """A program to be judged; ``expected`` is unknown where nobody said what is right.

    ``codes`` are the findings that would be right, where the label names them. ``entry`` is the
    function that ``expected`` speaks of; the whole file where it is empty.
    """

    id: str
    code: str
    expected: Answer
    family: str
    intended: bool = False
    codes: tuple[str, ...] = ()
    textbook: bool = False
    entry: str = ""
