"""Which ways lead out of a loop where something is raised in it and caught."""

import pytest

from haltcheck.verdict.caught import caught_exit
from tests.model.source import lowered

LEAVES = {
    "try: step()\n  except Empty: break\n",
    "try: step()\n  except Empty: return 1\n",
    "try: step()\n  except Empty: break\n  except Busy: continue\n",
    "try: step()\n  except Busy: continue\n  except Empty:\n   if seen: break\n",
    "try: step()\n  except Empty: break\n  finally: close()\n",
}
STAYS = {
    "step()\n",
    "try: step()\n  except Empty: pass\n",
    "try: step()\n  except Empty: continue\n  finally: close()\n",
    "try: step()\n  except Empty: pass\n  if seen: break\n",
    "try: step()\n  except KeyboardInterrupt: break\n  except Busy: continue\n",
}


@pytest.mark.parametrize("body", sorted(LEAVES | STAYS))
def test_a_handler_that_leaves_the_loop_is_seen_among_others_and_through_finally(body: str) -> None:
    program = lowered(f"def f(step, close, seen):\n while True:\n  {body}")
    function = program.functions["f"]
    assert caught_exit(function, function.loops[0]) == (body in LEAVES)
