"""A solver for path conditions, declared here, implemented in proof, handed to simulation."""

from abc import ABC, abstractmethod

from haltcheck.model.term import Formula


class Oracle(ABC):
    """Answers whether a formula can hold; without one, simulation works on constants alone."""

    @abstractmethod
    def model(self, formula: Formula) -> dict[str, int] | None:
        """Some values that make it true; None where there are none or nobody knows."""
