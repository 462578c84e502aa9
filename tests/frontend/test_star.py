from haltcheck.frontend.parse import parse
from haltcheck.frontend.reading import read_whole
from haltcheck.frontend.source import from_text
from haltcheck.frontend.star import hidden_by
from haltcheck.frontend.syntax import Syntax


def test_only_what_a_module_may_export_is_hidden() -> None:
    assert hidden_by("tkinter") == ()
    assert hidden_by("math") == ("pow",)
    assert "min" in hidden_by("numpy") and "min" in hidden_by(".shapes")
    assert "range" not in hidden_by("numpy")


def test_both_readers_count_it_as_a_binding() -> None:
    source = from_text("from numpy import *\n\ndef f(n):\n    return min(n, 0)\n", "x.py")
    for found in (parse(source), read_whole(source)):
        assert isinstance(found, Syntax)
        assert found.contents.global_writes["min"] == 1
