"""Every rule explains itself from its own file."""

import pytest

from haltcheck.basis.discover import load, names
from haltcheck.basis.error import HaltcheckError
from haltcheck.verdict.rule import Rule
from haltcheck.writers.explain import explanation

RULES = "haltcheck.verdict.rules"


@pytest.mark.parametrize("name", names(RULES))
def test_a_page_shows_both_programs_and_the_remedy(name):
    rule = load(RULES, name, Rule)
    page = explanation(name.upper())
    assert page.startswith(f"{name.upper()}: {rule.summary}")
    for program in (rule.diverges, rule.halts):
        assert all(line in page for line in program.splitlines())


def test_without_a_code_every_rule_has_a_line():
    assert len(explanation(None).splitlines()) == len(names(RULES))


def test_an_unknown_code_lists_the_known_ones():
    with pytest.raises(HaltcheckError, match="HC101"):
        explanation("HC000")
