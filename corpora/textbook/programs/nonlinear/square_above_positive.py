def main(x: int, y: int) -> int:
    while x > 0 and x * x > y:
        x -= 1
    return x
