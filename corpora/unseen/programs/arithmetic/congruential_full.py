def main(x: int) -> int:
    steps = 0
    while x != 0:
        x = (5 * x + 3) % 16
        steps += 1
    return steps
