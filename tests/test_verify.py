"""Reports are checked again without searching; what fails, lacks or lies is named."""

import io
import json
import sys

import pytest

from haltcheck.cli import main

SOURCE = """\
def climb(lo: int, hi: int) -> int:
    while lo < hi:
        lo += 1
    return lo


def down(n: int) -> None:
    while n != 0:
        n -= 1


def twice(n: int) -> int:
    if n <= 0:
        return 0
    return twice(n - 2) + climb(0, n)


def shuttle() -> None:
    k = 0
    while k < 9:
        k = (k + 1) % 4
"""


@pytest.fixture
def report(tmp_path, monkeypatch, capsys):
    """Writes the report of a source as ``report.json`` and gives its data."""
    monkeypatch.chdir(tmp_path)

    def make(source=SOURCE, format_="json"):
        (tmp_path / "a.py").write_text(source)
        main(["a.py", "--output", f"{format_}:report.json", "--format", "concise"])
        capsys.readouterr()
        text = (tmp_path / "report.json").read_text()
        return json.loads(text) if format_ == "json" else text

    return make


def save(data, name="report.json"):
    with open(name, "w", encoding="utf-8") as stream:
        json.dump(data, stream)


def claim(data, function):
    """The claim about a function's own loop or recursion."""
    (found,) = [
        one["claim"] for one in data["files"][0]["certificates"] if one["function"] == function
    ]
    return found


def verify(capsys, *names):
    """The exit code with what is told on both streams."""
    code = main(["verify", *(names or ("report.json",))])
    told = capsys.readouterr()
    return code, told.out.splitlines(), told.err.splitlines()


def test_what_was_proved_holds(report, capsys):
    kinds = {one["claim"]["certificate"]["kind"] for one in report()["files"][0]["certificates"]}
    assert {"Ranking"} < kinds
    assert verify(capsys) == (0, ["4 certificates hold, 0 fail"], [])


def test_the_text_for_people_stands_beside_the_claim(report):
    for one in report()["files"][0]["certificates"]:
        assert one["text"]
        assert one["line"] > 0


def test_reports_by_lines_and_from_standard_input_and_several(report, capsys, monkeypatch):
    text = report(format_="jsonl")
    assert verify(capsys)[:2] == (0, ["4 certificates hold, 0 fail"])
    assert verify(capsys, "report.json", "report.json")[1] == ["8 certificates hold, 0 fail"]
    stream = io.TextIOWrapper(io.BytesIO(text.encode()))
    monkeypatch.setattr(sys, "stdin", stream)
    assert verify(capsys, "-")[:2] == (0, ["4 certificates hold, 0 fail"])


def test_straight_code_needs_no_certificate(report, capsys):
    report("x = 1\n")
    assert verify(capsys) == (0, ["no certificates to check"], [])


def test_a_missing_source_is_named(report, capsys, tmp_path):
    report()
    (tmp_path / "a.py").unlink()
    code, out, err = verify(capsys)
    assert (code, out) == (2, ["no certificates to check"])
    assert len(err) == 1
    assert "a.py" in err[0]


def test_a_changed_source_is_named_and_the_others_are_checked(report, capsys, tmp_path):
    data = report()
    other = json.loads(json.dumps(data["files"][0]))
    other["path"] = "b.py"
    data["files"].append(other)
    save(data)
    (tmp_path / "b.py").write_text(SOURCE + "\n")
    code, out, err = verify(capsys)
    assert (code, out) == (2, ["4 certificates hold, 0 fail"])
    assert len(err) == 1
    assert "b.py" in err[0]
    assert "sha256" in err[0]


def test_a_false_measure_fails_and_is_named(report, capsys):
    data = report()
    claim(data, "climb")["certificate"]["measures"] = [[[1, "lo"]]]
    save(data)
    code, out, _ = verify(capsys)
    assert code == 1
    assert out[0].startswith("a.py: loop 0 of climb: the certificate Ranking fails: ")
    assert out[-1].startswith("3 certificates hold, 1 fails; ")
    assert any("twice: the certificates do not show halt" in line for line in out)


def test_a_replay_is_stepped_again(report, capsys):
    data = report("def f() -> None:\n    xs = ['']\n    while xs:\n        xs.append(xs.pop())\n")
    for one in data["files"][0]["certificates"]:
        one["claim"]["certificate"] = {
            "kind": "Replay", "qualname": "f", "inputs": [], "stem": 5, "cycle": 2
        }  # fmt: skip
    save(data)
    code, out, _ = verify(capsys)
    assert code == 1
    assert "Replay fails" in out[0]


def test_another_condition_fails(report, capsys):
    data = report()
    claim(data, "down")["condition"] = "n > 5"
    save(data)
    code, out, _ = verify(capsys)
    assert code == 1
    assert "loop 0 of down" in out[0]
    assert "n > 5" in out[0]


def _each_verdict(file):
    yield file["verdict"]
    for function in file["functions"]:
        yield function["verdict"]
        yield from (loop["verdict"] for loop in function["loops"])


def test_answers_need_their_certificates(report, capsys):
    data = report()
    data["files"][0]["certificates"] = []
    save(data)
    code, out, _ = verify(capsys)
    assert code == 1
    assert all("do not show" in line for line in out[:-1])
    assert out[-1].startswith("0 certificates hold, 0 fail; ")


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("answer", "halt", "they show non-halt"),
        ("condition", "n < 7", "the condition is n < 0"),
        ("condition", None, "the condition is n < 0"),
    ],
)
def test_an_answer_says_no_more_than_its_certificates(report, capsys, key, value, said):
    data = report()
    file = data["files"][0]
    (down,) = [one for one in file["functions"] if one["name"] == "down"]
    down["verdict"][key] = value
    save(data)
    code, out, _ = verify(capsys)
    assert code == 1
    assert len(out) == 2
    assert said in out[0]
    assert "down" in out[0]


def test_an_answer_that_claims_nothing_needs_nothing(report, capsys):
    data = report()
    for verdict in _each_verdict(data["files"][0]):
        verdict.update(answer="unknown", basis="none", condition=None)
    data["files"][0]["certificates"] = []
    save(data)
    assert verify(capsys) == (0, ["no certificates to check"], [])


def test_a_proof_does_not_hide_what_it_supposes(report, capsys):
    source = "def f(self, n: int, log) -> None:\n    while self.n > 0:\n        self.n -= 1\n"
    data = report(f"class C:\n    {source.replace(chr(10), chr(10) + '    ')}        log(1)\n")
    file = data["files"][0]
    assumed = [one["claim"] for one in file["certificates"] if one["claim"].get("assumptions")]
    assert assumed
    assert verify(capsys)[0] == 0
    for one in assumed:
        del one["assumptions"]
    save(data)
    code, out, _ = verify(capsys)
    assert code == 1
    assert "rests on more" in out[0]


def test_what_callables_answer_is_part_of_the_condition(report, capsys):
    text = "from collections.abc import Callable\n\n\n"
    text += (
        "def f(n: int, pick: Callable[[], int]) -> None:\n    while n > 0:\n        n -= pick()\n"
    )
    data = report(text)
    (one,) = data["files"][0]["certificates"]
    assert "pick() answers so" in one["claim"]["condition"]
    assert verify(capsys) == (0, ["1 certificate holds, 0 fail"], [])


def test_other_loops_than_the_source_has_fail(report, capsys):
    data = report()
    claim(data, "climb")["subject"].update(loop=7)
    claim(data, "down")["subject"].update(qualname="nobody")
    save(data)
    code, out, _ = verify(capsys)
    assert code == 1
    assert sum("has no such loop" in line for line in out) == 2


def test_a_report_of_other_places_is_astray(report, capsys):
    data = report()
    data["files"][0]["functions"].pop()
    save(data)
    code, out, _ = verify(capsys)
    assert code == 1
    assert "different places" in out[0]


ODD = [
    "", "{", "null", "[]", "{}", '{"haltcheck": "0"}', '{"haltcheck": "0", "schema": 9}',
    '{"haltcheck": "0", "schema": 1, "files": [1]}', '{"haltcheck": "0", "schema": 1}',
    '{"haltcheck": "0", "schema": 1, "path": "a.py", "verdict": {}}', "[" * 20000, "\0", "1" * 5000,
    '{"haltcheck": "0", "schema": 1, "path": "a.py", "verdict": {}, "certificates": [1]}',
    '{"haltcheck": "0", "schema": 1, "path": "a.py", "verdict": {}, "certificates": {}}',
    '{"haltcheck": "0", "schema": 1, "path": "\\u0000", "verdict": {}, "certificates": [{}]}',
]  # fmt: skip


@pytest.mark.parametrize("text", ODD)
def test_what_is_no_report_is_one_sentence(text, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "report.json").write_text(text)
    code, out, err = verify(capsys)
    assert code == 2
    assert out == ["no certificates to check"]
    assert len(err) == 1
    assert err[0].startswith("haltcheck: report.json: ")


def _places(data, path=()):
    yield path
    inside = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in inside if isinstance(data, dict | list) else ():
        if isinstance(value, dict | list):
            yield from _places(value, (*path, key))


def _at(data, path):
    for key in path:
        data = data[key]
    return data


def test_a_report_that_was_tampered_with_never_breaks_the_check(report, capsys):
    text = json.dumps(report())
    spots = [(path, odd) for path in _places(json.loads(text)) for odd in (None, 7, "x", [], {})]
    for path, odd in spots[:: max(1, len(spots) // 60)]:
        data = json.loads(text)
        if not path:
            continue
        _at(data, path[:-1])[path[-1]] = odd
        save(data)
        code, out, err = verify(capsys)
        assert code in (0, 1, 2), (path, odd)
        assert len(out) + len(err) < 12


def test_a_report_that_is_not_there_is_one_sentence(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    code, _, err = verify(capsys, "nothing.json")
    assert code == 2
    assert err == ["haltcheck: nothing.json: no such file or directory"]


def test_bytes_that_are_no_text_are_no_report(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "report.json").write_bytes(b"\xff\xfe")
    assert verify(capsys)[0] == 2


def test_the_help_says_what_is_checked_again(capsys):
    assert main(["verify", "--help"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "own certificate again" in told
    assert "computed anew" in told
