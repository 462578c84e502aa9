def main(x: int, n: int) -> int:
    while x < n:
        x = x * x
    return x
