def main() -> int:
    x = 0
    while x != 1000:
        x += 8
    return x
