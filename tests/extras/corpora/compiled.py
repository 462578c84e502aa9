"""Runs exported C with gcc, answer by answer, and holds each step against the transition system."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from haltcheck.model.system import ENTRY, EXIT, System, Transition
from haltcheck.model.term import And, Formula, Or, evaluate, holds
from haltcheck.proof.path import bounds

MOST = 120
"""So many transitions of a run are looked at."""

_STUB = f"""
#include <stdio.h>
#include <stdlib.h>
static int events;
static long long answered(void) {{
  long long answer;
  if (scanf("%lld", &answer) != 1) exit(3);
  printf("A %lld\\n", answer);
  return answer;
}}
int __VERIFIER_nondet_int(void) {{ return answered(); }}
long long __VERIFIER_nondet_longlong(void) {{ return answered(); }}
static void stopped(void) {{ printf("stopped\\n"); exit(0); }}
static void passed(void) {{ if (++events > {MOST}) exit(0); }}
static void shown(void) {{ fflush(stdout); }}
#define abort stopped
"""


@dataclass
class Run:
    """What a run did: answers and transitions in their order, and whether it came to an end."""

    events: list[tuple[str, tuple[int, ...]]] = field(default_factory=list)
    code: int = 0

    @property
    def overflowed(self) -> bool:
        """A number became too large for C, of which nothing is said."""
        return self.code < 0


def names_of(text: str, count: int) -> list[str]:
    """The names of the state, which are declared first."""
    _, _, body = text.partition("int main(void) {\n")
    lines = body.splitlines()[:count]
    found = [re.match(r"  (?:int|long long) (\w+) = ", line) for line in lines]
    return [one[1] for one in found if one]


def compiled(text: str, names: Sequence[str], folder: Path) -> Path:
    """The program that gcc makes of an export that tells each transition and the state before."""

    def told(found: re.Match[str]) -> str:
        spaces = " %lld" * len(names)
        values = "".join(f", (long long){name}" for name in names)
        return f'printf("T {found[1]}{spaces}\\n"{values}); shown(); passed();'

    (folder / "stub.h").write_text(_STUB)
    (folder / "made.c").write_text(re.sub(r"/\* transition (\d+) \*/", told, text))
    made = folder / "made"
    command = ["gcc", "-w", "-O0", "-ftrapv", "-include", "stub.h", "made.c", "-o", made.name]
    subprocess.run(command, cwd=folder, check=True, timeout=60)
    return made


def run(program: Path, answers: Sequence[int]) -> Run:
    """The run that these answers lead to; it is cut where they are used up."""
    given = "\n".join(map(str, answers))
    done = subprocess.run([program], input=given, capture_output=True, text=True, timeout=20)
    events = []
    for line in done.stdout.splitlines():
        word, *values = line.split()
        events.append((word, tuple(map(int, values))))
    return Run(events, done.returncode)


class Follower:
    """Goes along with a run and complains where the system does not allow what it did."""

    def __init__(self, system: System) -> None:
        self.system = system
        self.names = [one.name for one in system.variables]
        self.location = ENTRY
        self.state = dict.fromkeys(self.names, 0)
        self.answers: list[int] = []
        self.taken: list[tuple[Transition, Mapping[str, int]]] = []
        self.end = ""
        self.begin = True

    def follow(self, run: Run) -> None:
        """Every event of the run; ``taken`` are then its transitions with the state before."""
        for word, values in run.events:
            if word == "A":
                self.answers.append(*values)
            elif word == "T":
                self._take(values[0], values[1:])
            else:
                self.end = word
        if self.end == "stopped":
            assert not self._allowed(), (self.location, self.state, self.answers)
        elif run.code == 0 and len(self.taken) <= MOST:
            self._ended()

    def _started(self) -> None:
        """The first answers are the inputs."""
        if self.begin:
            free = [one.name for one in self.system.variables if one.parameter]
            self.state.update(zip(free, self.answers, strict=False))
            self.answers = self.answers[len(free) :]
            self.begin = False

    def _take(self, index: int, state: Sequence[int]) -> None:
        self._started()
        one = self.system.transitions[index]
        assert one.source == self.location, (index, self.location)
        assert list(self.state.values()) == list(state), (index, self.state, state)
        at = self._chosen()
        assert self._may(one, at), (index, at)
        self.taken.append((one, dict(self.state)))
        values = dict(one.update)
        self.state |= {name: evaluate(term, at) for name, term in values.items()}
        self.location = one.target
        self.answers = []

    def _chosen(self) -> dict[str, int]:
        leaving = [one for one in self.system.transitions if one.source == self.location]
        names = dict.fromkeys(name for one in leaving for name in one.choices)
        assert len(names) <= len(self.answers) <= len(names) + 1, (names, self.answers)
        return self.state | dict(zip(names, self.answers, strict=False))

    def _may(self, one: Transition, at: Mapping[str, int]) -> bool:
        try:
            after = {name: evaluate(dict(one.update)[name], at) for name in dict(one.update)}
            if not _true(one.guard, at) or not holds(bounds(self.system), at):
                return False
            return holds(bounds(self.system), {**at, **after})
        except ZeroDivisionError:
            return False

    def _allowed(self) -> bool:
        """Whether some transition could have been taken where the program stopped."""
        self._started()
        leaving = [one for one in self.system.transitions if one.source == self.location]
        at = self._chosen()
        names = dict.fromkeys(name for one in leaving for name in one.choices)
        picked = self.answers[len(names) :]
        if picked:
            leaving = leaving[picked[0] : picked[0] + 1] if picked[0] >= 0 else []
        return any(self._may(one, at) for one in leaving)

    def _ended(self) -> None:
        """A run ends at the exit, where nothing leads on, or before it began."""
        self._started()
        if self.location == ENTRY and not self.taken:
            given = {one.name for one in self.system.variables if one.parameter}
            at = {name: value for name, value in self.state.items() if name in given}
            outside = not _within(self.system, at)
            assert outside or not any(t.source == ENTRY for t in self.system.transitions)
            return
        last = self.taken[-1][0].target
        assert last == EXIT or not any(t.source == last for t in self.system.transitions)


def _true(formula: Formula, at: Mapping[str, int]) -> bool:
    """Whether it is true; a comparison that divides by zero is not, whatever stands beside it."""
    match formula:
        case And(parts=parts):
            return all(_true(part, at) for part in parts)
        case Or(parts=parts):
            return any(_true(part, at) for part in parts)
    try:
        return holds(formula, at)
    except ZeroDivisionError:
        return False


def _within(system: System, at: Mapping[str, int]) -> bool:
    for one in system.variables:
        value = at.get(one.name)
        if value is None:
            continue
        if (one.low is not None and value < one.low) or (one.high is not None and value > one.high):
            return False
    return holds(system.entry_condition, at)
