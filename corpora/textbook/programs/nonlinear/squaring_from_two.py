def main(x: int, n: int) -> int:
    if x < 2:
        return x
    while x < n:
        x = x * x
    return x
