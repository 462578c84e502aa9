"""Walking: what git ignores, hidden folders and what is no regular file stay out."""

import inspect
import os
import sys

import pytest

from haltcheck.basis.error import HaltcheckError
from haltcheck.walk import exclusion, find


@pytest.fixture
def tree(tmp_path, monkeypatch):
    """Makes empty files below the working folder; a name that ends in / makes a folder."""
    monkeypatch.chdir(tmp_path)

    def tree(*names, **texts):
        for name in names:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.mkdir(exist_ok=True) if name.endswith("/") else path.touch()
        return tmp_path

    return tree


def test_folders_are_walked_in_the_order_of_posix_paths(tree):
    tree("b.py", "a/z.py", "a.py", "a/b/c.pyi", "note.ipynb", "read.me", "a-b.py")
    assert find(["."]).files == ("a-b.py", "a.py", "a/b/c.pyi", "a/z.py", "b.py", "note.ipynb")


def test_the_order_of_named_paths_is_kept_and_each_file_comes_once(tree):
    tree("b.py", "a/z.py", "a/a.py")
    assert find(["b.py", "a/z.py", "a", "./b.py", "."]).files == ("b.py", "a/z.py", "a/a.py")


def test_any_file_may_be_named(tree):
    tree("script", "x.txt")
    assert find(["script", "x.txt"]).files == ("script", "x.txt")


def test_hidden_folders_are_skipped_unless_named(tree):
    tree(".venv/a.py", ".hidden.py", "b/.git2/c.py")
    assert find(["."]).files == (".hidden.py",)
    assert find([".venv"]).files == (".venv/a.py",)


def test_git_ignores_count_inside_a_repository_only(tree):
    folder = tree("a.py", "build/b.py", "gen_x.py")
    (folder / ".gitignore").write_text("build/\ngen_*.py\n")
    assert find(["."]).files == ("a.py", "build/b.py", "gen_x.py")
    tree(".git/")
    assert find(["."]).files == ("a.py",)


def test_inner_ignore_files_have_the_last_word(tree):
    folder = tree(".git/", "a/gen_x.py", "a/b/gen_y.py", "a/b/old.py", "gen_z.py")
    (folder / ".gitignore").write_text("gen_*.py\n")
    (folder / "a/b/.gitignore").write_text("!gen_y.py\n/old.py\n")
    assert find(["."]).files == ("a/b/gen_y.py",)


def test_what_lies_in_an_ignored_folder_is_not_brought_back(tree):
    folder = tree(".git/", "out/x.py", "keep.py")
    (folder / ".gitignore").write_text("out/\n!out/x.py\n")
    assert find(["."]).files == ("keep.py",)


def test_ignore_files_above_the_named_folder_count(tree):
    folder = tree(".git/", "a/b/gen_x.py", "a/b/y.py")
    (folder / ".gitignore").write_text("gen_*.py\n")
    (folder / "a/.gitignore").write_text("y.py\n")
    assert find(["a/b"]).files == ()


def test_an_ignored_folder_that_is_named_is_walked(tree):
    folder = tree(".git/", "out/x.py", "out/gen.py")
    (folder / ".gitignore").write_text("out/\n")
    (folder / "out/.gitignore").write_text("gen.py\n")
    assert find(["out"]).files == ("out/x.py",)


def test_the_exclude_file_of_the_repository_counts(tree):
    folder = tree(".git/info/", "a.py", "b.py")
    (folder / ".git/info/exclude").write_text("b.py\n")
    assert find(["."]).files == ("a.py",)


def test_ignore_lines_that_git_cannot_read_are_skipped(tree):
    folder = tree(".git/", "a.py", "b.py")
    (folder / ".gitignore").write_bytes(b"!\n\xff\xfe\n//\nb.py\n")
    assert find(["."]).files == ("a.py",)


def test_links_are_not_followed_so_loops_end(tree):
    folder = tree("a/x.py")
    (folder / "a/loop").symlink_to(folder / "a")
    (folder / "a/link.py").symlink_to(folder / "a/x.py")
    (folder / "a/gone.py").symlink_to(folder / "nowhere")
    assert find(["."]).files == ("a/x.py",)
    assert find(["a/link.py"]).files == ("a/link.py",)


def test_special_files_are_skipped_and_refused_when_named(tree):
    folder = tree("a.py")
    os.mkfifo(folder / "pipe.py")
    assert find(["."]).files == ("a.py",)
    assert find(["pipe.py"]).problems == ("pipe.py: is no regular file",)


def test_each_missing_path_is_one_sentence(tree):
    tree("a.py")
    found = find(["nowhere", "a.py", "a.py/b.py"])
    assert found.files == ("a.py",)
    assert found.problems == (
        "nowhere: no such file or directory",
        "a.py/b.py: not a directory",
    )


def test_odd_names_are_no_trouble(tree):
    folder = tree("with space.py", "new\nline.py", "ünï.py")
    with open(os.fsencode(folder) + b"/\xff\xfe.py", "wb"):
        pass
    assert len(find(["."]).files) == 4
    assert find(["nul\0byte"]).problems


def test_exclusions_keep_out_of_walks_and_by_force_out_of_names(tree):
    folder = tree("a.py", "gen/b.py", "gen/deep/c.py")
    layer = exclusion(str(folder), ["gen/"])
    assert find(["."], (layer,)).files == ("a.py",)
    assert find(["gen/deep/c.py"], (layer,)).files == ("gen/deep/c.py",)
    assert find(["gen/deep/c.py", "gen"], (layer,), force_exclude=True).files == ()


def test_an_exclusion_says_nothing_of_what_lies_outside(tree):
    folder = tree("a.py", "inner/")
    assert find(["a.py"], (exclusion(str(folder / "inner"), ["*"]),), True).files == ("a.py",)


def test_a_pattern_that_cannot_be_read_is_a_mistake():
    with pytest.raises(HaltcheckError, match="exclude"):
        exclusion(".", ["!"])


def test_deep_folders_do_not_exhaust_the_stack(tree):
    folder = tree("/".join(["d"] * 300) + "/deep.py", "x.py")
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 100)
    try:
        found = find([str(folder)])
    finally:
        sys.setrecursionlimit(limit)
    assert len(found.files) == 2
