"""Unsigned differences that a test before keeps above zero are translated, others refused."""

import pytest

from corpora.importers.c.translate import translate
from corpora.refusal import RefusedError

BEFORE = "extern unsigned __VERIFIER_nondet_uint(void);\nunsigned g;\nvoid f(void) { g = 0; }\n"
GIVEN = "unsigned n = __VERIFIER_nondet_uint(), m = __VERIFIER_nondet_uint();"


def translated(body: str) -> bool:
    text = f"{BEFORE}int main() {{ {GIVEN} {body} return 0; }}"
    try:
        translate(text, "x.c", "T")
    except RefusedError as error:
        assert "unsigned subtraction" in str(error)
        return False
    return True


@pytest.mark.parametrize(
    "body",
    [
        "while (n > 0) n--;",
        "while (n) { m += n; n--; }",
        "while (n != 0) n -= 1;",
        "if (n > m) n -= m; else m = m - n;",
        "while (n >= 3 && m != 7) n = n - 3;",
        "if (!(n < m)) n = n - m;",
        "for (unsigned i = n; i > 0; i--) m++;",
        "if (n == 0) return 1; n--;",
        "do { if (n < 2) break; n -= 2; } while (1);",
        "n++; n++; n -= 2;",
        "m = n > 4 ? n - 4 : 0;",
        "if (n > 2 && n - 2 > m) n--;",
        "g = n; f(); if (g > 0) g--;",
    ],
)
def test_a_guard_makes_it_safe(body: str) -> None:
    assert translated(body)


@pytest.mark.parametrize(
    "body",
    [
        "n--;",
        "while (n > 0) n -= 2;",
        "if (n > 0) { n--; n--; }",
        "if (n > m) m -= n;",
        "while (n > 0) { n--; if (m > 5) continue; n--; }",
        "if (n > 0 || m > 0) n--;",
        "g = n; if (g > 0) { f(); g--; }",
        "if (n > 0) { while (m > 3) { n = 0; m--; } n--; }",
        "do { n--; } while (n > 0);",
        "if (n > 0) m = (n = 0, n - 1);",
        "switch (m) { case 1: n = 0; break; } if (n >= 0) n--;",
    ],
)
def test_without_one_it_is_refused(body: str) -> None:
    assert not translated(body)
