def main(x: int, y: int) -> int:
    turns = 0
    while x > 0 and y > 0:
        x, y = y, x
        turns += 1
    return turns
