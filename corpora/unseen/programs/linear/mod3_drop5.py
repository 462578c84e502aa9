def main(x: int) -> int:
    while x > 0:
        r = x
        while r >= 3:
            r = r - 3
        if r == 0:
            x = x - 5
        else:
            x = x + 1
    return x
