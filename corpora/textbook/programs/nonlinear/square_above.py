def main(x: int, y: int) -> int:
    while x * x > y:
        x -= 1
    return x
