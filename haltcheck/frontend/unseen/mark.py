"""Marks: what of a file a value may be, as far as names and displays tell.

A mark is a kind, a name and whether it is certain. ``object`` is an instance of a class of the
file, ``member`` one that the value contains, ``class`` the class itself, ``function`` something to
call, ``factory`` what a ``defaultdict`` calls where a key is missing, ``generator`` what a call of
a generator function gives, ``endless`` an iterator of the library without an end, ``view`` what
asks a container for its items later on, ``growing`` what adds to one when it is called, ``float`` a
number that is no integer. One that came through an attribute is not certain: what it stands for may
be an older, smaller thing.
"""

from __future__ import annotations

from collections.abc import Iterable

Mark = tuple[str, str, bool]
Marks = frozenset[Mark]

NOTHING: Marks = frozenset()
_SURE: Mark = ("float", "", True)
FLOAT: Marks = frozenset({_SURE})
_INEXACT: Marks = frozenset({("float", "", False)})


def joined(many: Iterable[Marks]) -> Marks:
    """All of them."""
    full = [marks for marks in many if marks]
    return NOTHING if not full else full[0] if len(full) == 1 else full[0].union(*full[1:])


def contained(marks: Marks) -> Marks:
    """What a container of such values holds."""
    if not marks:
        return NOTHING
    return frozenset(
        [
            ("member", name, sure) if kind == "object" else (kind, name, sure)
            for kind, name, sure in marks
        ]
    )


def taken_out(marks: Marks) -> Marks:
    """What such containers give back."""
    if not marks:
        return NOTHING
    out = [("object", name, sure) for kind, name, sure in marks if kind == "member"]
    out += [one for one in marks if one[0] != "object"]
    return frozenset(out)


def weakened(marks: Marks) -> Marks:
    """The same without certainty."""
    return marks and frozenset((kind, name, False) for kind, name, _ in marks)


def of_kind(marks: Iterable[Mark], kind: str) -> tuple[tuple[str, bool], ...]:
    """Names and certainty of the marks of one kind."""
    if not marks:
        return ()
    return tuple([(name, sure) for one, name, sure in marks if one == kind])


def from_elsewhere(marks: Marks) -> Marks:
    """The same, as far as numbers go, seen from code that does not calculate them itself."""
    return marks - FLOAT | _INEXACT if _SURE in marks else marks
