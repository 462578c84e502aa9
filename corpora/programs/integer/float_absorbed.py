def crawl() -> int:
    x = 1e16
    count = 0
    while x < 1e16 + 10:
        x += 1.0
        count += 1
    return count
