_pending = 3


def _handle_one(left: int) -> int:
    _pending = left - 1
    return _pending


def drain() -> int:
    handled = 0
    while _pending > 0:
        handled += _handle_one(_pending)
    return handled
