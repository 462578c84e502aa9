def main(x: int, y: int, n: int) -> int:
    turns = 0
    while x * x + y * y < n:
        x, y = y, -x
        turns += 1
    return turns
