"""The command line: what is a path, what is an option, and how a run ends."""

import io
import json
import os
import sys

import pytest

from haltcheck.cli import main

pytestmark = pytest.mark.usefixtures("pipeline")


def mistake(capsys):
    """The one line on standard error."""
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("haltcheck: ")
    return lines[0]


def test_nothing_to_report_is_zero(write, capsys):
    write(a="x = 1\n")
    assert main(["a.py"]) == 0
    assert capsys.readouterr() == ("", "")


def test_errors_fail_and_warnings_do_not_unless_strict(write):
    write(error="# ERROR\n", warning="# WARNING\n", remark="# REMARK\n")
    assert main(["error.py"]) == 1
    assert main(["warning.py"]) == 0
    assert main(["warning.py", "--strict"]) == 1
    assert main(["--strict", "warning.py"]) == 1
    assert main(["remark.py", "--strict"]) == 0


def test_concise_is_the_format_where_nobody_looks(write, capsys):
    write(a="\n# ERROR\n")
    main(["a.py"])
    assert capsys.readouterr().out == "a.py:2:1: HC101 never ends where n < 0\n"


@pytest.mark.parametrize(
    "order", ["--format json a.py", "a.py --format json", "a.py --format=json"]
)
def test_options_stand_before_or_after_the_paths(write, capsys, order):
    write(a="x = 1\n")
    assert main(order.split()) == 0
    assert json.loads(capsys.readouterr().out)["files"][0]["path"] == "a.py"


def test_a_file_named_like_a_subcommand_is_reached_by_its_folder(write, capsys):
    (write() / "explain").write_text("# ERROR\n")
    assert main(["./explain"]) == 1
    assert capsys.readouterr().out.startswith("explain:1:1:")


def test_a_path_behind_two_dashes_may_look_like_an_option(write):
    (write() / "--strict").write_text("# ERROR\n")
    assert main(["--", "--strict"]) == 1


def test_a_missing_path_is_a_mistake_and_the_others_are_checked(write, capsys):
    write(a="# ERROR\n")
    assert main(["nowhere.py", "a.py"]) == 2
    told = capsys.readouterr()
    assert "a.py:1:1: HC101" in told.out
    assert told.err == "haltcheck: nowhere.py: no such file or directory\n"


@pytest.mark.parametrize(
    "words",
    [
        "",
        "--format xml a.py",
        "--baseline b.json a.py",
        "--no-cache a.py",
        "--jobs 0 a.py",
        "--jobs two a.py",
        "--timeout 0 a.py",
        "--timeout nan a.py",
        "--timeout inf a.py",
        "--min-confidence 1.5 a.py",
        "--min-confidence nan a.py",
        "--base-rate 0 a.py",
        "--select HC777 a.py",
        "--ignore HC101,, a.py",
        "--world-model scripted a.py",
        "--world-model nobody a.py",
        "--output json a.py",
        "--output xml:o a.py",
        "explain HC999",
        "score a.py",
        "score a.py -o out.txt",
        "score nowhere -o out.jsonl",
        "score a.py -o out.jsonl --engine nobody",
    ],
)
def test_a_users_mistake_is_one_line_and_two(write, capsys, words):
    write(a="x = 1\n")
    assert main(words.split()) == 2
    assert mistake(capsys)


def test_a_special_file_that_is_named_is_a_mistake(write, capsys):
    folder = write()
    os.mkfifo(folder / "pipe.py")
    assert main(["pipe.py"]) == 2
    assert "no regular file" in mistake(capsys)
    assert main(["."]) == 0


def test_faults_of_our_own_are_told_and_the_others_go_on(write, capsys):
    write(a="FAULT\n", b="# ERROR\n")
    assert main(["a.py", "b.py"]) == 3
    told = capsys.readouterr()
    assert "b.py:1:1" in told.out
    assert told.err.count("\n") == 1
    assert "a.py" in told.err
    assert "please report" in told.err
    assert main(["a.py", "--debug"]) == 3
    assert "Traceback" in capsys.readouterr().err


def test_the_first_of_several_causes_is_the_exit_code(write):
    write(fault="FAULT\n", error="# ERROR\n", stop="CTRL-C\n")
    assert main(["error.py", "nowhere.py"]) == 2
    assert main(["error.py", "nowhere.py", "fault.py"]) == 3
    assert main(["error.py", "nowhere.py", "fault.py", "stop.py"]) == 130


def test_ctrl_c_prints_what_was_found_so_far(write, capsys):
    write(a="# ERROR\n", b="CTRL-C\n", c="# ERROR\n")
    assert main(["a.py", "b.py", "c.py", "--format", "json"]) == 130
    told = capsys.readouterr()
    first, cut = json.loads(told.out)["files"]
    assert first["findings"][0]["code"] == "HC101"
    assert (cut["path"], cut["verdict"]["reasons"]) == ("b.py", ["interrupted"])
    assert "interrupted" in told.err


def test_standard_input_is_read_and_named(monkeypatch, write, capsys):
    write()
    stream = io.TextIOWrapper(io.BytesIO(b"# ERROR\n"))
    monkeypatch.setattr(sys, "stdin", stream)
    assert main(["-", "--stdin-filename", "inner/x.py"]) == 1
    assert capsys.readouterr().out.startswith("inner/x.py:1:1: HC101")


def test_each_file_is_checked_once(write, capsys):
    folder = write(a="# ERROR\n")
    main(["a.py", "./a.py", ".", str(folder / "a.py")])
    assert capsys.readouterr().out.count("HC101") == 1


def test_reports_are_written_to_files_as_well(write, capsys):
    folder = write(a="# ERROR\n")
    assert main(["a.py", "--output", "json:o.json", "--output", "concise:o.txt"]) == 1
    assert json.loads((folder / "o.json").read_text())["schema"] == 1
    assert (folder / "o.txt").read_text() == capsys.readouterr().out
    assert sorted(os.listdir(folder)) == ["a.py", "o.json", "o.txt"]


def test_a_report_that_cannot_be_written_is_a_mistake(write, capsys):
    write(a="# ERROR\n")
    assert main(["a.py", "--output", "json:nowhere/o.json"]) == 2
    told = capsys.readouterr()
    assert "a.py:1:1" in told.out
    assert told.err == "haltcheck: nowhere/o.json: no such file or directory\n"
    assert main(["a.py", "--output", "json:."]) == 2


def test_the_configuration_fills_in_what_the_command_line_leaves_open(write, capsys):
    folder = write(a="# WARNING\n", b="# ERROR\n")
    (folder / "pyproject.toml").write_text(
        '[tool.haltcheck]\nstrict = true\nformat = "json"\nexclude = ["b.py"]\n'
    )
    assert main(["."]) == 1
    data = json.loads(capsys.readouterr().out)
    assert [file["path"] for file in data["files"]] == ["a.py"]
    assert main([".", "--format", "concise"]) == 1
    assert capsys.readouterr().out.startswith("a.py:1:1:")


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("colour = true", "colour"),
        ("strict = 1", "strict"),
        ('strict = "yes"', "strict"),
        ("jobs = true", "jobs"),
        ('jobs = "2"', "jobs"),
        ("jobs = -1", "jobs"),
        ('timeout = "long"', "timeout"),
        ("format = 3", "format"),
        ('format = "xml"', "format"),
        ('select = ["HC777"]', "select"),
        ("select = [1]", "select"),
        ("exclude = 1", "exclude"),
        ("min-confidence = 2", "min-confidence"),
        ('world-model = "scripted"', "world-model"),
        ("help = true", "help"),
        ("strict = ", "pyproject.toml"),
    ],
)
def test_a_broken_configuration_names_the_key(write, capsys, line, key):
    folder = write(a="x = 1\n")
    (folder / "pyproject.toml").write_text(f"[tool.haltcheck]\n{line}\n")
    assert main(["a.py"]) == 2
    assert key in mistake(capsys)


def test_named_files_are_excluded_only_by_force(write):
    folder = write(a="# ERROR\n")
    (folder / "pyproject.toml").write_text('[tool.haltcheck]\nexclude = ["a.py"]\n')
    assert main(["a.py"]) == 1
    assert main(["a.py", "--force-exclude"]) == 0


def test_explain_comes_from_the_rules_own_file(capsys):
    assert main(["explain", "hc103"]) == 0
    page = capsys.readouterr().out
    assert page.startswith("HC103: ")
    assert "while n != 0:" in page
    assert main(["explain"]) == 0
    assert "HC900  " in capsys.readouterr().out


def test_help_shows_options_and_subcommands(capsys):
    assert main(["--help"]) == 0
    page = capsys.readouterr().out
    assert "--min-confidence" in page
    assert "explain" in page
    assert main(["score", "--help"]) == 0
    assert "INPUT..." in capsys.readouterr().out


def test_what_nobody_foresaw_is_a_fault_and_the_others_go_on(write, capsys, pipeline):
    write(a="x = 1\n", b="# ERROR\n")
    real = pipeline.check_source

    def check_source(source, options):
        if source.path == "a.py":
            raise ZeroDivisionError("by nobody's doing")
        return real(source, options)

    pipeline.check_source = check_source
    assert main(["a.py", "b.py"]) == 3
    told = capsys.readouterr()
    assert "b.py:1:1" in told.out
    assert "a.py" in told.err
    assert "please report" in told.err
    assert told.err.count("\n") == 1
    assert main(["a.py", "--debug"]) == 3
    assert "Traceback" in capsys.readouterr().err


def test_a_fault_outside_of_any_file_is_one_line(write, capsys, monkeypatch):
    write(a="x = 1\n")
    monkeypatch.setattr("haltcheck.present.check_jobs", lambda *_: 1 / 0)
    assert main(["a.py"]) == 3
    assert "please report" in mistake(capsys)
    assert main(["a.py", "--debug"]) == 3
    assert "Traceback" in capsys.readouterr().err
