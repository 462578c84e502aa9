"""Weighs answers against what is known, as competitions do: a wrong one costs dearly."""

import statistics
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from benches.street import Sight
from corpora.sample import Sample
from haltcheck.basis.answer import Answer


class Mark(Enum):
    """How an answer stands against what is known."""

    RIGHT = "right"
    WRONG = "wrong"
    UNKNOWN = "unknown"
    UNLABELLED = "unlabelled"


_POINTS = {
    (Answer.HALT, Answer.HALT): 2,
    (Answer.NON_HALT, Answer.NON_HALT): 1,
    (Answer.HALT, Answer.NON_HALT): -16,
    (Answer.NON_HALT, Answer.HALT): -32,
}


@dataclass(frozen=True, slots=True)
class Judged:
    """A program with what is known of it and what was said of it."""

    sample: Sample
    sight: Sight

    @property
    def mark(self) -> Mark:
        """Right, wrong, unknown, or unlabelled where nobody knows."""
        if self.sample.expected is Answer.UNKNOWN:
            return Mark.UNLABELLED
        if self.sight.answer is Answer.UNKNOWN:
            return Mark.UNKNOWN
        return Mark.RIGHT if self.sight.answer is self.sample.expected else Mark.WRONG

    @property
    def points(self) -> int:
        """+2 right halt, +1 right non-halt, -16 wrong non-halt, -32 wrong halt, else 0."""
        return _POINTS.get((self.sample.expected, self.sight.answer), 0)

    @property
    def finding_fits(self) -> bool:
        """Whether a finding of an expected code is there, or no error where none is expected."""
        codes = {alarm.code for alarm in self.sight.alarms}
        expected = set(self.sample.codes) - {"HC501"}
        return bool(codes & expected) if expected else not codes - {"HC501"}


@dataclass(frozen=True, slots=True)
class Tally:
    """The sums over some judged programs."""

    programs: int
    right: int
    wrong: int
    unknown: int
    points: int
    best: int

    @property
    def share(self) -> float:
        """The share of the labelled programs that were decided and right."""
        labelled = self.right + self.wrong + self.unknown
        return self.right / labelled if labelled else 0.0


def tally(judged: Iterable[Judged]) -> Tally:
    """Counts and points of some programs; ``best`` is what all right answers would earn."""
    every = list(judged)
    marks = Counter(one.mark for one in every)
    best = sum(_POINTS.get((one.sample.expected, one.sample.expected), 0) for one in every)
    return Tally(
        len(every),
        marks[Mark.RIGHT],
        marks[Mark.WRONG],
        marks[Mark.UNKNOWN],
        sum(one.points for one in every),
        best,
    )


def by_key(judged: Sequence[Judged], key: Callable[[Judged], str]) -> dict[str, Tally]:
    """One tally for each value of ``key``, sorted."""
    names = sorted({key(one) for one in judged})
    return {name: tally(one for one in judged if key(one) == name) for name in names}


def quantile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least ``share`` of the values do not exceed; 0 of none."""
    if not values:
        return 0.0
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, -int(-share * len(ordered) // 1) - 1))]


def median(values: Sequence[float]) -> float:
    """The middle value; 0 of none."""
    return statistics.median(values) if values else 0.0
