import pytest

from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import from_text
from haltcheck.model.domain import outside
from haltcheck.model.lower import lower
from haltcheck.model.step.value import Opaque
from haltcheck.model.world import Memory, World

HEADER = "def f(x{}, *rest, **more):\n    while x:\n        pass\n"


def odd(annotation, value):
    text = HEADER.format(f": {annotation}" if annotation else "")
    program = lower(parse(from_text(text)))
    return outside(program, program.functions["f"], {"x": value})


@pytest.mark.parametrize(
    ("annotation", "value"),
    [
        ("", "x"), ("", Opaque("an argument")), ("int", 3), ("int", True), ("float", 3),
        ("float", 0.5), ("str", ""), ("bytes", b""), ("'int'", 3), ("list", ["a", 1]),
        ("list[int]", [1, 2]), ("List[int]", []),
        ("typing.List[int]", [1]), ("list[list[int]]", [[1], []]),
        ("dict[str, int]", {"a": 1}), ("dict", {1: "a"}), ("tuple[int, str]", (1, "a")),
        ("tuple[int, ...]", (1, 2, 3)), ("tuple", (1, "a")), ("Sequence[int]", (1,)),
        ("int | None", None), ("Optional[str]", "a"), ("Union[int, str]", "a"), ("Any", [1]),
        ("BinaryIO", World(b"a")), ("io.StringIO", World("a")), ("IO[bytes]", World(b"")),
        ("memoryview", Memory(b"a")), ("bytes | memoryview", Memory(b"")), ("Iterable[int]", [1]),
        ("set[int]", {1}), ("dict[str, dict[str, int]]", {"a": {"b": 1}}),
    ],
)  # fmt: skip
def test_what_lies_in_the_domain(annotation, value):
    assert odd(annotation, value) == ""


@pytest.mark.parametrize(
    ("annotation", "value"),
    [
        ("int", 0.5), ("int", "1"), ("str", b""), ("bool", 1), ("list[int]", ["a"]),
        ("list[int]", (1,)),
        ("int | None", "a"), ("Optional[str]", 1), ("BinaryIO", World("a")), ("bytes", World(b"")),
        ("IO[str]", World(b"")), ("bytes", Memory(b"")), ("str", World("a")),
        ("list[list[int]]", [[1], 2]), ("dict[str, int]", {1: 1}), ("dict[str, int]", {"a": "b"}),
        ("tuple[int, str]", (1,)), ("tuple[int, str]", ("a", 1)), ("tuple[int, ...]", (1, "a")),
        ("set[int]", {"a"}), ("Whatever", 1), ("int", Opaque("an argument")), ("list[T]", [1]),
    ],
)  # fmt: skip
def test_what_lies_outside(annotation, value):
    assert odd(annotation, value) == "x"


def test_what_stands_for_many_arguments_is_not_handed_in():
    program = lower(parse(from_text(HEADER.format(""))))
    assert outside(program, program.functions["f"], {"rest": 5}) == "rest"
    assert outside(program, program.functions["f"], {"more": {}}) == "more"


def test_an_instance_is_made_by_its_class():
    text = "class C:\n    def m(self, n):\n        while n:\n            pass\n"
    program = lower(parse(from_text(text)))
    assert outside(program, program.functions["C.m"], {"self": 5}) == "self"
    assert outside(program, program.functions["C.m"], {"n": 5}) == ""


def test_arguments_of_a_constructor_lie_in_their_domain():
    text = (
        "class C:\n    def __init__(self, k: int):\n        self.k = k\n"
        "    def m(self):\n        while self.k:\n            pass\n"
    )
    program = lower(parse(from_text(text)))
    assert outside(program, program.functions["C.m"], {"self.k": "a"}) == "self.k"
    assert outside(program, program.functions["C.m"], {"self.k": 5}) == ""


def test_a_static_method_receives_nothing():
    text = "class C:\n    @staticmethod\n    def m(n):\n        while n:\n            pass\n"
    program = lower(parse(from_text(text)))
    assert outside(program, program.functions["C.m"], {"n": 5}) == ""
