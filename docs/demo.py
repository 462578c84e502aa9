def countdown(n: int) -> int:
    rounds = 0
    while n != 0:
        n -= 1
        rounds += 1
    return rounds


def settle() -> int:
    left = 10
    tries = 0
    while left > 0:
        tries = 1 - tries
    return tries


def gcd(a: int, b: int) -> int:
    while b:
        a, b = b, a % b
    return a
