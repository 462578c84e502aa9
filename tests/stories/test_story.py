"""Each page of this folder tells of one phenomenon, and what haltcheck says of it holds.

The comments behind ``# =>`` are what haltcheck says of the loop or recursion that begins on that
line: answer, basis, and the finding with its condition. To write them anew after a change, run the
tests with ``HALTCHECK_ACCEPT=1`` and read the difference: the prose says what is true.
"""

import os
import re
from pathlib import Path

import pytest

import haltcheck

PAGES = sorted(Path(__file__).parent.glob("*.md"))
BLOCK = re.compile(r"(^```python\n)(.*?)(^```$)", re.DOTALL | re.MULTILINE)
SAID = re.compile(r"[ ]*# =>.*$", re.MULTILINE)


def told(source):
    """The program with what haltcheck says at the end of each line that it speaks of."""
    (file,) = haltcheck.check(source).files
    assert file.fault is None, file.fault
    codes = {(found.span.line, found.span.column): found.code for found in file.findings}
    words = {}
    for function in file.functions:
        for loop in function.loops:
            said = _words(loop.verdict, codes.get((loop.line, loop.column)))
            words.setdefault(loop.line, []).append(said)
    lines = source.splitlines(keepends=True)
    for number, said in words.items():
        lines[number - 1] = f"{lines[number - 1].rstrip()}  # => {'; '.join(said)}\n"
    return "".join(lines)


def _words(verdict, code):
    basis = "" if verdict.basis.value == "none" else f" ({verdict.basis.value})"
    intended = ", intended" if verdict.intended else ""
    where = f" where {verdict.condition}" if verdict.condition else ""
    return f"{verdict.answer.value}{basis}{intended}{where}" + (f": {code}" if code else "")


@pytest.mark.parametrize("page", PAGES, ids=[page.stem for page in PAGES])
def test_the_page_tells_the_truth(page):
    before = page.read_text(encoding="utf-8")
    after = BLOCK.sub(lambda block: block[1] + told(SAID.sub("", block[2])) + block[3], before)
    if os.environ.get("HALTCHECK_ACCEPT"):
        page.write_text(after, encoding="utf-8")
    else:
        assert after == before


@pytest.mark.parametrize("page", PAGES, ids=[page.stem for page in PAGES])
def test_the_page_holds_programs(page):
    assert BLOCK.search(page.read_text(encoding="utf-8"))
