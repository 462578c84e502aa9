pending = 3


def handle_one() -> None:
    global pending
    pending -= 1


def drain() -> int:
    handled = 0
    while pending > 0:
        handle_one()
        handled += 1
    return handled
