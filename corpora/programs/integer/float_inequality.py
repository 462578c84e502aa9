def marks() -> int:
    x = 0.0
    count = 0
    while x < 1.0:
        x += 0.1
        count += 1
    return count
