def hanoi(n: int, source: int, target: int, spare: int) -> int:
    if n <= 0:
        return 0
    first = hanoi(n - 1, source, spare, target)
    second = hanoi(n - 1, spare, target, source)
    return first + 1 + second


def main(n: int) -> int:
    return hanoi(n, 1, 2, 3)
