def main(n: int) -> int:
    x = 0
    y = 0
    while x * y < n:
        if y <= x:
            x += 1
        else:
            y += 1
    return x + y
