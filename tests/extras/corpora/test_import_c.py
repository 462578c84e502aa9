"""The importer of integer C: what it writes, what it refuses, and what the manifest tells."""

import json
from pathlib import Path

import pytest

from corpora.import_c import main
from corpora.importers.c.translate import translate
from corpora.reader import FOLDER
from corpora.refusal import RefusedError

REFUSED = sorted((FOLDER / "c" / "refused").glob("*.c"))
NONDET = "extern int __VERIFIER_nondet_int(void);\n"


def python(body: str, before: str = NONDET) -> str:
    """The translation of a main with this body, without its first line."""
    text = f"{before}int main() {{ {body} }}"
    return translate(text, "x.c", "T").python.split("\n", 3)[-1]


def reason(body: str, before: str = NONDET) -> str:
    with pytest.raises(RefusedError) as caught:
        python(body, before)
    return str(caught.value)


@pytest.mark.parametrize("path", REFUSED, ids=lambda path: path.stem)
def test_what_python_cannot_mean_is_refused_with_its_reason(path: Path) -> None:
    text = path.read_text()
    words = text.splitlines()[0].removeprefix("// refused: ")
    with pytest.raises(RefusedError) as caught:
        translate(text, str(path), "T")
    assert words in str(caught.value)


def test_uninitialised_variables_and_questions_are_parameters() -> None:
    told = python("int x, y; y = __VERIFIER_nondet_int(); while (x > y) x--; return x;")
    assert told.startswith("def main(x: int, y: int) -> int:\n    while x > y:\n        x -= 1\n")


def test_what_is_asked_again_is_a_callable() -> None:
    told = python("int x = 1; while (__VERIFIER_nondet_int()) x++; return x;")
    assert "def main(nondet: Callable[[], int]) -> int:" in told
    assert "while nondet() != 0:" in told


def test_an_assumption_is_an_early_return() -> None:
    told = python("int x; __VERIFIER_assume(x > 3); return x;")
    assert "if x <= 3:\n        return 0\n" in told


def test_an_assertion_and_an_error_are_exits() -> None:
    told = python("int x; if (x > 3) abort(); __VERIFIER_assert(x < 2); return x;")
    assert "if x > 3:\n        raise SystemExit\n    assert x < 2\n" in told


def test_small_types_have_their_range() -> None:
    before = "extern unsigned char __VERIFIER_nondet_uchar(void);\n"
    told = python("unsigned char x = __VERIFIER_nondet_uchar(); return x + 1;", before)
    assert "if not 0 <= x <= 255:\n        return 0\n" in told


def test_a_remainder_that_is_compared_with_zero_is_pythons() -> None:
    assert "if x % 2 == 0:" in python("int x; if (x % 2 == 0) return 1; return 0;")


def test_division_cuts_towards_zero() -> None:
    told = python("int x; return x / 2;")
    assert "return x // 2 if x >= 0 else -(-x // 2)" in told


def test_reasons_have_their_place() -> None:
    assert reason("int x = 1;\n\nx = *&x;\nreturn x;").startswith("line 4: ")


def test_what_main_does_not_reach_is_not_looked_at() -> None:
    before = "double half(double x) { return x / 2; }\nstruct s { int *p; };\nfloat f;\n"
    assert "def main() -> int:\n    return 3\n" in python("return 3;", before)


def test_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    suite = tmp_path / "suite"
    suite.mkdir()
    (suite / "up_NT.c").write_text("int main() { int x = 0; while (x >= 0) x++; return 0; }")
    (suite / "link.c").write_text("int main() { int *p; return *p; }")
    target = tmp_path / "out"
    assert main([str(tmp_path), "-o", str(target)]) == 0
    rows = [json.loads(line) for line in (target / "manifest.jsonl").read_text().splitlines()]
    assert [(row["name"], row["source"], row["status"]) for row in rows] == [
        ("suite/link.py", "suite/link.c", "refused"),
        ("suite/up_NT.py", "suite/up_NT.c", "translated"),
    ]
    assert rows[0]["reason"] == "line 1: a pointer"
    assert rows[1]["answer"] == "non-halt"
    assert (target / "suite" / "up_NT.py").exists()
    assert "1 of 2 translated, 1 of them with a label" in capsys.readouterr().out


def test_an_imported_suite_is_judged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from benches.provers import main as provers

    (tmp_path / "up_NT.c").write_text("int main() { int x = 0; while (x >= 0) x++; return 0; }")
    (tmp_path / "down_T.c").write_text("int main() { int x; while (x > 0) x--; return 0; }")
    assert main([str(tmp_path), "-o", str(tmp_path / "out")]) == 0
    kept = tmp_path / "kept.json"
    assert provers([str(tmp_path / "out"), "-o", str(kept)]) == 0
    assert "2 right    0 wrong" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (b"int main() { int x = ; }", "the parser does not read it"),
        (b"\xff\xfe\x00\x01", "the"),
        (b"", "there is no main"),
        (b"int main() { return " + b"(" * 3000 + b"1" + b")" * 3000 + b"; }", "nested too deeply"),
        (b'#include "none.h"\nint main() { return 0; }', 'there is no "none.h"'),
        (b"#if 1\nint main() { return 0; }", "preprocessor"),
    ],
)
def test_bad_input_is_a_row(tmp_path: Path, text: bytes, words: str) -> None:
    (tmp_path / "x.c").write_bytes(text)
    assert main([str(tmp_path), "-o", str(tmp_path / "out"), "--quiet"]) == 0
    row = json.loads((tmp_path / "out" / "manifest.jsonl").read_text())
    assert row["status"] == "refused"
    assert words in row["reason"]


def test_a_folder_without_programs_is_a_mistake(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path), "-o", str(tmp_path / "out")]) == 2
    assert "has no C programs" in capsys.readouterr().err


def test_translations_are_typed_python(tmp_path: Path) -> None:
    from mypy import api

    told = python(
        "int x; int a[3] = {1}; _Bool b = x > 2; while (__VERIFIER_nondet_int()) "
        "{ b = !b; a[x & 1] = f(a, b); } return b + a[0];",
        NONDET + "int f(int a[], int n) { return a[n] + 1; }\n",
    )
    (tmp_path / "told.py").write_text(told)
    out, _, code = api.run(
        ["--strict", "--cache-dir", str(tmp_path / "c"), str(tmp_path / "told.py")]
    )
    assert code == 0, out


def test_assertions_are_nothing_where_ndebug_is_defined() -> None:
    told = python("int x; assert(x++ > 5); return x;", "#define NDEBUG\n#include <assert.h>\n")
    assert "return x\n" in told
    assert "assert" not in told and "x += 1" not in told


def test_extern_in_a_block_is_the_files_variable() -> None:
    told = python(
        "int g = 3; { extern int g; g = 8; } return f() * 10 + g;", "int g; int f() { return g; }\n"
    )
    assert "global g\n" in told
    assert "g = 8\n" in told


def test_a_branch_that_is_not_taken_may_have_an_error() -> None:
    assert "return 7" in python("return y;", "#if 1\nconst int y = 7;\n#else\n#error no\n#endif\n")
