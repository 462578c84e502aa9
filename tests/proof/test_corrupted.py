"""Each kind of certificate is changed in every small way: the kernel accepts none that is false."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from corruption import Judge, corrupted, miscut

from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import from_text
from haltcheck.frontend.syntax import Syntax
from haltcheck.model.abstract import Trust
from haltcheck.model.lower import lower
from haltcheck.pipeline import check_source
from haltcheck.proof.kernel import Proof, check, divided
from haltcheck.proof.problem import Problem

PROGRAMS = Path(__file__).parents[2] / "corpora" / "programs"
NAMES = (
    "integer/countdown",
    "integer/countdown_exact",
    "integer/closing_gap",
    "integer/lexicographic_reset",
    "integer/nested_triangle",
    "integer/modulo_walk",
    "integer/multiphase",
    "integer/growth_away",
    "integer/overshoot_bounded",
    "integer/modulo_by_negative",
    "integer/float_absorbed",
    "recursion/even_odd",
    "recursion/factorial_negative",
    "recursion/fibonacci",
    "recursion/ninety_one",
)
DIVIDED = (
    "integer/countdown_exact",
    "integer/sign_flip",
    "integer/half_of_negative",
    "integer/ceiling_half",
)
FOREIGN = (*NAMES[:5], "integer/no_exit", "recursion/no_base_case", "integer/ranges")
MOST = 24


@cache
def program_of(name):
    syntax = parse(from_text((PROGRAMS / f"{name}.py").read_text()))
    assert isinstance(syntax, Syntax)
    return lower(syntax)


@cache
def certificates(name):
    return check_source(from_text((PROGRAMS / f"{name}.py").read_text())).certificates


def few(found, most=MOST):
    """Some of many, evenly spread."""
    every = list(found)
    return every[:: max(1, len(every) // most)]


@pytest.mark.parametrize("name", NAMES)
def test_no_false_certificate_is_accepted(name):
    program = program_of(name)
    judge = Judge(program)
    rejected = 0
    for claim in (one.claim for one in certificates(name)):
        problem = Problem(program, claim.subject, Trust.CALLEES)
        true = check(problem, claim)
        assert isinstance(true, Proof)
        assert judge.lies(true) == ""
        for wrong in few(corrupted(claim)):
            found = check(problem, wrong)
            rejected += not isinstance(found, Proof)
            assert not isinstance(found, Proof) or judge.lies(found) == "", wrong
    assert rejected


@pytest.mark.parametrize("name", [*NAMES, "integer/no_exit"])
def test_no_certificate_of_another_subject_is_accepted_where_it_is_false(name):
    program = program_of(name)
    judge = Judge(program)
    others = [one.claim for other in FOREIGN for one in certificates(other)]
    for own in {one.claim.subject for one in certificates(name)}:
        problem = Problem(program, own, Trust.CALLEES)
        for other in others:
            found = check(problem, replace(other, subject=own))
            assert not isinstance(found, Proof) or judge.lies(found) == "", other


@pytest.mark.parametrize("name", DIVIDED)
def test_no_false_condition_is_accepted(name):
    program = program_of(name)
    (one,) = (one for one in certificates(name) if one.partition)
    problem = Problem(program, one.claim.subject, Trust.CALLEES)
    proof = check(problem, one.claim)
    assert isinstance(proof, Proof)
    true = divided(problem, proof, one.partition)
    assert isinstance(true, Proof)
    judge = Judge(program)
    assert judge.lies(true) == ""
    found = [divided(problem, proof, wrong) for wrong in few(miscut(one.partition), 200)]
    assert not all(isinstance(one, Proof) for one in found)
    for wrong in found:
        assert not isinstance(wrong, Proof) or judge.lies(wrong) == "", wrong
