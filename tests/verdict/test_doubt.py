"""What the file expects to happen is never supposed away."""

from haltcheck.basis.answer import Answer
from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import from_text
from haltcheck.frontend.syntax import Syntax
from haltcheck.model.assumption import (
    DoesNotWrite,
    NotOverridden,
    ReturnsNormally,
    Specific,
    YieldsFinitely,
)
from haltcheck.model.certificate import NoExit, NoWayBack
from haltcheck.model.lower import lower
from haltcheck.model.subject import LoopSubject, RecursionSubject
from haltcheck.verdict.doubt import Doubt, Trusted, doubt
from haltcheck.verdict.evidence import Settled

WAITING = """
class Gate:
    def __init__(self):
        self.open = False

    def wait(self):
        while not self.open:
            self.turn()
"""
OPENING = """
    def release(self):
        self.open = True
"""
DRAINING = """
def drain(jobs):
    while True:
        try:
            jobs.take()
        except Empty:
            break
"""


def _doubt(text: str, qualname: str, *assumptions: Specific) -> Doubt | Trusted:
    syntax = parse(from_text(text))
    assert isinstance(syntax, Syntax)
    settled = Settled(Answer.NON_HALT, NoExit(), "exits", assumptions=assumptions)
    return doubt(lower(syntax), LoopSubject(qualname, 0), settled)


def test_a_flag_that_another_function_sets_is_expected() -> None:
    supposed = DoesNotWrite("self.turn", "self.open", 7)
    assert isinstance(_doubt(WAITING + OPENING, "Gate.wait", supposed), Doubt)
    assert _doubt(WAITING, "Gate.wait", supposed) == Trusted()


def test_an_exception_that_is_handled_in_the_loop_is_expected() -> None:
    assert isinstance(_doubt(DRAINING, "drain", ReturnsNormally("jobs.take", 5)), Doubt)
    assert _doubt(WAITING, "Gate.wait", ReturnsNormally("self.turn", 8)) == Trusted()


def test_what_stands_in_the_file_is_not_supposed_to_end() -> None:
    text = WAITING + "def f():\n    for _ in Gate():\n        pass\n"
    syntax = parse(from_text(text))
    assert isinstance(syntax, Syntax)
    for callee, kind in (("Gate", Doubt), ("elsewhere", Trusted)):
        supposed = (YieldsFinitely(callee, 10),)
        settled = Settled(Answer.HALT, NoWayBack(), "structure", assumptions=supposed)
        assert isinstance(doubt(lower(syntax), LoopSubject("f", 0), settled), kind)


def test_nothing_supposed_is_nothing_doubted() -> None:
    assert _doubt(DRAINING, "drain") == Trusted()


HANDING = """
def drain(jobs, count, log):
    try:
        while jobs:
            jobs.take()
            jobs.box.take()
            log(jobs, count)
    except Empty:
        pass
"""


def test_what_a_call_is_handed_is_expected_to_change() -> None:
    for callee, place, line, expected in (
        ("jobs.take", "bool(jobs)", 5, Doubt),
        ("jobs.take", "jobs.left", 5, Doubt),
        ("jobs.box.take", "len(jobs.box)", 6, Doubt),
        ("jobs.box.take", "bool(jobs)", 6, Trusted),
        ("log", "bool(jobs)", 7, Doubt),
        ("log", "count", 7, Trusted),
        ("log", "jobs is None", 7, Trusted),
    ):
        assert isinstance(_doubt(HANDING, "drain", DoesNotWrite(callee, place, line)), expected)


AROUND = """
def work(jobs):
    try:
        while True:
            jobs.get(block=False)
    {clause}
        pass
"""


def test_an_exception_that_is_handled_around_the_loop_is_expected() -> None:
    supposed = ReturnsNormally("jobs.get", 5)
    for clause, expected in (("except Empty:", Doubt), ("except:", Doubt), ("finally:", Trusted)):
        assert isinstance(_doubt(AROUND.format(clause=clause), "work", supposed), expected)


def test_a_service_stands_in_a_try_to_be_cleaned_up_after() -> None:
    text = AROUND.format(clause="except Failure:").replace("get(block=False)", "serve()")
    assert _doubt(text, "work", ReturnsNormally("jobs.serve", 5)) == Trusted()


RETRYING = """
def fetch(source):
    while True:
        try:
            return source.take()
        except Busy:
            {after}
"""


def test_an_end_that_supposes_away_what_is_tried_again_is_no_end() -> None:
    for after, expected in (("continue", Doubt), ("break", Trusted)):
        syntax = parse(from_text(RETRYING.format(after=after)))
        assert isinstance(syntax, Syntax)
        supposed = (ReturnsNormally("source.take", 5),)
        settled = Settled(Answer.HALT, NoWayBack(), "structure", assumptions=supposed)
        assert isinstance(doubt(lower(syntax), LoopSubject("fetch", 0), settled), expected)


STUB = """
class Reader:
    def take(self):
        raise NotImplementedError
    def all(self):
        while True:
            self.take()
    def again(self):
        try:
            return self.source.get()
        except Busy:
            return self.again()
"""


def test_what_only_raises_is_overridden() -> None:
    syntax = parse(from_text(STUB))
    assert isinstance(syntax, Syntax)
    program = lower(syntax)
    for method, expected in (("Reader.take", Doubt), ("Reader.all", Trusted)):
        supposed = (NotOverridden(method),)
        settled = Settled(Answer.HALT, NoWayBack(), "structure", assumptions=supposed)
        assert isinstance(doubt(program, LoopSubject("Reader.all", 0), settled), expected)


def test_a_recursion_that_supposes_away_what_it_retries_has_no_end() -> None:
    syntax = parse(from_text(STUB))
    assert isinstance(syntax, Syntax)
    supposed = (ReturnsNormally("self.source.get", 10),)
    settled = Settled(Answer.HALT, NoWayBack(), "ranking", assumptions=supposed)
    assert isinstance(doubt(lower(syntax), RecursionSubject(("Reader.again",)), settled), Doubt)
