"""States that come back but for what only grows."""

import pytest

from haltcheck.model.step.event import AtHead
from haltcheck.model.step.replay import begin, outgrows, revisits

from .conftest import program_of

LOOP = "def f(xs):\n{before}    while xs:\n{body}    return xs\n"

UNSEEN = {
    "append": ("out = []", "out.append(xs[0])"),
    "extend": ("out = []", "out.extend(xs)"),
    "+=": ("out = []", "out += [1]"),
    "bytearray": ("out = bytearray()", "out += b'a'\nout.append(7)"),
    "deque": ("import collections\nout = collections.deque()", "out.append(1)"),
    "two": ("out, more = [], []", "out.append(more)\nmore.append(1)"),
    "inside of a dict": ("held = {'a': []}", "held['a'].append(1)"),
    "a method kept": ("out = []\nput = out.append", "put(1)"),
}

SEEN = {
    "length": ("out = []", "out.append(1)\nif len(out) > 900:\n    break"),
    "truth": ("out = []", "out.append(1)\nif out == xs * 900:\n    break"),
    "item": ("out = [0]", "out.append(out[-1] + 1)"),
    "iteration": ("out = []", "out.append(1)\nfor one in out:\n    pass"),
    "membership": ("out = []", "out.append(1)\nif 2 in out:\n    break"),
    "pop": ("out = [1, 1]", "out.append(1)\nout.append(1)\nout.pop()"),
    "sum": ("out = []", "out.append(1)\nif sum(out) > 900:\n    break"),
    "text": ("out = []", "out.append(1)\nif str(out) == '':\n    break"),
    "held by a tuple": ("out = []\nheld = (out,)", "held[0].append(1)"),
    "an argument": ("out = []", "out.append(1)\nif max(out) > 2:\n    break"),
    "unpacking": ("out = []", "out.append(1)\nfirst, *rest = out"),
    "sorting": ("out = []", "out.append(1)\nout.sort()"),
    "copy": ("out = []", "out.append(1)\nrest = out[:]"),
    "isinstance": ("out = []", "out.append(1)\nif not isinstance(out, list):\n    break"),
}


def _indented(text, depth):
    return "".join(f"{' ' * depth}{line}\n" for line in text.split("\n"))


def _tried(before, body):
    source = LOOP.format(before=_indented(before, 4), body=_indented(body, 8))
    program = program_of(source)
    (loop,) = [one for one in program.functions["f"].loops if one.kind == "while"]
    machine = begin(program, "f", {"xs": [3]})
    visits = []
    while len(visits) < 6 and isinstance(machine.run(3_000, frozenset({("f", loop.head)})), AtHead):
        visits.append(machine.steps)
    assert len(visits) == 6
    stem, cycle = visits[-1], visits[-1] - visits[-2]
    assert not revisits(program, "f", {"xs": [3]}, stem, cycle)
    return outgrows(program, "f", {"xs": [3]}, stem, cycle)


@pytest.mark.parametrize("name", UNSEEN)
def test_what_nobody_looks_at_may_grow(name):
    assert _tried(*UNSEEN[name])


@pytest.mark.parametrize("name", SEEN)
def test_what_is_looked_at_must_come_back(name):
    assert not _tried(*SEEN[name])


def test_what_draws_on_a_growing_list_is_no_fault_of_ours():
    source = (
        "def f(xs):\n    def endless():\n        while True:\n            yield 1\n"
        "    return list(endless())\n"
    )
    program = program_of(source)
    assert not any(
        outgrows(program, "f", {"xs": []}, stem, cycle)
        for stem in range(8, 40)
        for cycle in range(1, 8)
    )
