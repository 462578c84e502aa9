def main(x: int, y: int) -> int:
    turns = 0
    while x > 0 and y > 0:
        x, y = y - 1, x
        turns += 1
    return turns
