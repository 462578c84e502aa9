"""Codes select rules, comments silence findings, and idle comments are told on request."""

from haltcheck.basis.answer import Severity
from haltcheck.basis.span import Span
from haltcheck.verdict.selection import Selection, rules, silence
from haltcheck.verdict.suppression import Suppression
from haltcheck.verdict.verdict import Finding

FOUND = Finding("HC103", Severity.WARNING, Span(4, 5, 8, 9), "it never ends", "f")


def test_every_rule_of_the_table_is_there() -> None:
    expected = "HC101 HC102 HC103 HC201 HC202 HC203 HC301 HC401 HC501 HC900 HC902"
    assert list(rules()) == expected.split()


def test_optional_rules_speak_on_request_only() -> None:
    assert not Selection().has("HC501") and not Selection().has("HC902")
    assert Selection(show_intended=True).has("HC501")
    assert Selection(select=("HC9",)).has("HC902")


def test_prefixes_select_and_ignore() -> None:
    selection = Selection(select=("HC1",), ignore=("hc103",))
    assert selection.has("HC101") and not selection.has("HC103") and not selection.has("HC201")


def test_an_unreadable_file_is_never_passed_over_by_accident() -> None:
    assert Selection(select=("HC1",)).has("HC900")
    assert not Selection(ignore=("HC900",)).has("HC900")


def test_a_comment_on_the_line_silences() -> None:
    comments = (Suppression(4, 9, ("HC103",), 30),)
    assert silence([FOUND], comments, Selection()) == ()
    assert silence([FOUND], (Suppression(5, 9, (), 30),), Selection()) == (FOUND,)
    assert silence([FOUND], (Suppression(4, 9, ("HC101",), 30),), Selection()) == (FOUND,)


def test_idle_comments_are_told_on_request() -> None:
    comments = (Suppression(4, 9, ("HC103",), 30), Suppression(9, 9, (), 30))
    (told,) = silence([FOUND], comments, Selection(select=("HC103", "HC902")))
    assert (told.code, told.span.line) == ("HC902", 9)
