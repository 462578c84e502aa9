"""What format texts run, compared with what CPython runs."""

import pytest

from haltcheck.model.formatting import formatted, interpolated
from haltcheck.model.instruction import Const, Item, Local

ITEMS = (
    Item("positional", Local("a")),
    Item("positional", Local("b")),
    Item("keyword", Local("c"), "c"),
)
RUN: list[tuple[str, str]] = []


class Spy:
    def __init__(self, name: str) -> None:
        self.name = name

    def __format__(self, spec: str) -> str:
        RUN.append((self.name, "__format__"))
        return ""

    def __str__(self) -> str:
        RUN.append((self.name, "__str__"))
        return ""

    def __repr__(self) -> str:
        RUN.append((self.name, "__repr__"))
        return ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "{} {}",
        "{1}{0}",
        "{c!r} {0!s:>4}",
        "{0.name} {b}",
        "{{}}{!a}",
        "{0:{1}}",
        "{",
        "{x",
    ],
)
def test_fields_run_what_cpython_runs(text: str) -> None:
    RUN.clear()
    found = [(value.name, how) for value, how in formatted(text, ITEMS) if isinstance(value, Local)]
    try:
        text.format(Spy("a"), Spy("b"), c=Spy("c"))
    except (KeyError, ValueError, IndexError):
        assert found == []
    else:
        assert set(found) <= set(RUN)
        assert found == RUN or "{0:{1}}" in text


@pytest.mark.parametrize(
    ("text", "names"),
    [("%s", "a"), ("%r and %5s", "ab"), ("100%% %-3s", "a"), ("%d", "a"), ("%s %s", "a")],
)
def test_conversions_run_what_cpython_runs(text: str, names: str) -> None:
    RUN.clear()
    found = [
        (value.name, how)
        for value, how in interpolated(text, [Local(name) for name in names])
        if isinstance(value, Local)
    ]
    try:
        _ = text % tuple(Spy(name) for name in names)
    except TypeError:
        assert found == []
    else:
        assert found == RUN


def test_what_is_not_plain_says_nothing() -> None:
    assert not list(interpolated("%(name)s", [Local("a")]))
    assert not list(interpolated("%*s", [Const(3), Local("a")]))
    assert not list(formatted("{}", (Item("*", Local("a")),)))
