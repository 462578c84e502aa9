"""Certainty is worded once, and a guess never sounds like a proof."""

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haltcheck.basis.answer import Answer, Basis
from haltcheck.model.assumption import Specific
from haltcheck.verdict.verdict import Verdict
from haltcheck.writers.wording import assumption, certainty, encodable, plural, printable

VERDICT = Verdict(Answer.HALT, Basis.PROOF, 1.0, 1.0)


def test_each_basis_has_its_own_words():
    said = [certainty(replace(VERDICT, basis=basis)) for basis in Basis]
    assert len(set(said)) == len(Basis)
    assert said[:2] == ["proved", "replayed"]
    assert certainty(replace(VERDICT, basis=Basis.FORECAST, confidence=0.934)).startswith("likely")
    assert certainty(replace(VERDICT, answer=Answer.UNKNOWN, basis=Basis.PROOF)) == "unknown"


@pytest.mark.parametrize("kind", get_args(Specific))
def test_every_assumption_has_words_that_name_its_parts(kind):
    parts = [7 if name == "line" else f"some_{name}" for name in kind.__dataclass_fields__]
    words = assumption(kind(*parts))
    assert all(str(part) in words for part in parts)


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_can_be_shown_and_encoded(text):
    shown = printable(encodable(text))
    shown.encode("utf-8")
    assert all(char.isprintable() or char == "\t" for char in shown)


def test_one_and_many():
    assert [plural(n, "file") for n in range(3)] == ["0 files", "1 file", "2 files"]
