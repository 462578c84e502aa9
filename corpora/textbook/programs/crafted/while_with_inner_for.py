def main(x: int, limit: int) -> int:
    while x < limit:
        for _ in range(3):
            x += 1
        x -= 1
    return x
