"""Facts that a walk supposes must hold together."""

import pytest

from haltcheck.proof.consistent import are_consistent


@pytest.mark.parametrize(
    "facts",
    [
        [("0 < x", True), ("0 < y", True), ("y", False)],
        [("x < y", True), ("y < x", True)],
        [("x == 3", True), ("x < 2", True)],
        [("len(xs) < 0", True)],
        [("end < pos + 8", False), ("end < pos", True)],
        [("a < b", True), ("b < c", True), ("c < a", True)],
    ],
)
def test_some_cannot(facts: list[tuple[str, bool]]) -> None:
    assert not are_consistent(facts)


@pytest.mark.parametrize(
    "facts",
    [
        [],
        [("0 < x", True), ("y", False)],
        [("x.startswith('a')", True), ("x == 'b'", True)],
        [("self.pos < len(self.data)", True), ("len(self.data) < 4", False)],
        [("f.tell()@0 < end", True)],
        [("a < b", True), ("b < c", True), ("a < c", True)],
    ],
)
def test_others_may(facts: list[tuple[str, bool]]) -> None:
    assert are_consistent(facts)
