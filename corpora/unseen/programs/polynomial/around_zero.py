def main(x: int, n: int) -> int:
    while x * x < n:
        if x > 0:
            x -= 1
        else:
            x += 1
    return 0
