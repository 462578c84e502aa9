"""From lowered functions to integer transition systems, which proofs work on."""

from haltcheck.model.abstract.build import build
from haltcheck.model.abstract.render import show
from haltcheck.model.abstract.trust import Trust

__all__ = ["Trust", "build", "show"]
