def main(x: int, y: int, n: int) -> int:
    while x * y < n:
        if x >= y:
            x += 1
        else:
            y += 1
    return 0
