def main(n: int, y: int) -> int:
    i = 0
    while i < n:
        i += 1
    while y > 0:
        y -= i
    return y
