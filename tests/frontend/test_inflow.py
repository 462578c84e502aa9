import pytest

from haltcheck.frontend.inflow import gives_float, making, names_float, passes_on
from haltcheck.frontend.parse import parse
from haltcheck.frontend.reading import read_whole
from haltcheck.frontend.source import from_text
from haltcheck.frontend.syntax import Syntax

TAKER = "def g(a, b=0):\n    return a\n"


def floats(code: str) -> dict[str, set[str]]:
    """What floats reach, found by ``ast`` and by our own forms alike."""
    source = from_text(code, "x.py")
    by_ast, by_forms = parse(source), read_whole(source)
    assert isinstance(by_ast, Syntax) and isinstance(by_forms, Syntax)
    assert by_forms.contents.floats == by_ast.contents.floats
    return {name: set(parameters) for name, parameters in by_ast.contents.floats.items()}


@pytest.mark.parametrize(
    "call",
    [
        "g(0.5)",
        "g(-1.5)",
        "g(n / 2)",
        "g(float(n))",
        "g(math.inf)",
        "g(math.sqrt(n) + 1)",
        "g(a=1.0)",
        "g(time.time())",
        "g(1 if n else 2.0)",
        "g(max(n, 0.5))",
    ],
)
def test_a_float_is_handed_over(call: str) -> None:
    assert floats(f"{TAKER}\ndef f(n):\n    return {call}\n") == {"g": {"a"}}


@pytest.mark.parametrize("call", ["g(1)", "g(n // 2)", "g(n)", "g(len(n))", "g(math.floor(n))"])
def test_no_float_is_handed_over(call: str) -> None:
    assert floats(f"{TAKER}\ndef f(n):\n    return {call}\n") == {}


def test_names_carry_floats_on() -> None:
    code = f"{TAKER}\ndef f(x: float, n: int):\n    y = x - 1\n    z = y\n    g(n, z)\n"
    assert floats(code) == {"g": {"b"}}


def test_a_division_in_place_makes_a_float() -> None:
    assert floats(f"{TAKER}\ndef f(n):\n    n /= 2\n    g(n)\n") == {"g": {"a"}}


def test_a_parameter_hands_on_what_it_got() -> None:
    code = f'{TAKER}\ndef h(c):\n    g(c)\n\ndef f(x: "float | None"):\n    h(x)\n'
    assert floats(code) == {"g": {"a"}, "h": {"c"}}


def test_methods_and_constructors_count_from_behind_self() -> None:
    code = (
        "class C:\n    def __init__(self, n):\n        self.m(n)\n\n"
        "    def m(self, k):\n        pass\n\nC(2.5)\n"
    )
    assert floats(code) == {"C.__init__": {"n"}, "C.m": {"k"}}


def test_objects_that_calculate_in_their_own_way() -> None:
    code = (
        "class A(int):\n    def __sub__(self, other):\n        return self\n\n"
        "class B(A):\n    pass\n\nclass C:\n    pass\n\n"
        f"{TAKER}\ndef f(n):\n    g(B(n))\n\ndef h(n):\n    x = A(n)\n    g(C(), b=x)\n"
    )
    source = from_text(code, "x.py")
    for found in (parse(source), read_whole(source)):
        assert isinstance(found, Syntax)
        assert found.contents.strangers == {"g": {"a", "b"}}


def test_what_is_known_by_name() -> None:
    assert gives_float("math.inf") and not gives_float("math.isqrt")
    assert passes_on("abs") and not passes_on("len")
    assert making("A") == "A()"
    assert names_float("Optional[float]") and not names_float("floats")
