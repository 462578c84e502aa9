"""Service loops are recognised by their shape; loops that serve nobody are not."""

from textwrap import dedent

import pytest

from haltcheck import check
from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import from_text
from haltcheck.frontend.syntax import Syntax
from haltcheck.model.lower import lower
from haltcheck.options import Options
from haltcheck.verdict.intent import Intent, intent


def _intent(body: str, before: str = "") -> Intent:
    lines = "".join(f"    {line}\n" for line in dedent(body).strip().splitlines())
    syntax = parse(from_text(f"{before}\ndef subject(self, sock, queue, x):\n{lines}"))
    assert isinstance(syntax, Syntax)
    function = lower(syntax).functions["subject"]
    return intent(function, function.loops[0])


@pytest.mark.parametrize(
    "body",
    [
        "while True:\n    time.sleep(1)",
        "while 1:\n    job = queue.get()\n    job()",
        "while True:\n    connection, peer = sock.accept()",
        "while True:\n    line = input()\n    print(line)",
        "while True:\n    yield x",
        "while True:\n    try:\n        self.step()\n    except Exception:\n        pass",
        "while True:\n    try:\n        queue.get()\n    except KeyboardInterrupt:\n        break",
        "for _ in itertools.count():\n    self.tick()",
        "for _ in iter(int, 1):\n    self.tick()",
        "while True:\n    with self.lock:\n        x += 1",
    ],
)
def test_services_are_recognised(body: str) -> None:
    assert _intent(body, "import itertools, time") is Intent.SERVICE


@pytest.mark.parametrize(
    "body",
    [
        "while True:\n    x += 1",
        "while True:\n    time.sleep(0)",
        "while True:\n    x = len(str(x))",
        "while x:\n    time.sleep(1)",
        "while True:\n    if not sock.recv(1):\n        break",
        "while True:\n    if not sock.recv(1):\n        return x",
        "while True:\n    if not sock.recv(1):\n        raise EOFError",
        "for job in queue:\n    job()",
    ],
)
def test_others_are_not(body: str) -> None:
    assert _intent(body, "import time") is Intent.NONE


def test_a_service_in_some_rounds_is_unclear() -> None:
    assert _intent("while True:\n    if x:\n        self.step()") is Intent.UNCLEAR


def test_an_exit_by_an_exception_is_unclear() -> None:
    body = """
        while True:
            try:
                queue.get_nowait()
            except Empty:
                break
    """
    assert _intent(body) is Intent.UNCLEAR


def test_a_handler_around_the_loop_is_no_exit_of_it() -> None:
    body = """
        try:
            while True:
                self.step()
        except Exception:
            pass
    """
    assert _intent(body) is Intent.SERVICE


RAMP = """
def ramp(rate: float, duration: float):
    total = int(rate * duration)
    for i in range(total):
        yield i / total
    while True:
        {}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("yield 0", ["HC501"]),
        ("yield total", ["HC501"]),
        ("yield 0\n        if total > 7:\n            break", ["HC103"]),
        ("yield 0\n        if total > 7:\n            return", ["HC103"]),
    ],
)
def test_what_yields_in_each_round_without_an_exit_is_meant_for_all_inputs(
    body: str, expected: list[str]
) -> None:
    found = check(RAMP.format(body), options=Options(show_intended=True)).files[0].findings
    assert [one.code for one in found] == expected


LISTENER = """
import warnings


async def listen(socket, loud: bool):
    while True:
        {wait}
        if loud:
            warnings.warn("more came")
            {more}
"""


@pytest.mark.parametrize(
    ("wait", "more", "codes"),
    [
        ("await socket.receive()", "pass", ["HC501"]),
        ("await socket.receive()", "break", ["HC103"]),
        ("loud = bool(loud)", "break", ["HC103"]),
    ],
)
def test_what_awaits_in_each_round_without_an_exit_is_meant_for_all_inputs(
    wait: str, more: str, codes: list[str]
) -> None:
    (report,) = check(LISTENER.format(wait=wait, more=more), Options(show_intended=True)).files
    assert [one.code for one in report.findings] == codes
