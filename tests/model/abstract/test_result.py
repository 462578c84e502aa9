from haltcheck.api import check
from haltcheck.basis.answer import Answer


def test_a_lambda_whose_result_counts_is_found_by_its_name() -> None:
    code = (
        "def f(n: int) -> int:\n    d = 1\n    g = lambda x: x - d\n    d = 0\n"
        "    while n > 0:\n        n = g(n)\n    return n\n"
    )
    (report,) = check(code).files
    assert report.verdict is not None
    assert report.verdict.answer is Answer.NON_HALT
