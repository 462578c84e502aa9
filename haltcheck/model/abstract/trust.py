"""How far a system may trust the calls that nobody resolves."""

from enum import Enum


class Trust(Enum):
    """NOTHING: such a call may write whatever it can reach, and may raise. CALLEES: it is supposed
    to return normally and to leave alone what counts; each such supposition is recorded.
    """

    NOTHING = "nothing"
    CALLEES = "callees"
