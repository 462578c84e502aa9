def main(x: int, a: int) -> int:
    k = 2 * a + 1
    if k < 0:
        k = -k
    while x > 0:
        x = x - k
    return x
