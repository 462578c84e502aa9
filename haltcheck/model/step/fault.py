"""How one step ends early: at a hole, at a limit, or with an exception of the analysed program.

All three derive from BaseException, so that neither library code nor a narrow ``except`` of ours
can take one for something else.
"""

from typing import Any


class HoleError(BaseException):
    """The step needs something that is not modelled; the state is as before the step."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class LimitError(BaseException):
    """The step would make something too large, or the run has done too much work."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class ThrownError(BaseException):
    """The analysed program raises ``error``, an ``Error`` value of the machine."""

    def __init__(self, error: Any) -> None:
        super().__init__(error)
        self.error = error
