import sys


def main(rounds: int) -> None:
    while True:
        try:
            if rounds <= 0:
                sys.exit(0)
            rounds -= 1
        except:
            continue
