def main(x: int, y: int) -> None:
    while x >= 0:
        x -= y
