"""Containers that grow by what is awaited, and twins that others have in hand meanwhile."""

import pytest

from haltcheck.api import check

PROGRAM = """
import asyncio


async def message(reader, other):
    data = {built}
    {given}
    while len(data) < 10:
        part = await reader.read(10 - len(data))
        {grows}
    return data
"""
OWN = {
    "extended": ("bytearray()", "pass", "data.extend(part)"),
    "added to": ("bytearray()", "pass", "data += part"),
    "a list": ("[]", "pass", "data.extend(part)"),
}
GIVEN = {
    "handed to a call": ("bytearray()", "other.fill(data)", "data.extend(part)"),
    "stored": ("bytearray()", "other.data = data", "data.extend(part)"),
    "what a task fills": ("[]", "asyncio.create_task(fill(data))", "data.extend(part)"),
    "nothing read raises": (
        "bytearray()",
        "pass",
        "if not part:\n            raise EOFError\n        data += part",
    ),
}
BEFORE = """
async def skip(reader):
    line = await reader.readline()
    while b"ready" not in line:
        line = await reader.readline()
"""


def _codes(built: str, given: str, grows: str) -> list[str]:
    text = PROGRAM.replace("{built}", built).replace("{given}", given)
    (report,) = check(text.replace("{grows}", grows)).files
    return [one.code for one in report.findings]


@pytest.mark.parametrize("parts", OWN.values(), ids=OWN)
def test_what_nobody_else_has_grows_by_what_is_read_alone(parts: tuple[str, str, str]) -> None:
    """The peer closes, and the container stays as it is."""
    assert _codes(*parts) == ["HC102"]


@pytest.mark.parametrize("parts", GIVEN.values(), ids=GIVEN)
def test_what_others_have_may_grow(parts: tuple[str, str, str]) -> None:
    """Who has it in hand may fill it while the loop waits."""
    assert _codes(*parts) == []


def test_what_is_awaited_before_the_loop_is_what_the_peer_says() -> None:
    """The first line may be any, as all others."""
    (report,) = check(BEFORE).files
    assert [one.code for one in report.findings] == ["HC102"]
