"""What calls leave in globals."""

import pytest

from haltcheck.basis.budget import Budget
from haltcheck.model.abstract import Trust
from haltcheck.model.abstract.effect import effects
from haltcheck.model.abstract.scene import Scene, frame_of
from tests.model.abstract.conformance import lowered


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("global G\n G = G - 1", ["G"]),
        ("global G\n G = n", ["G"]),
        ("global G\n G = n // 2 + 1", ["G"]),
        ("global G\n G = None", []),
        ("global G\n G = n / 2", []),
        ("global G\n G = g(n)", []),
        ("global G\n n = 'a'\n G = n", []),
        ("global G\n del G", []),
        ("G = 3", []),
        ("return G", []),
    ],
)
def test_globals_that_stay_whole_numbers(body: str, found: list[str]) -> None:
    program = lowered(f"G = 0\ndef g(n: int):\n {body}\ndef f():\n while G > 0:\n  g(1)\n")
    frame = frame_of(program, program.functions["f"])
    scene = Scene(program, frame, Trust.NOTHING, Budget())
    assert effects(scene, program.functions["g"]) == found
