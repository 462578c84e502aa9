from pathlib import Path

import pytest

SAMPLES = (Path(__file__).parent / "samples.txt").read_text().split("---\n")


def cases():
    for number, sample in enumerate(SAMPLES):
        source, _, calls = sample.partition("=== ")
        for call in calls.strip().split("; ") if calls else [""]:
            yield pytest.param(source, call, id=f"{number}-{call}")


@pytest.mark.parametrize(("source", "call"), cases())
def test_the_machine_does_what_cpython_does(compared, source, call):
    compared(source, **eval(f"dict({call})"))
