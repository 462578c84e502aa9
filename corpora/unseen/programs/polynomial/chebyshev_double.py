def main(x: int, n: int) -> int:
    if x * x <= 1:
        return 0
    while x < n:
        x = 2 * x * x - 1
    return 0
