from haltcheck.model.step.start import start
from haltcheck.simulation.frame import Source, frame_of


def test_a_frame_shows_named_locals_before_the_line_runs(program):
    made = program("def f(n, xs):\n    while n:\n        n -= 1\n")
    machine = start(made, "f", {"n": 3, "xs": [1, 2]})
    frame = frame_of(machine.stack[-1], "call", False)
    assert frame.event == "call"
    assert [(one.name, one.text) for one in frame.shown] == [("n", "3"), ("xs", "list of 2")]
    assert {one.source for one in frame.shown} == {Source.EXACT}
