"""The contract of the open set of forms: each turns some libcst nodes into our own syntax."""

from abc import ABC, abstractmethod
from collections.abc import Mapping

from haltcheck.frontend.reader import Converter


class Form(ABC):
    """One group of constructs; a converter meets the tokens of its node in the text's order.

    A converter of an expression leaves ``cursor.first`` where its expression begins, and one of
    a statement yields a tuple of statements.
    """

    @abstractmethod
    def converters(self) -> Mapping[type, Converter]:
        """For each libcst node type of the group the function that converts it."""
