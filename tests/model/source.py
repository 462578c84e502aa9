"""Source text to a lowered program, for the tests of this room."""

from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import from_text
from haltcheck.frontend.syntax import Unreadable
from haltcheck.model.lower import lower


def lowered(text):
    syntax = parse(from_text(text))
    assert not isinstance(syntax, Unreadable), syntax
    return lower(syntax)
