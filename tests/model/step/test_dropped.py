"""Dropping a suspended generator runs what stands behind its point of suspension."""

import pytest

from haltcheck.model.later import function_of
from haltcheck.model.step.call import _cleans_up
from tests.model.source import lowered

RUNS_NOTHING = [
    "try:\n        yield 1\n    except TypeError:\n        print()",
    "try:\n        yield 1\n    except (KeyError, ValueError) as error:\n        print(error)",
    "try:\n        try:\n            yield 1\n        except KeyError:\n            print()\n"
    "    except ValueError:\n        print()",
    "try:\n        print()\n    finally:\n        yield 1",
]
RUNS = [
    "try:\n        yield 1\n    finally:\n        print()",
    "try:\n        yield 1\n    except BaseException:\n        print()",
    "try:\n        yield 1\n    except:\n        print()",
    "try:\n        yield 1\n    except GeneratorExit:\n        print()",
    "try:\n        yield 1\n    except error:\n        print()",
    "try:\n        try:\n            yield 1\n        except KeyError:\n            print()\n"
    "    finally:\n        print()",
    "with x:\n        yield 1",
]


def _of(body: str) -> bool:
    program = lowered(f"def f(x, error):\n    {body}\n")
    return _cleans_up(program, function_of(program, "f"))


@pytest.mark.parametrize("body", RUNS_NOTHING)
def test_what_names_other_exceptions_is_passed(body: str) -> None:
    assert not _of(body)


@pytest.mark.parametrize("body", RUNS)
def test_code_may_run(body: str) -> None:
    assert _of(body)


def test_a_name_may_be_another_class() -> None:
    program = lowered(
        "class KeyError(BaseException): pass\n"
        "def f():\n    try:\n        yield 1\n    except KeyError:\n        print()\n"
    )
    assert _cleans_up(program, function_of(program, "f"))
