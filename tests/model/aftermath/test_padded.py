"""Lines that are read on with blanks between them, until something comes that never does."""

from haltcheck.api import check

ENDLESS = """
import sys


def statement(f):
    line = f.readline()
    while not line.strip().endswith(";"):
        line += " " + f.readline().strip()
    return line


def holding(f):
    text = ""
    while ";" not in text:
        text += " " + f.readline().strip()
    return text


def lines(f):
    text = f.readline()
    while "END" not in text:
        text += f.readline().strip() + "\\n"
    return text


def table(f, code):
    while True:
        line = f.readline().decode(code)
        if line == "":
            break
        if line.startswith("enum"):
            while not line[5:].strip().endswith(")"):
                line = line.split("//")[0]
                if sys.version_info > (3, 0):
                    line += " " + f.readline().decode(code).strip()
                else:
                    line += " " + next(f).decode(code).strip()
            print(line)
"""

REPAIRED = """
import sys


def statement(f):
    line = f.readline()
    while not line.strip().endswith(";"):
        more = f.readline()
        if not more:
            raise EOFError
        line += " " + more.strip()
    return line


def wide(f):
    text = f.readline()
    while len(text) < 80:
        text += " "
    return text


def filled(f):
    text = f.readline()
    while not text.endswith("    "):
        text += f.readline().strip() + " "
    return text


def old(f):
    line = f.readline()
    while not line.strip().endswith(";"):
        if sys.version_info >= (3,):
            line += " " + next(f)
        else:
            line += " " + f.readline()
    return line


def checked(f, code):
    line = f.readline().decode(code)
    if not line.strip().endswith(")"):
        return None
    while not line.strip().endswith(")"):
        line += " " + f.readline().decode(code).strip()
    return line
"""


def _found(text: str) -> list[str]:
    (report,) = check(text).files
    assert report.fault is None
    return sorted(one.function for one in report.findings if one.code == "HC102")


def test_blanks_are_no_end_of_a_statement() -> None:
    assert _found(ENDLESS) == ["holding", "lines", "statement", "table"]


def test_what_counts_blanks_or_sees_the_end_is_believed() -> None:
    assert not _found(REPAIRED)
