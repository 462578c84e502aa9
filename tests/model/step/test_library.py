"""Patterns, streams and formats: the machine against CPython on random uses."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from haltcheck.model.step.event import Exceeded, Stopped
from haltcheck.model.step.expression import compiled
from haltcheck.model.step.replay import begin, revisits
from haltcheck.model.step.snapshot import snapshot
from haltcheck.model.world import World

from .conftest import agree, machine_outcome, program_of, python_outcome

PIECES = st.sampled_from(
    [
        "a",
        "b",
        ".",
        "[ab]",
        "[^a]",
        r"\w",
        r"\s",
        "(a)",
        "(?:ab)",
        "(b)?",
        "a*",
        "b+?",
        "^",
        "$",
        "a|b",
        "(?P<n>a)",
        "(?=a)",
        r"\b",
        "a{1,2}",
        "(a|b)*",
        "x",
    ]
)
PATTERNS = st.lists(PIECES, max_size=4).map("".join)
TEXTS = st.text("ab x\n", max_size=8)
USES = st.sampled_from(
    [
        "[m and (m.span(), m.groups(), m.lastgroup) for m in [p.search(t)]]",
        "[m and m.groupdict() for m in [p.match(t, 1)]]",
        "[m.span() for m in p.finditer(t)]",
        "p.findall(t)",
        "p.split(t, 2)",
        "p.sub('-', t)",
        "p.sub(lambda m: m.group().upper(), t)",
        "p.fullmatch(t) is None",
    ]
)


@given(PATTERNS, TEXTS, USES)
@settings(max_examples=150, deadline=None)
def test_patterns_match_as_in_cpython(pattern, text, use):
    source = f"import re\np = re.compile({pattern!r})\ndef f(t):\n    return {use}\n"
    try:
        re.compile(pattern)
    except re.error:
        return
    ours = machine_outcome(source, "f", {"t": text})
    assert agree(ours, python_outcome(source, "f", {"t": text})) or isinstance(ours, Stopped)


STEPS = st.sampled_from(
    [
        "read({})",
        "read()",
        "readline()",
        "readline({})",
        "seek({})",
        "seek({}, 1)",
        "seek({}, 2)",
        "tell()",
        "write(x)",
        "truncate({})",
        "getvalue()",
        "readlines()",
        "close()",
        "read1({})",
    ]
)
CALLS = st.lists(st.tuples(STEPS, st.integers(-3, 9)).map(lambda t: t[0].format(t[1])), max_size=6)


@given(st.booleans(), TEXTS, CALLS)
@settings(max_examples=150, deadline=None)
def test_streams_move_as_in_cpython(binary, text, calls):
    content = repr(text.encode() if binary else text)
    kind = "BytesIO" if binary else "StringIO"
    lines = "".join(
        f"    try:\n        out.append(s.{call})\n"
        "    except (ValueError, OSError, AttributeError) as e:\n"
        "        out.append(type(e).__name__)\n"
        for call in calls
    )
    source = (
        f"import io\ndef f():\n    x, out = {'b' if binary else ''}'xy', []\n"
        f"    s = io.{kind}({content})\n{lines}    return out\n"
    )
    ours = machine_outcome(source, "f", {})
    assert agree(ours, python_outcome(source, "f", {})) or isinstance(ours, Stopped)


def test_what_may_take_long_is_not_matched():
    slow = "import re\np = re.compile('(a*)*b')\ndef f(t):\n    return p.match(t)\n"
    machine = begin(program_of(slow), "f", {"t": "a" * 40})
    assert isinstance(machine.run(100), Stopped)
    deep = "import re\np = re.compile('((a*)*)*b')\ndef f(t):\n    return p.match(t)\n"
    machine = begin(program_of(deep), "f", {"t": "aaa"})
    assert isinstance(machine.run(100), Stopped)


def test_a_warning_of_a_pattern_is_not_shown(recwarn):
    compiled("[[a]")
    assert not recwarn


READING = """
def f(stream):
    while True:
        piece = stream.read(2)
        if piece == b"xx":
            return piece
"""


def test_the_place_in_a_stream_is_part_of_the_state():
    program = program_of(READING)
    machine = begin(program, "f", {"stream": World(b"abcd")})
    forms = []
    for _ in range(24):
        assert machine.run(1) == Exceeded("steps")
        forms.append(snapshot(machine))
    assert len(set(forms[:10])) == 10
    world = {"stream": World(b"abcd")}
    cycle = next(n for n in range(1, 20) if revisits(program, "f", world, 60, n))
    stem = next(n for n in range(60) if revisits(program, "f", world, n, cycle))
    assert stem > 2 * cycle


def test_a_stream_that_is_read_in_time_is_left():
    program = program_of(READING)
    world = {"stream": World(b"abxx")}
    assert not any(revisits(program, "f", world, n, m) for n in range(30) for m in range(1, 12))


def test_a_peer_may_deliver_and_then_nothing():
    source = "def f(s):\n    return s.recv(2), s.recv(9), s.recv(9)\n"
    machine = begin(program_of(source), "f", {"s": World(b"abc")})
    assert machine.run(99).value == (b"ab", b"c", b"")
