"""What reading a name on an instance can run."""

import pytest

from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import from_text
from haltcheck.frontend.syntax import Syntax
from haltcheck.model.lower import lower
from haltcheck.model.member import Members, Receiver, Resolution, Resolved

FALLING = """
class Proxy:
    def __getattr__(self, name):
        return getattr(self.held, name)
"""


def _reading(text: str, name: str) -> Resolution:
    syntax = parse(from_text(text))
    assert isinstance(syntax, Syntax)
    return Members(lower(syntax)).attribute(Receiver("Proxy", is_exact=True), name)


def test_what_nothing_binds_falls_through() -> None:
    assert _reading(FALLING, "held") == Resolved(("Proxy.__getattr__",))


@pytest.mark.parametrize(
    "binding",
    [
        "    def __init__(self, x): self.held = x\n",
        "    def __init__(self, x): self.__dict__['held'] = x\n",
        "    def __init__(self, x): object.__setattr__(self, 'held', x)\n",
        "    def __init__(self, **all): vars(self).update(all)\n",
        "    __slots__ = ('held',)\n",
    ],
)
def test_what_is_bound_in_any_way_does_not(binding: str) -> None:
    assert _reading(FALLING + binding, "held") != Resolved(("Proxy.__getattr__",))


def test_a_private_attribute_is_bound_under_its_own_spelling() -> None:
    text = FALLING + "    def __init__(self, x): self.__held = x\n"
    assert _reading(text, "_Proxy__held") == Resolved(())


def test_a_base_from_elsewhere_may_bind_anything() -> None:
    text = FALLING.replace("Proxy", "Proxy(Elsewhere)")
    assert _reading(text, "held") != Resolved(("Proxy.__getattr__",))
