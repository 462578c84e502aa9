def main(a: int, b: int) -> int:
    if a < 1 or b < 1:
        return 0
    while a != b:
        if a > b:
            a = a - b
        else:
            b = b - a
    return a
