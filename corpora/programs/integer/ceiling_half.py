def rounds(x: int) -> int:
    count = 0
    while x > 0:
        x = (x + 1) // 2
        count += 1
    return count
