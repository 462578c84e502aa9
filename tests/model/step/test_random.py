"""Random small programs: the machine against CPython."""

from hypothesis import given, settings
from hypothesis import strategies as st

from .conftest import agree, machine_outcome, python_outcome

NUMBERS = st.one_of(
    st.integers(-9, 9).map(str),
    st.sampled_from(["a", "b", "2 ** 70", "1.5", "True", "0", "1e999", "len(s)"]),
)
BRACKETED = "({})".format
TEXTS = st.sampled_from(["'ab'", "''", "s", "s * 2", "str(a)", "s[1:]", "s[::-1]", "'x,y'"])
TEXTS = TEXTS.map(BRACKETED)
LISTS = st.sampled_from(["[a, b]", "[]", "xs", "list(s)", "[3, 1, 2]", "xs[1:]", "sorted([b, a])"])
LISTS = LISTS.map(BRACKETED)
SIGNS = ("+", "-", "*", "/", "//", "%", "<", "<=", "==", "!=", "&", "|", "^", ">>", "and", "or")
WHOLE = ("len", "sum", "max", "min", "sorted", "tuple", "any", "all", "list")
MAKING = ("int", "float", "abs", "str", "bool", "round", "hex")
NAMES = st.sampled_from(["a", "b", "s", "xs", "r"])


def _binary(inner):
    return st.tuples(inner, st.sampled_from(SIGNS), inner).map(lambda t: f"({t[0]} {t[1]} {t[2]})")


ARITHMETIC = st.recursive(
    NUMBERS, lambda inner: st.one_of(_binary(inner), inner.map(lambda x: f"(-{x})")), max_leaves=6
)
CALLS = st.one_of(
    st.tuples(
        # The machine looks a method up behind its arguments, so that these must not raise.
        TEXTS,
        st.sampled_from(["find", "count", "split", "strip", "startswith", "index"]),
        st.sampled_from(["'ab'", "''", "'x,y'", "str(a)"]),
    ).map(lambda t: f"{t[0]}.{t[1]}({t[2]})"),
    st.tuples(TEXTS, st.sampled_from(["+", "<", "==", "in", "%"]), TEXTS).map(" ".join),
    st.tuples(LISTS, st.sampled_from(["+", "<", "==", "*"]), LISTS).map(" ".join),
    st.tuples(
        st.sampled_from(["len", "sum", "max", "min", "sorted", "tuple", "any", "all", "list"]),
        LISTS,
    ).map(lambda t: f"{t[0]}({t[1]})"),
    st.tuples(LISTS, ARITHMETIC).map(lambda t: f"{t[0]}[{t[1]}]"),
    st.tuples(
        LISTS,
        st.sampled_from(["pop", "append", "remove", "index", "count"]),
        st.sampled_from(["a", "b", "0", "-1", "7"]),
    ).map(lambda t: f"{t[0]}.{t[1]}({t[2]})"),
    st.tuples(
        st.sampled_from(["int", "float", "abs", "str", "bool", "round", "hex"]), ARITHMETIC
    ).map(lambda t: f"{t[0]}({t[1]})"),
    ARITHMETIC.map(lambda x: f"[i * {x} for i in range(3) if i != b]"),
    ARITHMETIC.map(lambda x: f"f'{{{x}}}|{{s!r}}'"),
)
EXPRESSIONS = st.one_of(ARITHMETIC, TEXTS, LISTS, CALLS)
STATEMENTS = st.one_of(
    st.tuples(st.sampled_from(["a", "b", "s", "xs", "r"]), EXPRESSIONS).map(" = ".join),
    st.tuples(
        st.sampled_from(["a", "b", "s", "xs", "r"]),
        st.sampled_from(["+=", "-=", "*="]),
        EXPRESSIONS,
    ).map(" ".join),
    CALLS,
)


def _function(statements):
    body = "".join(f"            {line}\n" for line in statements)
    return (
        "def f(a, b, s, xs):\n    r = 0\n    for n in range(3):\n        try:\n"
        f"{body}        except (TypeError, ValueError) as e:\n"
        "            r = (r, type(e).__name__)\n"
        "        b = b + 1 if isinstance(b, int) else 0\n    return a, b, s, xs, r\n"
    )


@given(
    st.lists(STATEMENTS, min_size=1, max_size=4).map(_function),
    st.integers(-3, 3),
    st.sampled_from(["", "ab", "x,y"]),
    st.sampled_from([[], [1], [2, 1, 3]]),
)
@settings(max_examples=120, deadline=None)
def test_random_programs_end_as_in_cpython(source, a, s, xs):
    theirs = python_outcome(source, "f", {"a": a, "b": 2, "s": s, "xs": list(xs)})
    ours = machine_outcome(source, "f", {"a": a, "b": 2, "s": s, "xs": xs})
    if isinstance(ours, tuple):
        assert agree(ours, theirs), f"{ours} instead of {theirs} for\n{source}"
