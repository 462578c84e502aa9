def main() -> int:
    x = 0
    while x != 1000:
        x += 7
    return x
