"""Facts tell constants apart, also those that templates are written with."""

from haltcheck.model.aftermath.value import Known, Symbol, derived

ALIKE = [("}", ")"), ("{", "("), (b"}", b")"), ("{}", "()"), ("\\}", "\\)")]


def test_constants_with_braces_are_no_others() -> None:
    for one, other in ALIKE:
        first, second = (derived("{} == {}", Symbol("tok"), Known(x)) for x in (one, other))
        assert first != second


def test_a_fact_that_goes_into_another_is_kept_whole() -> None:
    fact = derived("{} == {}", Symbol("tok"), Known("{0}"))
    assert isinstance(fact, Symbol)
    text = fact.text
    assert derived(f"f({text}, {{}})", Symbol("n")) == Symbol(f"f({text}, n)")
    assert eval(text, {"tok": "{0}"}) is True
