def turn(x: int, y: int) -> int:
    if x <= 0:
        return y
    return turn(y - 1, x)

def main(x: int, y: int) -> int:
    return turn(x, y)
