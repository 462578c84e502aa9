def main(n: int) -> int:
    x = 0
    y = n
    while y > 0:
        x += y
        y -= 1
    while x > 0:
        x -= 1
    return x
