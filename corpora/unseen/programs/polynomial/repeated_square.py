def main(x: int, n: int) -> int:
    if x < 2:
        return 0
    while x < n:
        x = x * x
    return 0
