def main(n: int, limit: int) -> int:
    while True:
        if n <= limit:
            break
        n = n - 3
        limit = limit - 3
    return n
