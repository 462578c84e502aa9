def main(n: int) -> int:
    width = 1
    while n > 0:
        k = 0
        while k < width:
            k += 1
        if width % 2 == 1:
            n -= 1
        width += k
    return width
