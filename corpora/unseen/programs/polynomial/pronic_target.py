def main(m: int) -> int:
    x = 0
    while x * (x + 1) != m * (m + 1):
        x += 1
    return 0
