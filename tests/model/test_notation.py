"""Everything that may be claimed is written and read back exactly; the rest is one sentence."""

import json
import math
from dataclasses import MISSING, fields, is_dataclass
from types import UnionType
from typing import Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from haltcheck.basis.answer import Answer
from haltcheck.basis.error import HaltcheckError, MalformedError
from haltcheck.frontend.expression import Literal
from haltcheck.model.certificate import Certificate, Claim, Entry, Ranking, Recurrent, Replay
from haltcheck.model.notation import data_of, read
from haltcheck.model.notation_term import read_formula, read_term, term_text
from haltcheck.model.notation_value import read_value, value_data
from haltcheck.model.step.value import Opaque
from haltcheck.model.subject import LoopSubject
from haltcheck.model.term import (
    TRUE,
    Add,
    And,
    Choose,
    Compare,
    FloorDivide,
    Formula,
    Integer,
    Modulo,
    Multiply,
    Or,
    Term,
    Truth,
    Variable,
)

TEXTS = st.text(st.characters(codec=None), max_size=8) | st.sampled_from(
    ["", "|", "||", "a|b", "true", "x is None", "\\u0041", "\udcff", "n", "len(xs)", "$1", "é"]
)
INTEGERS = st.integers() | st.sampled_from([2**53, -(2**64), 10**40])


def _larger_term(inner):
    return st.one_of(
        st.builds(lambda parts: Add(tuple(parts)), st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda parts: Multiply(tuple(parts)), st.lists(inner, min_size=1, max_size=3)),
        st.builds(FloorDivide, inner, inner),
        st.builds(Modulo, inner, inner),
        st.builds(lambda a, b: Choose(Compare("<=", a, b), a, b), inner, inner),
    )


TERMS = st.recursive(
    st.builds(Integer, INTEGERS) | st.builds(Variable, TEXTS), _larger_term, max_leaves=6
)
COMPARISONS = st.builds(Compare, st.sampled_from(["<", "<=", "==", "!="]), TERMS, TERMS)
FORMULAS = st.recursive(
    st.builds(Truth, st.booleans()) | COMPARISONS,
    lambda inner: st.builds(
        lambda kind, parts: kind(tuple(parts)),
        st.sampled_from([And, Or]),
        st.lists(inner, min_size=1, max_size=3),
    ),
    max_leaves=4,
)
SCALARS = st.none() | st.booleans() | INTEGERS | TEXTS | st.floats(allow_nan=False) | st.binary()
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.sets(SCALARS, max_size=3)
        | st.frozensets(SCALARS, max_size=3)
        | st.dictionaries(SCALARS, inner, max_size=3)
    ),
    max_leaves=5,
)


def _strategy(kind):
    """All that a place of this kind may hold, closed unions to their last member."""
    known = {Term: TERMS, Formula: FORMULAS, object: VALUES, Literal: SCALARS, int: INTEGERS}
    known |= {str: TEXTS, bool: st.booleans(), Answer: st.sampled_from(Answer)}
    if kind in known:
        return known[kind]
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return st.builds(kind, **{one.name: _strategy(hints[one.name]) for one in fields(kind)})
    if get_origin(kind) in (Union, UnionType):
        return st.one_of(*map(_strategy, get_args(kind)))
    first, *rest = get_args(kind)
    if get_origin(kind) is frozenset:
        return st.frozensets(_strategy(first), max_size=3)
    if rest == [Ellipsis]:
        return st.lists(_strategy(first), max_size=3).map(tuple)
    return st.tuples(_strategy(first), *map(_strategy, rest))


def _through_json(data):
    text = json.dumps(data, ensure_ascii=False)
    text.encode("utf-8")
    return json.loads(text)


def test_claims_of_every_kind_come_back():
    members = get_args(Certificate)
    assert len(members) >= 13
    for member in members:
        _comes_back(member)


def _comes_back(member):
    hints = get_type_hints(Claim) | {"certificate": member}
    parts = {one.name: _strategy(hints[one.name]) for one in fields(Claim)}

    @settings(max_examples=25, deadline=None, database=None, derandomize=True)
    @given(st.builds(Claim, **parts))
    def check(claim):
        found = read(Claim, _through_json(data_of(Claim, claim)))
        assert found == claim
        assert json.dumps(data_of(Claim, found)) == json.dumps(data_of(Claim, claim))

    check()


@settings(max_examples=200, deadline=None, derandomize=True)
@given(TERMS | FORMULAS)
def test_terms_and_formulas_come_back(term):
    reader = read_formula if isinstance(term, Truth | Compare | And | Or) else read_term
    assert reader(term_text(term)) is term


@settings(max_examples=200, deadline=None, derandomize=True)
@given(VALUES)
def test_values_come_back_with_their_types(value):
    found = read_value(_through_json(value_data(value)))
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize("value", [math.inf, -math.inf, -0.0, range(3, 0, -1), ..., 1j, [0.1, {}]])
def test_odd_values_come_back(value):
    assert repr(read_value(_through_json(value_data(value)))) == repr(value)


def test_what_is_unknown_stays_unknown_and_nan_stays_nan():
    assert math.isnan(read_value(_through_json(value_data(math.nan))))
    found = read_value(_through_json(value_data(Opaque("an argument"))))
    assert isinstance(found, Opaque)
    assert found.label == "an argument"


def test_terms_read_well():
    n, i = Variable("n"), Variable("left(it)")
    term = Compare("<=", Integer(0), Add((n, Multiply((Integer(-1), i)))))
    assert term_text(term) == "(<= 0 (+ n (* -1 |left(it)|)))"


RANKING = Claim(LoopSubject("f", 0), Answer.HALT, Ranking((((2, Variable("n")),),)))
ODD_TERMS = [
    "", "(", ")", "()", "(+)", "(+ a", "(+ a))", "a b", "(? a)", "(< a)", "(< a b c)", "(+ a true)",
    "(and a b)", "(if a b c)", "|", "|a", "-", "1.5", "1" * 30, "0xg", "a'b", "(" * 5000, 7, None,
    [], "(+ " * 300 + "a" + ")" * 300,
]  # fmt: skip


@pytest.mark.parametrize("text", ODD_TERMS)
def test_what_is_no_term_is_said_in_a_sentence(text):
    for reader in (read_term, read_formula):
        with pytest.raises(MalformedError) as caught:
            reader(text)
        assert "\n" not in str(caught.value)


def test_a_term_is_no_formula():
    with pytest.raises(MalformedError):
        read_formula("(+ a 1)")
    with pytest.raises(MalformedError):
        read_term("(< a 1)")


ODD_VALUES = [
    {}, {"list": 1}, {"list": [{}]}, {"float": "x"}, {"float": 1}, {"int": 1.5}, {"bytes": "0"},
    {"str": "ff"}, {"dict": [1]}, {"set": [{"list": []}]}, {"set": [{"opaque": "x"}]}, 1.5, [1],
    {"range": [1, 2]}, {"range": [0, 1, 0]}, {"complex": ["0x1p0"]}, {"pickle": ""},
    {"a": 1, "b": 2},
    {"float": "0x1p99999"}, {"int": "0x" + "g"}, {"dict": {"a": 1}},
]  # fmt: skip


@pytest.mark.parametrize("data", ODD_VALUES)
def test_what_is_no_value_is_said_in_a_sentence(data):
    with pytest.raises(MalformedError):
        read_value(data)


def test_a_value_that_is_nested_without_end_is_refused():
    data = 1
    for _ in range(500):
        data = {"list": [data]}
    with pytest.raises(MalformedError):
        read_value(data)


def _changed(change):
    data = _through_json(data_of(Claim, RANKING))
    change(data)
    return data


ODD_CLAIMS = [
    None, [], 1, "x", {},
    _changed(lambda data: data.pop("subject")),
    _changed(lambda data: data.update(more=1)),
    _changed(lambda data: data.update(answer="perhaps")),
    _changed(lambda data: data.update(answer=["halt"])),
    _changed(lambda data: data.update(certificate={"kind": "Trust"})),
    _changed(lambda data: data.update(certificate={"kind": ["Ranking"]})),
    _changed(lambda data: data.update(certificate={"kind": "Ranking"})),
    _changed(lambda data: data.update(certificate={"kind": "Entry", "inputs": [], "stem": []})),
    _changed(lambda data: data["certificate"].update(measures=1)),
    _changed(lambda data: data["certificate"].update(measures=[[1]])),
    _changed(lambda data: data["certificate"].update(measures=[[[1]]])),
    _changed(lambda data: data["certificate"].update(measures=[[["1", "n"]]])),
    _changed(lambda data: data["certificate"].update(measures=[[[True, "n"]]])),
    _changed(lambda data: data["certificate"].update(measures=[[[1.0, "n"]]])),
    _changed(lambda data: data["certificate"].update(invariants=[[1, "n"]])),
    _changed(lambda data: data["subject"].update(kind="Any")),
    _changed(lambda data: data["subject"].update(loop="0")),
    _changed(lambda data: data["subject"].update(qualname=3)),
]  # fmt: skip


@pytest.mark.parametrize("data", ODD_CLAIMS)
def test_what_is_no_claim_is_said_in_a_sentence(data):
    with pytest.raises(HaltcheckError) as caught:
        read(Claim, data)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 200


def test_what_stands_at_its_default_is_left_out():
    entry = Entry((("n", 1),), (0,))
    certificate = Recurrent(2, TRUE, (1,), entry)
    data = data_of(Claim, Claim(LoopSubject("f", 0), Answer.NON_HALT, certificate))["certificate"]
    assert "picks" not in data
    assert "choices" not in data["entry"]
    assert all(one.default is MISSING or one.name not in data for one in fields(Recurrent))


def test_a_run_from_something_unknown_can_be_written():
    replay = Replay("f", (("x", Opaque("an argument")),), 0, 4)
    claim = Claim(LoopSubject("f", 0), Answer.NON_HALT, replay)
    found = read(Claim, _through_json(data_of(Claim, claim)))
    assert repr(found) == repr(claim)
