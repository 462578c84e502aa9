def main(n: int) -> int:
    width = 1
    while n > 0:
        k = 0
        while k < width:
            k += 1
        width += k
        n -= 1
    return width
