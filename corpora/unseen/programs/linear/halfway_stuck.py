def main(x: int) -> int:
    while x > 2:
        x = (x + 3) // 2
    return x
