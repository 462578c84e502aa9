import signal
import time

stopped = False


def _stop(number: int, frame: object) -> None:
    global stopped
    stopped = True


def wait_for_alarm() -> None:
    signal.signal(signal.SIGALRM, _stop)
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    while not stopped:
        time.sleep(0.01)
