"""Words reach their place, whatever has become of it."""

import io
import os
import sys

import pytest

from haltcheck.output import look, put, replace, say


def test_one_thing_is_told_in_one_line(capsys):
    say("a\nb\x1b[31m \udcff")
    assert capsys.readouterr().err == "haltcheck: a b\\x1b[31m \\udcff\n"


@pytest.mark.parametrize("stream", [None, io.TextIOWrapper(io.FileIO(os.devnull, "r"))])
def test_where_nobody_listens_nothing_is_said(monkeypatch, stream):
    monkeypatch.setattr(sys, "stderr", stream)
    say("anything")


def test_a_closed_output_is_an_error_of_the_system(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(OSError, match="closed"):
        put("x")


def test_output_without_bytes_takes_text(monkeypatch):
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    put("\u6f22")
    assert stream.getvalue() == "\u6f22"


def test_files_are_replaced_at_one_stroke(tmp_path):
    target = tmp_path / "o"
    replace(str(target), "one")
    replace(str(target), "two \udcff")
    assert target.read_text() == "two \\udcff"
    assert os.listdir(tmp_path) == ["o"]


def test_a_link_stays_and_what_it_points_to_is_replaced(tmp_path):
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to("real")
    replace(str(tmp_path / "link"), "new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"


def test_standard_output_by_name_is_standard_output(capsys):
    replace("/dev/stdout", "x")
    assert capsys.readouterr().out == "x"


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path):
    with pytest.raises(OSError, match="directory"):
        replace(str(tmp_path), "x")
    with pytest.raises(OSError, match="directory"):
        replace(str(tmp_path / "none" / "o"), "x")
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(
    ("variables", "colour"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, False),
    ],
)
def test_colour_only_where_it_is_wanted(monkeypatch, variables, colour):
    for name in ("FORCE_COLOR", "NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert look().colour is colour
