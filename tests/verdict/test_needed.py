"""What a caller must do so that a loop never ends is told, and makes the finding a warning."""

import pytest

from haltcheck.api import check
from haltcheck.basis.answer import Severity

TEXT = """
def line_with(wanted, stream, most={default}):
    number = 0
    while True:
        if most is not None and number == most:
            raise ValueError(wanted)
        line = stream.readline()
        if wanted in line:
            return line
        number += 1
"""


@pytest.mark.parametrize(
    ("default", "severity", "end"),
    [("10", Severity.WARNING, ", where most is None"), ("None", Severity.ERROR, " the loop")],
)
def test_who_takes_a_limit_away_is_the_caller(default: str, severity: Severity, end: str) -> None:
    (file,) = check(TEXT.format(default=default)).files
    (finding,) = file.findings
    assert finding.code == "HC102" and finding.severity is severity
    assert finding.message.endswith(end)
