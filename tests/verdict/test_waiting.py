"""A loop that tries again until a flag is set elsewhere waits for that flag."""

import pytest

from haltcheck.api import check

TEXT = """
class Receiver:
    def __init__(self, link):
        self.link = link
        self.{flag} = True
{stop}
    def run(self):
        while self.{flag}:
            try:
                data = self.link.connect()
            except OSError:
                continue
            return data
"""
STOP = "    def stop(self):\n        self.{flag} = False\n"


@pytest.mark.parametrize("flag", ["active", "__active"])
def test_who_is_told_to_stop_from_elsewhere_is_meant_to_go_on(flag: str) -> None:
    (report,) = check(TEXT.format(flag=flag, stop=STOP.format(flag=flag))).files
    assert not report.findings


@pytest.mark.parametrize("flag", ["active", "__active"])
def test_nobody_tells_it_to_stop(flag: str) -> None:
    (report,) = check(TEXT.format(flag=flag, stop="")).files
    assert [one.function for one in report.findings] == ["Receiver.run"]


PAUSED = """
import asyncio

async def piece(piece, monitor=None):
    while {test}:
        await asyncio.sleep(1)
    return piece
"""


@pytest.mark.parametrize("test", ["monitor and monitor.paused", "monitor.paused"])
def test_who_waits_for_an_object_of_somebody_else_is_meant_to(test: str) -> None:
    (report,) = check(PAUSED.format(test=test)).files
    assert not report.findings
