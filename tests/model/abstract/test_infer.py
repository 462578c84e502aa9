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
