"""Programs from text, as the pipeline makes them."""

import textwrap

import pytest

from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import from_text
from haltcheck.model.lower import lower


@pytest.fixture
def program():
    return lambda source: lower(parse(from_text(textwrap.dedent(source))))
