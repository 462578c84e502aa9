def main(x: int) -> int:
    count = 0
    while x <= -5:
        x += 3
        count += 1
    return count
