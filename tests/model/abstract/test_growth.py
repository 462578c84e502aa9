"""How what callees are supposed to leave alone is named."""

import pytest

from haltcheck.model.abstract.growth import grows
from haltcheck.model.program import Next
from tests.model.source import lowered


@pytest.mark.parametrize(
    ("iterated", "place"),
    [
        ("xs", "xs"),
        ("sys.meta_path", "sys.meta_path"),
        ("self.parts", "self.parts"),
        ("take().parts", "take().parts"),
        ("xs[0]", "what the loop iterates"),
    ],
)
def test_it_is_named_as_the_source_names_it(iterated: str, place: str) -> None:
    text = f"import sys\ndef f(self, xs, y):\n for x in {iterated}:\n  y.run(xs)\n"
    program = lowered(text)
    function = program.functions["f"]
    loop = function.loops[0]
    asking = function.blocks[loop.head].terminator
    assert isinstance(asking, Next)
    iterator = grows(program, function, loop, _iterated(function, asking))
    assert {one.place for one in iterator.assumptions} <= {place}
    assert iterator.assumptions


def _iterated(function, asking):
    made = [one for block in function.blocks for one in block.instructions]
    return next(one.object for one in made if getattr(one, "target", "") == asking.iterator.name)
