def main(limit: int, a: int, b: int) -> int:
    total = 0
    while total <= limit:
        total += a
        total += b
    return total
