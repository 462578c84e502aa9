import sys


def main(rounds: int) -> None:
    while True:
        try:
            rounds -= 1
            if rounds <= 0:
                sys.exit(0)
        except Exception:
            continue
