from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import from_text
from haltcheck.model.lower import lower
from haltcheck.model.slice import Unsliceable, cone


def cone_of(body):
    function = lower(parse(from_text(body))).functions["f"]
    [loop] = function.loops
    return cone(function, loop)


def test_a_counter_that_nothing_reads_is_left_out():
    found = cone_of("def f(n):\n    c = 0\n    while n:\n        c += 1\n    return c\n")
    assert "n" in found
    assert "c" not in found


def test_what_the_exit_reads_is_kept_backwards():
    found = cone_of(
        "def f(n, k, m):\n    while n:\n        a = k + 1\n        n = n - a\n        m = m + 1\n"
    )
    assert {"n", "a", "k"} <= found
    assert "m" not in found


def test_what_may_raise_or_touch_the_heap_is_kept():
    for line in ("c = c // 2", "c = xs[c]", "xs.append(c)", "g(c)", "c = -c", "c = f'{c}'"):
        found = cone_of(f"def f(n, xs, g, c):\n    while n:\n        {line}\n")
        assert "c" in found, line


def test_what_nested_functions_share_is_kept():
    found = cone_of(
        "def f(n):\n    c = 0\n    def g():\n        return c\n    while n:\n        c += 1\n"
    )
    assert "c" in found


def test_a_loop_that_yields_is_not_sliced():
    found = cone_of("def f(n):\n    while n:\n        yield n\n")
    assert isinstance(found, Unsliceable)
