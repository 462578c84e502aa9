"""Random terms, formulas and states."""

from hypothesis import strategies as st

from haltcheck.model.term import (
    Integer,
    Variable,
    add,
    choose,
    compare,
    conjunction,
    disjunction,
    floor_divide,
    invert,
    modulo,
    multiply,
)

NAMES = ("x", "y", "z")
NUMBERS = st.integers(-7, 7)


def states():
    return st.fixed_dictionaries({name: st.integers(-20, 20) for name in NAMES})


def terms():
    leaves = st.sampled_from([Variable(name) for name in NAMES]) | NUMBERS.map(Integer)
    divisors = NUMBERS.filter(bool).map(Integer)

    def larger(inner):
        return st.one_of(
            st.builds(add, inner, inner),
            st.builds(multiply, inner, inner),
            st.builds(floor_divide, inner, divisors),
            st.builds(modulo, inner, divisors),
            st.builds(choose, st.builds(compare, st.just("<"), inner, inner), inner, inner),
        )

    return st.recursive(leaves, larger, max_leaves=6)


def formulas():
    leaves = st.builds(compare, st.sampled_from(["<", "<=", "==", "!="]), terms(), terms())

    def larger(inner):
        return st.one_of(
            st.builds(conjunction, inner, inner),
            st.builds(disjunction, inner, inner),
            st.builds(invert, inner),
        )

    return st.recursive(leaves, larger, max_leaves=3)
