"""Configuration: the nearest table counts, and every key is checked."""

import pytest

from haltcheck.basis.error import HaltcheckError
from haltcheck.configuration import Configuration, Kind, common_folder, load

KINDS = {"strict": Kind.FLAG, "min-confidence": Kind.NUMBER, "exclude": Kind.TEXTS}


def test_the_nearest_table_counts(tmp_path):
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text("[tool.haltcheck]\nstrict = true\n")
    assert load(str(inner), KINDS).values == {"strict": True}
    (tmp_path / "a" / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert load(str(inner), KINDS).values == {"strict": True}
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.haltcheck]\n")
    assert load(str(inner), KINDS) == Configuration(str(tmp_path / "a"), {})


def test_underscores_are_read_as_dashes(tmp_path):
    (tmp_path / "pyproject.toml").write_text("[tool.haltcheck]\nmin_confidence = 1\n")
    assert load(str(tmp_path), KINDS).values == {"min-confidence": 1}


@pytest.mark.parametrize("text", ["a = [", "\0", "[tool]\nhaltcheck = 3", "a" * 5])
def test_what_cannot_be_read_names_the_file(tmp_path, text):
    (tmp_path / "pyproject.toml").write_text(text)
    with pytest.raises(HaltcheckError, match=r"pyproject\.toml"):
        load(str(tmp_path), KINDS)


def test_bytes_that_are_no_text_name_the_file(tmp_path):
    (tmp_path / "pyproject.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(HaltcheckError, match=r"pyproject\.toml"):
        load(str(tmp_path), KINDS)


def test_exclude_is_one_pattern_or_several(tmp_path):
    for text, patterns in [("'a'", ("a",)), ("['a', 'b']", ("a", "b")), ("[]", ())]:
        (tmp_path / "pyproject.toml").write_text(f"[tool.haltcheck]\nexclude = {text}\n")
        assert load(str(tmp_path), KINDS).excludes == patterns


def test_the_search_begins_where_the_paths_meet(tmp_path, monkeypatch):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.py").touch()
    (tmp_path / "y.py").touch()
    monkeypatch.chdir(tmp_path)
    assert common_folder(["a/x.py"]) == str(tmp_path / "a")
    assert common_folder(["a/x.py", "y.py"]) == str(tmp_path)
    assert common_folder(["a"]) == str(tmp_path / "a")
    assert common_folder([]) == str(tmp_path)
