"""How a certificate reads: its kind and one line of text."""

from typing import assert_never

from haltcheck.model.certificate import (
    Acyclic,
    Bounded,
    Certificate,
    Ended,
    EndlessIteration,
    FiniteIteration,
    HaltingCertificate,
    HandedBack,
    Measure,
    NoBaseCase,
    NoExit,
    NoWayBack,
    Ranking,
    Recurrent,
    Replay,
    SameArgument,
    Stuck,
    ToldInTurn,
    Trapped,
    Uninitialised,
    Unvisited,
)
from haltcheck.model.term import show
from haltcheck.verdict.verdict import Exhibit


def exhibit(certificate: Certificate) -> Exhibit:
    """The certificate as people read it."""
    return Exhibit(type(certificate).__name__, _text(certificate))


def _text(certificate: Certificate) -> str:
    match certificate:
        case Ranking() | Bounded() | Acyclic() | FiniteIteration() | NoWayBack() | Ended():
            return _halting(certificate)
        case Replay(stem=stem, cycle=cycle, deeper=deeper, grown=grown):
            what = "the call repeats itself" if deeper else "the state comes back"
            what += ", but for what only grows," if grown else ""
            return f"after {_steps(stem)} {what} every {_steps(cycle)}"
        case Recurrent(states=states):
            return f"once {show(states)}, always {show(states)}"
        case Trapped(states=states):
            return "never leaves " + ", ".join(dict.fromkeys(show(held) for _, held in states))
        case NoExit():
            return "no path leaves the loop"
        case EndlessIteration(why=why):
            return why
        case NoBaseCase():
            return "every path calls into the recursion again"
        case Stuck(event=event):
            return f"after {event} nothing that the exits depend on moves"
        case Unvisited(text=text, line=line):
            return f"{text} in line {line} may find again what led there, and nothing remembers it"
        case SameArgument(first=first, second=second):
            return f"each round lengthens {first} where {second} is {first}"
        case ToldInTurn(binder=binder):
            return f"two objects that {binder} makes refer to each other tell of each other"
        case HandedBack(line=line):
            return f"line {line} asks again what was asked"
        case Uninitialised(names=names):
            listed = ", ".join(f"self.{name}" for name in names)
            return f"without {listed} every look-up asks __getattr__ again"
        case _:
            assert_never(certificate)


def _halting(certificate: HaltingCertificate) -> str:
    match certificate:
        case Ranking(measures=measures, stride=stride):
            told = ", ".join(_measure(part) for part in measures)
            way = "lexicographically " if len(measures) > 1 else ""
            rounds = "in every round" if stride == 1 else f"every {stride} rounds"
            return f"measure ({told}), falls {way}by at least 1 {rounds}"
        case Bounded(rounds=rounds):
            return f"at most {rounds} rounds"
        case Acyclic(box=box):
            told = " and ".join(f"{low} <= {name} <= {high}" for name, low, high in box)
            return f"no state where {told} leads back to itself" if told else "no round follows"
        case FiniteIteration(why=why):
            return why
        case NoWayBack():
            return "control never comes back to the head"
        case Ended(steps=steps):
            return f"the only possible run ends after {_steps(steps)}"
        case _:
            assert_never(certificate)


def _measure(part: Measure) -> str:
    return " / ".join(dict.fromkeys(show(term) for _, term in part))


def _steps(count: int) -> str:
    return "1 step" if count == 1 else f"{count} steps"
