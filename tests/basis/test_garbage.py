"""The collector of this process is told to look rarely, and can be told otherwise again."""

import gc

from haltcheck.basis.garbage import look_rarely


def test_it_looks_more_rarely_than_usual() -> None:
    usual = gc.get_threshold()
    try:
        look_rarely()
        assert gc.get_threshold()[0] > usual[0]
    finally:
        gc.set_threshold(*usual)
