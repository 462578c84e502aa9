from collections.abc import Callable


def main(x: int, y: int, z: int, nondet: Callable[[], int]) -> int:
    while x > 0 and y > 0 and z > 0:
        c = nondet()
        if c < 0:
            x -= 1
            y = nondet()
            z = nondet()
        elif c == 0:
            y -= 1
            z = nondet()
        else:
            z -= 1
    return x
