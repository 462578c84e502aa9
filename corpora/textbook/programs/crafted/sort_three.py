def main(a: int, b: int, c: int) -> int:
    swaps = 0
    while a > b or b > c:
        if a > b:
            t = a
            a = b
            b = t
        else:
            t = b
            b = c
            c = t
        swaps += 1
    return swaps
