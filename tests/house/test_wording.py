"""Names say what a file knows, every module says it in a sentence, and nothing is left undone."""

import ast
import re
import sys

BANNED = {"util", "utils", "helper", "helpers", "common", "core", "misc", "base", "manager"} | {
    "types",
    "constants",
}
TREES = ("haltcheck", "corpora", "calibration", "benches", "tests")
UNDONE = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X"]) + r")\b")
IDLE = re.compile(r"pytest\.mark\.(skip|skipif|xfail)|pytest\.(skip|xfail|importorskip)\(")
PRIVATE = re.compile("|".join(["/wo" + "rk/", r"\.libr" + "ary/"]))
# The open set of formats is named as --format names its members.
FORMATS = "haltcheck.writers.formats."


def _sources(root):
    for tree in TREES:
        for path in sorted((root / tree).rglob("*.py")):
            if "programs" not in path.parts and "__pycache__" not in path.parts:
                yield path


def test_no_file_has_a_name_that_says_nothing(house):
    for module in house.modules.values():
        name = module.name.rpartition(".")[2]
        assert name not in BANNED, f"{module.place}: say what it knows"


def test_no_file_is_named_like_a_module_of_the_standard_library(house):
    # In front of the dots of its package a name like parse or token misleads nobody.
    for module in house.modules.values():
        name = module.name.rpartition(".")[2]
        own = module.name.startswith((FORMATS, "haltcheck.model.library."))
        taken = name in sys.stdlib_module_names and not name.startswith("__")
        assert own or not taken, f"{module.place}: {name} is a module of the standard library"


def test_every_module_says_what_it_knows(house):
    for module in house.modules.values():
        words = ast.get_docstring(module.tree)
        assert words, f"{module.place}: no docstring"
        assert words.split("\n\n")[0].rstrip().endswith((".", "?")), (
            f"{module.place}: no whole sentence"
        )


def _explains_itself(node):
    """Data whose class name and fields say it all: ``And(terms)``."""
    return isinstance(node, ast.ClassDef) and not any(
        isinstance(inner, ast.FunctionDef) for inner in node.body
    )


def test_public_classes_and_functions_say_what_they_mean(house):
    complaints = [
        f"{module.place}:{node.lineno} {node.name}"
        for module in house.modules.values()
        for node in module.tree.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
        and not _explains_itself(node)
    ]
    assert not complaints, "no docstring:\n" + "\n".join(complaints)


def test_nothing_is_marked_as_undone(root):
    for path in _sources(root):
        assert not UNDONE.search(path.read_text(encoding="utf-8")), path


def test_no_test_is_skipped(root):
    for path in sorted((root / "tests").rglob("*.py")):
        if path.name != "test_wording.py":
            assert not IDLE.search(path.read_text(encoding="utf-8")), path


def test_nothing_points_to_a_private_place(root):
    pages = [*root.glob("*.md"), *(root / "docs").rglob("*.md"), *root.glob("*.toml")]
    for path in [*_sources(root), *pages]:
        assert not PRIVATE.search(path.read_text(encoding="utf-8")), path
