def main(n: int) -> int:
    if n < 1:
        return 0
    y = 0
    while y < n:
        y += 1
    x = 50
    while x > 0:
        x -= y
    return x
