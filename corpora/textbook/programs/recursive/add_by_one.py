def add(x: int, y: int) -> int:
    if y == 0:
        return x
    if y > 0:
        return add(x + 1, y - 1)
    return add(x - 1, y + 1)


def main(a: int, b: int) -> int:
    return add(add(a, b), add(b, a))
