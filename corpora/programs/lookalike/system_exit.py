import sys


def main(rounds: int) -> None:
    while True:
        if rounds <= 0:
            sys.exit(0)
        rounds -= 1
