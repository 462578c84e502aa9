def main(x: int, step: int, top: int) -> int:
    if step < 1 or top < 10:
        return x
    while x < 10:
        x = min(x + step, top)
    return x
