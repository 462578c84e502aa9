"""Sessions: bytes become reports whatever they hold, in this process or in others."""

import json

import pytest

from haltcheck import session
from haltcheck.basis.answer import Answer
from haltcheck.batch.engine import Crashed, Overdue
from haltcheck.options import Options
from haltcheck.session import Job, Unread, check_data, check_job, check_text, collect, settled

pytestmark = pytest.mark.usefixtures("pipeline")
OPTIONS = Options()


def test_bytes_that_are_no_text_are_a_finding_with_its_place():
    report = check_data(b"x = 1\n\xff\xfe", "a.py", OPTIONS)
    (found,) = report.findings
    assert (found.code, found.span.line, report.verdict) == ("HC900", 2, None)
    assert report.path == "a.py"
    assert report.error
    assert len(report.sha256) == 64


def test_only_ignoring_silences_what_cannot_be_read():
    assert check_data(b"\0", "a.py", Options(select=("HC1",))).findings
    assert not check_data(b"\0", "a.py", Options(ignore=("HC9",))).findings


def test_huge_texts_are_not_read(monkeypatch):
    monkeypatch.setattr(session, "LARGEST", 10)
    assert "larger" in check_data(b"x" * 11, "a.py", OPTIONS).error
    assert "longer" in check_text("x" * 11, "a.py", OPTIONS).error
    assert check_data(b"x" * 10, "a.py", OPTIONS).error is None


def test_notebooks_are_their_code_cells():
    cells = [
        {"cell_type": "markdown", "source": "# ERROR"},
        {"cell_type": "code", "source": ["%magic\n", "# WARNING"]},
    ]
    report = check_data(json.dumps({"cells": cells}).encode(), "a.ipynb", OPTIONS)
    assert [finding.code for finding in report.findings] == ["HC103"]


def test_a_file_that_is_gone_is_the_users_mistake(tmp_path):
    result = check_job(OPTIONS, Job(str(tmp_path / "gone.py")))
    assert isinstance(result, Unread)
    assert result.sentence.endswith("gone.py: no such file or directory")


def test_a_cut_is_unknown_with_its_reason():
    report = settled("a.py", Overdue(3.0))
    assert report.verdict.answer is Answer.UNKNOWN
    assert report.verdict.reasons == ("timed out after 3 seconds",)
    assert report.cut
    assert report.fault is None
    assert not report.findings


def test_a_crash_is_our_fault():
    report = settled("a.py", Crashed("a worker process died"))
    assert report.fault.message == report.error == "a worker process died"
    assert report.verdict is None


@pytest.mark.parametrize("processes", [1, 2, None])
def test_results_come_in_order(tmp_path, processes):
    jobs = []
    for number in range(12):
        path = tmp_path / f"{number}.py"
        path.write_text("")
        jobs.append(Job(str(path)))
    # Workers do not see the pretended pipeline, so what they say of an empty file is not asked.
    results = session.check_jobs(jobs, OPTIONS, processes)
    reports, mistakes, interrupted = collect(results)
    assert [report.path for report in reports] == [job.path for job in jobs]
    assert (mistakes, interrupted) == ([], False)
