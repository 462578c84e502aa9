"""The contract of every form: it has converters, and no two forms claim one node type."""

import libcst as cst

from haltcheck.basis.discover import load_all
from haltcheck.frontend.form import Form

FORMS = load_all("haltcheck.frontend.forms", Form)
KINDS = (cst.BaseExpression, cst.BaseSmallStatement, cst.BaseCompoundStatement, cst.MatchPattern)


def test_no_two_forms_claim_one_node_type() -> None:
    claimed = [kind for form in FORMS.values() for kind in form().converters()]
    assert claimed
    assert len(claimed) == len(set(claimed))


def test_every_construct_of_libcst_has_a_converter() -> None:
    claimed = {kind for form in FORMS.values() for kind in form().converters()}
    concrete = {
        kind
        for kind in vars(cst).values()
        if isinstance(kind, type) and issubclass(kind, KINDS) and not kind.__abstractmethods__
    }
    names = {kind.__name__ for kind in concrete - claimed}
    assert {name for name in names if not name.startswith("Base") and name != "MatchPattern"} <= {
        "MatchSequence"
    }
