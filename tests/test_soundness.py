"""Programs that once were answered wrongly, or lie close to one: what must never be said of them.

Each is a text and an answer that would be wrong; another answer, or none, is right.
"""

import pytest

from haltcheck.api import check
from haltcheck.basis.answer import Answer

NEVER_HALTS = [
    # Values that another module chooses may be false, or None.
    "import conf\ndef f():\n    while not conf.stop:\n        pass\n",
    "from conf import stop\ndef f():\n    while not stop:\n        pass\n",
    "class C:\n    on = False\ndef f():\n    n = 5\n    while n > 0:\n"
    "        if C.on:\n            n -= 1\n",
]

MAY_HALT = [
    "import conf\ndef f():\n    n = 5\n    while n > 0:\n        if conf.x is None:\n"
    "            n -= 1\n",
    # A flag that code elsewhere sets comes.
    "class C:\n    def __init__(self):\n        self.done = False\n    def stop(self):\n"
    "        self.done = True\n    def run(self):\n        while not self.done:\n"
    "            pass\n",
    "done = False\ndef stop():\n    global done\n    done = True\ndef run():\n"
    "    while not done:\n        pass\n",
    "class C:\n    def __init__(self):\n        self.q = []\n    def put(self, x):\n"
    "        self.q.append(x)\n    def run(self):\n        while not self.q:\n"
    "            pass\n",
]


def _answers(text: str) -> set[Answer]:
    (report,) = check(text).files
    assert report.fault is None
    assert report.verdict is not None
    loops = {loop.verdict.answer for one in report.functions for loop in one.loops}
    return loops | {report.verdict.answer}


@pytest.mark.parametrize("text", NEVER_HALTS)
def test_what_may_go_on_is_not_said_to_halt(text: str) -> None:
    (report,) = check(text).files
    assert report.fault is None
    assert report.verdict is not None
    assert report.verdict.answer is not Answer.HALT


@pytest.mark.parametrize("text", MAY_HALT)
def test_what_may_end_is_not_said_to_go_on(text: str) -> None:
    assert Answer.NON_HALT not in _answers(text)
