def main(x: int, step: int, top: int) -> int:
    while x < 10:
        x = min(x + step, top)
    return x
