"""The kinds of what a function is handed."""

from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.scene import frame_of
from tests.model.source import lowered

READER = """
class Reader:
    def lines(self, stream):
        while True:
            line = self.readline()
            if line is None:
                return stream.readline()
"""


def test_what_a_class_calls_self_has_the_methods_of_the_class() -> None:
    program = lowered(READER)
    masks = frame_of(program, program.functions["Reader.lines"]).kinds.at[0]
    assert masks["self"] == k.ANY
    assert masks["stream"] == k.STREAM


def test_a_number_is_whole_unless_the_file_hands_a_float_over() -> None:
    taker = "def g(n):\n    while n > 0:\n        n -= 1\n"
    for caller, mask in (("g(3)", k.INT), ('g(float("inf"))', k.INT | k.FLOAT)):
        program = lowered(f"{taker}\ndef f():\n    {caller}\n")
        masks = frame_of(program, program.functions["g"]).kinds.at[0]
        assert masks["n"] == mask
