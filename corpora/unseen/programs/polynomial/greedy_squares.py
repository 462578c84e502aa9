def main(a: int) -> int:
    s = 0
    while a - s > 0:
        k = 1
        sq = 1
        while sq + 2 * k + 1 <= a - s:
            sq += 2 * k + 1
            k += 1
        s += k * k
    return 0
