def main(x: int) -> int:
    while x > 0:
        b = 2
        x = x - 2
        while b > 0:
            b -= 1
            x += 1
    return x
