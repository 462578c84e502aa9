def main(x: int) -> int:
    steps = 0
    while x > 9:
        x = (x // 10 + 1) * (x % 10)
        steps += 1
    return steps
