def main(x: int, a: int, b: int) -> int:
    steps = 0
    while (x - a) * (x - b) <= 0:
        x += 1
        steps += 1
    return steps
