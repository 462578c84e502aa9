def main(x: int, n: int) -> int:
    steps = 0
    while x * x <= n:
        x = x - 3
        steps += 1
    return steps
